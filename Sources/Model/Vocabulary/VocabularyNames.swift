/// Which names a vocabulary may give.
enum VocabularyNames {
    /// What any record may have besides its fields.
    static let recordKeys: [String] = ["evidence", "note"]

    /// What a statement has besides its facts.
    static let statementKeys: [String] = [DocumentKind.key, "stated_on", "reported"]

    /// Scalar types and shapes; records and choice lists must not be called so.
    static let types: [String] = ["text", "boolean", "integer", "date", "choice", "record", "list"]

    /// Words the expression language keeps for itself (CEL specification, section "Syntax").
    private static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while",
    ]

    static func isReservedWord(_ name: String) -> Bool { reservedWords.contains(name) }

    /// A small letter, then small letters, digits and underscores: what expressions and columns can name.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isSmallLetter(first) else { return false }
        return text.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    /// ASCII letters, digits, `-`, `_` and `.`.
    static func isChoice(_ text: String) -> Bool {
        let marks: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]
        return !text.isEmpty
            && text.utf8.allSatisfy { isSmallLetter($0 | 0x20) || isDigit($0) || marks.contains($0) }
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
