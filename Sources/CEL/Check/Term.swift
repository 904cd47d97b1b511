/// A node of the resolved tree: names stand for slots, functions for overloads, and every node has its type.
///
/// It does not change after its expression has been compiled, which is why it is safe to share between threads.
final class Term: @unchecked Sendable {
    struct Element: Sendable {
        let value: Term
        let isOptional: Bool
    }

    struct Entry: Sendable {
        let key: Term
        let value: Term
        let isOptional: Bool
    }

    struct FieldValue: Sendable {
        let slot: Int
        let value: Term
        let isOptional: Bool
    }

    /// A field's position in the records of a type; other values are asked by name.
    struct FieldSlot: Sendable {
        let type: StructureType
        let slot: Int
    }

    /// A macro that iterates.
    struct Comprehension: Sendable {
        let kind: Macro.Kind
        let name: String
        let range: Term
        /// The local position of the first variable; a second one follows it.
        let local: Int
        /// The names of the one or two variables.
        let variables: [String]
        /// The condition of `all`, `exists`, `existsOne`, `filter`, and of the filtering forms of the others.
        let condition: Term?
        /// What is made of each element by `map`, the transformations and `sortBy`.
        let transform: Term?
        /// Whether only the number of the elements matters, so that what is unknown inside them does not.
        var isCounted = false

        /// The work of one turn.
        var turnWeight: UInt64 { 1 + (condition?.weight ?? 0) + (transform?.weight ?? 0) }
    }

    enum Kind: Sendable {
        case constant(Value)
        case variable(slot: Int, name: String)
        case local(Int, name: String)
        case select(Term, field: String, FieldSlot?, isOptional: Bool)
        case has(Term, field: String, FieldSlot?)
        case logical(Operator, [Term])
        case conditional(Term, Term, Term)
        /// An operator of the language; the overloads are those registered for it.
        case operation(Operator, [Term], [Overload])
        case call(String, [Term], [Overload], isMember: Bool)
        case list([Element])
        case map([Entry])
        case structure(StructureType, [FieldValue])
        case comprehension(Comprehension)
        case bind(local: Int, name: String, Term, Term)
        case optionalMap(Term, local: Int, name: String, Term, isFlat: Bool)
        /// `a.or(b)`, or with `unwraps` `a.orValue(b)`; the second is evaluated only where the first has no value.
        case optionalElse(Term, Term, unwraps: Bool)
        /// A part that fails whenever it is evaluated; only in unchecked expressions.
        case failure(EvaluationError.Code)
    }

    let kind: Kind
    let range: SourceRange
    let type: CELType
    /// Whether evaluating it with values of the declared types can end in an error.
    let canFail: Bool
    /// The work of evaluating it, without the bodies of its macros.
    let weight: UInt64
    /// What evaluates the part in the plan, set once when the plan is made; `nil` for a part that has no node of its own.
    var node: Node?

    init(_ kind: Kind, _ range: SourceRange, _ type: CELType, canFail: Bool = true) {
        self.kind = kind
        self.range = range
        self.type = type
        self.canFail = canFail
        weight = Self.weight(of: kind)
    }

    private static func weight(of kind: Kind) -> UInt64 {
        switch kind {
        case .constant, .variable, .local, .failure: 1
        case .select(let operand, _, _, _), .has(let operand, _, _): 1 + operand.weight
        case .logical(_, let operands), .operation(_, let operands, _): operands.reduce(1) { $0 + $1.weight }
        case .call(_, let operands, let overloads, _):
            operands.reduce(overloads.map(\.cost).max() ?? 1) { $0 + $1.weight }
        case .conditional(let condition, let whenTrue, let whenFalse):
            1 + condition.weight + max(whenTrue.weight, whenFalse.weight)
        case .list(let elements): elements.reduce(1) { $0 + $1.value.weight }
        case .map(let entries): entries.reduce(1) { $0 + $1.key.weight + $1.value.weight }
        case .structure(_, let fields): fields.reduce(1) { $0 + $1.value.weight }
        case .comprehension(let macro): 1 + macro.range.weight
        case .bind(_, _, let value, let body), .optionalMap(let value, _, _, let body, _),
            .optionalElse(let value, let body, _):
            1 + value.weight + body.weight
        }
    }

    /// The direct parts in the order of the text.
    var children: [Term] {
        switch kind {
        case .constant, .variable, .local, .failure: []
        case .select(let operand, _, _, _), .has(let operand, _, _): [operand]
        case .logical(_, let operands), .operation(_, let operands, _), .call(_, let operands, _, _): operands
        case .conditional(let condition, let whenTrue, let whenFalse): [condition, whenTrue, whenFalse]
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .structure(_, let fields): fields.map(\.value)
        case .comprehension(let macro): [macro.range] + [macro.condition, macro.transform].compactMap { $0 }
        case .bind(_, _, let value, let body), .optionalMap(let value, _, _, let body, _),
            .optionalElse(let value, let body, _):
            [value, body]
        }
    }

    /// The macro at a range of the text.
    func comprehension(at range: SourceRange) -> Comprehension? {
        if case .comprehension(let macro) = kind, self.range == range { return macro }
        for child in children where child.range.offset <= range.offset && child.range.end >= range.end {
            if let found = child.comprehension(at: range) { return found }
        }
        return nil
    }

    /// Whether a range of the text lies in the body of a macro.
    func isInBody(_ range: SourceRange) -> Bool {
        if case .comprehension(let macro) = kind {
            let bodies = [macro.condition, macro.transform].compactMap { $0 }
            if bodies.contains(where: { $0.range.offset <= range.offset && $0.range.end >= range.end }) { return true }
        }
        return children.contains { $0.isInBody(range) }
    }
}
