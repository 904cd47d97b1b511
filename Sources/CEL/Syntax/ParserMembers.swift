extension Parser {
    /// A primary expression and the selections, calls and indices after it.
    mutating func member(negatesLiteral: Bool, from start: SourceRange) -> Expression {
        var operand = primary(negatesLiteral: negatesLiteral)
        if negatesLiteral { operand = Expression(operand.kind, start.joined(operand.range)) }
        while true {
            if take(.point) {
                operand = selection(of: operand)
            } else if current.kind == .punctuation(.leftBracket) {
                operand = index(of: operand)
            } else if current.kind == .punctuation(.leftBrace), let name = qualifiedName(of: operand) {
                operand = structure(name, operand.range)
            } else {
                return operand
            }
        }
    }

    private mutating func selection(of operand: Expression) -> Expression {
        let isOptional = current.kind == .punctuation(.question)
        if isOptional {
            if !environment.libraries.contains(.optionals) { reportExpected("a field name") }
            advance()
        }
        let token = current
        let name: Expression.Name
        switch token.kind {
        case .identifier(let text), .quotedIdentifier(let text): name = .init(text: text, range: token.range)
        case .keyword(.in), .keyword(.null), .keyword(.true), .keyword(.false):
            reportExpected("a field name (a reserved word is quoted in backticks)")
            advance()
            return Expression(.invalid, operand.range.joined(token.range))
        case .int, .uint, .double, .string, .bytes, .punctuation, .invalid, .end:
            reportExpected("a field name")
            return Expression(.invalid, operand.range)
        }
        advance()
        let range = operand.range.joined(token.range)
        guard !isOptional, current.kind == .punctuation(.leftParenthesis) else {
            return node(.select(operand, name, isOptional: isOptional), range)
        }
        let (arguments, end) = callArguments()
        return memberCall(operand, name, arguments, operand.range.joined(end))
    }

    private mutating func index(of operand: Expression) -> Expression {
        let open = current.range
        advance()
        var symbol = Operator.index
        if current.kind == .punctuation(.question) {
            if !environment.libraries.contains(.optionals) { reportExpected("an index") }
            symbol = .optionalIndex
            advance()
        }
        let position = expression()
        let close = current.range
        if !take(.rightBracket) {
            reportExpected("`]`")
            recover(to: .rightBracket)
        }
        let range = operand.range.joined(close)
        return node(.operation(symbol, open.joined(close), [operand, position]), range)
    }

    /// Arguments from an opening parenthesis to its closing one.
    mutating func callArguments() -> (arguments: [Expression], end: SourceRange) {
        advance()
        var arguments: [Expression] = []
        if current.kind != .punctuation(.rightParenthesis) {
            repeat {
                arguments.append(expression())
                if !atSeparator(.rightParenthesis) { recover(to: .rightParenthesis, stoppingAtComma: true) }
            } while take(.comma)
        }
        let end = current.range
        if !take(.rightParenthesis) { reportExpected("`)` or `,`") }
        return (arguments, end)
    }

    private func qualifiedName(of expression: Expression) -> String? {
        switch expression.kind {
        case .identifier(let name): name
        case .select(let operand, let name, isOptional: false): qualifiedName(of: operand).map { $0 + "." + name.text }
        case .literal, .select, .has, .call, .memberCall, .operation, .logical, .list, .map, .structure, .macro,
            .invalid:
            nil
        }
    }

    private mutating func structure(_ name: String, _ nameRange: SourceRange) -> Expression {
        advance()
        var fields: [Expression.FieldValue] = []
        while current.kind != .punctuation(.rightBrace) {
            let isOptional = take(.question)
            let token = current
            guard case .identifier(let text) = token.kind else {
                if case .quotedIdentifier(let text) = token.kind {
                    advance()
                    fields.append(fieldValue(.init(text: text, range: token.range), isOptional))
                    if !take(.comma) { break }
                    continue
                }
                reportExpected("a field name or `}`")
                recover(to: .rightBrace)
                break
            }
            advance()
            fields.append(fieldValue(.init(text: text, range: token.range), isOptional))
            if !take(.comma) { break }
        }
        let end = current.range
        if !take(.rightBrace) { reportExpected("`}` or `,`") }
        return node(.structure(.init(text: name, range: nameRange), fields), nameRange.joined(end))
    }

    private mutating func fieldValue(_ name: Expression.Name, _ isOptional: Bool) -> Expression.FieldValue {
        if !take(.colon) { reportExpected("`:`") }
        return Expression.FieldValue(name: name, value: expression(), isOptional: isOptional)
    }
}
