extension Walk {
    /// The place in the data that a part read, if it is a read of data.
    mutating func path(of term: Term, _ result: Evaluation) -> DataPath? {
        if case .local(let position, _) = term.kind, let path = places[position].path { return path }
        if case .value(let value) = result, let origin = value.origin { return origin }
        switch term.kind {
        case .variable(_, let name):
            guard case .value(let value) = result else { return nil }
            if case .unknown(let set) = value {
                let leaves = set.leaves
                if leaves.count == 1 { return leaves[0] }
            }
            return DataPath(root: name)
        case .select(let operand, let field, _, _), .has(let operand, let field, _):
            return path(below: operand) { $0.step(to: field) }
        case .operation(.index, let operands, _), .operation(.optionalIndex, let operands, _):
            guard operands.count == 2, case .value(let position) = evaluate(operands[1]) else { return nil }
            return path(below: operands[0]) { $0.step(to: position) }
        case .conditional(let condition, let whenTrue, let whenFalse):
            guard case .value(.bool(let flag)) = evaluate(condition) else { return nil }
            return path(of: flag ? whenTrue : whenFalse, result)
        case .bind(_, _, let value, let body):
            let bound = evaluate(value)
            guard case .value(let content) = bound else { return nil }
            var path: DataPath?
            enter(content, .path(self.path(of: value, bound))) { walk in path = walk.path(of: body, result) }
            return path
        case .optionalElse(let first, let second, _):
            let target = evaluate(first)
            switch target {
            case .value(.optional(let optional)):
                return optional.wrapped == nil ? path(of: second, result) : path(of: first, target)
            case .value(.unknown): return path(of: second, evaluate(second))
            case .value, .error: return path(of: first, target)
            }
        case .constant, .failure, .local, .logical, .operation, .call, .list, .map, .structure, .comprehension,
            .optionalMap:
            return nil
        }
    }

    private mutating func path(below operand: Term, _ step: (Value) -> DataPath.Step?) -> DataPath? {
        if case .local(let position, _) = operand.kind {
            let place = frame.locals[position]
            guard let step = step(place.pointee) else { return nil }
            return (places[position].path ?? place.pointee.origin)?.appending(step)
        }
        let result = evaluate(operand)
        guard case .value(let value) = result, let step = step(value) else { return nil }
        return path(of: operand, result)?.appending(step)
    }
}
