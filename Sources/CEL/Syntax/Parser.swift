/// Reads an expression by precedence climbing (CEL language definition, "Grammar").
///
/// A fault is reported and replaced by an `invalid` node, and reading goes on at the next sign that closes or separates,
/// so that one run reports several faults.
struct Parser {
    let tokens: [Token]
    let environment: Environment
    var position = 0
    var nesting = 0
    var errors: [CompileError] = []
    private var isTooDeep = false

    /// The syntax tree of a text.
    static func parse(_ text: String, in environment: Environment) throws(CompileErrors) -> Expression {
        let limits = environment.syntaxLimits
        guard let scalars = scalars(of: text, upTo: limits.length) else {
            let place = SourceRange(offset: limits.length, length: 1)
            throw CompileErrors(errors: [CompileError(.tooLarge(what: "length", limit: limits.length), at: place)])
        }
        var lexer = Lexer(scalars)
        var parser = Parser(tokens: lexer.tokens(), environment: environment)
        parser.errors = lexer.errors
        let expression = parser.expression()
        parser.expectEnd()
        if !parser.errors.isEmpty {
            let ordered = parser.errors.sorted { $0.range.offset < $1.range.offset }
            throw CompileErrors(errors: Array(ordered.prefix(limits.errors)))
        }
        return expression
    }

    /// The characters of a text; nil where there are more than a limit.
    private static func scalars(of text: String, upTo limit: Int) -> [Unicode.Scalar]? {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(min(text.utf8.count, limit))
        for scalar in text.unicodeScalars {
            guard scalars.count < limit else { return nil }
            scalars.append(scalar)
        }
        return scalars
    }

    private init(tokens: [Token], environment: Environment) {
        self.tokens = tokens
        self.environment = environment
    }

    var current: Token { tokens[position] }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    /// Takes a sign if it is next.
    mutating func take(_ mark: Token.Punctuation) -> Bool {
        guard current.kind == .punctuation(mark) else { return false }
        advance()
        return true
    }

    /// Makes a node, unless the tree would be higher than the bound.
    mutating func node(_ kind: Expression.Kind, _ range: SourceRange) -> Expression {
        let expression = Expression(kind, range)
        if expression.height <= environment.syntaxLimits.depth { return expression }
        reportDepth(range)
        return Expression(.invalid, range)
    }

    private mutating func reportDepth(_ range: SourceRange) {
        if isTooDeep { return }
        isTooDeep = true
        errors.append(CompileError(.tooLarge(what: "depth", limit: environment.syntaxLimits.depth), at: range))
    }

    /// A whole expression, a conditional included.
    mutating func expression() -> Expression {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= environment.syntaxLimits.depth else {
            reportDepth(current.range)
            position = tokens.count - 1
            return Expression(.invalid, current.range)
        }
        let condition = binary(0)
        guard current.kind == .punctuation(.question) else { return condition }
        let sign = current.range
        advance()
        let whenTrue = expression()
        guard take(.colon) else {
            reportExpected("`:` and the value for false")
            return Expression(.invalid, condition.range.joined(whenTrue.range))
        }
        let whenFalse = expression()
        let range = condition.range.joined(whenFalse.range)
        return node(.operation(.conditional, sign, [condition, whenTrue, whenFalse]), range)
    }

    /// The binary operator at the current token with its precedence.
    private var binaryOperator: (operator: Operator, precedence: Int)? {
        switch current.kind {
        case .keyword(.in): (.isIn, 3)
        case .punctuation(let mark): Self.binaryOperator(mark)
        case .identifier, .quotedIdentifier, .int, .uint, .double, .string, .bytes, .keyword, .invalid, .end: nil
        }
    }

    private static func binaryOperator(_ mark: Token.Punctuation) -> (operator: Operator, precedence: Int)? {
        switch mark {
        case .or: (.or, 1)
        case .and: (.and, 2)
        case .less: (.less, 3)
        case .lessOrEqual: (.lessOrEqual, 3)
        case .greater: (.greater, 3)
        case .greaterOrEqual: (.greaterOrEqual, 3)
        case .equal: (.equal, 3)
        case .notEqual: (.notEqual, 3)
        case .plus: (.add, 4)
        case .minus: (.subtract, 4)
        case .star: (.multiply, 5)
        case .slash: (.divide, 5)
        case .percent: (.modulo, 5)
        case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .comma, .point,
            .question, .colon, .exclamation:
            nil
        }
    }

    /// Operators that bind more tightly than `precedence`, from left to right.
    private mutating func binary(_ precedence: Int) -> Expression {
        var left = unary()
        while let next = binaryOperator, next.precedence > precedence {
            let sign = current.range
            if next.operator == .and || next.operator == .or {
                left = logical(next.operator, next.precedence, first: left)
                continue
            }
            advance()
            let right = binary(next.precedence)
            left = node(.operation(next.operator, sign, [left, right]), left.range.joined(right.range))
        }
        return left
    }

    /// A run of one logical operator, kept flat so that a long run is not a high tree.
    private mutating func logical(_ symbol: Operator, _ precedence: Int, first: Expression) -> Expression {
        var operands = [first]
        while let next = binaryOperator, next.operator == symbol {
            advance()
            operands.append(binary(precedence))
        }
        let last = operands[operands.count - 1]
        return node(.logical(symbol, operands), first.range.joined(last.range))
    }

    private mutating func unary() -> Expression {
        let start = current.range
        var signs: [(Operator, SourceRange)] = []
        while true {
            if current.kind == .punctuation(.exclamation) {
                signs.append((.not, current.range))
            } else if current.kind == .punctuation(.minus) {
                signs.append((.negate, current.range))
            } else {
                break
            }
            advance()
        }
        var negatesLiteral = false
        if let last = signs.last, last.0 == .negate {
            switch current.kind {
            case .int, .double:
                negatesLiteral = true
                signs.removeLast()
            case .identifier, .quotedIdentifier, .uint, .string, .bytes, .keyword, .punctuation, .invalid, .end: break
            }
        }
        var operand = member(negatesLiteral: negatesLiteral, from: negatesLiteral ? tokens[position - 1].range : start)
        if signs.count > environment.syntaxLimits.depth {
            reportDepth(start)
            return Expression(.invalid, start)
        }
        for (symbol, range) in signs.reversed() {
            operand = node(.operation(symbol, range, [operand]), range.joined(operand.range))
        }
        return operand
    }
}
