/// Texts as a workbook can hold them.
enum CellText {
    /// The longest text of a cell, in UTF-16 (the limit of spreadsheet programs).
    static let maxLength = 32_767

    /// The text without characters that XML cannot hold, not longer than a cell may be; what looks like an escape of the format
    /// (`_x0041_`, ECMA-376 Part 1, 22.9.2.19) is escaped itself.
    static func written(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var length = 0
        let source = Array(text.unicodeScalars)
        for (position, scalar) in source.enumerated() {
            let shown: [Unicode.Scalar]
            switch scalar.value {
            case 0x0A, 0x09: shown = [scalar]
            case 0x0D: shown = []
            case 0x00..<0x20, 0x7F, 0xFFFE, 0xFFFF: shown = ["\u{FFFD}"]
            case 0x5F where isEscape(source, at: position): shown = Array("_x005F_".unicodeScalars)
            default: shown = [scalar]
            }
            length += shown.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
            if length > maxLength - 1 {
                scalars.append("…")
                break
            }
            scalars.append(contentsOf: shown)
        }
        return String(scalars)
    }

    /// The text that escapes of the format stand for.
    static func read(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var scalars = String.UnicodeScalarView()
        let source = Array(text.unicodeScalars)
        var position = 0
        var high: UInt32?
        while position < source.count {
            guard isEscape(source, at: position), let code = code(source, at: position) else {
                scalars.append(source[position])
                position += 1
                high = nil
                continue
            }
            position += 7
            if (0xD800..<0xDC00).contains(code) {
                high = code
            } else if let first = high, (0xDC00..<0xE000).contains(code) {
                high = nil
                let value = 0x10000 + (first - 0xD800) << 10 + (code - 0xDC00)
                scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            } else {
                high = nil
                scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
            }
        }
        return String(scalars)
    }

    private static func isEscape(_ text: [Unicode.Scalar], at position: Int) -> Bool {
        guard position + 6 < text.count, text[position] == "_", text[position + 1] == "x", text[position + 6] == "_"
        else {
            return false
        }
        return text[position + 2..<position + 6].allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private static func code(_ text: [Unicode.Scalar], at position: Int) -> UInt32? {
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[position + 2..<position + 6])
        return UInt32(String(digits), radix: 16)
    }
}
