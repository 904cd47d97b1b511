extension Parser {
    /// A literal, a name, a call, a parenthesis, a list or a map.
    mutating func primary(negatesLiteral: Bool) -> Expression {
        let token = current
        switch token.kind {
        case .int(let magnitude):
            advance()
            return integer(magnitude, negative: negatesLiteral, token.range)
        case .double(let number):
            advance()
            return Expression(.literal(.double(negatesLiteral ? -number : number)), token.range)
        case .uint(let number): return literal(.uint(number))
        case .string(let text): return literal(.string(text))
        case .bytes(let bytes): return literal(.bytes(bytes))
        case .keyword(.true): return literal(.bool(true))
        case .keyword(.false): return literal(.bool(false))
        case .keyword(.null): return literal(.null)
        case .identifier(let name):
            advance()
            return named(name, token.range)
        case .punctuation(.point): return rooted()
        case .punctuation(.leftParenthesis): return parenthesis()
        case .punctuation(.leftBracket): return list()
        case .punctuation(.leftBrace): return map()
        case .invalid:
            advance()
            return Expression(.invalid, token.range)
        case .keyword(.in), .punctuation, .quotedIdentifier, .end:
            reportExpected("an expression")
            return Expression(.invalid, SourceRange(offset: token.range.offset, length: 0))
        }
    }

    private mutating func literal(_ value: Value) -> Expression {
        let range = current.range
        advance()
        return Expression(.literal(value), range)
    }

    private mutating func integer(_ magnitude: UInt64, negative: Bool, _ range: SourceRange) -> Expression {
        if negative, magnitude == UInt64(Int64.max) + 1 { return Expression(.literal(.int(.min)), range) }
        guard let number = Int64(exactly: magnitude) else {
            errors.append(CompileError(.malformed("an integer beyond 64 bits"), at: range))
            return Expression(.invalid, range)
        }
        return Expression(.literal(.int(negative ? -number : number)), range)
    }

    private mutating func rooted() -> Expression {
        let start = current.range
        advance()
        guard case .identifier(let name) = current.kind else {
            reportExpected("a name")
            return Expression(.invalid, start)
        }
        let range = start.joined(current.range)
        advance()
        return named("." + name, range)
    }

    private mutating func named(_ name: String, _ range: SourceRange) -> Expression {
        if Token.reservedWords.contains(name) {
            let hint = name == "if" ? "; a choice is written `condition ? a : b`" : ""
            errors.append(
                CompileError(.malformed("`\(name)` is a reserved word and cannot be a name\(hint)"), at: range))
        }
        guard current.kind == .punctuation(.leftParenthesis) else { return Expression(.identifier(name), range) }
        let (arguments, end) = callArguments()
        let whole = range.joined(end)
        if environment.expandsMacros, name == "has", arguments.count == 1 { return has(arguments[0], whole) }
        return node(.call(.init(text: name, range: range), arguments), whole)
    }

    private mutating func has(_ argument: Expression, _ range: SourceRange) -> Expression {
        switch argument.kind {
        case .select(let operand, let name, isOptional: false): return node(.has(operand, name), range)
        case .invalid: return Expression(.invalid, range)
        case .literal, .identifier, .select, .has, .call, .memberCall, .operation, .logical, .list, .map, .structure,
            .macro:
            errors.append(
                CompileError(.malformed("has() takes the selection of a field, as in has(a.b)"), at: argument.range))
            return Expression(.invalid, range)
        }
    }

    private mutating func parenthesis() -> Expression {
        let open = current.range
        advance()
        let inner = expression()
        let close = current.range
        if !take(.rightParenthesis) {
            reportExpected("`)`")
            recover(to: .rightParenthesis)
        }
        return Expression(inner.kind, open.joined(close))
    }

    private mutating func list() -> Expression {
        let open = current.range
        advance()
        var elements: [Expression.Element] = []
        while current.kind != .punctuation(.rightBracket) {
            let isOptional = takeOptionalMark()
            elements.append(.init(value: expression(), isOptional: isOptional))
            if !atSeparator(.rightBracket) { recover(to: .rightBracket, stoppingAtComma: true) }
            if !take(.comma) { break }
        }
        let close = current.range
        if !take(.rightBracket) { reportExpected("`]` or `,`") }
        return node(.list(elements), open.joined(close))
    }

    private mutating func map() -> Expression {
        let open = current.range
        advance()
        var entries: [Expression.Entry] = []
        while current.kind != .punctuation(.rightBrace) {
            let isOptional = takeOptionalMark()
            let key = expression()
            if take(.colon) {
                entries.append(.init(key: key, value: expression(), isOptional: isOptional))
            } else {
                reportExpected("`:` and the value of the key")
            }
            if !atSeparator(.rightBrace) { recover(to: .rightBrace, stoppingAtComma: true) }
            if !take(.comma) { break }
        }
        let close = current.range
        if !take(.rightBrace) { reportExpected("`}` or `,`") }
        return node(.map(entries), open.joined(close))
    }

    private mutating func takeOptionalMark() -> Bool {
        environment.libraries.contains(.optionals) && take(.question)
    }
}
