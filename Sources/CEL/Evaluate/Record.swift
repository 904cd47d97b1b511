/// What the interpreter came to for a part, with the parts it evaluated on the way, each of them kept.
///
/// It is the measure of ``TraceNode``, which finds the same out only for the parts that are asked for.
final class Record: Sendable {
    /// Its outcome. For a turn that of the body, with the element in ``element``.
    let result: Evaluation
    /// The element of a turn.
    let element: Value?
    /// The parts that were evaluated, in the order of the text.
    let children: [Record]
    let term: Term
    /// The number of the turn of the macro that ``term`` is; -1 for a part that is no turn.
    let turn: Int
    /// The place of the value, as far as it does not follow from the children.
    let place: DataPath?

    init(_ term: Term, _ result: Evaluation, place: DataPath? = nil, children: [Record] = []) {
        self.term = term
        self.result = result
        self.place = place
        self.children = children
        element = nil
        turn = -1
    }

    /// A turn of the macro that a term is.
    init(turn: Int, of term: Term, _ result: Evaluation, element: Value, place: DataPath?, children: [Record]) {
        self.term = term
        self.turn = turn
        self.result = result
        self.element = element
        self.place = place
        self.children = children
    }

    /// The place in the data that was read, if it is a read of data. Complexity: linear in the steps of the path.
    var path: DataPath? {
        if let place { return place }
        if turn < 0, case .value(let value) = result, let origin = value.origin { return origin }
        switch term.kind {
        case .select(_, let field, _, _), .has(_, let field, _): return children.first?.below(field)
        case .operation(.index, _, _), .operation(.optionalIndex, _, _):
            guard children.count == 2, case .value(let position) = children[1].result else { return nil }
            return children[0].below(position)
        case .conditional, .bind: return children.count == 2 ? children[1].path : nil
        case .optionalElse: return children.last?.path
        case .constant, .failure, .variable, .local, .logical, .operation, .call, .list, .map, .structure,
            .comprehension, .optionalMap:
            return nil
        }
    }

    private func below(_ field: String) -> DataPath? {
        guard case .value(let value) = result, let step = value.step(to: field) else { return nil }
        return path?.appending(step)
    }

    private func below(_ position: Value) -> DataPath? {
        guard case .value(let value) = result, let step = value.step(to: position) else { return nil }
        return path?.appending(step)
    }
}

extension Value {
    /// The step from the place of the value to that of its field.
    func step(to field: String) -> DataPath.Step? {
        switch self {
        case .structure, .unknown, .null: .field(field)
        case .map: .key(field)
        case .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .optional, .opaque: nil
        }
    }

    /// The step from the place of the value to that of its element.
    func step(to position: Value) -> DataPath.Step? {
        switch (self, position) {
        case (.list, .int(let number)), (.unknown, .int(let number)): .index(Int(number))
        case (.map, _), (.unknown, _): .key(Text.of(position))
        default: nil
        }
    }
}
