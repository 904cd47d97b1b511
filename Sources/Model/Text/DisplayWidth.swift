/// How many columns of a terminal a text takes.
///
/// Vietnamese letters take one column, precomposed or with combining marks; East Asian wide characters take two.
public enum DisplayWidth {
    /// The columns of a text on one line.
    public static func columns(_ text: String) -> Int { columns(text[...]) }

    /// The columns of a part of a text on one line.
    public static func columns(_ text: Substring) -> Int {
        if let columns = text.utf8.withContiguousStorageIfAvailable(columnsOfLatin), let columns { return columns }
        return text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// The columns of UTF-8 with nothing but ASCII and composed Latin letters, as nearly all words have: as many as bytes that begin
    /// a character. nil leaves it to the scalars.
    private static func columnsOfLatin(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var columns = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            columns += 1
            switch byte {
            // U+0000 to U+007F, and U+00C0 to U+023F.
            case 0..<0x80, 0xC3...0xC8: continue
            // U+1E00 to U+1EFF.
            case 0xE1 where index + 1 < bytes.count && (0xB8...0xBB).contains(bytes[index + 1]): continue
            default: return nil
            }
        }
        return columns
    }

    /// The columns of one scalar.
    public static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII || isComposedLatin(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar.value) ? 2 : 1
        }
    }

    /// Letters and signs of Latin 1, Latin Extended A and B and Latin Extended Additional, where nearly all of Vietnamese
    /// lies; the soft hyphen among them takes no column.
    private static func isComposedLatin(_ value: UInt32) -> Bool {
        (0x80..<0x250).contains(value) && value != 0xAD || (0x1E00..<0x1F00).contains(value)
    }

    /// East Asian wide and fullwidth characters and emoji, by block (Unicode Standard Annex 11).
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
