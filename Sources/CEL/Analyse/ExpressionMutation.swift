/// A small change to an expression's text that changes what it means, as tests of an expression ought to notice.
public struct ExpressionMutation: Sendable, Hashable {
    /// What is changed.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A comparison is turned round: `<` becomes `>=`, `==` becomes `!=`.
        case comparison
        /// A comparison takes in its boundary, or leaves it out: `<` becomes `<=`.
        case boundary
        /// One operand of `&&` or of `||` is left out.
        case operand
        /// The whole expression, or an operand of `&&` or `||` that is no comparison, becomes its contrary.
        case negation
        /// `all` becomes `exists`, and the other way round.
        case quantifier
        /// A whole number becomes the next one.
        case number
    }

    /// What is changed.
    public let kind: Kind
    /// The stretch of the original that is replaced.
    public let range: SourceRange
    /// The whole expression after the change.
    public let text: String
}

extension Environment {
    /// Every mutation of an expression, in the order of the text. The results need not compile.
    ///
    /// Complexity: linear in the length of the text for each mutation.
    /// - Throws: Every fault of the expression's syntax.
    public func mutations(of text: String) throws(CompileErrors) -> [ExpressionMutation] {
        var search = MutationSearch(text: Array(text.unicodeScalars))
        let expression = try Parser.parse(text, in: self)
        search.add(.negation, expression.range, "!(\(search.slice(expression.range)))")
        search.visit(expression)
        return search.mutations.sorted { ($0.range.offset, $0.range.length) < ($1.range.offset, $1.range.length) }
    }
}

/// Walks a syntax tree and notes what can be changed.
private struct MutationSearch {
    let text: [Unicode.Scalar]
    private(set) var mutations: [ExpressionMutation] = []

    init(text: [Unicode.Scalar]) { self.text = text }

    func slice(_ range: SourceRange) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text[range.offset..<range.end])
        return String(result)
    }

    mutating func add(_ kind: ExpressionMutation.Kind, _ range: SourceRange, _ replacement: String) {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text[..<range.offset])
        result.append(contentsOf: replacement.unicodeScalars)
        result.append(contentsOf: text[range.end...])
        mutations.append(ExpressionMutation(kind: kind, range: range, text: String(result)))
    }

    mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .identifier, .invalid: break
        case .literal(.int(let number)):
            if let next = number.addingOne { add(.number, expression.range, String(next)) }
        case .literal: break
        case .select(let operand, _, _), .has(let operand, _): visit(operand)
        case .call(_, let arguments): visit(arguments)
        case .memberCall(let target, _, let arguments): visit([target] + arguments)
        case .operation(let symbol, let sign, let operands):
            if let contrary = symbol.contrary { add(.comparison, sign, contrary.symbol) }
            if let neighbour = symbol.neighbour { add(.boundary, sign, neighbour.symbol) }
            visit(operands)
        case .logical(let symbol, let operands):
            // What decides nothing stands in for an operand that is left out: its parentheses stay as they are.
            let neutral = symbol == .and ? "true" : "false"
            for operand in operands {
                add(.operand, operand.range, neutral)
                if !operand.isDecidedBySign { add(.negation, operand.range, "!(\(slice(operand.range)))") }
            }
            visit(operands)
        case .list(let elements): visit(elements.map(\.value))
        case .map(let entries): visit(entries.flatMap { [$0.key, $0.value] })
        case .structure(_, let fields): visit(fields.map(\.value))
        case .macro(let macro):
            switch macro.kind {
            case .all: add(.quantifier, macro.name.range, "exists")
            case .exists: add(.quantifier, macro.name.range, "all")
            case .existsOne, .filter, .map, .transformList, .transformMap, .transformMapEntry, .bind, .optMap,
                .optFlatMap, .sortBy:
                break
            }
            visit([macro.operand] + macro.arguments)
        }
    }

    private mutating func visit(_ expressions: [Expression]) {
        for expression in expressions { visit(expression) }
    }
}

extension Expression {
    /// Whether turning round a sign inside it is as good as its contrary.
    fileprivate var isDecidedBySign: Bool {
        switch kind {
        case .operation(let symbol, _, _): symbol.contrary != nil
        case .logical: true
        case .literal, .identifier, .select, .has, .call, .memberCall, .list, .map, .structure, .macro, .invalid: false
        }
    }
}

extension Int64 {
    fileprivate var addingOne: Int64? {
        let (next, overflow) = addingReportingOverflow(1)
        return overflow ? nil : next
    }
}
