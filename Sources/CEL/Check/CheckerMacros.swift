extension Checker {
    mutating func macro(_ macro: Macro, _ range: SourceRange) -> Term {
        switch macro.kind {
        case .bind: return bind(macro, range)
        case .optMap, .optFlatMap: return optionalMap(macro, range)
        case .all, .exists, .existsOne, .filter, .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
            return comprehension(macro, range)
        }
    }

    /// Checks something with variables in scope; answers the position of the first.
    private mutating func withLocals<Result>(
        _ variables: [(name: String, type: CELType)], _ body: (inout Checker) -> Result
    ) -> (local: Int, result: Result) {
        let local = locals.count
        locals += variables
        localCount = max(localCount, locals.count)
        let result = body(&self)
        locals.removeLast(variables.count)
        return (local, result)
    }

    private mutating func bind(_ macro: Macro, _ range: SourceRange) -> Term {
        let value = check(macro.operand)
        let name = macro.variables[0].text
        let (local, body) = withLocals([(name, value.type)]) { $0.check(macro.arguments[0]) }
        return Term(.bind(local: local, name: name, value, body), range, body.type)
    }

    private mutating func optionalMap(_ macro: Macro, _ range: SourceRange) -> Term {
        let value = check(macro.operand)
        let inner = inference.fresh()
        expect(.optional(inner), value)
        let name = macro.variables[0].text
        let innerType = isLenient ? CELType.dyn : inference.resolved(inner)
        let (local, body) = withLocals([(name, innerType)]) { $0.check(macro.arguments[0]) }
        let isFlat = macro.kind == .optFlatMap
        if isFlat { expect(.optional(inference.fresh()), body) }
        let type = isFlat ? body.type : .optional(body.type)
        return Term(.optionalMap(value, local: local, name: name, body, isFlat: isFlat), range, type)
    }

    /// The types of the key (or position) and of the value of what is iterated.
    private mutating func elementTypes(_ range: Term) -> (key: CELType, value: CELType, isMap: Bool) {
        var type = inference.resolved(range.type)
        while case .nullable(let inner) = type { type = inner }
        switch type {
        case .list(let element): return (.int, element, false)
        case .map(let key, let value): return (key, value, true)
        case .dyn, .variable, .parameter: return (.dyn, .dyn, false)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .optional, .choice, .structure,
            .opaque, .type, .nullable:
            report(.notIterable(found: inference.resolved(type, final: true)), range.range)
            return (.dyn, .dyn, false)
        }
    }

    private mutating func comprehension(_ macro: Macro, _ range: SourceRange) -> Term {
        let operand = check(macro.operand)
        let types = elementTypes(operand)
        let variables: [(name: String, type: CELType)]
        if macro.variables.count == 2 {
            variables = [(macro.variables[0].text, types.key), (macro.variables[1].text, types.value)]
        } else {
            variables = [(macro.variables[0].text, types.isMap ? types.key : types.value)]
        }
        let (local, bodies) = withLocals(variables) { checker in macro.arguments.map { checker.check($0) } }
        let last = bodies[bodies.count - 1]
        var condition: Term?
        var transform: Term?
        let type: CELType
        switch macro.kind {
        case .all, .exists, .existsOne:
            condition = last
            type = .bool
        case .filter:
            condition = last
            type = .list(variables[0].type)
        case .map, .transformList:
            condition = bodies.count == 2 ? bodies[0] : nil
            transform = last
            type = .list(last.type)
        case .transformMap:
            condition = bodies.count == 2 ? bodies[0] : nil
            transform = last
            type = .map(types.key, last.type)
        case .transformMapEntry:
            condition = bodies.count == 2 ? bodies[0] : nil
            transform = last
            expect(.map(inference.fresh(), inference.fresh()), last)
            type = last.type
        case .sortBy, .bind, .optMap, .optFlatMap:
            transform = last
            type = operand.type
        }
        if let condition { expect(.bool, condition) }
        let made = Term.Comprehension(
            kind: macro.kind, name: macro.name.text, range: operand, local: local,
            variables: macro.variables.map(\.text), condition: condition, transform: transform)
        return Term(.comprehension(made), range, isLenient ? .dyn : type)
    }
}
