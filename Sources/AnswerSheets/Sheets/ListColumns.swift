internal import Model

/// The columns of a list of records: its facts, and those of records within, that a cell can hold.
struct ListColumns {
    /// One column.
    struct Entry {
        /// The names from the record: `["publication", "decision"]`.
        let names: [String]
        let field: FieldDefinition
        /// What it is called.
        let label: LocalizedText
        /// What it is where it is no fact of the record.
        var extra: ItemExtra?

        /// `publication.decision`.
        var id: String { names.joined(separator: ".") }
    }

    let entries: [Entry]

    /// The columns of what an item says besides its facts.
    static func extras(_ extras: [ItemExtra]) -> [Entry] {
        extras.map { Entry(names: $0.names, field: $0.field, label: $0.label, extra: $0) }
    }

    init(_ definition: RecordDefinition, _ vocabulary: Vocabulary) {
        entries = ListColumns.entries(definition, vocabulary, names: [], label: nil)
    }

    private static func entries(
        _ definition: RecordDefinition, _ vocabulary: Vocabulary, names: [String], label: LocalizedText?
    ) -> [Entry] {
        var entries: [Entry] = []
        for field in definition.fields {
            let path = names + [field.name]
            let own = label.map { outer in
                LocalizedText(vi: "\(outer.vi) – \(field.label.vi)", en: "\(outer.en) – \(field.label.en)")
            }
            switch field.type {
            case .text, .boolean, .integer, .date, .choice, .list(.text), .list(.choice):
                entries.append(Entry(names: path, field: field, label: own ?? field.label))
            case .record(let id):
                guard let inner = vocabulary.records[id], names.count < 3 else { continue }
                // Of a group that is not known, or not there, the group's own column says so.
                entries.append(Entry(names: path, field: field, label: own ?? field.label))
                entries += self.entries(inner, vocabulary, names: path, label: own ?? field.label)
            case .list: continue
            }
        }
        return entries
    }
}

extension ListColumns.Entry {
    /// What a record says of it; nil where nothing is written there.
    func fact(of record: FactRecord) -> Fact? { extra.map { $0.fact(of: record) } ?? record.fact(names) }
}

extension FactRecord {
    /// The fact that names lead to from the record; nil where nothing is written there.
    func fact(_ names: some Collection<String>) -> Fact? {
        guard let name = names.first, let fact = fields[name] else { return nil }
        if names.count == 1 { return fact }
        guard case .stated(.record(let inner)) = fact.state else { return nil }
        return inner.fact(names.dropFirst())
    }
}
