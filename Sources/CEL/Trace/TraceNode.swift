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
        /// A macro that iterates, such as `all`; its children are the range, then one ``iteration(_:)`` for each
        /// element that was looked at.
        case macro(String)
        /// One turn of a macro; its children are the parts of the macro's body that were evaluated.
        case iteration(Iteration)
        /// A list, map or optional literal.
        case collection
    }

    /// The element a macro's body was evaluated for.
    public struct Iteration: Sendable, Hashable {
        /// The position, from 0.
        public let index: Int
        /// Where the element stands in the data.
        public let path: DataPath?
    }

    /// What sort of part it is.
    public let kind: Kind
    /// Where it stands in the expression.
    public let range: SourceRange
    /// Its outcome. For an iteration that of the body, with the element in ``element``.
    public let result: Evaluation
    /// The place in the data it read, if it is a read of data.
    public let path: DataPath?
    /// The element of an iteration.
    public let element: Value?
    /// The parts that were evaluated, in the order of the text.
    public let children: [TraceNode]

    init(
        _ kind: Kind, _ range: SourceRange, _ result: Evaluation, path: DataPath? = nil, element: Value? = nil,
        children: [TraceNode] = []
    ) {
        self.kind = kind
        self.range = range
        self.result = result
        self.path = path
        self.element = element
        self.children = children
    }
}
