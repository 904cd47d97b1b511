internal import CSVTable
internal import YAMLTree

/// Which column of a table holds which fact of a record: `number`, `publication.decision`, `note`, `evidence.ref`.
struct TableColumns {
    let definition: RecordDefinition
    /// Columns of the record's own facts.
    private(set) var facts: [FactColumn] = []
    /// Columns of the facts of records within.
    private(set) var records: [RecordColumns] = []
    /// The column of the record's note.
    private(set) var note: Int?
    /// Columns of the one piece of evidence a row can name.
    private(set) var evidence: [EvidenceColumn] = []

    init(_ definition: RecordDefinition) { self.definition = definition }

    /// The column of a fact.
    struct FactColumn {
        let column: Int
        let field: FieldDefinition
    }

    /// The columns of a record within the record.
    struct RecordColumns {
        let field: FieldDefinition
        var columns: TableColumns
    }

    /// The column of something said of evidence.
    struct EvidenceColumn {
        let column: Int
        let key: EvidenceKey
    }

    /// What can be said of evidence, as written.
    enum EvidenceKey: String, CaseIterable {
        case ref, title, dated, file, capacity, shows
        case issuedBy = "issued_by"
        case signedBy = "signed_by"
        case filedOn = "filed_on"
    }

    /// The facts of which there is no column at all.
    var lacking: Set<String> { Set(definition.fields.lazy.filter { !has($0) }.map(\.name)) }

    /// Whether any column is that of the field or of something within it.
    func has(_ field: FieldDefinition) -> Bool {
        facts.contains { $0.field.name == field.name } || records.contains { $0.field.name == field.name }
    }

    /// Adds a column under the names of its header cell; false where they lead nowhere.
    mutating func add(_ column: Int, _ names: ArraySlice<String>, _ vocabulary: Vocabulary) -> Bool {
        guard let name = names.first else { return false }
        let rest = names.dropFirst()
        guard let field = definition.field(name) else { return addExtra(column, name, rest) }
        if rest.isEmpty {
            facts.append(FactColumn(column: column, field: field))
            return true
        }
        guard case .record(let id) = field.type, let inner = vocabulary.records[id] else { return false }
        if let index = records.firstIndex(where: { $0.field.name == name }) {
            return records[index].columns.add(column, rest, vocabulary)
        }
        var columns = TableColumns(inner)
        guard columns.add(column, rest, vocabulary) else { return false }
        records.append(RecordColumns(field: field, columns: columns))
        return true
    }

    private mutating func addExtra(_ column: Int, _ name: String, _ rest: ArraySlice<String>) -> Bool {
        switch name {
        case "note" where rest.isEmpty:
            note = column
            return true
        case "evidence":
            guard rest.count == 1, let last = rest.first, let key = EvidenceKey(rawValue: last) else { return false }
            evidence.append(EvidenceColumn(column: column, key: key))
            return true
        default: return false
        }
    }

    /// Every name a header cell can have.
    static func names(of definition: RecordDefinition, _ vocabulary: Vocabulary, prefix: String = "") -> [String] {
        var names: [String] = []
        for field in definition.fields {
            names.append(prefix + field.name)
            if case .record(let id) = field.type, let inner = vocabulary.records[id] {
                names += Self.names(of: inner, vocabulary, prefix: "\(prefix)\(field.name).")
            }
        }
        names.append("\(prefix)note")
        names += EvidenceKey.allCases.map { "\(prefix)evidence.\($0.rawValue)" }
        return names
    }
}
