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
        _ statement: Statement, asOf: CivilDate, environment: RuleEnvironment, vocabulary: Vocabulary,
        leaves: FactValueBuilder.Leaves = .facts, takingWhatIsShown: Bool = false
    ) {
        self.statement = statement
        self.asOf = asOf
        let existence = Existence(
            asOf: asOf, statedOn: statement.statedOn, vocabulary: vocabulary, takesWhatIsShown: takingWhatIsShown)
        let builder = FactValueBuilder(
            existence: existence, environment: environment, vocabulary: vocabulary, leaves: leaves)
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
        /// The record it is part of: one leaf for all its facts, for those who name none. Most facts of most records are not stated,
        /// and a leaf for each of them costs more than all that is.
        case records
    }

    /// The value of a root. One that is not stated is still a record: none of its facts is.
    func root(_ fact: Fact?, _ field: FieldDefinition) -> Value {
        let path = DataPath(root: field.name)
        guard fact == nil, case .record(let id) = field.type, let type = environment.types.structures[id] else {
            return value(of: fact, field, at: path)
        }
        switch leaves {
        case .facts:
            let fields = type.fields.map { Value.unknown(at: path.field($0.name)) }
            return .structure(StructureValue(type: type, fields: fields, origin: path))
        case .records:
            return .structure(StructureValue(type: type, origin: path, standard: .unknown(at: path)) { _ in })
        }
    }

    func value(of fact: Fact?, _ field: FieldDefinition, at path: DataPath) -> Value {
        guard let fact else { return .unknown(at: path) }
        switch fact.state {
        case .unknown: return .unknown(at: path)
        case .none:
            if case .list = field.type { return .list(ListValue([], origin: path)) }
            return .null
        case .stated(let value): return stated(value, field.type, at: path)
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

    private func stated(_ value: FactValue, _ type: FieldType, at path: DataPath) -> Value {
        switch value {
        case .text(let text), .choice(let text): return .string(text)
        case .boolean(let boolean): return .bool(boolean)
        case .integer(let integer): return .int(integer)
        case .date(let date): return dateValue(date, type, at: path)
        case .record(let record): return recordValue(record, at: path)
        case .list(let list): return listValue(list, type, at: path)
        case .varying(let values): return varyingValue(values, type, at: path)
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

    /// What all records of a definition have in common.
    private struct Layout {
        let definition: RecordDefinition
        let type: StructureType
        let placingDate: String?
    }

    private func layout(of definition: String) -> Layout? {
        guard let record = vocabulary.records[definition], let type = environment.types.structures[definition] else {
            return nil
        }
        return Layout(definition: record, type: type, placingDate: record.placingDate)
    }

    private func recordValue(_ record: FactRecord, at path: DataPath) -> Value {
        guard let layout = layout(of: record.definition) else { return .unknown(at: path) }
        let definition = layout.definition
        switch existence.of(record, dated: layout.placingDate) {
        case .no where existence.mayHaveHeldMore(.record(definition.id)): return .unknown(at: path)
        case .no: return .null
        case .unknown: return .unknown(at: definition.date.map { path.field($0) } ?? path)
        case .yes: return structure(record, layout, at: path)
        }
    }

    /// The value of a record that was there.
    private func structure(_ record: FactRecord, _ layout: Layout, at path: DataPath) -> Value {
        let (definition, type) = (layout.definition, layout.type)
        if leaves == .records {
            let unknown = Value.unknown(at: path)
            let value = StructureValue(type: type, origin: path, standard: unknown) { replace in
                for (name, fact) in record.fields {
                    guard let slot = type.slot(of: name) else { continue }
                    replace(slot, part(fact, definition, slot, at: path, unknown))
                }
            }
            return .structure(value)
        }
        // Few of the fields of a record are stated; the others are not looked up one by one.
        var stated = [Fact?](repeating: nil, count: type.fields.count)
        for (name, fact) in record.fields {
            if let slot = type.slot(of: name) { stated[slot] = fact }
        }
        let value = StructureValue(type: type, origin: path) { slot in
            let name = type.fields[slot].name
            guard let fact = stated[slot] else { return .unknown(at: path.field(name)) }
            // What has no place of its own needs no path.
            if case .stated(let value) = fact.state, let plain = plain(value) { return plain }
            return self.value(of: fact, definition.fields[slot], at: path.field(name))
        }
        return .structure(value)
    }

    /// The value of a fact of a record whose facts share a leaf. What lies in no record of its own needs no path either.
    private func part(
        _ fact: Fact, _ definition: RecordDefinition, _ slot: Int, at path: DataPath, _ unknown: Value
    ) -> Value {
        guard case .stated(let value) = fact.state else {
            if case .unknown = fact.state { return unknown }
            let field = definition.fields[slot]
            return self.value(of: fact, field, at: path.field(field.name))
        }
        if let plain = plain(value) { return plain }
        let field = definition.fields[slot]
        switch (value, field.type) {
        case (.date, _): return stated(value, field.type, at: path)
        case (.list, .list(.record)): return stated(value, field.type, at: path.field(field.name))
        case (.list, .list): return stated(value, field.type, at: path)
        case (.text, _), (.choice, _), (.boolean, _), (.integer, _), (.record, _), (.list, _), (.varying, _):
            return stated(value, field.type, at: path.field(field.name))
        }
    }

    /// A list of what is known to have been there. An item of which that is not known leaves it open whether there is
    /// more, at whatever place.
    private func listValue(_ list: FactList, _ type: FieldType, at path: DataPath) -> Value {
        guard case .list(let itemType) = type else { return .unknown(at: path) }
        var elements: [Value] = []
        elements.reserveCapacity(list.items.count)
        var open: [UnknownSet] = []
        var layout: Layout?
        if case .record(let id) = itemType { layout = self.layout(of: id) }
        for (index, item) in list.items.enumerated() {
            guard case .stated(let value) = item.fact.state else {
                open.append(UnknownSet(leaf: path.index(index)))
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
                        open.append(UnknownSet(leaf: layout.placingDate.map { place.field($0) } ?? place))
                    case .yes: elements.append(structure(record, layout, at: path.index(index)))
                    }
                    continue
                }
                if existence.of(record) == .no { continue }
            }
            switch stated(value, itemType, at: path.index(index)) {
            case .unknown(let leaves): open.append(leaves)
            case let element: elements.append(element)
            }
        }
        if !list.isComplete || existence.mayHaveHeldMore(itemType) { open.append(UnknownSet(leaf: path)) }
        if open.isEmpty { return .list(ListValue(elements, origin: path)) }
        return .list(ListValue(elements, origin: path, open: UnknownSet(union: open), openFrom: 0))
    }

    /// The value that held on the as-of day: the last that began by then.
    private func varyingValue(_ values: [DatedValue], _ type: FieldType, at path: DataPath) -> Value {
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
        return current.map { stated($0.value, type, at: path) } ?? .unknown(at: path)
    }
}
