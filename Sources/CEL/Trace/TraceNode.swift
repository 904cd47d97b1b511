/// A part of an expression that was evaluated.
public final class TraceNode: Sendable {
    /// What sort of part it is.
    public enum Kind: Sendable, Hashable {
        /// A literal, or a part that was folded into one when the expression was compiled.
        case literal
        /// A variable of the environment.
        case variable(String)
        /// A variable of a macro.
        case local(String)
        /// The selection of a field or key.
        case select(field: String)
        /// A position or key in brackets.
        case index
        /// `has(e.f)`.
        case has(field: String)
        /// An operator.
        case `operator`(Operator)
        /// A function by name.
        case call(String)
        /// A macro, such as `all`; its children are the range, then for one that iterates an ``iteration(_:)`` for each
        /// element that was looked at.
        case macro(String)
        /// One turn of a macro; its children are the parts of the macro's body that were evaluated.
        case iteration(Iteration)
        /// A list, map or record literal.
        case collection
    }

    /// The element a macro's body was evaluated for.
    public struct Iteration: Sendable, Hashable {
        /// The position, from 0.
        public let index: Int
        /// Where the element stands in the data.
        public let path: DataPath?
    }

    /// Its outcome. For an iteration that of the body, with the element in ``element``.
    public let result: Evaluation
    /// The element of an iteration.
    public let element: Value?
    /// The parts that were evaluated, in the order of the text.
    public let children: [TraceNode]
    private let term: Term
    private let turn: Int
    /// The place of the value, as far as it does not follow from the children.
    private let place: DataPath?

    init(_ term: Term, _ result: Evaluation, place: DataPath? = nil, children: [TraceNode] = []) {
        self.term = term
        self.result = result
        self.place = place
        self.children = children
        element = nil
        turn = -1
    }

    /// A turn of the macro that a term is.
    init(
        turn: Int, of term: Term, _ result: Evaluation, element: Value, place: DataPath?, children: [TraceNode]
    ) {
        self.term = term
        self.turn = turn
        self.result = result
        self.element = element
        self.place = place
        self.children = children
    }

    /// Where it stands in the expression; for an iteration the range of its macro.
    public var range: SourceRange { term.range }

    /// What sort of part it is.
    public var kind: Kind {
        if turn >= 0 { return .iteration(Iteration(index: turn, path: place)) }
        switch term.kind {
        case .constant, .failure: return .literal
        case .variable(_, let name): return .variable(name)
        case .local(_, let name): return .local(name)
        case .select(_, let field, _, _): return .select(field: field)
        case .has(_, let field, _): return .has(field: field)
        case .logical(let symbol, _): return .operator(symbol)
        case .conditional: return .operator(.conditional)
        case .operation(.index, _, _), .operation(.optionalIndex, _, _): return .index
        case .operation(let symbol, _, _): return .operator(symbol)
        case .call(let name, _, _, _): return .call(name)
        case .list, .map, .structure: return .collection
        case .comprehension(let macro): return .macro(macro.name)
        case .bind: return .macro("bind")
        case .optionalMap(_, _, _, _, let isFlat): return .macro(isFlat ? "optFlatMap" : "optMap")
        case .optionalElse(_, _, let unwraps): return .call(unwraps ? "orValue" : "or")
        }
    }

    /// The place in the data that was read, if it is a read of data. Complexity: linear in the steps of the path.
    public var path: DataPath? {
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

    /// The place of a field of the value.
    private func below(_ field: String) -> DataPath? {
        guard case .value(let value) = result else { return nil }
        switch value {
        case .structure, .unknown, .null: return path?.field(field)
        case .map: return path?.key(field)
        case .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .optional, .opaque:
            return nil
        }
    }

    /// The place of an element of the value.
    private func below(_ position: Value) -> DataPath? {
        guard case .value(let value) = result else { return nil }
        switch (value, position) {
        case (.list, .int(let number)), (.unknown, .int(let number)): return path?.index(Int(number))
        case (.map, _), (.unknown, _): return path?.key(Text.of(position))
        default: return nil
        }
    }
}
