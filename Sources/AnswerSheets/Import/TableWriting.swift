internal import CSVTable
internal import Editing
internal import YAMLTree

/// Changes cells of a table and adds rows and columns, leaving every other byte as it is.
struct TableWriting {
    private let table: CSVTable
    /// New texts by row, from 0 below the header, and column.
    private var cells: [Int: [Int: String]] = [:]
    private var rows: [[Int: String]] = []
    /// Columns that the table does not have yet.
    private var newColumns: [String] = []
    /// Every column by its name.
    private var places: [String: Int]

    init(_ table: CSVTable) {
        self.table = table
        let names = table.header.enumerated().map { ($0.element.text.trimmedNFC, $0.offset) }
        places = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// The column of a name, a new one where there is none.
    private mutating func column(_ name: String) -> Int {
        if let found = places[name] { return found }
        let place = table.header.count + newColumns.count
        newColumns.append(name)
        places[name] = place
        return place
    }

    mutating func set(row: Int, _ name: String, _ text: String) {
        let column = column(name)
        cells[row, default: [:]][column] = text
    }

    mutating func append(_ facts: [(name: String, text: String)]) {
        var row: [Int: String] = [:]
        for fact in facts { row[column(fact.name)] = fact.text }
        rows.append(row)
    }

    /// The table with the changes; nil where they do not go together.
    func bytes() -> [UInt8]? {
        var edits: [TextEdit] = []
        let separator = String(Unicode.Scalar(table.separator.rawValue))
        let lineBreak = lineBreak
        if let last = table.header.last, !newColumns.isEmpty {
            let text = newColumns.map { separator + quoted($0) }.joined()
            edits.append(.insert(text, at: last.range.end.offset))
        }
        for (number, changes) in cells.sorted(by: { $0.key < $1.key }) {
            guard table.rows.indices.contains(number) else { return nil }
            let row = table.rows[number]
            var beyond: [Int: String] = [:]
            for (column, text) in changes {
                if column < row.cells.count {
                    let range = row.cells[column].range
                    edits.append(TextEdit(range.start.offset..<range.end.offset, with: quoted(text)))
                } else {
                    beyond[column] = text
                }
            }
            guard let last = beyond.keys.max() else { continue }
            let added = (row.cells.count...last).map { separator + quoted(beyond[$0] ?? "") }.joined()
            edits.append(.insert(added, at: row.range.end.offset))
        }
        let bytes = table.source.bytes
        if !rows.isEmpty {
            let width = table.header.count + newColumns.count
            var text = bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") ? "" : lineBreak
            for row in rows {
                text += (0..<width).map { quoted(row[$0] ?? "") }.joined(separator: separator) + lineBreak
            }
            edits.append(.insert(text, at: bytes.count))
        }
        guard let checked = try? TextEdits(edits, of: bytes) else { return nil }
        return checked.applied(to: bytes)
    }

    /// A table that is not there yet, in UTF-8 with LF.
    static func new(_ columns: [String], _ rows: [[String: String]]) -> [UInt8] {
        var text = columns.joined(separator: ",") + "\n"
        for row in rows {
            text += columns.map { quoted(row[$0] ?? "", separator: ",") }.joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    private var lineBreak: String {
        table.source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    }

    private func quoted(_ text: String) -> String {
        TableWriting.quoted(text, separator: String(Unicode.Scalar(table.separator.rawValue)))
    }

    /// RFC 4180 section 2.
    private static func quoted(_ text: String, separator: String) -> String {
        let needsQuotes = text.unicodeScalars.contains {
            "\"\n\r".unicodeScalars.contains($0) || String($0) == separator
        }
        if !needsQuotes { return text }
        var result = "\"".unicodeScalars
        for scalar in text.unicodeScalars { result += scalar == "\"" ? ["\"", "\""] : [scalar] }
        result.append("\"")
        return String(result)
    }
}
