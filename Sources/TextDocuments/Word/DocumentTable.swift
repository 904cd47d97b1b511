/// A table whose head stands again on every page.
public struct DocumentTable: Sendable {
    /// One column.
    public struct Column: Sendable {
        /// What stands above it; empty in a table without a head.
        public var head: String
        /// Its part of the table's width, in relation to the other columns.
        public var share: Int
        /// Whether it holds numbers, which stand in the middle.
        public var isNumber: Bool

        /// Makes a column.
        public init(_ head: String, share: Int, isNumber: Bool = false) {
            self.head = head
            self.share = share
            self.isNumber = isNumber
        }
    }

    /// One row.
    public enum Row: Sendable {
        /// A cell for every column.
        case cells([Cell])
        /// A line over the whole width that begins a group of rows, such as a block of agencies.
        case group(String)
    }

    /// One cell: paragraphs, of which there is always at least one.
    public struct Cell: Sendable {
        /// The paragraphs; their styles are chosen by the column where they are `body`.
        public var paragraphs: [[DocumentParagraph.Run]]

        /// A cell of paragraphs.
        public init(_ paragraphs: [[DocumentParagraph.Run]]) {
            self.paragraphs = paragraphs.isEmpty ? [[]] : paragraphs
        }

        /// A cell of one text; lines become paragraphs.
        public init(_ text: String, isBold: Bool = false) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            self.init(lines.map { [DocumentParagraph.Run(String($0), isBold: isBold)] })
        }
    }

    /// The columns.
    public var columns: [Column]
    /// The rows below the head.
    public var rows: [Row]
    /// What the table is, for readers that cannot see it.
    public var summary: String

    /// Makes a table.
    public init(columns: [Column], rows: [Row], summary: String) {
        self.columns = columns
        self.rows = rows
        self.summary = summary
    }

    /// Whether there is a head.
    var hasHead: Bool { columns.contains { !$0.head.isEmpty } }

    /// The widths of the columns in twentieths of a point; together just `total`.
    func widths(of total: Int) -> [Int] {
        let shares = columns.reduce(0) { $0 + $1.share }
        var widths: [Int] = []
        var used = 0
        var given = 0
        for column in columns {
            used += column.share
            let end = total * used / max(1, shares)
            widths.append(end - given)
            given = end
        }
        return widths
    }
}
