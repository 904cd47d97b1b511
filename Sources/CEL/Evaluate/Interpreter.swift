/// Evaluates the resolved tree in the plainest way and records every part.
///
/// It is the measure of the planned evaluation, which must give the same results, and the source of traces.
struct Interpreter {
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

    /// The value of a term without variables, and what it cost.
    static func constant(_ term: Term, limit: UInt64) -> (result: Evaluation, cost: UInt64) {
        var interpreter = Interpreter(activation: Activation.empty, limits: EvaluationLimits(cost: limit))
        let result = interpreter.run(term).result
        return (result, interpreter.meter.spent)
    }

    /// Evaluates a whole expression.
    mutating func run(_ term: Term) -> Record {
        do throws(EvaluationError.Code) {
            try meter.charge(term.weight)
        } catch {
            return fail(error, term)
        }
        return evaluate(term)
    }

    /// The record of a part that failed.
    func fail(
        _ code: EvaluationError.Code, _ term: Term, _ children: [Record] = [], at range: SourceRange? = nil
    ) -> Record {
        Record(term, .error(EvaluationError(code, at: range ?? term.range)), children: children)
    }

    mutating func evaluate(_ term: Term) -> Record {
        if let assumption, assumption.range == term.range, locals.isEmpty {
            return Record(term, .value(assumption.value))
        }
        switch term.kind {
        case .constant(let value): return Record(term, .value(value))
        case .variable(let slot, let name): return variable(slot, name, term)
        case .local(let position, _):
            let local = locals[position]
            return Record(term, .value(local.value), place: local.path)
        case .failure(let code): return fail(code, term)
        case .select(let operand, let field, _, let isOptional):
            return select(operand, field, isOptional: isOptional, term)
        case .has(let operand, let field, _): return has(operand, field, term)
        case .logical(let symbol, let operands): return logical(symbol, operands, term)
        case .conditional(let condition, let whenTrue, let whenFalse):
            return conditional(condition, whenTrue, whenFalse, term)
        case .operation(let symbol, let operands, let overloads):
            if operands.count == 2 { return binary(symbol, operands[0], operands[1], overloads, term) }
            return unary(symbol, operands[0], overloads, term)
        case .call(let name, let arguments, let overloads, _):
            return call(name, arguments, overloads, term)
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

    private func variable(_ slot: Int, _ name: String, _ term: Term) -> Record {
        let result = activation.read(slot, name, term.range)
        guard case .value(let value) = result, value.origin == nil else { return Record(term, result) }
        if case .unknown(let set) = value, set.leaves.count == 1 {
            return Record(term, result, place: set.leaves.first)
        }
        return Record(term, result, place: DataPath(root: name))
    }

    private mutating func select(_ operand: Term, _ field: String, isOptional: Bool, _ term: Term) -> Record {
        let target = evaluate(operand)
        guard case .value(let value) = target.result else { return Record(term, target.result, children: [target]) }
        do throws(EvaluationError.Code) {
            let selected = isOptional ? try Access.optionalSelect(value, field) : try Access.select(value, field)
            return Record(term, .value(selected), children: [target])
        } catch {
            return fail(error, term, [target])
        }
    }

    private mutating func has(_ operand: Term, _ field: String, _ term: Term) -> Record {
        let target = evaluate(operand)
        guard case .value(let value) = target.result else { return Record(term, target.result, children: [target]) }
        do throws(EvaluationError.Code) {
            return Record(term, .value(try Access.has(value, field).value), children: [target])
        } catch {
            return fail(error, term, [target])
        }
    }

    private mutating func binary(
        _ symbol: Operator, _ left: Term, _ right: Term, _ overloads: [Overload], _ term: Term
    ) -> Record {
        let first = evaluate(left)
        guard case .value(let one) = first.result else { return Record(term, first.result, children: [first]) }
        let second = evaluate(right)
        let nodes = [first, second]
        guard case .value(let other) = second.result else { return Record(term, second.result, children: nodes) }
        do throws(EvaluationError.Code) {
            try meter.charge(Meter.work(symbol, one, other))
            let value = try Operators.binary(symbol, one, other, overloads)
            if symbol == .add { try meter.charge(Meter.size(value)) }
            return Record(term, .value(value), children: nodes)
        } catch {
            return fail(error, term, nodes)
        }
    }

    private mutating func unary(
        _ symbol: Operator, _ operand: Term, _ overloads: [Overload], _ term: Term
    ) -> Record {
        let target = evaluate(operand)
        guard case .value(let value) = target.result else { return Record(term, target.result, children: [target]) }
        do throws(EvaluationError.Code) {
            return Record(term, .value(try Operators.unary(symbol, value, overloads)), children: [target])
        } catch {
            return fail(error, term, [target])
        }
    }

    /// Evaluates arguments in order and calls with their values. An error ends it, whatever is unknown.
    private mutating func call(
        _ name: String, _ arguments: [Term], _ overloads: [Overload], _ term: Term
    ) -> Record {
        var values: [Value] = []
        var nodes: [Record] = []
        values.reserveCapacity(arguments.count)
        nodes.reserveCapacity(arguments.count)
        for argument in arguments {
            let node = evaluate(argument)
            nodes.append(node)
            guard case .value(let value) = node.result else { return Record(term, node.result, children: nodes) }
            values.append(value)
        }
        do throws(EvaluationError.Code) {
            try meter.charge(Meter.work(overloads, values))
            let value = try Dispatch.call(name, overloads, values)
            try meter.charge(Meter.size(value))
            return Record(term, .value(value), children: nodes)
        } catch {
            return fail(error, term, nodes)
        }
    }
}
