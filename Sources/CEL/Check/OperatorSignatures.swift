/// The operators of the standard language (CEL language definition, "List of Standard Definitions").
enum OperatorSignatures {
    struct Signature: Sendable {
        let parameters: [CELType]
        let result: CELType
    }

    static let relations: Set<Operator> = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .not,
    ]

    static let table: [Operator: [Signature]] = {
        let a = CELType.parameter("A")
        let b = CELType.parameter("B")
        let numbers: [CELType] = [.int, .uint, .double]
        func same(_ types: [CELType], _ result: CELType? = nil) -> [Signature] {
            types.map { Signature(parameters: [$0, $0], result: result ?? $0) }
        }
        func one(_ parameters: [CELType], _ result: CELType) -> Signature {
            Signature(parameters: parameters, result: result)
        }
        var ordered: [Signature] =
            same([.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration], .bool)
        for first in numbers {
            for second in numbers where first != second { ordered.append(one([first, second], .bool)) }
        }
        var table: [Operator: [Signature]] = [
            .equal: [one([a, a], .bool)], .notEqual: [one([a, a], .bool)],
            .less: ordered, .lessOrEqual: ordered, .greater: ordered, .greaterOrEqual: ordered,
            .multiply: same(numbers), .divide: same(numbers), .modulo: same([.int, .uint]),
            .negate: [one([.int], .int), one([.double], .double)], .not: [one([.bool], .bool)],
            .isIn: [one([a, .list(a)], .bool), one([a, .map(a, b)], .bool)],
            .index: [one([.list(a), .int], a), one([.map(a, b), a], b)],
            .optionalIndex: [one([.list(a), .int], .optional(a)), one([.map(a, b), a], .optional(b))],
        ]
        table[.add] =
            same(numbers + [.string, .bytes, .list(a), .duration])
            + [one([.timestamp, .duration], .timestamp), one([.duration, .timestamp], .timestamp)]
        table[.subtract] =
            same(numbers + [.duration])
            + [one([.timestamp, .timestamp], .duration), one([.timestamp, .duration], .timestamp)]
        return table
    }()
}
