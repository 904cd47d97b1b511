/// Text inside Markdown (CommonMark with GitHub's tables).
enum MarkdownText {
    /// The text as it is, on one line: what Markdown or HTML would take for markup is escaped.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in ToldFinding.line(text).unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result.append(contentsOf: ["\\", scalar])
            // These mean something only where a block begins.
            case "#", "+", "-", "=":
                if result.isEmpty { result.append("\\") }
                result.append(scalar)
            default: result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// A code span: fenced with more backticks than the text has in a row. Inside a table a bar needs its backslash all the same.
    static func code(_ text: String) -> String {
        let plain = ToldFinding.line(text).replacing("|", with: "\\|")
        var longest = 0
        var current = 0
        for character in plain {
            current = character == "`" ? current + 1 : 0
            longest = max(longest, current)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let needsSpace = plain.hasPrefix("`") || plain.hasSuffix("`")
        return needsSpace ? "\(fence) \(plain) \(fence)" : "\(fence)\(plain)\(fence)"
    }

    /// A row of a table.
    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
