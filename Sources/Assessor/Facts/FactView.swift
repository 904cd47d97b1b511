internal import CEL
internal import CivilTime
internal import Model

/// The facts of a statement as expressions see them on one day: what lies after the day is hidden, what is not stated is
/// an unknown leaf that names its path.
struct FactView {
    let statement: Statement
    let asOf: CivilDate
    /// The values of the roots, by name.
    let roots: [(name: String, value: Value)]

    init(
        _ statement: Statement, in library: RuleLibrary, asOf: CivilDate, leaves: FactValueBuilder.Leaves = .facts,
        takingWhatIsShown: Bool = false
    ) {
        self.statement = statement
        self.asOf = asOf
        let vocabulary = library.vocabulary
        let existence = Existence(
            asOf: asOf, statedOn: statement.statedOn, vocabulary: vocabulary, takesWhatIsShown: takingWhatIsShown)
        let builder = FactValueBuilder(
            existence: existence, environment: library.environment, vocabulary: vocabulary, leaves: leaves)
        roots = vocabulary.roots.fields.map { field in
            (field.name, builder.root(statement.root.fields[field.name], field))
        }
    }
}

/// Turns facts into values of expressions.
struct FactValueBuilder {
    let existence: Existence
    let environment: RuleEnvironment
    let vocabulary: Vocabulary
    var leaves = Leaves.facts

    /// What stands for a fact that is not known.
    enum Leaves: Sendable {
        /// The fact itself, so that it can be named.
        case facts
        /// The list it is part of, or the root: one leaf for all that is not known there, for those who name none. Most facts of most
        /// records are not stated, and a leaf for each of them costs more than all that is.
        case lists
    }

    /// The value of a root. One that is not stated is still a record: none of its facts is.
    func root(_ fact: Fact?, _ field: FieldDefinition) -> Value {
        let path = DataPath(root: field.name)
        guard fact == nil, case .record(let id) = field.type, let layout = layout(of: id) else {
            return value(of: fact, field, at: path)
        }
        return .structure(structure([:], layout, at: path, nil))
    }

    func value(of fact: Fact?, _ field: FieldDefinition, at path: DataPath) -> Value {
        guard let fact else { return .unknown(at: path) }
        return value(of: fact.state, field.type, at: path, nil)
    }

    /// - Parameter shared: What stands for all that is not known around it; nil where each fact is a leaf of its own.
    private func value(of state: FactState, _ type: FieldType, at path: DataPath, _ shared: Value?) -> Value {
        switch state {
        case .unknown: return shared ?? .unknown(at: path)
        case .none:
            if case .list = type { return .list(ListValue([], origin: path)) }
            return .null
        case .stated(let value): return stated(value, type, at: path, shared)
        }
    }

    /// The value of a fact that does not know its place; nil for the others.
    private func plain(_ value: FactValue) -> Value? {
        switch value {
        case .text(let text), .choice(let text): .string(text)
        case .boolean(let boolean): .bool(boolean)
        case .integer(let integer): .int(integer)
        case .date, .record, .list, .varying: nil
        }
    }

    private func stated(_ value: FactValue, _ type: FieldType, at path: DataPath, _ shared: Value?) -> Value {
        switch value {
        case .text(let text), .choice(let text): return .string(text)
        case .boolean(let boolean): return .bool(boolean)
        case .integer(let integer): return .int(integer)
        case .date(let date): return dateValue(date, type, at: path)
        case .record(let record): return recordValue(record, at: path, shared)
        case .list(let list): return listValue(list, type, at: path)
        case .varying(let values): return varyingValue(values, type, at: path, shared)
        }
    }

    private func dateValue(_ date: StatedDate, _ type: FieldType, at path: DataPath) -> Value {
        guard case .date(let role) = type, role != .scheduled else {
            return .opaque(DateValue(date, origin: path))
        }
        switch existence.of(date) {
        case .no: return role == .current && existence.isInHindsight ? .unknown(at: path) : .null
        case .unknown: return .unknown(at: path)
        case .yes: return .opaque(DateValue(existence.ended(date), origin: path))
        }
    }

    private func layout(of definition: String) -> RecordLayout? { environment.types.layouts[definition] }

    private func recordValue(_ record: FactRecord, at path: DataPath, _ shared: Value?) -> Value {
        guard let layout = layout(of: record.definition) else { return .unknown(at: path) }
        switch existence.of(record, dated: layout.placingDate) {
        case .no where existence.mayHaveHeldMore(.record(layout.definition.id)): return .unknown(at: path)
        case .no: return .null
        case .unknown: return .unknown(at: layout.definition.date.map { path.field($0) } ?? path)
        case .yes: return .structure(structure(record.fields, layout, at: path, shared))
        }
    }

