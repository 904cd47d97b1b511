public import Model
public import Spreadsheets

/// The sheet of closed lists that answers choose from: one list in a column.
public struct ChoiceSheet: Sendable {
    /// What the sheet is called.
    public static let name = LocalizedText(vi: "Danh mục chọn", en: "Choices")

    private let language: Language
    private var columns: [(header: String, items: [String])] = []
    private var positions: [String: Int] = [:]
    private let vocabulary: Vocabulary

    /// An empty sheet.
    public init(_ vocabulary: Vocabulary, _ language: Language) {
        self.vocabulary = vocabulary
        self.language = language
    }

    /// The list for a field's cells, put into the sheet where it is not there yet; nil for a field that chooses from none.
    mutating func range(for field: FieldDefinition, column: Int, rows: ClosedRange<Int>) -> ChoiceRange? {
        guard let position = position(for: field.type) else { return nil }
        let count = columns[position].items.count
        return ChoiceRange(
            column: column, rows: rows, listSheet: ChoiceSheet.name[language], listColumn: position, listRows: 1...count
        )
    }

    private mutating func position(for type: FieldType) -> Int? {
        let id: String
        let header: String
        var items: [String]
        switch type {
        case .boolean:
            id = "boolean"
            header = AnswerWords.yes[language] + "/" + AnswerWords.no[language]
            items = [AnswerWords.yes[language], AnswerWords.no[language]]
        case .choice(let name):
            guard let list = vocabulary.choices[name] else { return nil }
            id = "choice \(name)"
            header = name
            items = list.choices.map { FactCells.label($0.label[language], $0.id, in: list, language) }
        case .record:
            id = "state"
            header = ""
            items = []
        case .list(.record):
            id = "state of a list"
            header = AnswerWords.emptyList[language]
            items = [AnswerWords.emptyList[language]]
        case .text, .integer, .date, .list: return nil
        }
        if let known = positions[id] { return known }
        items += [AnswerWords.unknown[language], AnswerWords.none[language]]
        positions[id] = columns.count
        columns.append((header.isEmpty ? AnswerWords.unknown[language] : header, items))
        return columns.count - 1
    }

    /// The sheet; nil where no cell chooses from a list.
    public var sheet: Sheet? {
        guard let longest = columns.map(\.items.count).max() else { return nil }
        let rows = (0..<longest).map { row in columns.map { Cell.text(row < $0.items.count ? $0.items[row] : nil) } }
        return Sheet(
            name: ChoiceSheet.name[language], columns: columns.map { Column($0.header, widest: 60) }, rows: rows,
            isFiltered: false)
    }
}
