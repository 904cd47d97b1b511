/// The operators of the standard language (CEL language definition, "List of Standard Definitions").
enum OperatorSignatures {
    struct Signature: Sendable {
        let parameters: [CELType]
        let result: CELType

        init(_ parameters: [CELType], _ result: CELType) {
            self.parameters = parameters
            self.result = result
        }
    }

    static let relations: Set<Operator> = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .not,
    ]

    /// The two values of a conditional.
    static let choice = Signature([a, a], a)

    /// What an operator takes and gives; nothing for those whose operands the checker looks at itself.
    static func of(_ symbol: Operator) -> [Signature] {
        switch symbol {
        case .add: sums
        case .subtract: differences
        case .multiply, .divide: products
        case .modulo: remainders
        case .negate: negations
        case .not: denials
        case .equal, .notEqual: equalities
        case .less, .lessOrEqual, .greater, .greaterOrEqual: orders
        case .isIn: memberships
        case .index: elements
        case .optionalIndex: optionalElements
        case .and, .or, .conditional, .optionalSelect: []
        }
    }

    private static let a = CELType.parameter("A")
    private static let b = CELType.parameter("B")
    private static let numbers: [CELType] = [.int, .uint, .double]

    private static func same(_ types: [CELType], _ result: CELType? = nil) -> [Signature] {
        types.map { Signature([$0, $0], result ?? $0) }
    }

    private static let sums =
        same(numbers + [.string, .bytes, .list(a), .duration])
        + [Signature([.timestamp, .duration], .timestamp), Signature([.duration, .timestamp], .timestamp)]
    private static let differences =
        same(numbers + [.duration])
        + [Signature([.timestamp, .timestamp], .duration), Signature([.timestamp, .duration], .timestamp)]
    private static let products = same(numbers)
    private static let remainders = same([.int, .uint])
    private static let negations = [Signature([.int], .int), Signature([.double], .double)]
    private static let denials = [Signature([.bool], .bool)]
    private static let equalities = same([a], .bool)
    private static let orders: [Signature] = {
        var orders = same([.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration], .bool)
        for first in numbers {
            for second in numbers where first != second { orders.append(Signature([first, second], .bool)) }
        }
        return orders
    }()
    private static let memberships = [Signature([a, .list(a)], .bool), Signature([a, .map(a, b)], .bool)]
    private static let elements = [Signature([.list(a), .int], a), Signature([.map(a, b), a], b)]
    private static let optionalElements = [
        Signature([.list(a), .int], .optional(a)), Signature([.map(a, b), a], .optional(b)),
    ]
}
