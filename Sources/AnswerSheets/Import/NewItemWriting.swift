internal import Editing
internal import Model

/// A new item as it is written: into a list of a document, or as a row of a table.
extension SheetAnswers.NewItem {
    /// The item as an item of a list: its facts, groups within as mappings, then its note and evidence.
    var written: NewValue { .mapping(Self.entries(facts) + ItemExtra.entries(extras)) }

    /// The item as cells under the names of their columns.
    var cells: [(name: String, text: String)] {
        facts.map { ($0.names.joined(separator: "."), $0.answer.cellText) }
            + extras.map { ($0.extra.rawValue, $0.answer.cellText) }
    }

    private typealias NamedAnswer = (names: [String], field: FieldDefinition, answer: Answer)

    private static func entries(_ facts: [NamedAnswer]) -> [NewValue.Entry] {
        var order: [String] = []
        var inner: [String: [NamedAnswer]] = [:]
        for fact in facts {
            guard let name = fact.names.first else { continue }
            if inner[name] == nil { order.append(name) }
            inner[name, default: []].append((Array(fact.names.dropFirst()), fact.field, fact.answer))
        }
        return order.map { name in
            let parts = inner[name] ?? []
            if let own = parts.first, own.names.isEmpty, parts.count == 1 {
                return NewValue.Entry(name, own.answer.written(as: own.field.type))
            }
            return NewValue.Entry(name, .mapping(entries(parts.filter { !$0.names.isEmpty })))
        }
    }
}
