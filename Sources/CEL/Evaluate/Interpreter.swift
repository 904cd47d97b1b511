/// Evaluates the resolved tree in the plainest way and records every part.
///
/// It is the measure of the planned evaluation, which must give the same results, and the source of traces.
struct Interpreter {
    /// What evaluating a part gave.
    struct Outcome {
        let result: Evaluation
        /// The place in the data of the value, if it was read there.
        let path: DataPath?
        let node: TraceNode
    }

    let activation: Activation
    var locals: [(value: Value, path: DataPath?)] = []
    var meter: Meter

    /// A part that is taken to have a value, to see what would follow; outside macros only.
    private let assumption: (range: SourceRange, value: Value)?

    init(
        activation: Activation, limits: EvaluationLimits, assuming assumption: (range: SourceRange, value: Value)? = nil
    ) {
        self.activation = activation
        self.assumption = assumption
        meter = Meter(limits)
    }

    /// The value of a term without variables.
    static func constant(_ term: Term) -> Evaluation {
        var interpreter = Interpreter(activation: Activation.empty, limits: .standard)
        return interpreter.run(term).result
    }

    /// Evaluates a whole expression.
    mutating func run(_ term: Term) -> Outcome {
        do throws(EvaluationError.Code) {
            try meter.charge(term.weight)
        } catch {
            return finish(.literal, term, .error(EvaluationError(error, at: term.range)))
        }
        return evaluate(term)
    }

    func finish(
        _ kind: TraceNode.Kind, _ term: Term, _ result: Evaluation, path: DataPath? = nil, _ children: [TraceNode] = []
    ) -> Outcome {
        let node = TraceNode(kind, term.range, result, path: path, children: children)
        return Outcome(result: result, path: path, node: node)
    }

    mutating func evaluate(_ term: Term) -> Outcome {
        if let assumption, assumption.range == term.range, locals.isEmpty {
            return finish(.literal, term, .value(assumption.value))
        }
        switch term.kind {
        case .constant(let value): return finish(.literal, term, .value(value))
        case .variable(let slot, let name): return variable(slot, name, term)
        case .local(let position, let name):
            let local = locals[position]
            return finish(.local(name), term, .value(local.value), path: local.path)
        case .failure(let code): return finish(.literal, term, .error(EvaluationError(code, at: term.range)))
        case .select(let operand, let field, _, let isOptional):
            return select(operand, field, isOptional: isOptional, term)
        case .has(let operand, let field, _): return has(operand, field, term)
        case .logical(let symbol, let operands): return logical(symbol, operands, term)
        case .conditional(let condition, let whenTrue, let whenFalse):
            return conditional(condition, whenTrue, whenFalse, term)
        case .operation(let symbol, let operands, let overloads): return operation(symbol, operands, overloads, term)
        case .call(let name, let arguments, let overloads, _):
            return strict(.call(name), arguments, term) { values throws(EvaluationError.Code) in
                try Dispatch.call(name, overloads, values)
            }
        case .list(let elements): return list(elements, term)
        case .map(let entries): return map(entries, term)
        case .structure(let type, let fields): return structure(type, fields, term)
        case .comprehension(let macro): return comprehension(macro, term)
        case .bind(_, _, let value, let body): return bind(value, body, term)
        case .optionalMap(let value, _, _, let body, let isFlat):
            return optionalMap(value, body, isFlat: isFlat, term)
        case .optionalElse(let first, let second, let unwraps):
            return optionalElse(first, second, unwraps: unwraps, term)
        }
    }

    private func variable(_ slot: Int, _ name: String, _ term: Term) -> Outcome {
        let result = activation.read(slot, name, term.range)
        var path: DataPath?
        if case .value(let value) = result {
            path = value.origin ?? DataPath(root: name)
            if case .unknown(let set) = value, set.leaves.count == 1 { path = set.leaves.first }
        }
        return finish(.variable(name), term, result, path: path)
    }

    private mutating func select(_ operand: Term, _ field: String, isOptional: Bool, _ term: Term) -> Outcome {
        let target = evaluate(operand)
        var result = target.result
        var path: DataPath?
        if case .value(let value) = result {
            do throws(EvaluationError.Code) {
                let selected =
                    isOptional ? try Access.optionalSelect(value, field) : try Access.select(value, field)
                result = .value(selected)
                path = selected.origin ?? Self.path(below: target.path ?? value.origin, value, field)
            } catch {
                result = .error(EvaluationError(error, at: term.range))
            }
        }
        return finish(.select(field: field), term, result, path: path, [target.node])
    }

    /// The place of a field of a value at a place.
    private static func path(below path: DataPath?, _ value: Value, _ field: String) -> DataPath? {
        switch value {
        case .structure(let record): (record.origin ?? path)?.field(field)
        case .map(let map): (map.origin ?? path)?.key(field)
        case .unknown: path?.field(field)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .optional,
            .opaque:
            nil
        }
    }

    private mutating func has(_ operand: Term, _ field: String, _ term: Term) -> Outcome {
        let target = evaluate(operand)
        var result = target.result
        var path: DataPath?
        if case .value(let value) = result {
            do throws(EvaluationError.Code) {
                result = .value(try Access.has(value, field).value)
                path = Self.path(below: target.path ?? value.origin, value, field)
            } catch {
                result = .error(EvaluationError(error, at: term.range))
            }
        }
        return finish(.has(field: field), term, result, path: path, [target.node])
    }

    /// Evaluates arguments in order and calls with their values. An error ends it, whatever is unknown.
    mutating func strict(
        _ kind: TraceNode.Kind, _ arguments: [Term], _ term: Term,
        _ apply: ([Value]) throws(EvaluationError.Code) -> Value
    ) -> Outcome {
        var values: [Value] = []
        var nodes: [TraceNode] = []
        for argument in arguments {
            let outcome = evaluate(argument)
            nodes.append(outcome.node)
            switch outcome.result {
            case .value(let value): values.append(value)
            case .error: return finish(kind, term, outcome.result, nodes)
            }
        }
        do throws(EvaluationError.Code) {
            let value = try apply(values)
            try meter.charge(Meter.size(value))
            return finish(kind, term, .value(value), nodes)
        } catch {
            return finish(kind, term, .error(EvaluationError(error, at: term.range)), nodes)
        }
    }

    func finish(
        _ kind: TraceNode.Kind, _ term: Term, _ result: Evaluation, _ children: [TraceNode]
    ) -> Outcome {
        finish(kind, term, result, path: nil, children)
    }
}
