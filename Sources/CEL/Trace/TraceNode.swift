/// A part of an expression that was evaluated.
///
/// Nothing is kept while an expression is evaluated: as evaluating again gives the same, a part's own parts are
/// evaluated when they are asked for.
public struct TraceNode: Sendable {
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
    private let term: Term
    private let turn: Walk.Turn?
    private let scope: TraceScope?
    private let evaluation: TracedEvaluation

    init(
        _ term: Term, _ result: Evaluation, turn: Walk.Turn?, scope: TraceScope?, in evaluation: TracedEvaluation
    ) {
        self.term = term
        self.result = result
        self.turn = turn
        self.scope = scope
        self.evaluation = evaluation
    }

    /// The element of an iteration.
    public var element: Value? { turn?.element }

    /// The parts that were evaluated, in the order of the text; none for an evaluation that was stopped by its limits.
    /// Complexity: that of evaluating them.
    public var children: [TraceNode] {
        if evaluation.isStopped { return [] }
        var nodes: [TraceNode] = []
        evaluation.walk(scope) { walk in
            walk.visit(term, turn, result) { walk, part in
                let inner = walk.scope(from: scope)
                nodes.append(TraceNode(part.term, part.result, turn: part.turn, scope: inner, in: evaluation))
            }
        }
        return nodes
    }

    /// Where it stands in the expression; for an iteration the range of its macro.
    public var range: SourceRange { term.range }

    /// What sort of part it is.
    public var kind: Kind {
        if let turn { return .iteration(Iteration(index: turn.index, path: path)) }
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
        if let turn { return turn.place.path }
        if evaluation.isStopped { return nil }
        return evaluation.walk(scope) { walk in walk.path(of: term, result) }
    }
}

/// A variable of a macro in whose body a node stands, with those around it.
final class TraceScope: Sendable {
    let value: Value
    let place: Walk.Place
    let outer: TraceScope?
    let depth: Int

    init(_ value: Value, _ place: Walk.Place, in outer: TraceScope?) {
        self.value = value
        self.place = place
        self.outer = outer
        depth = (outer?.depth ?? 0) + 1
    }
}

/// What the nodes of one trace have in common.
final class TracedEvaluation: Sendable {
    private let program: Program
    private let activation: Activation
    /// Whether the evaluation was ended by its limits.
    let isStopped: Bool

    init(_ program: Program, _ activation: Activation, isStopped: Bool) {
        self.program = program
        self.activation = activation
        self.isStopped = isStopped
    }

    /// Evaluates with the variables of a scope. Nothing is charged: the parts of an evaluation that kept to its limits
    /// keep to them.
    func walk<Answer>(_ scope: TraceScope?, _ body: (inout Walk) -> Answer) -> Answer {
        let unlimited = EvaluationLimits(cost: .max)
        return program.plan.withFrame(activation, unlimited) { frame in
            guard let scope else {
                var walk = Walk(frame)
                return body(&walk)
            }
            return withUnsafeTemporaryAllocation(of: Value.self, capacity: scope.depth) { values in
                var places = [Walk.Place](repeating: .none, count: scope.depth)
                var current: TraceScope? = scope
                while let level = current {
                    let position = level.depth - 1
                    values.initializeElement(at: position, to: level.value)
                    places[position] = level.place
                    if let base = values.baseAddress { frame.locals[position] = UnsafePointer(base + position) }
                    current = level.outer
                }
                defer { values.deinitialize() }
                var walk = Walk(frame, places: places)
                return body(&walk)
            }
        }
    }
}
