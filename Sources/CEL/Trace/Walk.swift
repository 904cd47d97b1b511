/// Goes through the parts that an evaluation evaluated, asking the plan what each of them came to.
///
/// It visits the parts that ``Interpreter`` would record, in the same order and with the same outcomes.
struct Walk {
    /// Where a value of a macro's variable stands in the data; made into a path only where one is asked for.
    enum Place: Sendable {
        case none
        case path(DataPath?)
        case element(of: DataPath?, Int)
        case entry(of: DataPath?, MapKey)

        var path: DataPath? {
            switch self {
            case .none: nil
            case .path(let path): path
            case .element(let list, let position): list?.index(position)
            case .entry(let map, let key): map?.key(Text.of(key.value))
            }
        }
    }

    /// A turn of a macro.
    struct Turn: Sendable {
        let index: Int
        let element: Value
        let place: Place
    }

    /// A part that was evaluated: a term, or a turn of the macro that it is.
    struct Part {
        let term: Term
        let turn: Turn?
        let result: Evaluation
    }

    typealias Visitor = (inout Walk, Part) -> Void

    var frame: Frame
    /// The places of the variables of the macros around the current part, by position.
    var places: [Place]

    init(_ frame: Frame, places: [Place] = []) {
        self.frame = frame
        self.places = places
    }

    /// The variables of the macros that have been entered inside a scope, as a scope.
    func scope(from outer: TraceScope?) -> TraceScope? {
        var scope = outer
        for position in (outer?.depth ?? 0)..<places.count {
            scope = TraceScope(frame.locals[position].pointee, places[position], in: scope)
        }
        return scope
    }

    /// The outcome of a part.
    mutating func evaluate(_ term: Term) -> Evaluation {
        if let node = term.node {
            do throws(EvaluationError) {
                return .value(try node.value(&frame))
            } catch {
                return .error(error)
            }
        }
        switch term.kind {
        case .constant(let value): return .value(value)
        case .local(let position, _): return .value(frame.locals[position].pointee)
        case .variable, .select, .has, .logical, .conditional, .operation, .call, .list, .map, .structure,
            .comprehension, .bind, .optionalMap, .optionalElse, .failure:
            var interpreter = Interpreter(resuming: frame, depth: places.count)
            let result = interpreter.evaluate(term).result
            frame.meter = interpreter.meter
            return result
        }
    }

    /// Visits the direct parts of a part that came to a result.
    mutating func visit(_ term: Term, _ turn: Turn?, _ result: Evaluation, _ visitor: Visitor) {
        guard turn == nil else {
            visitBody(of: term, visitor)
            return
        }
        switch term.kind {
        case .constant, .variable, .local, .failure: return
        case .select(let operand, _, _, _), .has(let operand, _, _): _ = see(operand, visitor)
        case .logical(let symbol, let operands):
            let deciding = symbol == .or
            for operand in operands {
                if case .value(.bool(deciding)) = see(operand, visitor) { return }
            }
        case .conditional(let condition, let whenTrue, let whenFalse):
            switch see(condition, visitor) {
            case .value(.bool(let flag)): _ = see(flag ? whenTrue : whenFalse, visitor)
            case .value(.unknown):
                _ = see(whenTrue, visitor)
                _ = see(whenFalse, visitor)
            case .value, .error: return
            }
        case .operation(_, let operands, _), .call(_, let operands, _, _):
            for operand in operands {
                if case .error = see(operand, visitor) { return }
            }
        case .list(let elements):
            for element in elements where !isPart(element.value, isOptional: element.isOptional, visitor) { return }
        case .structure(_, let fields):
            for field in fields where !isPart(field.value, isOptional: field.isOptional, visitor) { return }
        case .map(let entries):
            for entry in entries {
                guard case .value(let key) = see(entry.key, visitor) else { return }
                guard isPart(entry.value, isOptional: entry.isOptional, visitor) else { return }
                if case .unknown = key { continue }
                if (try? Literals.key(key)) == nil { return }
            }
        case .comprehension(let macro): visit(macro, term, visitor)
        case .bind(_, _, let value, let body):
            guard case .value(let content) = see(value, visitor) else { return }
            enter(content, .path(path(of: value, .value(content)))) { walk in _ = walk.see(body, visitor) }
        case .optionalMap(let value, _, _, let body, _):
            let target = see(value, visitor)
            guard case .value(.optional(let optional)) = target, let wrapped = optional.wrapped else { return }
            enter(wrapped, .path(path(of: value, target))) { walk in _ = walk.see(body, visitor) }
        case .optionalElse(let first, let second, _):
            switch see(first, visitor) {
            case .value(.optional(let optional)): if optional.wrapped == nil { _ = see(second, visitor) }
            case .value(.unknown): _ = see(second, visitor)
            case .value, .error: return
            }
        }
    }

    /// Evaluates a part and visits it.
    mutating func see(_ term: Term, _ visitor: Visitor) -> Evaluation {
        let result = evaluate(term)
        visitor(&self, Part(term: term, turn: nil, result: result))
        return result
    }

    /// Visits a member of a literal; answers whether it can be one.
    private mutating func isPart(_ term: Term, isOptional: Bool, _ visitor: Visitor) -> Bool {
        guard case .value(let value) = see(term, visitor) else { return false }
        return (try? Literals.part(value, term, isOptional: isOptional)) != nil
    }

    /// Goes on with a further variable.
    mutating func enter(_ value: Value, _ place: Place, _ body: (inout Walk) -> Void) {
        withUnsafePointer(to: value) { pointer in
            frame.locals[places.count] = pointer
            places.append(place)
            body(&self)
            places.removeLast()
        }
    }
}
