internal import CivilTime
internal import YAMLTree

/// Lists of records, choices and texts.
extension FactReader {
    mutating func list(_ node: YAMLNode, of type: FieldType, label: LocalizedText) -> FactList? {
        guard NodeShape(node) == .list else {
            collector.error(.shape(found: NodeShape(node), expected: .list), at: Place(node))
            return nil
        }
        var items = ItemCollector(label: label)
        for item in node.items {
            items.position += 1
            add(item, of: type, to: &items)
        }
        return items.list
    }

    private mutating func add(_ node: YAMLNode, of type: FieldType, to items: inout ItemCollector) {
        guard let form = form(of: node, as: type) else { return }
        switch form {
        case .null:
            collector.warning(.statement(.nullItem), at: Place(node))
            items.open(at: Place(node))
        case .unknown: items.open(at: Place(node))
        case .none: collector.error(.statement(.itemIsNone), at: Place(node))
        case .table: collector.error(.shape(found: .mapping, expected: .text), at: Place(node))
        case .value(let value, let evidence):
            guard let typed = item(value, as: type) else { return }
            items.add(Fact(state: .stated(typed), place: Place(value), evidence: evidence), vocabulary, &collector)
        }
    }

    private mutating func item(_ node: YAMLNode, as type: FieldType) -> FactValue? {
        switch type {
        case .text, .boolean, .integer, .date, .choice:
            return node.readText(&collector).flatMap { scalar($0, as: type, at: Place(node)) }
        case .record(let id):
            guard let definition = vocabulary.records[id] else { return nil }
            return record(node, as: definition).map { .record($0) }
        case .list: return nil
        }
    }
}

/// Gathers the items of a list under their keys and notices a key that comes twice.
struct ItemCollector {
    let label: LocalizedText
    /// The position of the item being read, from 1.
    var position = 0
    private var items: [FactItem] = []
    private var openings: [Place] = []
    private var places: [String: Place] = [:]

    init(label: LocalizedText) { self.label = label }

    var list: FactList { FactList(items: items, openings: openings) }

    mutating func open(at place: Place) { openings.append(place) }

    mutating func add(_ fact: Fact, _ vocabulary: Vocabulary, _ collector: inout DiagnosticCollector) {
        let stated = vocabulary.key(of: fact)
        let key = stated?.key ?? "#\(position)"
        let place = stated?.place ?? fact.place
        if let first = places[key] {
            let problem = StatementProblem.duplicateItem(
                key: key, list: label, apart: vocabulary.fieldThatTellsApart(fact))
            collector.error(.statement(problem), at: place, related: [first])
            return
        }
        places[key] = place
        items.append(FactItem(key: key, fact: fact))
    }
}

extension Vocabulary {
    /// The field by which items of a list are told apart whose names are the same: the one that would name them before that does.
    fileprivate func fieldThatTellsApart(_ item: Fact) -> String? {
        guard let record = item.record, let keys = records[record.definition]?.key, let first = keys.first else {
            return nil
        }
        guard keys.count > 1, record.fields[first] == nil else { return nil }
        return first
    }
}

extension Vocabulary {
    /// The key an item is known by and where it is stated: the first key field that is, or the item itself.
    func key(of item: Fact) -> (key: String, place: Place)? {
        guard case .stated(let value) = item.state else { return nil }
        guard case .record(let record) = value else { return value.keyText.map { ($0, item.place) } }
        for name in records[record.definition]?.key ?? [] {
            guard let fact = record.fields[name], case .stated(let value) = fact.state else { continue }
            if let text = value.keyText { return (text, fact.place) }
        }
        return nil
    }
}

extension FactValue {
    /// A scalar as it names an item.
    fileprivate var keyText: String? {
        switch self {
        case .text(let text), .choice(let text): text
        case .integer(let number): String(number)
        case .date(let date): date.description
        case .boolean, .record, .list, .varying: nil
        }
    }
}
