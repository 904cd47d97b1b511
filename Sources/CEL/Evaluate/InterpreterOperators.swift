extension Interpreter {
    /// `&&` and `||`: a deciding operand wins, then an unknown one, then an error.
    mutating func logical(_ symbol: Operator, _ operands: [Term], _ term: Term) -> Outcome {
        let deciding = symbol == .or
        var nodes: [TraceNode] = []
        var open: [UnknownSet] = []
        var failure: EvaluationError?
        for operand in operands {
            let outcome = evaluate(operand)
            nodes.append(outcome.node)
            switch outcome.result {
            case .value(.bool(deciding)): return finish(.operator(symbol), term, .value(.bool(deciding)), nodes)
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
        return finish(.operator(symbol), term, result, nodes)
    }

    mutating func conditional(_ condition: Term, _ whenTrue: Term, _ whenFalse: Term, _ term: Term) -> Outcome {
        let test = evaluate(condition)
        switch test.result {
        case .value(.bool(let flag)):
            let branch = evaluate(flag ? whenTrue : whenFalse)
            let nodes = [test.node, branch.node]
            return finish(.operator(.conditional), term, branch.result, path: branch.path, nodes)
        case .value(.unknown(let set)):
            let first = evaluate(whenTrue)
            let second = evaluate(whenFalse)
            var sets = [set]
            for outcome in [first, second] {
                if case .value(let value) = outcome.result, let inside = Unknowns.inside(value) { sets.append(inside) }
            }
            let result = Evaluation.value(.unknown(UnknownSet(union: sets)))
            return finish(.operator(.conditional), term, result, [test.node, first.node, second.node])
        case .value(let value):
            let code = EvaluationError.Code.wrongType(found: value.typeName, expected: "bool")
            let error = EvaluationError(code, at: condition.range)
            return finish(.operator(.conditional), term, .error(error), [test.node])
        case .error: return finish(.operator(.conditional), term, test.result, [test.node])
        }
    }

    /// `or` and `orValue` of optional values.
    mutating func optionalElse(_ first: Term, _ second: Term, unwraps: Bool, _ term: Term) -> Outcome {
        let kind = TraceNode.Kind.call(unwraps ? "orValue" : "or")
        let target = evaluate(first)
        guard case .value(let content) = target.result else { return finish(kind, term, target.result, [target.node]) }
        switch content {
        case .optional(let optional):
            if let wrapped = optional.wrapped {
                return finish(kind, term, .value(unwraps ? wrapped : content), path: target.path, [target.node])
            }
            let other = evaluate(second)
            return finish(kind, term, other.result, path: other.path, [target.node, other.node])
        case .unknown(let set):
            let other = evaluate(second)
            var sets = [set]
            if case .value(let value) = other.result, let inside = Unknowns.inside(value) { sets.append(inside) }
            let result = Evaluation.value(.unknown(UnknownSet(union: sets)))
            return finish(kind, term, result, [target.node, other.node])
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type,
            .opaque:
            let code = EvaluationError.Code.noSuchOverload(function: unwraps ? "orValue" : "or", found: [content.typeName])
            return finish(kind, term, .error(EvaluationError(code, at: term.range)), [target.node])
        }
    }

    mutating func operation(
        _ symbol: Operator, _ operands: [Term], _ overloads: [Overload], _ term: Term
    ) -> Outcome {
        if symbol == .index || symbol == .optionalIndex { return index(symbol, operands, overloads, term) }
        return strict(.operator(symbol), operands, term) { values throws(EvaluationError.Code) in
            try Operators.apply(symbol, values, overloads)
        }
    }

    private mutating func index(
        _ symbol: Operator, _ operands: [Term], _ overloads: [Overload], _ term: Term
    ) -> Outcome {
        let container = evaluate(operands[0])
        guard case .value(let whole) = container.result else {
            return finish(.index, term, container.result, [container.node])
        }
        let position = evaluate(operands[1])
        let nodes = [container.node, position.node]
        guard case .value(let place) = position.result else { return finish(.index, term, position.result, nodes) }
        do throws(EvaluationError.Code) {
            let value = try Operators.apply(symbol, [whole, place], overloads)
            let path = value.origin ?? Self.path(below: container.path, whole, place)
            return finish(.index, term, .value(value), path: path, nodes)
        } catch {
            return finish(.index, term, .error(EvaluationError(error, at: term.range)), nodes)
        }
    }

    private static func path(below path: DataPath?, _ container: Value, _ place: Value) -> DataPath? {
        switch (container, place) {
        case (.list(let list), .int(let number)): (list.origin ?? path)?.index(Int(number))
        case (.map(let map), .string(let key)): (map.origin ?? path)?.key(key)
        case (.map(let map), _): (map.origin ?? path)?.key(Text.of(place))
        case (.unknown, _): path
        default: nil
        }
    }
}
