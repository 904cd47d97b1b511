/// `json.encode` and `json.parse` of the `encoders` library.
enum JSONFunctions {
    private static let wanted = CELType.parameter("T")

    static let functions: [(String, [Overload])] = [
        (
            "json.encode",
            [
                .standard("json_encode_dyn", [.dyn], .string) { values throws(EvaluationError.Code) in
                    .string(try JSONWriter.text(values[0]))
                }
            ]
        ),
        (
            "json.parse",
            [
                .standard("json_parse_string", [.string], .optional(.dyn), parse),
                .standard("json_parse_string_type", [.string, .type(wanted)], .optional(wanted), parse),
            ]
        ),
    ]

    @Sendable private static func parse(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0] else { return nil }
        guard text.utf8.count <= JSONReader.longest else {
            throw .invalidArgument(function: "json.parse", reason: "more than \(JSONReader.longest) bytes")
        }
        let read = JSONReader.value(text)
        guard values.count > 1 else { return .optional(OptionalValue(read)) }
        guard case .type(let name) = values[1] else { return nil }
        return .optional(OptionalValue(read.flatMap { adapted($0, to: name) }))
    }

    /// A value read from JSON as a value of the type of that name; `nil` if it is none.
    private static func adapted(_ value: Value, to name: String) -> Value? {
        switch (name, value) {
        case ("dyn", _), ("null_type", .null), ("bool", .bool), ("int", .int), ("uint", .uint), ("double", .double),
            ("string", .string), ("list", .list), ("map", .map):
            value
        case ("uint", .int(let number)): number >= 0 ? .uint(UInt64(number)) : nil
        case ("double", .int(let number)): .double(Double(number))
        case ("double", .uint(let number)): .double(Double(number))
        case ("bytes", .string(let text)): Encoders.decode(text, isForURLs: false).map(Value.bytes)
        case ("google.protobuf.Timestamp", .string(let text)): TimestampValue(text).map(Value.timestamp)
        case ("google.protobuf.Duration", .string(let text)): DurationValue(text).map(Value.duration)
        case _: nil
        }
    }
}
