extension Environment {
    /// Compiles an expression.
    ///
    /// Complexity: linear in the length of the text, times the number of overloads of the functions it calls.
    /// - Parameters:
    ///   - text: The expression, in the Common Expression Language.
    ///   - expected: The type it must have; `nil` for any.
    ///   - isChecked: Whether its types are checked. An unchecked expression fails when it is evaluated instead.
    ///   - costLimit: The worst-case cost beyond which it is refused, with lists, maps and strings of `size` elements.
    /// - Throws: Every fault found.
    public func compile(
        _ text: String, expecting expected: CELType? = nil, checked isChecked: Bool = true,
        costLimit: (cost: UInt64, size: UInt64)? = nil
    ) throws(CompileErrors) -> Program {
        let expression = try Parser.parse(text, in: self)
        var checker = Checker(environment: self, isLenient: !isChecked)
        let draft = checker.check(expression)
        if let expected { checker.expect(expected, draft) }
        try Self.refuse(checker.errors, self)
        var finisher = Finisher(inference: checker.inference, folds: true)
        let term = finisher.finish(draft)
        if isChecked { try Self.refuse(finisher.errors, self) }
        let cost = CostEstimate(of: term)
        if let costLimit {
            let estimate = cost.worstCase(size: costLimit.size)
            if estimate > costLimit.cost {
                let code = CompileError.Code.tooCostly(estimate: estimate, limit: costLimit.cost)
                throw CompileErrors(errors: [CompileError(code, at: term.range)])
            }
        }
        let plan = Plan.make(term, localCount: checker.localCount)
        return Program(
            source: text, resultType: term.type, draft: draft, cost: cost, term: term,
            structures: structures, variableTypes: variables.types, plan: plan)
    }

    private static func refuse(_ errors: [CompileError], _ environment: Environment) throws(CompileErrors) {
        if errors.isEmpty { return }
        let ordered = errors.sorted { ($0.range.offset, $0.range.length) < ($1.range.offset, $1.range.length) }
        throw CompileErrors(errors: Array(ordered.prefix(environment.syntaxLimits.errors)))
    }
}
