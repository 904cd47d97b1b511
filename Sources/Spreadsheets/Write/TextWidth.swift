/// How wide a text is in characters of a spreadsheet's standard font.
enum TextWidth {
    /// The width of the longest line. A letter with marks is one character however it is typed.
    static func width(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { max($0, lineWidth($1)) }
    }

    /// How many lines a text takes that is broken between words.
    static func lines(of text: String, width: Int) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + lines(ofLine: $1, width: width) }
    }

    private static func lines(ofLine line: Substring, width: Int) -> Int {
        let room = max(1, width)
        var lines = 1
        var filled = 0
        for word in line.split(separator: " ") {
            let length = lineWidth(word)
            let needed = filled == 0 ? length : length + 1
            if filled + needed <= room {
                filled += needed
                continue
            }
            if filled > 0 { lines += 1 }
            // A word longer than the cell is broken itself.
            lines += max(0, length - 1) / room
            filled = length <= room ? length : max(0, length - 1) % room + 1
        }
        return lines
    }

    private static func lineWidth(_ line: Substring) -> Int {
        line.reduce(0) { width, letter in
            guard let scalar = letter.unicodeScalars.first else { return width }
            return width + (scalar.value >= 0x2E80 ? 2 : 1)
        }
    }
}
