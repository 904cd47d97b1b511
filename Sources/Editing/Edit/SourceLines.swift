internal import YAMLTree

/// The bytes of a document as lines, for writing between them.
struct SourceLines {
    let bytes: [UInt8]
    let starts: [Int]
    /// The line break most lines end with; LF where there is none.
    let lineBreak: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = LineStarts.find(in: bytes)
        lineBreak = SourceLines.usualBreak(bytes, starts)
    }

    private static func usualBreak(_ bytes: [UInt8], _ starts: [Int]) -> String {
        var crlf = 0
        var lf = 0
        var cr = 0
        for start in starts.dropFirst() {
            if bytes[start - 1] == Byte.carriageReturn {
                cr += 1
            } else if start > 1, bytes[start - 2] == Byte.carriageReturn {
                crlf += 1
            } else {
                lf += 1
            }
        }
        if crlf > lf, crlf >= cr { return "\r\n" }
        return cr > lf ? "\r" : "\n"
    }

    /// The line of a byte, from 0.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    func isLineStart(_ offset: Int) -> Bool { starts[line(of: offset)] == offset }

    /// The end of a line, its break left out.
    func end(ofLine line: Int) -> Int {
        var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        while end > starts[line], Byte.isBreak(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Where the line after the one of a byte begins, or the text ends.
    func nextLineStart(after offset: Int) -> Int {
        let line = line(of: offset)
        return line + 1 < starts.count ? starts[line + 1] : bytes.count
    }

    /// Whether nothing but blanks stands before a byte on its line; a byte order mark does not count.
    func beginsLine(_ offset: Int) -> Bool {
        bytes[contentStart(ofLine: line(of: offset))..<offset].allSatisfy { $0 == Byte.space }
    }

    /// What a line has to begin with for its content to stand in the column of a byte.
    func indent(of offset: Int) -> String {
        let start = contentStart(ofLine: line(of: offset))
        var columns = 0
        for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { columns += 1 }
        return String(repeating: " ", count: columns)
    }

    /// The first byte of a line that is not of a byte order mark.
    func contentStart(ofLine line: Int) -> Int {
        line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
    }

    /// Where a value that ends at a byte leaves its line: a comment after it included, its break not. A `|` block ends at the
    /// start of a line already.
    func endOfLines(_ end: Int) -> Int { isLineStart(end) && end > 0 ? end : self.end(ofLine: line(of: end)) }
}
