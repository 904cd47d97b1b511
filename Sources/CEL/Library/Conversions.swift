extension StandardLibrary {
    /// `bool()`, `bytes()`, `double()`, `dyn()`, `int()`, `string()`, `type()`, `uint()`; those of times stand apart.
    static let conversions: [(String, [Overload])] = [
        ("bool", overloads("bool", .bool, from: [.bool, .string], toBool)),
        ("bytes", overloads("bytes", .bytes, from: [.bytes, .string], toBytes)),
        ("double", overloads("double", .double, from: [.double, .int, .uint, .string], toDouble)),
        ("int", overloads("int", .int, from: [.int, .uint, .double, .string, .timestamp, .duration], toInt)),
        ("uint", overloads("uint", .uint, from: [.uint, .int, .double, .string], toUInt)),
        (
            "string",
            overloads(
                "string", .string,
                from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], toString)
        ),
        (
            "dyn",
            [
                .total(
                    "to_dyn", [.parameter("A")], .dyn, isMember: false, unknowns: .passContainers, growth: .constant,
                    takesOpenLists: true
                ) { $0[0] }
            ]
        ),
        (
            "type",
            [
                .total(
                    "type", [.parameter("A")], .type(.parameter("A")), isMember: false, unknowns: .passContainers,
                    growth: .constant, takesOpenLists: true
                ) { .type($0[0].typeName) }
            ]
        ),
    ]

    private static func overloads(
        _ name: String, _ result: CELType, from types: [CELType],
        _ convert: @escaping @Sendable (Value) throws(EvaluationError.Code) -> Value?
    ) -> [Overload] {
        types.map { type in
            .standard("\(type)_to_\(name)", [type], result) { values throws(EvaluationError.Code) in
                try convert(values[0])
            }
        }
    }

    private static func refusal(_ value: Value, _ type: String) -> EvaluationError.Code {
        .invalidConversion(from: value.typeName, to: type, value: Text.literal(value))
    }

    private static func toBool(_ value: Value) throws(EvaluationError.Code) -> Value? {
        if case .bool = value { return value }
        guard case .string(let text) = value else { return nil }
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
        case _: throw refusal(value, "bool")
        }
    }

    private static func toBytes(_ value: Value) throws(EvaluationError.Code) -> Value? {
        if case .bytes = value { return value }
        guard case .string(let text) = value else { return nil }
        return .bytes(Array(text.utf8))
    }

    private static func toDouble(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .double: return value
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            guard let number = Double(text) else { throw refusal(value, "double") }
            return .double(number)
        case .null, .bool, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque, .unknown:
            return nil
        }
    }

    private static func toInt(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .int: return value
        case .uint(let number):
            guard let whole = Int64(exactly: number) else { throw .overflow(operation: "int") }
            return .int(whole)
        case .double(let number):
            // The bounds themselves are refused: a double cannot tell them from their neighbours.
            guard number > -0x1p63, number < 0x1p63 else { throw .overflow(operation: "int") }
            return .int(Int64(number))
        case .string(let text):
            guard let whole = Int64(text) else { throw refusal(value, "int") }
            return .int(whole)
        case .timestamp(let time): return .int(time.seconds)
        case .duration(let span): return .int(span.seconds)
        case .null, .bool, .bytes, .list, .map, .structure, .type, .optional, .opaque, .unknown: return nil
        }
    }

    private static func toUInt(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .uint: return value
        case .int(let number):
            guard let whole = UInt64(exactly: number) else { throw .overflow(operation: "uint") }
            return .uint(whole)
        case .double(let number):
            guard number > -1, number < 0x1p64 else { throw .overflow(operation: "uint") }
            return .uint(UInt64(number))
        case .string(let text):
            guard let whole = UInt64(text), text.utf8.first != UInt8(ascii: "+") else { throw refusal(value, "uint") }
            return .uint(whole)
        case .null, .bool, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque, .unknown:
            return nil
        }
    }

    private static func toString(_ value: Value) throws(EvaluationError.Code) -> Value? {
        switch value {
        case .string: return value
        case .bool, .int, .double: return .string(Text.of(value))
        case .uint(let number): return .string(String(number))
        case .timestamp(let time): return .string(time.description)
        case .duration(let span): return .string(span.description)
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal(value, "string") }
            return .string(text)
        case .null, .list, .map, .structure, .type, .optional, .opaque, .unknown: return nil
        }
    }
}
