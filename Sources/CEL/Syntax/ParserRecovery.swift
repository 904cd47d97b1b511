extension Parser {
    /// Reports that something else was met than what could stand here; one fault for a place, and none beside a word
    /// that could not be read.
    mutating func reportExpected(_ expected: String) {
        let token = current
        if case .invalid = token.kind { return }
        if position > 0, case .invalid = tokens[position - 1].kind { return }
        if let last = errors.last, last.range.offset == token.range.offset { return }
        if let habit = habit() {
            if errors.last != habit { errors.append(habit) }
            return
        }
        if position > 0, let last = errors.last, last.range == tokens[position - 1].range { return }
        errors.append(CompileError(.syntax(found: describe(token), expected: expected), at: token.range))
    }

    /// What another language's way of writing an operator met here should be instead.
    private func habit() -> CompileError? {
        let token = current
        let before = position > 0 ? tokens[position - 1] : nil
        switch (before?.kind, token.kind) {
        case (_, .identifier(let name)) where name.lowercased() == "and":
            return CompileError(.malformed("found `\(name)`; conjunction is written `&&`"), at: token.range)
        case (_, .identifier(let name)) where name.lowercased() == "or":
            return CompileError(.malformed("found `\(name)`; disjunction is written `||`"), at: token.range)
        case (.identifier(let name)?, _) where name.lowercased() == "not":
            let place = before?.range ?? token.range
            return CompileError(.malformed("found `\(name)`; negation is written `!`"), at: place)
        case (.punctuation(.less)?, .punctuation(.greater)):
            let place = before?.range.joined(token.range) ?? token.range
            return CompileError(.malformed("found `<>`; inequality is written `!=`"), at: place)
        case _: return nil
        }
    }

    /// Reports anything after the expression.
    mutating func expectEnd() {
        if current.kind == .end { return }
        reportExpected("an operator or the end")
    }

    func atSeparator(_ closing: Token.Punctuation) -> Bool {
        current.kind == .punctuation(.comma) || current.kind == .punctuation(closing)
    }

    /// Goes on at the closing sign of the current bracket, which it takes, or at a comma or the end, which it does not.
    mutating func recover(to closing: Token.Punctuation, stoppingAtComma: Bool = false) {
        reportExpected("`\(closing.rawValue)`" + (stoppingAtComma ? " or `,`" : ""))
        var open = 0
        while current.kind != .end {
            if case .punctuation(let mark) = current.kind {
                switch mark {
                case .leftParenthesis, .leftBracket, .leftBrace: open += 1
                case .rightParenthesis, .rightBracket, .rightBrace:
                    if open == 0 {
                        if mark == closing && !stoppingAtComma { advance() }
                        return
                    }
                    open -= 1
                case .comma where open == 0: return
                case .comma, .point, .question, .colon, .plus, .minus, .star, .slash, .percent, .exclamation, .and, .or,
                    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
                    break
                }
            }
            advance()
        }
    }

    private func describe(_ token: Token) -> String {
        switch token.kind {
        case .identifier(let name), .quotedIdentifier(let name): "the name `\(name)`"
        case .int, .uint, .double: "a number"
        case .string: "a string"
        case .bytes: "a bytes literal"
        case .keyword(let word): "`\(word.rawValue)`"
        case .punctuation(let mark): "`\(mark.rawValue)`"
        case .invalid: "a malformed word"
        case .end: "the end"
        }
    }
}
