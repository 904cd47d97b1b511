extension Interpreter {
    /// What one turn is about: the element, and the values of the macro's variables.
    private struct Turn {
        let element: Value
        let key: Value
        let index: Int
        let path: DataPath?
    }

    mutating func bind(_ value: Term, _ body: Term, _ term: Term) -> Outcome {
        let bound = evaluate(value)
        guard case .value(let content) = bound.result else {
            return finish(.macro("bind"), term, bound.result, [bound.node])
        }
        locals.append((content, bound.path))
        let outcome = evaluate(body)
        locals.removeLast()
        return finish(.macro("bind"), term, outcome.result, path: outcome.path, [bound.node, outcome.node])
    }

    mutating func optionalMap(_ value: Term, _ body: Term, isFlat: Bool, _ term: Term) -> Outcome {
        let name = isFlat ? "optFlatMap" : "optMap"
        let target = evaluate(value)
        guard case .value(let content) = target.result else {
            return finish(.macro(name), term, target.result, [target.node])
        }
        if case .unknown(let set) = content {
            let sets = [set] + freeUnknowns(of: [body], from: locals.count)
            return finish(.macro(name), term, .value(.unknown(UnknownSet(union: sets))), [target.node])
        }
        guard case .optional(let optional) = content else {
            let code = EvaluationError.Code.noSuchOverload(function: name, found: [content.typeName])
            return finish(.macro(name), term, .error(EvaluationError(code, at: term.range)), [target.node])
        }
        guard let wrapped = optional.wrapped else { return finish(.macro(name), term, target.result, [target.node]) }
        locals.append((wrapped, target.path))
        let outcome = evaluate(body)
        locals.removeLast()
        var result = outcome.result
        if case .value(let value) = result {
            switch value {
            case .unknown: break
            case .optional where isFlat: break
            case _ where isFlat:
                let code = EvaluationError.Code.wrongType(found: value.typeName, expected: "optional_type")
                result = .error(EvaluationError(code, at: body.range))
            case _: result = .value(.optional(OptionalValue(value)))
            }
        }
        return finish(.macro(name), term, result, [target.node, outcome.node])
    }

    mutating func comprehension(_ macro: Term.Comprehension, _ term: Term) -> Outcome {
        let kind = TraceNode.Kind.macro(macro.name)
        let range = evaluate(macro.range)
        guard case .value(let container) = range.result else { return finish(kind, term, range.result, [range.node]) }
        var turns: [Turn] = []
        switch container {
        case .list(let list):
            let path = list.origin ?? range.path
            for (index, element) in list.elements.enumerated() {
                let place = element.origin ?? path?.index(index)
                turns.append(Turn(element: element, key: .int(Int64(index)), index: index, path: place))
            }
        case .map(let map):
            let path = map.origin ?? range.path
            for (index, key) in map.keys.enumerated() {
                let place = map.values[index].origin ?? path?.key(Text.of(key.value))
                turns.append(Turn(element: map.values[index], key: key.value, index: index, path: place))
            }
        case .unknown(let set):
            let bodies = [macro.condition, macro.transform].compactMap { $0 }
            let sets = [set] + freeUnknowns(of: bodies, from: macro.local)
            return finish(kind, term, .value(.unknown(UnknownSet(union: sets))), [range.node])
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque:
            let code = EvaluationError.Code.noSuchOverload(function: macro.name, found: [container.typeName])
            return finish(kind, term, .error(EvaluationError(code, at: macro.range.range)), [range.node])
        }
        var isMap = false
        if case .map = container { isMap = true }
        var nodes = [range.node]
        var accumulator = Accumulator(macro)
        for turn in turns {
            do throws(EvaluationError.Code) {
                try meter.chargeTurn(macro.turnWeight)
            } catch {
                return finish(kind, term, .error(EvaluationError(error, at: term.range)), nodes)
            }
            let variables: [Value]
            if macro.variables.count == 2 {
                variables = [turn.key, turn.element]
            } else {
                variables = [isMap ? turn.key : turn.element]
            }
            locals.append((variables[0], macro.variables.count == 2 ? nil : turn.path))
            if macro.variables.count == 2 { locals.append((variables[1], turn.path)) }
            let (isDone, parts, result) = runTurn(macro, variables, &accumulator)
            locals.removeLast(variables.count)
            let iteration = TraceNode.Iteration(index: turn.index, path: turn.path)
            nodes.append(
                TraceNode(
                    .iteration(iteration), term.range, result, path: turn.path, element: turn.element, children: parts))
            if isDone { break }
        }
        return finish(kind, term, accumulator.result(at: term.range), nodes)
    }

    private mutating func runTurn(
        _ macro: Term.Comprehension, _ variables: [Value], _ accumulator: inout Accumulator
    ) -> (isDone: Bool, nodes: [TraceNode], result: Evaluation) {
        var nodes: [TraceNode] = []
        if let condition = macro.condition {
            let outcome = evaluate(condition)
            nodes.append(outcome.node)
            switch accumulator.take(condition: outcome.result, at: condition.range, variables: variables) {
            case .nextTurn: return (false, nodes, outcome.result)
            case .done: return (true, nodes, outcome.result)
            case .transform: break
            case .gatherTransform:
                if let transform = macro.transform {
                    let gathered = evaluate(transform)
                    nodes.append(gathered.node)
                    if case .value(let value) = gathered.result { accumulator.gather(value) }
                }
                return (false, nodes, outcome.result)
            }
        }
        guard let transform = macro.transform else { return (false, nodes, .value(.bool(true))) }
        let outcome = evaluate(transform)
        nodes.append(outcome.node)
        let isDone = accumulator.take(transform: outcome.result, at: transform.range, variables: variables)
        return (isDone, nodes, outcome.result)
    }

    /// The unknown leaves in the parts of terms that do not depend on locals from a position on: what a macro's result
    /// depends on beside its range, when the range is unknown.
    mutating func freeUnknowns(of terms: [Term], from position: Int) -> [UnknownSet] {
        var sets: [UnknownSet] = []
        for term in terms {
            if term.usesLocals(from: position) {
                sets += freeUnknowns(of: term.children, from: position)
            } else if case .value(let value) = evaluate(term).result, let inside = Unknowns.inside(value) {
                sets.append(inside)
            }
        }
        return sets
    }
}

extension Term {
    /// Whether a part is a local at or after a position.
    func usesLocals(from position: Int) -> Bool {
        if case .local(let local, _) = kind { return local >= position }
        return children.contains { $0.usesLocals(from: position) }
    }
}
