/// Finds the value of a plain or quoted scalar again in its source (YAML 1.1, sections 9.1.1 to 9.1.3 with 5.4).
struct FlowScalarScan {
    private var cursor: SourceCursor
    private var result: ScalarPositions

    private init(_ cursor: SourceCursor) {
        self.cursor = cursor
        self.result = ScalarPositions(start: cursor.position)
    }

    /// Scans a plain scalar, which takes up the whole stretch of the cursor.
    static func plain(_ cursor: SourceCursor) -> ScalarPositions {
        var scan = FlowScalarScan(cursor)
        while scan.cursor.byte != nil {
            if scan.cursor.isAtBlank || scan.cursor.isAtBreak {
                scan.foldSpace(afterEscapedBreak: false)
            } else {
                scan.takeCharacter()
            }
        }
        return scan.result
    }

    /// Scans a quoted scalar from its opening quote.
    static func quoted(_ cursor: SourceCursor, isDouble: Bool) -> ScalarPositions {
        var scan = FlowScalarScan(cursor)
        let quote: UInt8 = isDouble ? ASCII.doubleQuote : ASCII.singleQuote
        scan.cursor.advance()
        while let byte: UInt8 = scan.cursor.byte {
            if byte == quote {
                if isDouble || scan.cursor.nextByte != quote {
                    break
                }
                scan.takeDoubledQuote()
            } else if isDouble, byte == ASCII.backslash {
                scan.takeEscape()
            } else if ASCII.isBlank(byte) || ASCII.isBreak(byte) {
                scan.foldSpace(afterEscapedBreak: false)
            } else {
                scan.takeCharacter()
            }
        }
        scan.result.close(at: scan.cursor.position)
        return scan.result
    }

    private mutating func takeCharacter() {
        let start: SourcePosition = cursor.position
        let scalar: Unicode.Scalar = cursor.takeScalar()
        result.append(scalar, from: start, to: cursor.position)
    }

    private mutating func takeDoubledQuote() {
        let start: SourcePosition = cursor.position
        cursor.advance()
        cursor.advance()
        result.append("'", from: start, to: cursor.position)
    }

    private mutating func takeEscape() {
        let start: SourcePosition = cursor.position
        cursor.advance()
        if cursor.isAtBreak {
            cursor.advanceLine()
            foldSpace(afterEscapedBreak: true)
            return
        }
        let letter: Unicode.Scalar = cursor.takeScalar()
        let scalar: Unicode.Scalar
        switch letter {
        case "x": scalar = takeHexadecimal(digits: 2)
        case "u": scalar = takeHexadecimal(digits: 4)
        case "U": scalar = takeHexadecimal(digits: 8)
        default: scalar = EscapeLetters.scalar(for: letter)
        }
        result.append(scalar, from: start, to: cursor.position)
    }

    private mutating func takeHexadecimal(digits: Int) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<digits {
            let digit: Int = Character(cursor.takeScalar()).hexDigitValue ?? 0
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Reads a run of blanks and line breaks: blanks alone are kept, one break is a space, further breaks are kept, and
    /// blanks around breaks go.
    private mutating func foldSpace(afterEscapedBreak: Bool) {
        var blanks: [(scalar: Unicode.Scalar, start: SourcePosition, end: SourcePosition)] = []
        var breaks: [(start: SourcePosition, end: SourcePosition)] = []
        while cursor.isAtBlank || cursor.isAtBreak {
            let start: SourcePosition = cursor.position
            if cursor.isAtBreak {
                cursor.advanceLine()
                breaks.append((start, cursor.position))
            } else {
                let scalar: Unicode.Scalar = cursor.takeScalar()
                if breaks.isEmpty, !afterEscapedBreak {
                    blanks.append((scalar, start, cursor.position))
                }
            }
        }
        if afterEscapedBreak {
            breaks.forEach { result.append("\n", from: $0.start, to: $0.end) }
        } else if let first = breaks.first {
            if breaks.count == 1 {
                result.append(" ", from: first.start, to: first.end)
            }
            breaks.dropFirst().forEach { result.append("\n", from: $0.start, to: $0.end) }
        } else {
            blanks.forEach { result.append($0.scalar, from: $0.start, to: $0.end) }
        }
    }
}

/// The one-letter escapes of double-quoted scalars (YAML 1.1, section 5.6).
enum EscapeLetters {
    static func scalar(for letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter {
        case "0": "\0"
        case "a": "\u{7}"
        case "b": "\u{8}"
        case "t", "\t": "\t"
        case "n": "\n"
        case "v": "\u{B}"
        case "f": "\u{C}"
        case "r": "\r"
        case "e": "\u{1B}"
        case "N": "\u{85}"
        case "_": "\u{A0}"
        case "L": "\u{2028}"
        case "P": "\u{2029}"
        default: letter
        }
    }
}