    /// The value of a record that was there.
    private func structure(
        _ fields: FactFields, _ layout: RecordLayout, at path: DataPath, _ shared: Value?
    ) -> StructureValue {
        let type = layout.structure
        let entries = fields.entries
        switch leaves {
        case .lists:
            let unknown = shared ?? .unknown(at: path)
            return withSlots(of: entries, type) { positions, slots in
                StructureValue(type: type, origin: path, standard: unknown, slots: slots) { position in
                    part(entries[positions[position]].fact.state, layout, slots[position], at: path, unknown)
                }
            }
        case .facts:
            // Few of the fields of a record are stated; the others are not looked up one by one.
            var stated = [Int?](repeating: nil, count: type.fields.count)
            for position in entries.indices {
                let entry = entries[position]
                if let slot = type.slot(of: entry.name, expecting: entry.position) { stated[slot] = position }
            }
            return StructureValue(type: type, origin: path) { slot in
                let name = type.fields[slot].name
                guard let position = stated[slot] else { return .unknown(at: path.field(name)) }
                let fact = entries[position].fact
                // What has no place of its own needs no path.
                if case .stated(let value) = fact.state, let plain = plain(value) { return plain }
                return self.value(of: fact.state, layout.fields[slot], at: path.field(name), nil)
            }
        }
    }

    /// The entries that are fields of a type, by their position, and the slots of those fields.
    private func withSlots(
        of entries: [FactFields.Entry], _ type: StructureType,
        _ body: (_ positions: UnsafeBufferPointer<Int>, _ slots: UnsafeBufferPointer<Int>) -> StructureValue
    ) -> StructureValue {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * entries.count) { room in
            let positions = room.prefix(entries.count)
            let slots = room.dropFirst(entries.count)
            var count = 0
            for position in entries.indices {
                guard let slot = type.slot(of: entries[position].name, expecting: entries[position].position)
                else { continue }
                room.initializeElement(at: count, to: position)
                room.initializeElement(at: entries.count + count, to: slot)
                count += 1
            }
            return body(
                UnsafeBufferPointer(rebasing: positions.prefix(count)),
                UnsafeBufferPointer(rebasing: slots.prefix(count)))
        }
    }

    /// The value of a fact of a record that shares a leaf with what is around it. What lies in no record of its own needs no path
    /// either.
    private func part(
        _ state: FactState, _ layout: RecordLayout, _ slot: Int, at path: DataPath, _ unknown: Value
    ) -> Value {
        switch state {
        case .unknown: return unknown
        case .none: return value(of: state, layout.fields[slot], at: place(of: slot, layout, path), unknown)
        case .stated(let value):
            if let plain = plain(value) { return plain }
            switch (value, layout.fields[slot]) {
            case (.date, let type): return stated(value, type, at: path, unknown)
            case (.list, .list(.record)): break
            case (.list, let type): return stated(value, type, at: path, unknown)
            case (.text, _), (.choice, _), (.boolean, _), (.integer, _), (.record, _), (.varying, _): break
            }
            return stated(value, layout.fields[slot], at: place(of: slot, layout, path), unknown)
        }
    }

    private func place(of slot: Int, _ layout: RecordLayout, _ path: DataPath) -> DataPath {
        path.field(layout.structure.fields[slot].name)
    }

    /// A list of what is known to have been there. An item of which that is not known leaves it open whether there is
    /// more, at whatever place.
    private func listValue(_ list: FactList, _ type: FieldType, at path: DataPath) -> Value {
        guard case .list(let itemType) = type else { return .unknown(at: path) }
        var elements: [Value] = []
        elements.reserveCapacity(list.items.count)
        var open = UnknownSet.Gathering()
        var layout: RecordLayout?
        if case .record(let id) = itemType { layout = self.layout(of: id) }
        let shared: Value? = leaves == .lists && layout != nil ? .unknown(at: path) : nil
        let items = list.items
        for index in items.indices {
            guard case .stated(let value) = items[index].fact.state else {
                open.add(UnknownSet(leaf: path.index(index)))
                continue
            }
            if let plain = plain(value) {
                elements.append(plain)
                continue
            }
            if case .record(let record) = value {
                if let layout, layout.definition.id == record.definition {
                    switch existence.of(record, dated: layout.placingDate) {
                    case .no: break
                    case .unknown:
                        let place = path.index(index)
                        open.add(UnknownSet(leaf: layout.placingDate.map { place.field($0.name) } ?? place))
                    case .yes:
                        elements.append(.structure(structure(record.fields, layout, at: path.index(index), shared)))
                    }
                    continue
                }
                if existence.of(record) == .no { continue }
            }
            switch stated(value, itemType, at: path.index(index), shared) {
            case .unknown(let leaves): open.add(leaves)
            case let element: elements.append(element)
            }
        }
        if !list.isComplete || existence.mayHaveHeldMore(itemType) { open.add(UnknownSet(leaf: path)) }
        guard let open = open.union else { return .list(ListValue(elements, origin: path)) }
        return .list(ListValue(elements, origin: path, open: open, openFrom: 0))
    }

    /// The value that held on the as-of day: the last that began by then.
    private func varyingValue(
        _ values: [DatedValue], _ type: FieldType, at path: DataPath, _ shared: Value?
    ) -> Value {
        let day = StatedDate(existence.asOf)
        var current: DatedValue?
        for value in values {
            guard let from = value.from else {
                // It began on a day that is not stated: by the statement's day, and perhaps not much before.
                if current == nil, !existence.isInHindsight { current = value }
                continue
            }
            switch from.isOnOrBefore(day) {
            case .no: continue
            case .unknown: return .unknown(at: path)
            case .yes:
                switch current?.from.map({ $0.isOnOrBefore(from) }) ?? .yes {
                case .yes: current = value
                case .no: continue
                case .unknown: return .unknown(at: path)
                }
            }
        }
        return current.map { stated($0.value, type, at: path, shared) } ?? .unknown(at: path)
    }
}
