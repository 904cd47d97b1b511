/// Writes a text as a YAML scalar on one line, plain where no reader could take it for anything else.
enum YAMLScalarText {
    static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// A text for a comment: one line, nothing that a terminal or a reader would act on.
    static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    /// Words that YAML readers take for something else than text.
    private static let taken: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// A letter first; then letters, digits, and marks that mean nothing to YAML there.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " ",
            last != ":", !taken.contains(text.lowercased())
        else { return false }
        for (position, scalar) in scalars.enumerated() {
            if scalar.properties.isAlphabetic || "0123456789 .,;/()-–_".unicodeScalars.contains(scalar) { continue }
            // A colon before a space would begin a value.
            guard scalar == ":", position + 1 < scalars.count, scalars[position + 1] != " " else { return false }
        }
        return true
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if isControl(scalar) { quoted += escape(scalar) } else { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }

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
