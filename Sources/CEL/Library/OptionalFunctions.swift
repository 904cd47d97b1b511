/// Optional values. `or` and `orValue` are evaluated apart, as their argument is wanted only where there is no value.
enum OptionalFunctions {
    static let orOptional = "optional_or_optional"
    static let orValue = "optional_orValue_value"

    private static let value = CELType.parameter("V")

    static let functions: [(String, [Overload])] = [
        (
            "optional.of",
            [
                .total(
                    "optional_of", [value], .optional(value), isMember: false, unknowns: .passContainers,
                    growth: .constant, takesOpenLists: true
                ) {
                    .optional(OptionalValue($0[0]))
                }
            ]
        ),
        (
            "optional.none",
            [.total("optional_none", [], .optional(value), isMember: false) { _ in .optional(OptionalValue(nil)) }]
        ),
        (
            "optional.ofNonZeroValue",
            [
                .total(
                    "optional_ofNonZeroValue", [value], .optional(value), isMember: false, unknowns: .passContainers,
                    growth: .constant
                ) { .optional(OptionalValue(isZero($0[0]) ? nil : $0[0])) }
            ]
        ),
        (
            "hasValue",
            [
                .total("optional_hasValue", [.optional(value)], .bool, unknowns: .passContainers, growth: .constant) {
                    values in
                    guard case .optional(let optional) = values[0] else { return nil }
                    return .bool(optional.wrapped != nil)
                }
            ]
        ),
        (
            "value",
            [
                .standard(
                    "optional_value", [.optional(value)], value, isMember: true, unknowns: .passContainers
                ) { values throws(EvaluationError.Code) in
                    guard case .optional(let optional) = values[0] else { return nil }
                    guard let wrapped = optional.wrapped else { throw .noValue }
                    return wrapped
                }
            ]
        ),
        ("or", [.total(orOptional, [.optional(value), .optional(value)], .optional(value)) { _ in nil }]),
        ("orValue", [.total(orValue, [.optional(value), value], value) { _ in nil }]),
        (
            "optional.unwrap",
            [.total("optional_unwrap", [.list(.optional(value))], .list(value), isMember: false, unwrap)]
        ),
        ("unwrapOpt", [.total("optional_unwrapOpt", [.list(.optional(value))], .list(value), unwrap)]),
    ]

    @Sendable private static func unwrap(_ values: [Value]) -> Value? {
        guard case .list(let list) = values[0] else { return nil }
        var present: [Value] = []
        for element in list.elements {
            guard case .optional(let optional) = element else { return nil }
            if let wrapped = optional.wrapped { present.append(wrapped) }
        }
        return .list(present)
    }

    private static func isZero(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let list): list.count == 0
        case .map(let map): map.count == 0
        case .structure(let record): record.fields.allSatisfy { if case .null = $0 { true } else { false } }
        case .duration(let span): span.seconds == 0 && span.nanoseconds == 0
        case .timestamp(let time): time.seconds == 0 && time.nanoseconds == 0
        case .optional(let optional): optional.wrapped == nil
        case .type, .opaque, .unknown: false
        }
    }
}
