internal import Editing

/// Writes a text as a YAML scalar on one line, plain where no reader could take it for anything else.
enum YAMLScalarText {
    static func text(_ text: String) -> String { isPlain(text) ? text : ScalarWriting.doubleQuoted(text) }

    /// A letter first; then letters, digits, and marks that mean nothing to YAML there.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " ",
            last != ":", !ScalarWriting.taken.contains(text.lowercased())
        else { return false }
        for (position, scalar) in scalars.enumerated() {
            if scalar.properties.isAlphabetic || "0123456789 .,;/()-–_".unicodeScalars.contains(scalar) { continue }
            // A colon before a space would begin a value.
            guard scalar == ":", position + 1 < scalars.count, scalars[position + 1] != " " else { return false }
        }
        return true
    }
}
