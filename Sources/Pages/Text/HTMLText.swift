/// Text inside HTML, in content and in quoted attributes alike.
enum HTMLText {
    /// The text as it is: what HTML would take for markup is escaped, scalar by scalar, so that a combining mark hides nothing. Control
    /// characters, marks that turn the direction of what follows, and what is no character are shown as U+FFFD.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t", "\r", "\u{2028}", "\u{2029}": result.append(" ")
            default: result.append(isShown(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(result)
    }

    /// Bytes that stand for themselves and that no scalar to be replaced has.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...0xFF: false
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: true
        }
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.generalCategory == .control || properties.isNoncharacterCodePoint { return false }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return false
        default: return true
        }
    }
}
