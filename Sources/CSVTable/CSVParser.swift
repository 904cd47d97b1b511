internal import YAMLTree

/// One pass over the bytes of a CSV file that are known to be UTF-8 without control characters.
struct CSVParser {
    private let source: SourceText
    private let limits: CSVLimits
    private let bytes: [UInt8]
    private var separator = CSVSeparator.comma
    private var offset: Int
    private var line = 1
    private var column = 1
    private var cellCount = 0
    private var isStopped = false
    private(set) var errors: [CSVError] = []

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(source: SourceText, limits: CSVLimits) {
        self.source = source
        self.limits = limits
        bytes = source.bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The table; nil where there is no row with text in it.
    mutating func table() -> CSVTable? {
        var header: CSVRow?
        while header == nil, !isStopped, offset < bytes.count {
            separator = separatorOfHeader()
            header = row(limitedTo: nil)
        }
        guard let header else {
            if errors.isEmpty { report(.empty, SourceRange(at: SourcePosition(line: 1, column: 1, offset: 0))) }
            return nil
        }
        var rows: [CSVRow] = []
        while !isStopped, offset < bytes.count {
            guard let row = row(limitedTo: header.cells.count) else { continue }
            rows.append(row)
        }
        return CSVTable(source: source, separator: separator, header: header.cells, rows: rows)
    }

    private var position: SourcePosition { SourcePosition(line: line, column: column, offset: offset) }

    private mutating func report(_ problem: CSVProblem, _ range: SourceRange) {
        guard errors.count < limits.maxErrors else {
            errors.append(CSVError(problem: .tooManyErrors(limit: limits.maxErrors), range: range))
            isStopped = true
            return
        }
        errors.append(CSVError(problem: problem, range: range))
    }

    // MARK: Rows

    /// The next row up to and with its line break; nil where no cell of it has text.
    private mutating func row(limitedTo columns: Int?) -> CSVRow? {
        var cells: [CSVCell] = []
        var hasText = false
        var isTooLong = false
        var count = 0
        while true {
            let cell = cell()
            count += 1
            if !cell.text.isEmpty { hasText = true }
            if let columns, count > columns {
                // Spreadsheets pad rows with empty cells; only text beyond the header is a mistake.
                if !cell.text.isEmpty && !isTooLong {
                    isTooLong = true
                    report(.tooManyCells(header: columns), cell.range)
                }
            } else {
                cells.append(cell)
                countCell(at: cell.range)
            }
            guard !isStopped, offset < bytes.count, bytes[offset] == separator.rawValue else { break }
            advance()
        }
        skipLineBreak()
        guard hasText, let first = cells.first, let last = cells.last else {
            cellCount -= cells.count
            return nil
        }
        return CSVRow(cells: cells, range: SourceRange(start: first.range.start, end: last.range.end))
    }

    private mutating func countCell(at range: SourceRange) {
        cellCount += 1
        guard cellCount > limits.maxCells else { return }
        report(.tooManyCellsInTable(limit: limits.maxCells), range)
        isStopped = true
    }

    /// The separator that stands most often in the header outside quotes; the comma where none does.
    private func separatorOfHeader() -> CSVSeparator {
        var counts = CSVSeparator.allCases.map { (separator: $0, count: 0) }
        var isInQuotes = false
        for byte in bytes[offset...] {
            if byte == Self.quote { isInQuotes.toggle() }
            if isInQuotes { continue }
            if isBreak(byte) { break }
            if let place = counts.firstIndex(where: { $0.separator.rawValue == byte }) { counts[place].count += 1 }
        }
        var best = (separator: CSVSeparator.comma, count: 0)
        for candidate in counts where candidate.count > best.count { best = candidate }
        return best.separator
    }

    // MARK: Cells

    private mutating func cell() -> CSVCell {
        let start = position
        if offset < bytes.count, bytes[offset] == Self.quote { return quotedCell(from: start) }
        var isReported = false
        while offset < bytes.count, !endsCell(bytes[offset]) {
            if bytes[offset] == Self.quote, !isReported {
                isReported = true
                let quote = position
                advance()
                report(.quoteInPlainCell, SourceRange(start: quote, end: position))
            } else {
                advance()
            }
        }
        let text = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
        return CSVCell(text: text, range: SourceRange(start: start, end: position), isQuoted: false)
    }

    private mutating func quotedCell(from start: SourcePosition) -> CSVCell {
        advance()
        let opening = SourceRange(start: start, end: position)
        var content: [UInt8] = []
        var isClosed = false
        while offset < bytes.count, !isClosed {
            let byte = bytes[offset]
            if byte != Self.quote {
                content.append(byte)
                advance()
            } else if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
                content.append(byte)
                advance()
                advance()
            } else {
                advance()
                isClosed = true
            }
        }
        if isClosed {
            skipTextAfterQuote()
        } else {
            report(.unterminatedQuote, opening)
            isStopped = true
        }
        let text = String(decoding: content, as: UTF8.self)
        return CSVCell(text: text, range: SourceRange(start: start, end: position), isQuoted: true)
    }

    private mutating func skipTextAfterQuote() {
        let start = position
        while offset < bytes.count, !endsCell(bytes[offset]) { advance() }
        if offset > start.offset { report(.textAfterQuote, SourceRange(start: start, end: position)) }
    }

    // MARK: Bytes

    private func isBreak(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    private func endsCell(_ byte: UInt8) -> Bool { byte == separator.rawValue || isBreak(byte) }

    /// One byte further, with the line and column that follow; CRLF counts as one line break at its LF.
    private mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        if byte == Self.lineFeed || byte == Self.carriageReturn {
            let isFirstOfTwo = byte == Self.carriageReturn && offset < bytes.count && bytes[offset] == Self.lineFeed
            if isFirstOfTwo { return }
            line += 1
            column = 1
        } else {
            // A column is one Unicode scalar: it moves on when the last byte of one is passed.
            let isScalarEnd = offset == bytes.count || bytes[offset] & 0xC0 != 0x80
            if isScalarEnd { column += 1 }
        }
    }

    private mutating func skipLineBreak() {
        guard offset < bytes.count, isBreak(bytes[offset]) else { return }
        let isPair =
            bytes[offset] == Self.carriageReturn && offset + 1 < bytes.count
            && bytes[offset + 1] == Self.lineFeed
        advance()
        if isPair { advance() }
    }
}
