/// Walks over a stretch of source text, character by character, and knows its line and column.
struct SourceCursor {
    private let bytes: [UInt8]
    let end: Int
    private(set) var position: SourcePosition

    init(_ bytes: [UInt8], range: SourceRange) {
        self.bytes = bytes
        self.end = min(range.end.offset, bytes.count)
        self.position = range.start
    }

    /// The byte here, nil at the end of the stretch.
    var byte: UInt8? {
        position.offset < end ? bytes[position.offset] : nil
    }

    /// The byte after this one, nil at the end of the stretch.
    var nextByte: UInt8? {
        position.offset + 1 < end ? bytes[position.offset + 1] : nil
    }

    var isAtBlank: Bool { byte.map(ASCII.isBlank) ?? false }
    var isAtBreak: Bool { byte.map(ASCII.isBreak) ?? false }

    /// Steps over one character of the line.
    mutating func advance() {
        var offset: Int = position.offset
        guard offset < end else { return }
        repeat { offset += 1 } while offset < end && bytes[offset] & 0xC0 == 0x80
        position = SourcePosition(line: position.line, column: position.column + 1, offset: offset)
    }

    /// Steps over one line break: LF, CR or CRLF.
    mutating func advanceLine() {
        guard let byte else { return }
        let width: Int = byte == ASCII.carriageReturn && nextByte == ASCII.lineFeed ? 2 : 1
        position = SourcePosition(line: position.line + 1, column: 1, offset: position.offset + width)
    }

    /// Steps over the rest of the line, not its break.
    mutating func advanceToBreak() {
        while byte != nil, !isAtBreak {
            advance()
        }
    }

    /// Steps over one character and gives it.
    mutating func takeScalar() -> Unicode.Scalar {
        let start: Int = position.offset
        advance()
        let text = String(decoding: bytes[start..<position.offset], as: UTF8.self)
        return text.unicodeScalars.first ?? "\u{FFFD}"
    }
}
