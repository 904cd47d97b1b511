public import CivilTime

/// A workbook to be written: sheets of cells, and what its properties say.
public struct Workbook: Sendable {
    /// The title in the document's properties.
    public let title: String
    /// The day in the document's properties, so that the same workbook has the same bytes whenever it is written.
    public let created: CivilDate
    /// The sheets, in order.
    public var sheets: [Sheet]

    /// Makes a workbook.
    public init(title: String, created: CivilDate, sheets: [Sheet] = []) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }
}

/// One sheet: lines above the table, a header, rows.
public struct Sheet: Sendable {
    /// The name on the tab; made to fit what a workbook allows (``SheetName``).
    public var name: String
    /// What stands above the table, one line each; empty lines too.
    public var preamble: [[Cell]]
    /// The columns of the table; none where the sheet has no table.
    public let columns: [Column]
    /// The rows of the table, under the header.
    public var rows: [[Cell]]
    /// Whether the table's header has buttons to filter by.
    public let isFiltered: Bool
    /// How many columns stay in sight when the sheet is moved sideways.
    public let frozenColumns: Int
    /// How many columns are printed, from the first; nil prints all, over several pages where they are many.
    public let printedColumns: Int?
    /// Lists that cells choose from.
    public var choices: [ChoiceRange]

    /// Makes a sheet.
    public init(
        name: String, preamble: [[Cell]] = [], columns: [Column] = [], rows: [[Cell]] = [], isFiltered: Bool = true,
        frozenColumns: Int = 0, printedColumns: Int? = nil, choices: [ChoiceRange] = []
    ) {
        self.name = name
        self.preamble = preamble
        self.columns = columns
        self.rows = rows
        self.isFiltered = isFiltered
        self.frozenColumns = frozenColumns
        self.printedColumns = printedColumns
        self.choices = choices
    }

    /// The row of the header in the sheet, from 0.
    public var headerRow: Int { preamble.count }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
    /// The words of the header.
    public let header: String
    /// The widest it may be, in characters.
    public let widest: Int
    /// Whether it is a column that a person fills in.
    public let isInput: Bool

    /// Makes a column as wide as its cells need, up to a width.
    public init(_ header: String, widest: Int = 40, isInput: Bool = false) {
        self.header = header
        self.widest = widest
        self.isInput = isInput
    }
}

/// What a cell holds.
public enum CellValue: Sendable, Hashable {
    case empty
    /// Nothing yet; what is typed in is shown as a day.
    case emptyDate
    /// Text, whatever it begins with: never a formula, a number or a link.
    case text(String)
    /// A number.
    case integer(Int)
    /// A day, shown as day/month/year.
    case date(CivilDate)
}

/// A cell: what it holds and how it looks.
public struct Cell: Sendable, Hashable {
    /// What it holds.
    public let value: CellValue
    /// How it looks.
    public let style: CellStyle

    /// Makes a cell.
    public init(_ value: CellValue, _ style: CellStyle = .plain) {
        self.value = value
        self.style = style
    }

    /// Nothing.
    public static let empty = Cell(.empty)

    /// A text; nil is an empty cell.
    public static func text(_ text: String?, _ style: CellStyle = .plain) -> Cell {
        guard let text, !text.isEmpty else { return Cell(.empty, style) }
        return Cell(.text(text), style)
    }

    /// A number; nil is an empty cell.
    public static func integer(_ number: Int?, _ style: CellStyle = .plain) -> Cell {
        Cell(number.map { .integer($0) } ?? .empty, style)
    }

    /// A day; nil is an empty cell.
    public static func date(_ day: CivilDate?, _ style: CellStyle = .plain) -> Cell {
        Cell(day.map { .date($0) } ?? .empty, style)
    }
}

/// How a cell looks.
public enum CellStyle: Int, Sendable, Hashable, CaseIterable {
    /// As the rest of the table.
    case plain
    /// The title of a sheet.
    case title
    /// A line above the table, or a group within it.
    case heading
    /// A remark above the table.
    case note
    /// A value above the table.
    case free
    /// The header of a column.
    case header
    /// The header of a column to fill in.
    case inputHeader
    /// A cell to fill in.
    case input
    /// Something that fails.
    case failing
    /// Something to look at.
    case attention
    /// Something that is open.
    case open
    /// Something that is as it should be.
    case good
    /// A code or path, for programs and for comparing.
    case code
}

/// Cells of one column of the table that choose from a list.
public struct ChoiceRange: Sendable, Hashable {
    /// The column of the table, from 0.
    public let column: Int
    /// The rows of the table, from 0.
    public let rows: ClosedRange<Int>
    /// The sheet that holds the list, by name as given to the workbook.
    public let listSheet: String
    /// The column of that sheet, from 0.
    public let listColumn: Int
    /// The rows of that sheet, from 0, counted in the sheet and not in its table.
    public let listRows: ClosedRange<Int>
    /// Whether another text is refused when it is typed in; otherwise it is only asked about.
    public let isStrict: Bool

    /// Makes a range.
    public init(
        column: Int, rows: ClosedRange<Int>, listSheet: String, listColumn: Int, listRows: ClosedRange<Int>,
        isStrict: Bool = false
    ) {
        self.column = column
        self.rows = rows
        self.listSheet = listSheet
        self.listColumn = listColumn
        self.listRows = listRows
        self.isStrict = isStrict
    }
}
