internal import Editing
internal import Model

/// The bytes of an open document, with its lines found; positions go into bytes and back.
///
/// Lines end with LF, CRLF or CR, as in the protocol and in YAML.
struct DocumentText {
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = LineStarts.find(in: bytes)
    }

    var lineCount: Int { lineStarts.count }

    /// The byte a position stands at. A character past the end of its line is the end of the line, a line past the end of the
    /// text the end of the text, and a position inside a character its beginning.
    func offset(of position: TextPosition, in encoding: PositionEncoding) -> Int {
        guard position.line < lineStarts.count else { return bytes.count }
        var index = lineStarts[position.line]
        let end = contentEnd(ofLine: position.line)
        var left = position.character
        while index < end, left > 0 {
            left -= encoding.units(ofScalarBeginning: bytes[index])
            if left < 0 { break }
            index += 1
            while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }

    /// The position of a byte.
    func position(of offset: Int, in encoding: PositionEncoding) -> TextPosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineNumber(of: offset)
        var units = 0
        for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 {
            units += encoding.units(ofScalarBeginning: byte)
        }
        return TextPosition(line: line, character: units)
    }

    /// The line of a byte, from 0.
    func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line without its break.
    func lineRange(_ line: Int) -> Range<Int> { lineStarts[line]..<contentEnd(ofLine: line) }

    /// The text with a stretch of it replaced.
    func replacing(_ range: TextRange, with text: String, in encoding: PositionEncoding) -> DocumentText {
        let start = offset(of: range.start, in: encoding)
        let end = max(start, offset(of: range.end, in: encoding))
        var changed: [UInt8] = []
        changed.reserveCapacity(bytes.count + text.utf8.count)
        changed += bytes[..<start]
        changed += text.utf8
        changed += bytes[end...]
        return DocumentText(changed)
    }

    private func contentEnd(ofLine line: Int) -> Int {
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > lineStarts[line], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return end
    }
}
