/// Gives the resolved tree its final types, and replaces what is constant by its value.
struct Finisher {
    let inference: TypeInference
    let folds: Bool
    private(set) var errors: [CompileError] = []
    /// The work that may still go into constant parts. What would take more is left to evaluation, which has its limit.
    private var foldingLimit: UInt64 = 100_000

    init(inference: TypeInference, folds: Bool) {
        self.inference = inference
        self.folds = folds
    }

    mutating func finish(_ term: Term) -> Term {
        let type = inference.resolved(term.type, final: true)
        let kind = finishParts(of: term)
        let canFail = Failure.isPossible(kind, range: term.range)
        let finished = Term(kind, term.range, type, canFail: canFail)
        return folds ? fold(finished) : finished
    }

    private mutating func finishParts(of term: Term) -> Term.Kind {
        switch term.kind {
        case .constant, .variable, .local, .failure: return term.kind
        case .select(let operand, let field, let slot, let isOptional):
            return .select(finish(operand), field: field, slot, isOptional: isOptional)
        case .has(let operand, let field, let slot): return .has(finish(operand), field: field, slot)
        case .logical(let symbol, let operands): return .logical(symbol, operands.map { finish($0) })
        case .conditional(let condition, let whenTrue, let whenFalse):
            let finished = finish(condition)
            let first = finish(whenTrue)
            return .conditional(finished, first, finish(whenFalse))
        case .operation(let symbol, let operands, let overloads):
            return .operation(symbol, operands.map { finish($0) }, overloads)
        case .call(let name, let arguments, let overloads, let isMember):
            if name == "matches", overloads.allSatisfy(\.isStandard) { checkPattern(arguments) }
            let isSize = name == "size" && arguments.count == 1 && overloads.allSatisfy(\.isStandard)
            let finished = arguments.map { isSize ? counted(finish($0)) : finish($0) }
            return .call(name, finished, overloads, isMember: isMember)
        case .list(let elements):
            return .list(elements.map { Term.Element(value: finish($0.value), isOptional: $0.isOptional) })
        case .map(let entries):
            return .map(
                entries.map { entry in
                    let key = finish(entry.key)
                    return Term.Entry(key: key, value: finish(entry.value), isOptional: entry.isOptional)
                })
        case .structure(let type, let fields):
            return .structure(
                type,
                fields.map { Term.FieldValue(slot: $0.slot, value: finish($0.value), isOptional: $0.isOptional) })
        case .comprehension(let macro):
            let range = finish(macro.range)
            let condition = macro.condition.map { finish($0) }
            let transform = macro.transform.map { finish($0) }
            return .comprehension(
                Term.Comprehension(
                    kind: macro.kind, name: macro.name, range: range, local: macro.local, variables: macro.variables,
                    condition: condition, transform: transform))
        case .bind(let local, let name, let value, let body):
            let finished = finish(value)
            return .bind(local: local, name: name, finished, finish(body))
        case .optionalMap(let value, let local, let name, let body, let isFlat):
            let finished = finish(value)
            return .optionalMap(finished, local: local, name: name, finish(body), isFlat: isFlat)
        case .optionalElse(let first, let second, let unwraps):
            let finished = finish(first)
            return .optionalElse(finished, finish(second), unwraps: unwraps)
        }
    }

    /// Reports a constant pattern that is not a regular expression.
    private mutating func checkPattern(_ arguments: [Term]) {
        guard arguments.count == 2, case .constant(.string(let pattern)) = arguments[1].kind else { return }
        do throws(EvaluationError.Code) {
            _ = try Patterns.compiled(pattern)
        } catch {
            errors.append(CompileError(.constant(error), at: arguments[1].range))
        }
    }

    /// A filter whose elements are only counted.
    private func counted(_ term: Term) -> Term {
        guard case .comprehension(var macro) = term.kind, macro.kind == .filter else { return term }
        macro.isCounted = true
        return Term(.comprehension(macro), term.range, term.type, canFail: term.canFail)
    }

    /// Evaluates a call or a literal whose parts are all constant. A failure of the language's own functions is left
    /// to evaluation, where `||` may absorb it; a failure of a registered one is reported.
    private mutating func fold(_ term: Term) -> Term {
        switch term.kind {
        case .constant, .variable, .local, .select, .has, .logical, .conditional, .comprehension, .bind, .optionalMap,
            .optionalElse, .failure, .structure:
            return term
        case .call(_, _, let overloads, _), .operation(_, _, let overloads):
            if !overloads.allSatisfy(\.isPure) { return term }
        case .list, .map: break
        }
        guard term.children.allSatisfy(\.isConstant) else { return term }
        let (result, cost) = Interpreter.constant(term, limit: foldingLimit)
        foldingLimit -= min(cost, foldingLimit)
        switch result {
        case .value(let value):
            if value.containsUnknown { return term }
            return Term(.constant(value), term.range, term.type, canFail: false)
        case .error(let error):
            if case .costLimit = error.code { return term }
            if Self.callsRegistered(term) { errors.append(CompileError(.constant(error.code), at: term.range)) }
            return term
        }
    }

    private static func callsRegistered(_ term: Term) -> Bool {
        switch term.kind {
        case .call(_, _, let overloads, _), .operation(_, _, let overloads):
            !overloads.isEmpty && overloads.allSatisfy { !$0.isStandard }
        case .constant, .variable, .local, .select, .has, .logical, .conditional, .list, .map, .structure,
            .comprehension, .bind, .optionalMap, .optionalElse, .failure:
            false
        }
    }
}
