public import CivilTime

/// A workbook as it was read.
public struct ReadBook: Sendable {
    /// The sheets in the order of their tabs.
    public let sheets: [ReadSheet]
}

/// A sheet as it was read: its cells, and which of them are merged.
public struct ReadSheet: Sendable {
    /// The name on the tab.
    public let name: String
    /// Whether it does not show.
    public let isHidden: Bool
    /// Merged cells; only the first of them holds anything.
    public let merges: [CellRange]
    /// The rows that have cells, by number from 0.
    private let rows: [Int: [Int: ReadValue]]
    /// The number of rows up to the last with something in it.
    public let rowCount: Int
    /// The number of columns up to the last with something in it.
    public let columnCount: Int

    init(name: String, isHidden: Bool, merges: [CellRange], rows: [Int: [Int: ReadValue]]) {
        self.name = name
        self.isHidden = isHidden
        self.merges = merges
        self.rows = rows
        rowCount = (rows.keys.max() ?? -1) + 1
        columnCount = (rows.values.compactMap { $0.keys.max() }.max() ?? -1) + 1
    }

    /// What a cell holds; for one that is merged with cells above it what the first of them holds; nil where it is empty.
    public func value(row: Int, column: Int) -> ReadValue? {
        if let value = rows[row]?[column] { return value }
        for merge in merges where merge.first.column == column && merge.contains(row: row, column: column) {
            return rows[merge.first.row]?[column]
        }
        return nil
    }

    /// The merged cells that a cell of a row is the first of; nil where it is none, or stands alone.
    public func merge(row: Int, column: Int) -> CellRange? {
        merges.first { $0.first.row == row && $0.first.column == column }
    }

    /// Whether a row has nothing in it; merged cells that begin above count as nothing.
    public func isBlank(row: Int) -> Bool { rows[row]?.isEmpty ?? true }

    /// The columns of a row with something in them, in order.
    public func columns(inRow row: Int) -> [Int] { rows[row]?.keys.sorted() ?? [] }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Hashable {
    /// The upper left cell.
    public let first: CellReference
    /// The lower right cell.
    public let last: CellReference

    /// Reads `A1:C3` or `A1`; nil for what is no range.
    init?(_ text: String) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let start = ends.first.flatMap({ CellReference($0) }), ends.count <= 2 else { return nil }
        guard let end = ends.count == 2 ? CellReference(ends[1]) : start else { return nil }
        guard start.row <= end.row, start.column <= end.column else { return nil }
        first = start
        last = end
    }

    func contains(row: Int, column: Int) -> Bool {
        row >= first.row && row <= last.row && column >= first.column && column <= last.column
    }
}

/// What a cell holds. Of a formula it is the value that was computed last.
public enum ReadValue: Sendable, Hashable {
    /// Text; never empty.
    case text(String)
    /// A number, and the text that its format shows where that is of noughts alone (`000`), so that a code keeps its zeros.
    case number(Double, shown: String?)
    /// A number whose format shows a date: the day, and whether it has a time of day too.
    case date(CivilDate, hasTime: Bool)
    /// True or false.
    case boolean(Bool)
    /// An error such as `#REF!`; empty for a formula of which the workbook holds no value.
    case error(String)
}

/// How much of a workbook is read before it is refused.
public struct BookLimits: Sendable, Hashable {
    /// The most cells of all sheets together.
    public var maxCells: Int

    /// Makes limits; what is not given is as in `standard`.
    public init(maxCells: Int = 1_000_000) { self.maxCells = maxCells }

    /// A million cells.
    public static let standard = BookLimits()
}
