internal import YAMLTree

/// The line of a file that a message is about, with carets under the place:
///
///      12 | qms: {polcy: yes}
///         |       ^^^^^
///
/// Of a place over several lines the first is shown. A long line is cut around the place.
public struct CodeFrame: Sendable {
    /// The frame's two lines, each with a line break; empty where the file has no such line.
    public let text: String

    /// How many columns of source a frame shows; with the gutter it fits in 100.
    public static let width = 88
    private static let tabStop = 4

    /// Makes the frame of a place.
    public init(_ place: Place) {
        let start = place.range.start
        let end = place.range.end
        guard let line = place.source.line(start.line) else {
            text = ""
            return
        }
        let cells = Self.cells(of: line)
        let first = min(max(start.column - 1, 0), cells.count)
        var last = end.line > start.line ? cells.count : min(end.column - 1, cells.count)
        while last > first + 1, end.line > start.line, cells[last - 1].text == " " { last -= 1 }
        last = max(last, first)
        let window = Self.window(of: cells, around: first..<last)
        var shown = ""
        for cell in cells[window] { shown += cell.text }
        let isCutLeft = window.lowerBound > 0
        let isCutRight = window.upperBound < cells.count
        let before = Self.columns(cells[window.lowerBound..<first]) + (isCutLeft ? 1 : 0)
        let marked = max(1, Self.columns(cells[first..<min(last, window.upperBound)]))
        let number = String(start.line)
        let gutter = String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number
        let blank = String(repeating: " ", count: gutter.utf8.count)
        let source = (isCutLeft ? "…" : "") + shown + (isCutRight ? "…" : "")
        let carets = String(repeating: " ", count: before) + String(repeating: "^", count: marked)
        text = "\(gutter) | \(source)\n\(blank) | \(carets)\n"
    }

    /// A text on one line that a terminal shows as it is: what would move the cursor or turn the direction is replaced.
    static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { isUnprintable($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in scalars { result.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    // MARK: Columns

    /// One scalar of the line as it is shown, and how many columns of a terminal it takes.
    private struct Cell {
        let text: String
        let columns: Int
    }

    private static func cells(of line: String) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        for scalar in line.unicodeScalars {
            let cell: Cell
            if scalar == "\t" {
                let columns = tabStop - column % tabStop
                cell = Cell(text: String(repeating: " ", count: columns), columns: columns)
            } else if isUnprintable(scalar) {
                cell = Cell(text: "\u{FFFD}", columns: 1)
            } else {
                cell = Cell(text: String(scalar), columns: DisplayWidth.columns(scalar))
            }
            column += cell.columns
            cells.append(cell)
        }
        return cells
    }

    private static func columns(_ cells: ArraySlice<Cell>) -> Int {
        cells.reduce(0) { $0 + $1.columns }
    }

    /// Control characters, line and paragraph separators, and what turns the direction of writing.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The part of the line that is shown: the marked place and what fits around it, more of it before than after.
    private static func window(of cells: [Cell], around marked: Range<Int>) -> Range<Int> {
        if columns(cells[...]) <= width { return 0..<cells.count }
        var lower = marked.lowerBound
        var upper = marked.lowerBound
        var room = width - 2
        while upper < marked.upperBound, room > width / 3, cells[upper].columns <= room {
            room -= cells[upper].columns
            upper += 1
        }
        var before = room * 2 / 3
        while lower > 0, cells[lower - 1].columns <= before {
            lower -= 1
            before -= cells[lower].columns
            room -= cells[lower].columns
        }
        while upper < cells.count, cells[upper].columns <= room {
            room -= cells[upper].columns
            upper += 1
        }
        while lower > 0, cells[lower - 1].columns <= room {
            lower -= 1
            room -= cells[lower].columns
        }
        return lower..<upper
    }
}
