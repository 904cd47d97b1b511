extension Environment {
    /// The most distinct parts an expression may have for ``canBeTrue(_:)`` to look at every assignment.
    public static let decidablePropositions = 12

    /// Whether some values of its parts could make an expression true, as far as its logic tells.
    ///
    /// Only `!`, `&&`, `||`, `?:` and literals are looked into. Every other part counts as a proposition that may be true or
    /// false whatever the others are, save that a comparison and its contrary (`a < b`, `a >= b`) exclude each other. So
    /// the answer may be `true` for an expression that is never true, and is never `false` for one that can be. An
    /// expression of more than ``decidablePropositions`` parts is taken to be possible.
    ///
    /// Complexity: linear in the length of the text, times 2 to the power of the number of parts.
    /// - Throws: Every fault of the expression's syntax.
    public func canBeTrue(_ text: String) throws(CompileErrors) -> Bool {
        let expression = try Parser.parse(text, in: self)
        var propositions = Propositions(text: Array(text.unicodeScalars))
        let formula = propositions.formula(of: expression)
        guard propositions.count <= Self.decidablePropositions else { return true }
        return (0..<(1 << propositions.count)).contains { formula.isTrue($0) }
    }
}

/// An expression reduced to its logic.
private indirect enum Formula {
    case constant(Bool)
    /// A part, by its number.
    case proposition(Int)
    case not(Formula)
    case all([Formula])
    case any([Formula])
    case choice(Formula, Formula, Formula)

    /// The value where proposition n has the truth value of bit n.
    func isTrue(_ assignment: Int) -> Bool {
        switch self {
        case .constant(let value): value
        case .proposition(let number): assignment & (1 << number) != 0
        case .not(let operand): !operand.isTrue(assignment)
        case .all(let operands): operands.allSatisfy { $0.isTrue(assignment) }
        case .any(let operands): operands.contains { $0.isTrue(assignment) }
        case .choice(let condition, let first, let second):
            condition.isTrue(assignment) ? first.isTrue(assignment) : second.isTrue(assignment)
        }
    }
}

/// Numbers the parts of an expression; parts of the same text have the same number.
private struct Propositions {
    let text: [Unicode.Scalar]
    private var numbers: [String: Int] = [:]

    init(text: [Unicode.Scalar]) { self.text = text }

    var count: Int { numbers.count }

    mutating func formula(of expression: Expression) -> Formula {
        switch expression.kind {
        case .literal(.bool(let value)): return .constant(value)
        case .logical(let symbol, let operands):
            let formulas = operands.map { formula(of: $0) }
            return symbol == .and ? .all(formulas) : .any(formulas)
        case .operation(.not, _, let operands) where operands.count == 1: return .not(formula(of: operands[0]))
        case .operation(.conditional, _, let operands) where operands.count == 3:
            return .choice(formula(of: operands[0]), formula(of: operands[1]), formula(of: operands[2]))
        case .operation(let symbol, _, let operands) where symbol.contrary != nil && operands.count == 2:
            return comparison(symbol, operands[0], operands[1])
        case .literal, .identifier, .select, .has, .call, .memberCall, .operation, .list, .map, .structure, .macro,
            .invalid:
            return .proposition(number(slice(expression)))
        }
    }

    /// `x != y` is the contrary of `x == y`, and likewise the others.
    private mutating func comparison(_ symbol: Operator, _ left: Expression, _ right: Expression) -> Formula {
        // A comparison with a literal truth value is the other operand, or its contrary.
        if case .literal(.bool(let value)) = right.kind, symbol == .equal || symbol == .notEqual {
            let operand = formula(of: left)
            return value == (symbol == .equal) ? operand : .not(operand)
        }
        let isNegative = symbol == .notEqual || symbol == .greaterOrEqual || symbol == .lessOrEqual
        let positive = isNegative ? symbol.contrary ?? symbol : symbol
        let proposition = Formula.proposition(number("\(slice(left)) \(positive.symbol) \(slice(right))"))
        return positive == symbol ? proposition : .not(proposition)
    }

    private mutating func number(_ text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = numbers.count
        return numbers.count - 1
    }

    /// The text of a part without spaces and without parentheses around the whole.
    private func slice(_ expression: Expression) -> String {
        let scalars = text[expression.range.offset..<expression.range.end].filter { !$0.properties.isWhitespace }
        var part = scalars[...]
        while part.first == "(", part.last == ")", Self.closesAtEnd(part) { part = part.dropFirst().dropLast() }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: part)
        return String(result)
    }

    /// Whether the parenthesis that a text begins with is closed by its last character.
    private static func closesAtEnd(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index == text.endIndex - 1 }
        }
        return false
    }
}
