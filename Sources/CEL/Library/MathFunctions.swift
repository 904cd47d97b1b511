// The rounding functions of doubles come from the C library, which is linked where its module is imported.
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The `math` library.
enum MathFunctions {
    static let functions: [(String, [Overload])] =
        [
            ("math.greatest", extremes("math.greatest", isGreatest: true)),
            ("math.least", extremes("math.least", isGreatest: false)),
        ] + rounding + bits + [
            ("math.abs", numbers.map { number("math.abs", $0, abs) }),
            ("math.sign", numbers.map { number("math.sign", $0, sign) }),
            (
                "math.sqrt",
                numbers.map { type in
                    .total("math_sqrt_\(type)", [type], .double, isMember: false) { values in
                        real(values[0]).map { .double($0.squareRoot()) }
                    }
                }
            ),
        ]

    private static let numbers: [CELType] = [.int, .uint, .double]

    private static func extremes(_ name: String, isGreatest: Bool) -> [Overload] {
        let id = isGreatest ? "math_greatest_" : "math_least_"
        let pick: @Sendable ([Value]) throws(EvaluationError.Code) -> Value? = { values throws(EvaluationError.Code) in
            try extreme(values, isGreatest, name)
        }
        var overloads: [Overload] = []
        for type in numbers { overloads.append(.standard(id + "\(type)", [type], type, pick)) }
        for first in numbers {
            for second in numbers {
                let result = first == second ? first : .dyn
                overloads.append(.standard(id + "\(first)_\(second)", [first, second], result, pick))
            }
        }
        for type in numbers + [.dyn] {
            overloads.append(
                .standard(id + "list_\(type)", [.list(type)], type) { values throws(EvaluationError.Code) in
                    guard case .list(let list) = values[0] else { return nil }
                    return try extreme(list.elements, isGreatest, name)
                })
        }
        return overloads
    }

    private static func extreme(
        _ values: [Value], _ isGreatest: Bool, _ name: String
    ) throws(EvaluationError.Code) -> Value? {
        guard var best = values.first else {
            throw .invalidArgument(function: name, reason: "an empty list has no such element")
        }
        for value in values {
            guard real(value) != nil else { throw .noSuchOverload(function: name, found: [value.typeName]) }
            guard let order = Relations.compareNumbers(value, best) else { continue }
            if isGreatest ? order > 0 : order < 0 { best = value }
        }
        return best
    }

    private static func real(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }

    private static func number(
        _ name: String, _ type: CELType, _ apply: @escaping @Sendable (Value) throws(EvaluationError.Code) -> Value?
    ) -> Overload {
        .standard("\(name)_\(type)", [type], type) { values throws(EvaluationError.Code) in try apply(values[0]) }
    }

    @Sendable private static func abs(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .int(let number):
            if number == .min { throw .overflow(operation: "math.abs") }
            return .int(Swift.abs(number))
        case .uint: return value
        case .double(let number): return .double(number.magnitude)
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            return nil
        }
    }

    @Sendable private static func sign(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .int(let number): return .int(number.signum())
        case .uint(let number): return .uint(number == 0 ? 0 : 1)
        case .double(let number): return .double(number.isNaN ? number : (number == 0 ? 0 : (number < 0 ? -1 : 1)))
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            return nil
        }
    }

    private static let rounding: [(String, [Overload])] = {
        let rules: [(String, FloatingPointRoundingRule)] = [
            ("ceil", .up), ("floor", .down), ("round", .toNearestOrAwayFromZero), ("trunc", .towardZero),
        ]
        let tests: [(String, @Sendable (Double) -> Bool)] = [
            ("isInf", { $0.isInfinite }), ("isNaN", { $0.isNaN }), ("isFinite", { $0.isFinite }),
        ]
        let rounds: [(String, [Overload])] = rules.map { name, rule in
            let overload = Overload.total("math_\(name)_double", [.double], .double, isMember: false) { values in
                guard case .double(let number) = values[0] else { return nil }
                return .double(number.rounded(rule))
            }
            return ("math." + name, [overload])
        }
        let asks: [(String, [Overload])] = tests.map { name, test in
            let overload = Overload.total("math_\(name)_double", [.double], .bool, isMember: false) { values in
                guard case .double(let number) = values[0] else { return nil }
                return .bool(test(number))
            }
            return ("math." + name, [overload])
        }
        return rounds + asks
    }()

    private static let bits: [(String, [Overload])] = [
        ("math.bitAnd", bitwise("math_bitAnd", { $0 & $1 }, { $0 & $1 })),
        ("math.bitOr", bitwise("math_bitOr", { $0 | $1 }, { $0 | $1 })),
        ("math.bitXor", bitwise("math_bitXor", { $0 ^ $1 }, { $0 ^ $1 })),
        (
            "math.bitNot",
            [
                .total("math_bitNot_int", [.int], .int, isMember: false) { values in
                    guard case .int(let number) = values[0] else { return nil }
                    return .int(~number)
                },
                .total("math_bitNot_uint", [.uint], .uint, isMember: false) { values in
                    guard case .uint(let number) = values[0] else { return nil }
                    return .uint(~number)
                },
            ]
        ),
        ("math.bitShiftLeft", shift("math.bitShiftLeft", isLeft: true)),
        ("math.bitShiftRight", shift("math.bitShiftRight", isLeft: false)),
    ]

    private static func bitwise(
        _ id: String, _ signed: @escaping @Sendable (Int64, Int64) -> Int64,
        _ unsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> [Overload] {
        [
            .total(id + "_int_int", [.int, .int], .int, isMember: false) { values in
                guard case .int(let one) = values[0], case .int(let other) = values[1] else { return nil }
                return .int(signed(one, other))
            },
            .total(id + "_uint_uint", [.uint, .uint], .uint, isMember: false) { values in
                guard case .uint(let one) = values[0], case .uint(let other) = values[1] else { return nil }
                return .uint(unsigned(one, other))
            },
        ]
    }

    /// Shifts by 64 or more give 0; an int is shifted as its bits, without its sign.
    private static func shift(_ name: String, isLeft: Bool) -> [Overload] {
        [CELType.int, .uint].map { type in
            .standard("\(name)_\(type)_int", [type, .int], type) { values throws(EvaluationError.Code) in
                guard case .int(let distance) = values[1] else { return nil }
                guard distance >= 0 else {
                    throw .invalidArgument(function: name, reason: "a negative distance \(distance)")
                }
                switch values[0] {
                case .int(let number):
                    let bits = UInt64(bitPattern: number)
                    return .int(Int64(bitPattern: isLeft ? bits << UInt64(distance) : bits >> UInt64(distance)))
                case .uint(let number):
                    return .uint(isLeft ? number << UInt64(distance) : number >> UInt64(distance))
                case _: return nil
                }
            }
        }
    }
}
