extension Unicode.Scalar {
    /// Whether it is a letter, a digit or the low line of ASCII, which is what `\w` and `\b` go by.
    var isWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        case _: false
        }
    }

    /// The value of a decimal digit of ASCII.
    var decimalDigit: Int? { ("0"..."9").contains(self) ? Int(value) - 48 : nil }
}
