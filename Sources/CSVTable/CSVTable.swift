public import YAMLTree

/// A table read from a CSV file (RFC 4180): a header that names the columns, and rows of cells with their places.
public struct CSVTable: Sendable {
    /// The file.
    public let source: SourceText
    /// What stands between two cells.
    public let separator: CSVSeparator
    /// The cells of the first row.
    public let header: [CSVCell]
    /// The rows after the header, in the order of the file. Rows without any text are left out.
    public let rows: [CSVRow]
}

/// What stands between two cells of a row. Spreadsheets choose it by the country's settings, so the header decides.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
    /// `,`, as RFC 4180 has it.
    case comma = 0x2C
    /// `;`, where the comma is the decimal sign.
    case semicolon = 0x3B
    /// A tab.
    case tab = 0x09
}

/// One row of a table.
public struct CSVRow: Sendable {
    /// The cells; never more than the header has, and fewer where the row ends early.
    public let cells: [CSVCell]
    /// From the first cell's start to the last one's end.
    public let range: SourceRange
}

/// One cell of a row.
public struct CSVCell: Sendable, Hashable {
    /// The text, without the quotes around it and with `""` as one quote; a line break within is kept as written.
    public let text: String
    /// Where it is written, quotes included.
    public let range: SourceRange
    /// Whether it is written in quotes.
    public let isQuoted: Bool
}
