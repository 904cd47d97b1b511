/// Splits the text of an expression into tokens (CEL language definition, "Syntax").
struct Lexer {
    let scalars: [Unicode.Scalar]
    var position = 0
    private(set) var errors: [CompileError] = []

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// All tokens, the last of kind `end`.
    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        while true {
            skipBlanks()
            let start = position
            let kind = nextKind()
            tokens.append(Token(kind: kind, range: SourceRange(offset: start, length: position - start)))
            if kind == .end { return tokens }
        }
    }

    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        let place = position + distance
        return place < scalars.count ? scalars[place] : nil
    }

    mutating func report(_ message: String, from start: Int) {
        let length = max(1, position - start)
        errors.append(CompileError(.malformed(message), at: SourceRange(offset: start, length: length)))
    }

    private mutating func skipBlanks() {
        while let scalar = peek() {
            if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{c}" {
                position += 1
            } else if scalar == "/", peek(1) == "/" {
                while let next = peek(), next != "\n" { position += 1 }
            } else {
                return
            }
        }
    }

    private mutating func nextKind() -> Token.Kind {
        guard let scalar = peek() else { return .end }
        if Self.startsIdentifier(scalar) { return stringWithPrefix() ?? identifier() }
        if decimalDigit(scalar) != nil { return number() }
        if scalar == ".", let next = peek(1), decimalDigit(next) != nil { return number() }
        if scalar == "\"" || scalar == "'" { return string(raw: false, bytes: false, start: position) }
        if scalar == "`" { return backtickIdentifier() }
        if let next = peek(1), let mark = Token.Punctuation(rawValue: String(scalar) + String(next)) {
            position += 2
            return .punctuation(mark)
        }
        position += 1
        if let mark = Token.Punctuation(rawValue: String(scalar)) { return .punctuation(mark) }
        reportStray(scalar)
        return .invalid
    }

    private mutating func reportStray(_ scalar: Unicode.Scalar) {
        let hint: String
        switch scalar {
        case "=": hint = "a single `=`; equality is written `==`"
        case "&": hint = "a single `&`; conjunction is written `&&`"
        case "|": hint = "a single `|`; disjunction is written `||`"
        case "\u{201c}", "\u{201d}", "\u{2018}", "\u{2019}": hint = "a typographic quotation mark; strings take ' or \""
        case "\u{2013}", "\u{2014}", "\u{2212}": hint = "a dash; subtraction is written `-`"
        case "\u{d7}": hint = "`\u{d7}`; multiplication is written `*`"
        case "\u{f7}": hint = "`\u{f7}`; division is written `/`"
        case "\u{2264}": hint = "`\u{2264}`; it is written `<=`"
        case "\u{2265}": hint = "`\u{2265}`; it is written `>=`"
        case "\u{2260}": hint = "`\u{2260}`; inequality is written `!=`"
        case "#": hint = "`#`; a comment begins with `//`"
        case _: hint = "the character `\(scalar)`, which has no meaning here"
        }
        report("found " + hint, from: position - 1)
    }

    private mutating func identifier() -> Token.Kind {
        let start = position
        while let scalar = peek(), Self.continuesIdentifier(scalar) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        if let keyword = Token.Keyword(rawValue: text) { return .keyword(keyword) }
        return .identifier(text)
    }

    private mutating func backtickIdentifier() -> Token.Kind {
        let start = position
        position += 1
        while let scalar = peek(), scalar != "`", scalar != "\n" { position += 1 }
        guard peek() == "`" else {
            report("a quoted name without its closing backtick", from: start)
            return .invalid
        }
        let content = scalars[start + 1..<position]
        position += 1
        let admitted = content.allSatisfy { Self.continuesIdentifier($0) || "./- ".unicodeScalars.contains($0) }
        guard admitted, !content.isEmpty else {
            report("a quoted name takes letters, digits and the characters _ . - / and space", from: start)
            return .invalid
        }
        return .quotedIdentifier(String(String.UnicodeScalarView(content)))
    }

    static func startsIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    static func continuesIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        startsIdentifier(scalar) || decimalDigit(scalar) != nil
    }
}
