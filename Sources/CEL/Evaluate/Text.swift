/// Values as text.
enum Text {
    /// A value as the language's `string()` writes it, or for other values as a literal.
    static func of(_ value: Value) -> String {
        switch value {
        case .string(let text): text
        case .null, .bool, .int, .uint, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type,
            .optional, .opaque, .unknown:
            literal(value)
        }
    }

    /// A value as it would be written in an expression, as far as it can.
    static func literal(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .uint(let number): String(number) + "u"
        case .double(let number): Self.double(number)
        case .string(let text): quoted(text)
        case .bytes(let bytes): "b" + quoted(String(decoding: bytes, as: UTF8.self))
        case .list(let list):
            "["
                + (list.elements.map(literal) + (list.open.map { ["… unknown" + $0.description] } ?? []))
                .joined(separator: ", ") + "]"
        case .map(let map):
            "{" + zip(map.keys, map.values).map { literal($0.value) + ": " + literal($1) }.joined(separator: ", ") + "}"
        case .structure(let record):
            record.type.name + "{"
                + zip(record.type.fields, record.fields).map { $0.name + ": " + literal($1) }.joined(separator: ", ")
                + "}"
        case .timestamp(let time): "timestamp(\"\(time)\")"
        case .duration(let span): "duration(\"\(span)\")"
        case .type(let name): name
        case .optional(let optional): optional.wrapped.map { "optional.of(\(literal($0)))" } ?? "optional.none()"
        case .opaque(let value): value.description
        case .unknown(let set): "unknown" + set.description
        }
    }

    /// A double in the fewest digits that read back as the same double.
    static func double(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "+Infinity" }
        let text = String(number)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// A string between double quotation marks, with the escapes it needs.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

extension Value: CustomStringConvertible {
    /// The value as it would be written in an expression, as far as it can.
    public var description: String { Text.literal(self) }
}
