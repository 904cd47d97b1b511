extension Interpreter {
    /// `&&` and `||`: a deciding operand wins, then an unknown one, then an error.
    mutating func logical(_ symbol: Operator, _ operands: [Term], _ term: Term) -> Record {
        let deciding = symbol == .or
        var nodes: [Record] = []
        var open: [UnknownSet] = []
        var failure: EvaluationError?
        for operand in operands {
            let outcome = evaluate(operand)
            nodes.append(outcome)
            switch outcome.result {
            case .value(.bool(deciding)):
                return Record(term, .value(.bool(deciding)), children: nodes)
            case .value(.bool): continue
            case .value(.unknown(let set)): open.append(set)
            case .value(let value):
                let code = EvaluationError.Code.wrongType(found: value.typeName, expected: "bool")
                failure = failure ?? EvaluationError(code, at: operand.range)
            case .error(let error): failure = failure ?? error
            }
        }
        let result: Evaluation
        if !open.isEmpty {
            result = .value(.unknown(UnknownSet(union: open)))
        } else if let failure {
            result = .error(failure)
        } else {
            result = .value(.bool(!deciding))
        }
        return Record(term, result, children: nodes)
    }

    mutating func conditional(_ condition: Term, _ whenTrue: Term, _ whenFalse: Term, _ term: Term) -> Record {
        let test = evaluate(condition)
        switch test.result {
        case .value(.bool(let flag)):
            let branch = evaluate(flag ? whenTrue : whenFalse)
            return Record(term, branch.result, children: [test, branch])
        case .value(.unknown(let set)):
            let branches = [evaluate(whenTrue), evaluate(whenFalse)]
            var sets = [set]
            for branch in branches {
                if case .value(let value) = branch.result, let inside = Unknowns.inside(value) { sets.append(inside) }
            }
            return Record(term, .value(.unknown(UnknownSet(union: sets))), children: [test] + branches)
        case .value(let value):
            return fail(.wrongType(found: value.typeName, expected: "bool"), term, [test], at: condition.range)
        case .error: return Record(term, test.result, children: [test])
        }
    }

    /// `or` and `orValue` of optional values.
    mutating func optionalElse(_ first: Term, _ second: Term, unwraps: Bool, _ term: Term) -> Record {
        let target = evaluate(first)
        guard case .value(let content) = target.result else {
            return Record(term, target.result, children: [target])
        }
        switch content {
        case .optional(let optional):
            if let wrapped = optional.wrapped {
                return Record(term, .value(unwraps ? wrapped : content), children: [target])
            }
            let other = evaluate(second)
            return Record(term, other.result, children: [target, other])
        case .unknown(let set):
            let other = evaluate(second)
            var sets = [set]
            if case .value(let value) = other.result, let inside = Unknowns.inside(value) { sets.append(inside) }
            return Record(term, .value(.unknown(UnknownSet(union: sets))), children: [target, other])
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type,
            .opaque:
            return fail(
                .noSuchOverload(function: unwraps ? "orValue" : "or", found: [content.typeName]), term, [target])
        }
    }
}
