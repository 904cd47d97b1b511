public import Model
public import Spreadsheets

/// The sheet of one list of records: one item in a row, one fact in a column.
public struct ListSheet: Sendable {
    /// The list, as a JSON Pointer.
    public let pointer: String
    private let field: FieldDefinition
    private let definition: RecordDefinition
    private let language: Language
    private let vocabulary: Vocabulary

    /// How many empty rows a list has to be filled in.
    private static let spareRows = 10

    /// The sheet of a list; nil for a field that is no list of records.
    public init?(_ names: [String], _ vocabulary: Vocabulary, _ language: Language) {
        guard let field = vocabulary.field(at: names), case .list(.record(let id)) = field.type,
            let definition = vocabulary.records[id]
        else { return nil }
        self.field = field
        self.definition = definition
        self.language = language
        self.vocabulary = vocabulary
        pointer = "/" + names.joined(separator: "/")
    }

    /// The sheet with the items of a list, its choices put into `choices`.
    /// - Parameter hasEvidence: Whether each item has columns for its evidence.
    public func sheet(_ list: FactList?, _ choices: inout ChoiceSheet, hasEvidence: Bool = false) -> Sheet {
        let cells = FactCells(vocabulary)
        let records = (list?.items ?? []).compactMap { item -> FactRecord? in
            guard case .stated(.record(let record)) = item.fact.state else { return nil }
            return record
        }
        // A group's own column is needed where the group is not stated part by part; elsewhere it would stand empty.
        let facts = ListColumns(definition, vocabulary).entries.filter { entry in
            guard case .record = entry.field.type else { return true }
            return records.contains { record in
                guard let fact = record.fact(entry.names) else { return false }
                if case .stated = fact.state { return false }
                return true
            }
        }
        let entries = facts + (hasEvidence ? ListColumns.extras(ItemExtra.shown) : [])
        var rows: [[Cell]] = records.enumerated().map { index, record in
            [.integer(index + 1)]
                + entries.map { entry in cells.cell(entry.fact(of: record), of: entry.field, language, .input) }
        }
        for _ in 0..<ListSheet.spareRows {
            rows.append([.empty] + entries.map { cells.cell(nil, of: $0.field, language, .input) })
        }
        var ranges: [ChoiceRange] = []
        for (column, entry) in entries.enumerated() {
            if case .record = entry.field.type { continue }
            let range = choices.range(for: entry.field, column: column + 1, rows: 0...rows.count - 1)
            if let range { ranges.append(range) }
        }
        let label = field.label[language]
        let title = label.prefix(1).uppercased() + label.dropFirst()
        let number = QuestionColumn.number.header[language]
        let columns =
            [Column(number, widest: 5)] + entries.map { Column($0.label[language], widest: 36, isInput: true) }
        let ids = [Cell.text("#", .code)] + entries.map { Cell.text($0.id, .code) }
        return Sheet(
            name: ListSheetName.given(field, definition, language),
            preamble: [[.text(title, .title)], [.text(SheetMark.list(pointer), .note)], ids],
            columns: columns, rows: rows, frozenColumns: 2, choices: ranges)
    }

    /// The lists of records of a statement's records, as names from the root: those that are stated, or asked about.
    public static func lists(of statement: Statement, asked: Set<[String]>, _ vocabulary: Vocabulary) -> [[String]] {
        var lists: [[String]] = []
        func walk(_ record: FactRecord?, _ definition: RecordDefinition, _ names: [String]) {
            for field in definition.fields {
                let path = names + [field.name]
                let fact = record?.fields[field.name]
                switch field.type {
                case .list(.record):
                    var isStated = false
                    if case .stated(.list)? = fact?.state { isStated = true }
                    if isStated || asked.contains(path) { lists.append(path) }
                case .record(let id):
                    guard let inner = vocabulary.records[id], names.count < 8 else { continue }
                    if case .stated(.record(let record))? = fact?.state {
                        walk(record, inner, path)
                    } else if asked.contains(where: { $0.starts(with: path) }) {
                        walk(nil, inner, path)
                    }
                case .text, .boolean, .integer, .date, .choice, .list: continue
                }
            }
        }
        walk(statement.root, vocabulary.roots, [])
        return lists
    }
}
