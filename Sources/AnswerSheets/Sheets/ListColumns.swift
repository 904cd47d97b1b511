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

        /// `publication.decision`.
        var id: String { names.joined(separator: ".") }
    }

    let entries: [Entry]

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

extension FactRecord {
    /// The fact that names lead to from the record; nil where nothing is written there.
    func fact(_ names: some Collection<String>) -> Fact? {
        guard let name = names.first, let fact = fields[name] else { return nil }
        if names.count == 1 { return fact }
        guard case .stated(.record(let inner)) = fact.state else { return nil }
        return inner.fact(names.dropFirst())
    }
}
