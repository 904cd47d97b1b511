/// A node of the syntax tree.
final class Expression: Sendable {
    /// A name with its place.
    struct Name: Sendable {
        let text: String
        let range: SourceRange
    }

    struct Element: Sendable {
        let value: Expression
        let isOptional: Bool
    }

    struct Entry: Sendable {
        let key: Expression
        let value: Expression
        let isOptional: Bool
    }

    struct FieldValue: Sendable {
        let name: Name
        let value: Expression
        let isOptional: Bool
    }

    enum Kind: Sendable {
        case literal(Value)
        /// A name; one that starts at the root begins with a point.
        case identifier(String)
        case select(Expression, Name, isOptional: Bool)
        case has(Expression, Name)
        case call(Name, [Expression])
        case memberCall(Expression, Name, [Expression])
        /// Any operator but `&&`, `||`; the range is that of its sign.
        case operation(Operator, SourceRange, [Expression])
        /// A run of `&&` or of `||`.
        case logical(Operator, [Expression])
        case list([Element])
        case map([Entry])
        case structure(Name, [FieldValue])
        case macro(Macro)
        /// A part that could not be read; its fault has been reported.
        case invalid
    }

    let kind: Kind
    let range: SourceRange
    /// The height of the tree.
    let height: Int

    init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
        height = 1 + (Self.children(of: kind).map(\.height).max() ?? 0)
    }

    private static func children(of kind: Kind) -> [Expression] {
        switch kind {
        case .literal, .identifier, .invalid: []
        case .select(let operand, _, _), .has(let operand, _): [operand]
        case .call(_, let arguments), .operation(_, _, let arguments), .logical(_, let arguments): arguments
        case .memberCall(let target, _, let arguments): [target] + arguments
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .structure(_, let fields): fields.map(\.value)
        case .macro(let macro): [macro.operand] + macro.arguments
        }
    }
}

/// A use of a macro that introduces variables.
struct Macro: Sendable {
    enum Kind: String, Sendable {
        case all, exists, existsOne, filter, map
        case transformList, transformMap, transformMapEntry
        case bind, optMap, optFlatMap, sortBy
    }

    let kind: Kind
    /// The name as written.
    let name: Expression.Name
    /// What is iterated or bound.
    let operand: Expression
    /// One or two variables.
    let variables: [Expression.Name]
    /// What is evaluated with the variables: a condition, a condition and a result, or a result.
    let arguments: [Expression]
}
