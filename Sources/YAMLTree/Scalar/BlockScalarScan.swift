/// Finds the value of a `|` or `>` block again in its source (YAML 1.1, section 9.2).
struct BlockScalarScan {
    private enum Chomping {
        case strip
        case clip
        case keep
    }

    private typealias LineBreak = (start: SourcePosition, end: SourcePosition)

    private var cursor: SourceCursor
    private var result: ScalarPositions
    private var chomping: Chomping = .clip
    private var indent: Int = .max
    /// The break that ended the last content line.
    private var lineBreak: LineBreak?
    /// The empty lines after it.
    private var emptyLines: [LineBreak] = []

    private init(_ cursor: SourceCursor) {
        self.cursor = cursor
        self.result = ScalarPositions(start: cursor.position)
    }

    /// Scans a block from its indicator. `value` tells the indentation, which depends on the parent node where the
    /// header gives a number.
    static func scan(_ cursor: SourceCursor, value: String, isFolded: Bool) -> ScalarPositions {
        var scan = BlockScalarScan(cursor)
        scan.readHeader()
        scan.result.close(at: scan.cursor.position)
        scan.findIndent(value)
        scan.readLines(isFolded: isFolded)
        return scan.result
    }

    private mutating func readHeader() {
        while let byte: UInt8 = cursor.byte, !cursor.isAtBreak, byte != ASCII.hash {
            if byte == ASCII.minus {
                chomping = .strip
            } else if byte == ASCII.plus {
                chomping = .keep
            }
            cursor.advance()
        }
        cursor.advanceToBreak()
        cursor.advanceLine()
    }

    /// Compares the first content line with the value's: what the value lacks of its leading spaces is indentation.
    private mutating func findIndent(_ value: String) {
        let scalars = value.unicodeScalars
        let content = scalars.drop { $0 == "\n" }
        // Without content every line is empty, however many spaces it holds.
        guard !content.isEmpty else { return }
        var ahead: SourceCursor = cursor
        for _ in 0..<(scalars.count - content.count) {
            ahead.advanceToBreak()
            ahead.advanceLine()
        }
        while ahead.byte == ASCII.space {
            ahead.advance()
        }
        indent = ahead.position.column - 1 - content.prefix { $0 == " " }.count
    }

    private mutating func readLines(isFolded: Bool) {
        var followsBlank: Bool = false
        readEmptyLines()
        while cursor.byte != nil, cursor.position.column - 1 == indent {
            let startsBlank: Bool = cursor.isAtBlank
            joinLines(isFolded: isFolded && !followsBlank && !startsBlank)
            followsBlank = startsBlank
            while cursor.byte != nil, !cursor.isAtBreak {
                let start: SourcePosition = cursor.position
                let scalar: Unicode.Scalar = cursor.takeScalar()
                result.append(scalar, from: start, to: cursor.position)
            }
            if cursor.isAtBreak {
                let start: SourcePosition = cursor.position
                cursor.advanceLine()
                lineBreak = (start, cursor.position)
            }
            readEmptyLines()
        }
        switch chomping {
        case .strip:
            break
        case .clip:
            append(lineBreak)
        case .keep:
            append(lineBreak)
            emptyLines.forEach { append($0) }
        }
    }

    /// Puts the breaks before a content line into the value.
    private mutating func joinLines(isFolded: Bool) {
        if isFolded, let lineBreak {
            if emptyLines.isEmpty {
                result.append(" ", from: lineBreak.start, to: lineBreak.end)
            }
        } else {
            append(lineBreak)
        }
        emptyLines.forEach { append($0) }
        lineBreak = nil
        emptyLines = []
    }

    private mutating func readEmptyLines() {
        while true {
            while cursor.position.column - 1 < indent, cursor.byte == ASCII.space {
                cursor.advance()
            }
            guard cursor.isAtBreak else { return }
            let start: SourcePosition = cursor.position
            cursor.advanceLine()
            emptyLines.append((start, cursor.position))
        }
    }

    private mutating func append(_ lineBreak: LineBreak?) {
        if let lineBreak {
            result.append("\n", from: lineBreak.start, to: lineBreak.end)
        }
    }
}
