extension Statement {
    /// The same statement with another fact at a path, or, with nil, without one.
    ///
    /// Records on the way are made where they are missing; lists and items must exist, and where they do not, the
    /// statement comes back unchanged. An item of a list can be replaced and removed, and one just past the end is added.
    public func replacing(_ path: FactPath, with fact: Fact?, in vocabulary: Vocabulary) -> Statement {
        let editor = FactEditor(vocabulary: vocabulary, place: root.place)
        guard let root = editor.record(root, path.steps[...], fact) else { return self }
        return Statement(
            source: source, inputs: inputs, statedOn: statedOn, statedOnPlace: statedOnPlace, root: root,
            reported: reported, assumed: assumed)
    }

    /// What is known of a list, to put further items into. One of which nothing is known is open: that there is one item does not
    /// say that there is no other.
    func items(at path: FactPath, orOpenAt place: Place) -> FactList {
        let old = fact(at: path)
        switch old?.state {
        case .stated(.list(let list)): return list
        case .some(.none): return FactList(items: [], openings: [])
        case .unknown, .stated, nil: return FactList(items: [], openings: [old?.place ?? place])
        }
    }
}

/// Rebuilds the facts around one that changes; nil where the path does not lead anywhere.
private struct FactEditor {
    let vocabulary: Vocabulary
    /// The place of records that are made.
    let place: Place

    private func value(_ value: FactValue, _ steps: ArraySlice<FactPath.Step>, _ fact: Fact?) -> FactValue? {
        switch value {
        case .record(let inner): record(inner, steps, fact).map { .record($0) }
        case .list(let inner): list(inner, steps, fact).map { .list($0) }
        case .text, .boolean, .integer, .choice, .date, .varying: nil
        }
    }

    private func inside(_ outer: Fact?, _ steps: ArraySlice<FactPath.Step>, _ fact: Fact?) -> Fact? {
        guard let outer, case .stated(let inner) = outer.state, let changed = value(inner, steps, fact) else {
            return nil
        }
        return Fact(state: .stated(changed), place: outer.place, evidence: outer.evidence)
    }

    func record(_ record: FactRecord, _ steps: ArraySlice<FactPath.Step>, _ fact: Fact?) -> FactRecord? {
        guard case .field(let name)? = steps.first else { return nil }
        let rest = steps.dropFirst()
        var fields = record.fields
        if rest.isEmpty {
            fields[name] = fact
        } else {
            let outer = fields[name] ?? emptyRecord(of: record.definition, name)
            guard let changed = inside(outer, rest, fact) else { return nil }
            fields[name] = changed
        }
        return FactRecord(
            definition: record.definition, fields: fields, place: record.place, evidence: record.evidence,
            note: record.note)
    }

    /// A record without facts, for a field that is one.
    private func emptyRecord(of definition: String, _ name: String) -> Fact? {
        let outer = vocabulary.records[definition] ?? vocabulary.roots
        guard case .record(let id)? = outer.field(name)?.type else { return nil }
        let record = FactRecord(definition: id, fields: [:], place: place, evidence: [], note: nil)
        return Fact(state: .stated(.record(record)), place: place)
    }

    private func list(_ list: FactList, _ steps: ArraySlice<FactPath.Step>, _ fact: Fact?) -> FactList? {
        guard case .index(let index)? = steps.first else { return nil }
        let rest = steps.dropFirst()
        var items = list.items
        if index == items.count, rest.isEmpty, let fact {
            items.append(FactItem(key: vocabulary.key(of: fact)?.key ?? "#\(index + 1)", fact: fact))
            return FactList(items: items, openings: list.openings)
        }
        guard items.indices.contains(index) else { return nil }
        if let changed = rest.isEmpty ? fact : inside(items[index].fact, rest, fact) {
            items[index] = FactItem(key: vocabulary.key(of: changed)?.key ?? items[index].key, fact: changed)
        } else if rest.isEmpty {
            items.remove(at: index)
        } else {
            return nil
        }
        return FactList(items: items, openings: list.openings)
    }
}
