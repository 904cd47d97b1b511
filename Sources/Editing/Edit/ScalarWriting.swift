public import YAMLTree

/// Writes texts as YAML scalars of one line.
public enum ScalarWriting {
    /// A text as a value: plain where every reader takes it for that text, else quoted.
    public static func text(_ text: String, style: YAMLScalarStyle = .plain) -> String {
        switch style {
        case .plain: isPlainText(text) ? text : doubleQuoted(text)
        case .singleQuoted: isPrintable(text) ? singleQuoted(text) : doubleQuoted(text)
        case .doubleQuoted, .literal, .folded: doubleQuoted(text)
        }
    }

    /// A scalar whose type its place gives: plain wherever it can stand plain in block and in brackets.
    public static func word(_ text: String) -> String {
        isPlainWord(text) ? text : self.text(text)
    }

    /// A text for a comment: one line, nothing that a terminal or a reader would act on.
    public static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    // MARK: Styles

    static func singleQuoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

    /// A text in double quotes, with escapes for what a terminal or a reader would act on.
    public static func doubleQuoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: if isControl(scalar) { quoted += escape(scalar) } else { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }

    /// Words that some reader of YAML takes for something else than text.
    public static let taken: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// A letter first; then letters, digits and marks that mean nothing to YAML there; no word of another type.
    private static func isPlainText(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return isPlainWord(text) && !taken.contains(text.lowercased())
    }

    /// Letters, digits and marks that mean nothing to YAML between them, in block or in brackets.
    private static func isPlainWord(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic || isDigit(first),
            last != " ", last != ":"
        else { return false }
        for (position, scalar) in scalars.enumerated() {
            if scalar.properties.isAlphabetic || isDigit(scalar) || " .;/()-–_".unicodeScalars.contains(scalar) {
                continue
            }
            // A colon before a space would begin a value.
            guard scalar == ":", scalars[position + 1] != " " else { return false }
        }
        return text != "~" && text.lowercased() != "null"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether single quotes can hold a text: no line break, and nothing that would have to be escaped.
    private static func isPrintable(_ text: String) -> Bool { !text.unicodeScalars.contains { isControl($0) } }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value <= 0xFFFF ? 4 : 8
        return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - hex.count) + hex
    }
}
