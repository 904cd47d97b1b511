extension Interpreter {
    /// What one turn is about: the element, and the values of the macro's variables.
    private struct Turn {
        let element: Value
        let key: Value
        let index: Int
        let path: DataPath?
    }

    mutating func bind(_ value: Term, _ body: Term, _ term: Term) -> Record {
        let bound = evaluate(value)
        guard case .value(let content) = bound.result else { return Record(term, bound.result, children: [bound]) }
        locals.append((content, bound.path))
        let outcome = evaluate(body)
        locals.removeLast()
        return Record(term, outcome.result, children: [bound, outcome])
    }

    mutating func optionalMap(_ value: Term, _ body: Term, isFlat: Bool, _ term: Term) -> Record {
        let name = isFlat ? "optFlatMap" : "optMap"
        let target = evaluate(value)
        guard case .value(let content) = target.result else {
            return Record(term, target.result, children: [target])
        }
        if case .unknown(let set) = content {
            let sets = [set] + freeUnknowns(of: [body], from: locals.count)
            return Record(term, .value(.unknown(UnknownSet(union: sets))), children: [target])
        }
        guard case .optional(let optional) = content else {
            return fail(.noSuchOverload(function: name, found: [content.typeName]), term, [target])
        }
        guard let wrapped = optional.wrapped else { return Record(term, target.result, children: [target]) }
        locals.append((wrapped, target.path))
        let outcome = evaluate(body)
        locals.removeLast()
        guard case .value(let made) = outcome.result else {
            return Record(term, outcome.result, children: [target, outcome])
        }
        switch made {
        case .unknown: return Record(term, outcome.result, children: [target, outcome])
        case .optional where isFlat: return Record(term, outcome.result, children: [target, outcome])
        case _ where isFlat:
            let code = EvaluationError.Code.wrongType(found: made.typeName, expected: "optional_type")
            return fail(code, term, [target, outcome], at: body.range)
        case _: return Record(term, .value(.optional(OptionalValue(made))), children: [target, outcome])
        }
    }

    mutating func comprehension(_ macro: Term.Comprehension, _ term: Term) -> Record {
        let range = evaluate(macro.range)
        guard case .value(let container) = range.result else { return Record(term, range.result, children: [range]) }
        var nodes = [range]
        var accumulator = Accumulator(macro)
        var failure: EvaluationError.Code?
        switch container {
        case .list(let list):
            nodes.reserveCapacity(list.count + 1)
            let path = list.origin ?? range.path
            var isDone = false
            for (index, element) in list.elements.enumerated() {
                if index == list.openFrom { accumulator.markFurther() }
                let place = element.origin ?? path?.index(index)
                let turn = Turn(element: element, key: .int(Int64(index)), index: index, path: place)
                isDone = runTurn(macro, turn, isMap: false, term, &accumulator, &nodes, &failure)
                if isDone { break }
            }
            if !isDone, let leaves = list.open { runFurtherTurn(macro, leaves, &accumulator, &failure) }
        case .map(let map):
            let path = map.origin ?? range.path
            for (index, key) in map.keys.enumerated() {
                let place = map.values[index].origin ?? path?.key(Text.of(key.value))
                let turn = Turn(element: map.values[index], key: key.value, index: index, path: place)
                if runTurn(macro, turn, isMap: true, term, &accumulator, &nodes, &failure) { break }
            }
        case .unknown(let set):
            let bodies = [macro.condition, macro.transform].compactMap { $0 }
            let sets = [set] + freeUnknowns(of: bodies, from: macro.local)
            return Record(term, .value(.unknown(UnknownSet(union: sets))), children: nodes)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque:
            let code = EvaluationError.Code.noSuchOverload(function: macro.name, found: [container.typeName])
            return fail(code, term, nodes, at: macro.range.range)
        }
        if let failure { return fail(failure, term, nodes) }
        return Record(term, accumulator.result(at: term.range), children: nodes)
    }

    /// One turn with its record; answers whether the macro ends.
    private mutating func runTurn(
        _ macro: Term.Comprehension, _ turn: Turn, isMap: Bool, _ term: Term, _ accumulator: inout Accumulator,
        _ nodes: inout [Record], _ failure: inout EvaluationError.Code?
    ) -> Bool {
        do throws(EvaluationError.Code) {
            try meter.chargeTurn(macro.turnWeight)
        } catch {
            failure = error
            return true
        }
        let variables: [Value]
        if macro.variables.count == 2 {
            variables = [turn.key, turn.element]
            locals.append((turn.key, nil))
            locals.append((turn.element, turn.path))
        } else {
            variables = [isMap ? turn.key : turn.element]
            locals.append((variables[0], turn.path))
        }
        let (isDone, parts, result) = runTurn(macro, variables, &accumulator)
        locals.removeLast(variables.count)
        nodes.append(
            Record(
                turn: turn.index, of: term, result, element: turn.element, place: turn.path, children: parts))
        return isDone
    }

    /// The turn of the elements that an open list may hold beside those it shows. It is not recorded.
    private mutating func runFurtherTurn(
        _ macro: Term.Comprehension, _ leaves: UnknownSet, _ accumulator: inout Accumulator,
        _ failure: inout EvaluationError.Code?
    ) {
        do throws(EvaluationError.Code) {
            try meter.chargeTurn(macro.turnWeight)
        } catch {
            failure = error
            return
        }
        for _ in macro.variables { locals.append((.unknown(leaves), nil)) }
        let condition = macro.condition.map { evaluate($0).result }
        var transform: Evaluation?
        if let body = macro.transform, accumulator.wantsTransform(afterFurther: condition) {
            transform = evaluate(body).result
        }
        locals.removeLast(macro.variables.count)
        accumulator.take(further: leaves, condition: condition, transform: transform)
    }

    private mutating func runTurn(
        _ macro: Term.Comprehension, _ variables: [Value], _ accumulator: inout Accumulator
    ) -> (isDone: Bool, nodes: [Record], result: Evaluation) {
        var nodes: [Record] = []
        if let condition = macro.condition {
            let outcome = evaluate(condition)
            nodes.append(outcome)
            switch accumulator.take(condition: outcome.result, at: condition.range, variables: variables) {
            case .nextTurn: return (false, nodes, outcome.result)
            case .done: return (true, nodes, outcome.result)
            case .transform: break
            case .gatherTransform:
                if let transform = macro.transform {
                    let gathered = evaluate(transform)
                    nodes.append(gathered)
                    if case .value(let value) = gathered.result { accumulator.gather(value) }
                }
                return (false, nodes, outcome.result)
            }
        }
        guard let transform = macro.transform else { return (false, nodes, .value(.bool(true))) }
        let outcome = evaluate(transform)
        nodes.append(outcome)
        let isDone = accumulator.take(transform: outcome.result, at: transform.range, variables: variables)
        return (isDone, nodes, outcome.result)
    }

    /// The unknown leaves in the parts of terms that do not depend on locals from a position on: what a macro's result
    /// depends on beside its range, when the range is unknown.
    mutating func freeUnknowns(of terms: [Term], from position: Int) -> [UnknownSet] {
        unknowns(in: terms.flatMap { $0.parts(withoutLocalsFrom: position) })
    }

    /// The unknown leaves in what some terms come to.
    mutating func unknowns(in terms: [Term]) -> [UnknownSet] {
        var sets: [UnknownSet] = []
        for term in terms {
            if case .value(let value) = evaluate(term).result, let inside = Unknowns.inside(value) {
                sets.append(inside)
            }
        }
        return sets
    }
}

extension Term {
    /// The largest parts that use no local at or after a position.
    func parts(withoutLocalsFrom position: Int) -> [Term] {
        usesLocals(from: position) ? children.flatMap { $0.parts(withoutLocalsFrom: position) } : [self]
    }

    /// Whether it is a constant.
    var isConstant: Bool {
        if case .constant = kind { true } else { false }
    }

    /// Whether a part is a local at or after a position.
    func usesLocals(from position: Int) -> Bool {
        if case .local(let local, _) = kind { return local >= position }
        return children.contains { $0.usesLocals(from: position) }
    }
}
