/// An operand that decided a result.
public struct DecidingRead: Sendable, Equatable {
    /// The comparison an operand stood in.
    public struct Relation: Sendable, Equatable {
        /// The operator as seen from the operand: turned round where the operand stood on the right.
        public let comparison: Operator
        /// The value on the other side.
        public let value: Value
        /// The place in the data of the other side, if it was a read.
        public let path: DataPath?
    }

    /// The text of the expression.
    let source: String
    /// Where it stands in the expression.
    public let range: SourceRange
    /// The place in the data it read; `nil` for one that was computed, whose own reads follow it.
    public let path: DataPath?
    /// Its outcome.
    public let result: Evaluation
    /// The comparison it stood in, if it did.
    public let relation: Relation?

    /// The text of the operand. Complexity: linear in the length of the expression.
    public var text: String { range.text(in: source) }
}

/// A single change of the data that would make the result true.
public struct WouldChange: Sendable, Equatable {
    /// What the leaf would have to be.
    public enum Need: Sendable, Equatable {
        /// In this relation to a value: `==`, `!=`, `<`, `<=`, `>`, `>=` or `in`.
        case relation(Operator, Value)
        /// Stated, whatever its value.
        case stated
        /// Asserted to be none.
        case none
        /// This truth value.
        case boolean(Bool)
        /// A list with one more element for which the condition holds (or, with `false`, with no such element). The
        /// condition is the text of a macro's body, its negation, or `true` for any element.
        case element(satisfying: String, present: Bool)
    }

    /// The leaf.
    public let path: DataPath
    /// What it would have to be.
    public let need: Need
    /// Whether the change was tried and had the effect. It is not where no value could be made up that stands in
    /// the relation, or where the leaf belongs to a variable that is made on demand.
    public let isVerified: Bool
}
