internal import CSVTable
internal import YAMLTree

/// A cell with text in it: trimmed, in NFC.
struct TableCell {
    let text: String
    let place: Place

    /// The word after `!` at the start, as a tag in YAML; nil for an ordinary text.
    var tag: String? {
        guard text.utf8.first == UInt8(ascii: "!") else { return nil }
        let word = text.dropFirst().prefix { !$0.isWhitespace }
        return word.first.map(\.isLetter) ?? false ? String(word) : nil
    }

    /// What stands after the tag, if anything does.
    var afterTag: String? {
        guard let tag else { return nil }
        let rest = String(text.dropFirst(1 + tag.count)).trimmed
        return rest.isEmpty ? nil : rest
    }
}

/// One row of a table, its cells ready to be typed.
struct TableRow {
    private let row: CSVRow
    private let source: SourceText

    init(_ row: CSVRow, of table: CSVTable) {
        self.row = row
        source = table.source
    }

    /// The whole row.
    var place: Place { Place(source: source, range: row.range) }

    /// The cell in a column; nil where it is empty, for then the fact is absent.
    func cell(_ column: Int) -> TableCell? {
        guard column < row.cells.count else { return nil }
        let cell = row.cells[column]
        let text = cell.text.trimmed
        return text.isEmpty ? nil : TableCell(text: text.nfc, place: Place(source: source, range: cell.range))
    }

    /// From the first to the last cell that has something of a record within; nil where none has.
    func place(of columns: TableColumns) -> Place? {
        let cells = columns.all.filter { cell($0) != nil }.sorted().map { row.cells[$0] }
        return Self.range(of: cells).map { Place(source: source, range: $0) }
    }

    static func range(of cells: [CSVCell]) -> SourceRange? {
        guard let first = cells.first, let last = cells.last else { return nil }
        return SourceRange(start: first.range.start, end: last.range.end)
    }
}

extension TableColumns {
    /// Every column of the record and of those within it.
    fileprivate var all: [Int] {
        facts.map(\.column) + evidence.map(\.column) + (note.map { [$0] } ?? []) + records.flatMap(\.columns.all)
    }
}

extension String {
    /// The text without ASCII spaces, tabs and line breaks around it, as YAML reads a plain scalar.
    var trimmed: String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
