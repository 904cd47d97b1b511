internal import CivilTime
internal import XMLReading

/// Reads the cells of worksheets (ECMA-376 Part 1, 18.3).
struct SheetReader {
    let strings: [String]
    let formats: NumberFormats
    let system: DaySerial.System
    /// How many cells may still be read, over all sheets.
    var cellsLeft: Int
    let limits: BookLimits

    /// The most merged ranges of a sheet that are looked at: each is looked at for every empty cell that is asked for.
    private static let maxMerges = 10_000

    mutating func read(
        _ bytes: [UInt8], part: String, name: String, isHidden: Bool
    ) throws(SpreadsheetError) -> ReadSheet {
        var state = State(reader: self)
        do throws(XMLError) {
            try XMLReader.read(bytes) { event in
                switch event {
                case .start(let tag): state.start(tag)
                case .text(let text): state.add(text)
                case .end(let ended): state.end(ended.local)
                }
                return state.failure == nil ? .proceed : .stop
            }
        } catch {
            throw .part(part, error)
        }
        switch state.failure {
        case .tooMany: throw .tooManyCells(limit: limits.maxCells)
        case .broken(let cell): throw .brokenCell(sheet: name, cell: cell)
        case nil: break
        }
        cellsLeft = state.cellsLeft
        return ReadSheet(name: name, isHidden: isHidden, merges: state.merges, rows: state.rows)
    }

    /// What was read so far of one sheet.
    private struct State {
        enum Failure {
            case tooMany
            case broken(String)
        }

        let reader: SheetReader
        var cellsLeft: Int
        var rows: [Int: [Int: ReadValue]] = [:]
        var merges: [CellRange] = []
        var failure: Failure?
        private var row = -1
        private var column = -1
        private var type = ""
        private var style = 0
        private var content = ""
        private var inline = RichText()
        private var isInCell = false
        private var isInValue = false
        private var isFormula = false
        private var hasValue = false

        init(reader: SheetReader) {
            self.reader = reader
            cellsLeft = reader.cellsLeft
        }

        mutating func start(_ tag: XMLStartTag) {
            switch tag.name.local {
            case "row" where !isInCell:
                // Numbers of rows and cells may be left out; then they follow one another.
                row = tag.value("r").flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
                column = -1
                if row < 0 || row >= CellReference.maxRows { failure = .broken("row \(row + 1)") }
            case "c" where !isInCell: startCell(tag)
            case "v" where isInCell:
                isInValue = true
                hasValue = true
            case "f" where isInCell: isFormula = true
            case "mergeCell":
                guard let range = tag.value("ref").flatMap({ CellRange($0) }) else { return }
                merges.append(range)
                if merges.count > SheetReader.maxMerges { failure = .tooMany }
            default: if isInCell { inline.start(tag.name.local) }
            }
        }

        private mutating func startCell(_ tag: XMLStartTag) {
            let written = tag.value("r")
            let place: CellReference?
            if let written {
                place = CellReference(written)
            } else {
                place = CellReference(row: row, column: column + 1)
            }
            guard let place, place.row == row, place.column < CellReference.maxColumns else {
                failure = .broken(written ?? "?")
                return
            }
            column = place.column
            type = tag.value("t") ?? "n"
            style = tag.value("s").flatMap { Int($0) } ?? 0
            content = ""
            inline = RichText()
            isInCell = true
            isFormula = false
            hasValue = false
            cellsLeft -= 1
            if cellsLeft < 0 { failure = .tooMany }
        }

        mutating func add(_ text: String) {
            if isInValue { content += text } else if isInCell { inline.add(text) }
        }

        mutating func end(_ name: String) {
            switch name {
            case "v": isInValue = false
            case "c" where isInCell:
                isInCell = false
                if let value { rows[row, default: [:]][column] = value }
            default: if isInCell { inline.end(name) }
            }
        }

        /// What the cell holds; nil where it is empty. Something that no cell can hold is a failure.
        private var value: ReadValue? {
            mutating get {
                // A program that does not work formulas out leaves them without a value: that is not an empty cell.
                if isFormula, !hasValue { return .error("") }
                switch type {
                case "s":
                    if content.isEmpty { return nil }
                    guard let index = Int(content), reader.strings.indices.contains(index) else { return broken() }
                    return text(reader.strings[index])
                case "inlineStr": return text(CellText.read(inline.text))
                case "str": return text(CellText.read(content))
                case "b": return content.isEmpty ? nil : .boolean(content == "1" || content == "true")
                case "e": return .error(content)
                case "d": return content.isEmpty ? nil : isoDate(content)
                case "n": return content.isEmpty ? nil : number(content)
                default: return broken()
                }
            }
        }

        private func text(_ text: String) -> ReadValue? { text.isEmpty ? nil : .text(text) }

        private mutating func broken() -> ReadValue? {
            failure = .broken(CellReference(row: row, column: column).description)
            return nil
        }

        private mutating func number(_ text: String) -> ReadValue? {
            guard let number = Double(text), number.isFinite else { return broken() }
            switch reader.formats.shape(of: style) {
            case .plain: return .number(number, shown: nil)
            case .date:
                guard let day = DaySerial.day(of: number, in: reader.system) else { return .number(number, shown: nil) }
                return .date(day, hasTime: number != number.rounded(.down))
            case .digits(let count):
                guard number >= 0, number < 1e15, number == number.rounded(.down) else {
                    return .number(number, shown: nil)
                }
                let digits = String(Int(number))
                let zeros = String(repeating: "0", count: max(0, count - digits.count))
                return .number(number, shown: zeros + digits)
            }
        }

        /// A date written out (ISO 8601), as strict workbooks may hold it.
        private mutating func isoDate(_ text: String) -> ReadValue? {
            let day = text.prefix { $0 != "T" }
            let parts = day.split(separator: "-").map { Int($0) }
            guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2],
                let date = CivilDate(year: year, month: month, day: number)
            else { return broken() }
            return .date(date, hasTime: day.count < text.count)
        }
    }
}
