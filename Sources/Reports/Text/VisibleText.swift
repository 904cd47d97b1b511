/// Texts of files as a terminal may be given them: what it would act on, or what would turn the order of letters round, is told by its
/// escape.
enum VisibleText {
    /// The text with `\u001B` and its like in place of control characters; line breaks and tabs stay.
    static func text(_ text: String) -> String {
        guard hasControls(text) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) { visible += escape(scalar) } else { visible.unicodeScalars.append(scalar) }
        }
        return visible
    }

    /// Whether a text has a control character, told by its bytes: nearly none has.
    private static func hasControls(_ text: String) -> Bool {
        var before: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return true }
            if before.1 == 0xC2, byte < 0xA0 { return true }
            if before == (0xE2, 0x80), (0xA8...0xAE).contains(byte) { return true }
            if before == (0xE2, 0x81), (0xA6...0xA9).contains(byte) { return true }
            before = (before.1, byte)
        }
        return false
    }

    /// C0 and C1, the line and paragraph separators, and the marks that embed or override directions.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
