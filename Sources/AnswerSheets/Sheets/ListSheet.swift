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
    private let names: [String]
    /// The list in whose items it lies.
    private let outer: OuterList?

    /// How many empty rows a list has to be filled in.
    private static let spareRows = 10

    /// The sheet of a list; nil for a field that is no list of records.
    public init?(_ names: [String], _ vocabulary: Vocabulary, _ language: Language) {
        guard let field = vocabulary.field(at: names), case .list(.record(let id)) = field.type,
            let definition = vocabulary.records[id], OuterList.isWithinReach(names, vocabulary)
        else { return nil }
        self.names = names
        outer = OuterList(around: names, vocabulary)
        self.field = field
        self.definition = definition
        self.language = language
        self.vocabulary = vocabulary
        pointer = "/" + names.joined(separator: "/")
    }

    /// One item in its row.
    private struct Row {
        /// Its number within its list.
        let number: Int
        let record: FactRecord
        /// The item of the outer list that it is within.
        let outer: FactItem?
    }

    /// The items of the list, those of an inner list by the items of the outer one.
    private func items(of statement: Statement) -> [Row] {
        func rows(_ path: FactPath, _ outer: FactItem?) -> [Row] {
            let records = (statement.factList(at: path)?.items ?? []).compactMap { item -> FactRecord? in
                guard case .stated(.record(let record)) = item.fact.state else { return nil }
                return record
            }
            return records.enumerated().map { Row(number: $0.offset + 1, record: $0.element, outer: outer) }
        }
        guard let outer else { return rows(FactPath(names.map { .field($0) }), nil) }
        return outer.items(of: statement).enumerated().flatMap { rows(outer.path(ofItem: $0.offset), $0.element) }
    }

    /// What an item of the outer list is known by.
    private func outerCell(_ item: FactItem?, _ cells: FactCells) -> Cell {
        guard let outer, let item else { return .empty }
        if let name = outer.definition.key.first, case .stated(.record(let record)) = item.fact.state,
            let fact = record.fact([name]), case .stated = fact.state
        {
            return cells.cell(fact, of: outer.key, language, .input)
        }
        return .text(item.key, .input)
    }

    /// The sheet with the items that a statement has of the list, its choices put into `choices`.
    /// - Parameter hasEvidence: Whether each item has columns for its evidence.
    public func sheet(of statement: Statement, _ choices: inout ChoiceSheet, hasEvidence: Bool = false) -> Sheet {
        let cells = FactCells(vocabulary)
        let items = items(of: statement)
        let records = items.map(\.record)
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
        var rows: [[Cell]] = items.map { item in
            let own = entries.map { entry in
                cells.cell(entry.fact(of: item.record), of: entry.field, language, .input)
            }
            return [.integer(item.number)] + (outer == nil ? [] : [outerCell(item.outer, cells)]) + own
        }
        let lead = outer.map { [Cell.empty, cells.cell(nil, of: $0.key, language, .input)] } ?? [.empty]
        for _ in 0..<ListSheet.spareRows {
            rows.append(lead + entries.map { cells.cell(nil, of: $0.field, language, .input) })
        }
        var ranges: [ChoiceRange] = []
        for (column, entry) in entries.enumerated() {
            if case .record = entry.field.type { continue }
            let range = choices.range(for: entry.field, column: column + lead.count, rows: 0...rows.count - 1)
            if let range { ranges.append(range) }
        }
        let label = field.label[language]
        let title = label.prefix(1).uppercased() + label.dropFirst()
        let number = QuestionColumn.number.header[language]
        let columns =
            [Column(number, widest: 5)]
            + (outer.map { [Column($0.definition.label[language], widest: 24, isInput: true)] } ?? [])
            + entries.map { Column($0.label[language], widest: 36, isInput: true) }
        let ids =
            [Cell.text("#", .code)] + (outer.map { [Cell.text($0.field.name, .code)] } ?? [])
            + entries.map { Cell.text($0.id, .code) }
        return Sheet(
            name: ListSheetName.given(field, definition, language),
            preamble: [[.text(title, .title)], [.text(SheetMark.list(pointer), .note)], ids],
            columns: columns, rows: rows, frozenColumns: lead.count + 1, choices: ranges)
    }

    /// The lists of records of a statement, as names from the root: those that are stated, or asked about. After a list come those
    /// within its items.
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
                    lists += ListSheet.lists(within: path, of: statement, asked: asked, vocabulary)
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

    /// The lists within the items of a list: those that some item has, or that are asked about.
    private static func lists(
        within list: [String], of statement: Statement, asked: Set<[String]>, _ vocabulary: Vocabulary
    ) -> [[String]] {
        guard let field = vocabulary.field(at: list), let definition = vocabulary.record(of: field.type) else {
            return []
        }
        return OuterList.inner(of: definition, vocabulary).map { list + $0 }.filter { names in
            guard let outer = OuterList(around: names, vocabulary) else { return false }
            let items = outer.items(of: statement)
            if asked.contains(names) { return !items.isEmpty }
            return items.indices.contains { statement.factList(at: outer.path(ofItem: $0))?.items.isEmpty == false }
        }
    }
}
