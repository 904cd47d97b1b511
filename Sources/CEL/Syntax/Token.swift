/// A word of an expression's text.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case identifier(String)
        /// A field name between backticks.
        case quotedIdentifier(String)
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case keyword(Keyword)
        case punctuation(Punctuation)
        /// A word that cannot be read; its fault has been reported.
        case invalid
        case end
    }

    enum Keyword: String, Sendable {
        case `true`, `false`, null, `in`
    }

    enum Punctuation: String, Sendable {
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case comma = ","
        case point = "."
        case question = "?"
        case colon = ":"
        case plus = "+"
        case minus = "-"
        case star = "*"
        case slash = "/"
        case percent = "%"
        case exclamation = "!"
        case and = "&&"
        case or = "||"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="

        /// The mark of one character.
        init?(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "(": self = .leftParenthesis
            case ")": self = .rightParenthesis
            case "[": self = .leftBracket
            case "]": self = .rightBracket
            case "{": self = .leftBrace
            case "}": self = .rightBrace
            case ",": self = .comma
            case ".": self = .point
            case "?": self = .question
            case ":": self = .colon
            case "+": self = .plus
            case "-": self = .minus
            case "*": self = .star
            case "/": self = .slash
            case "%": self = .percent
            case "!": self = .exclamation
            case "<": self = .less
            case ">": self = .greater
            case _: return nil
            }
        }

        /// The mark of two characters.
        init?(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
            switch (first, second) {
            case ("&", "&"): self = .and
            case ("|", "|"): self = .or
            case ("=", "="): self = .equal
            case ("!", "="): self = .notEqual
            case ("<", "="): self = .lessOrEqual
            case (">", "="): self = .greaterOrEqual
            case _: return nil
            }
        }
    }

    let kind: Kind
    let range: SourceRange

    /// Words that cannot name a variable or a function, though they can name a field.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]
}
