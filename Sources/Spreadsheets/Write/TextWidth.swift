/// How wide a text is in characters of a spreadsheet's standard font.
enum TextWidth {
    /// The width of the longest line. A letter with marks is one character however it is typed.
    static func width(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { max($0, lineWidth($1)) }
    }

    private static func lineWidth(_ line: Substring) -> Int {
        line.reduce(0) { width, letter in
            guard let scalar = letter.unicodeScalars.first else { return width }
            return width + (scalar.value >= 0x2E80 ? 2 : 1)
        }
    }
}
