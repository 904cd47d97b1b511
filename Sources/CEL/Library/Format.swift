/// `string.format` (CEL language definition, "strings.format").
enum Format {
    @Sendable static func apply(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let template) = values[0], case .list(let list) = values[1] else { return nil }
        var arguments = list.elements[...]
        var result = ""
        var scalars = Array(template.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if scalars.first == "%" {
                scalars.removeFirst()
                result += "%"
                continue
            }
            let precision = try precision(&scalars)
            guard let verb = scalars.popFirst() else { throw failure("the format ends inside a clause") }
            guard let argument = arguments.popFirst() else { throw failure("there are fewer arguments than clauses") }
            result += try text(argument, verb, precision)
            guard result.utf8.count <= StringFunctions.longest else { throw failure("the result is too long") }
        }
        return .string(result)
    }

    private static func failure(_ reason: String) -> EvaluationError.Code {
        .invalidArgument(function: "format", reason: reason)
    }

    private static func precision(
        _ scalars: inout ArraySlice<Unicode.Scalar>
    ) throws(EvaluationError.Code) -> Int? {
        guard scalars.first == "." else { return nil }
        scalars.removeFirst()
        var value = 0
        var digits = 0
        while let digit = scalars.first.flatMap(decimalDigit) {
            value = value * 10 + digit
            digits += 1
            scalars.removeFirst()
            guard value <= 1_000 else { throw failure("a precision beyond 1000") }
        }
        guard digits > 0 else { throw failure("a precision without digits") }
        return value
    }

    private static func text(
        _ value: Value, _ verb: Unicode.Scalar, _ precision: Int?
    ) throws(EvaluationError.Code) -> String {
        switch verb {
        case "s": return try plain(value)
        case "d": return try decimal(value)
        case "f": return try real(value, verb) { DecimalDigits.fixed($0, precision ?? 6) }
        case "e": return try real(value, verb) { DecimalDigits.scientific($0, precision ?? 6) }
        case "b": return try binary(value)
        case "o": return try whole(value, radix: 8, verb)
        case "x": return try hexadecimal(value, uppercase: false)
        case "X": return try hexadecimal(value, uppercase: true)
        case _: throw failure("the clause `%\(verb)` is not known")
        }
    }

    private static func refusal(_ value: Value, _ verb: Unicode.Scalar) -> EvaluationError.Code {
        failure("`%\(verb)` does not take a value of type \(value.typeName)")
    }

    /// `%s`: every type the language has.
    private static func plain(_ value: Value) throws(EvaluationError.Code) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .uint(let number): return String(number)
        case .double(let number): return special(number) ?? DecimalDigits.plain(number)
        case .string(let text): return text
        case .bytes(let bytes): return repaired(bytes)
        case .timestamp(let time): return time.description
        case .duration(let span): return span.description
        case .type(let name): return name
        case .opaque(let opaque): return opaque.description
        case .list(let list):
            var parts: [String] = []
            for element in list.elements { parts.append(try plain(element)) }
            return "[" + parts.joined(separator: ", ") + "]"
        case .map(let map):
            var parts: [(key: String, text: String)] = []
            for (key, element) in zip(map.keys, map.values) {
                let key = try plain(key.value)
                parts.append((key, try key + ": " + plain(element)))
            }
            parts.sort { scalarsPrecede($0.key, $1.key) }
            return "{" + parts.map(\.text).joined(separator: ", ") + "}"
        case .structure, .optional, .unknown: throw refusal(value, "s")
        }
    }

    /// Bytes as text; a run of bytes that are no UTF-8 becomes one U+FFFD.
    private static func repaired(_ bytes: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var isInsideRun = false
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                result.append(scalar)
                isInsideRun = false
            case .error:
                if !isInsideRun { result.append("\u{FFFD}") }
                isInsideRun = true
            case .emptyInput: return String(result)
            }
        }
    }

    private static func special(_ number: Double) -> String? {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return nil
    }

    private static func decimal(_ value: Value) throws(EvaluationError.Code) -> String {
        switch value {
        case .int(let number): return String(number)
        case .uint(let number): return String(number)
        case .double(let number):
            return special(number) ?? DecimalDigits.plain(number)
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            throw refusal(value, "d")
        }
    }

    private static func real(
        _ value: Value, _ verb: Unicode.Scalar, _ write: (Double) -> String
    ) throws(EvaluationError.Code) -> String {
        switch value {
        case .double(let number): return special(number) ?? write(number)
        case .int(let number): return write(Double(number))
        case .uint(let number): return write(Double(number))
        case .null, .bool, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            throw refusal(value, verb)
        }
    }

    private static func whole(
        _ value: Value, radix: Int, _ verb: Unicode.Scalar, uppercase: Bool = false
    ) throws(EvaluationError.Code) -> String {
        switch value {
        case .int(let number): return String(number, radix: radix, uppercase: uppercase)
        case .uint(let number): return String(number, radix: radix, uppercase: uppercase)
        case .null, .bool, .double, .string, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            throw refusal(value, verb)
        }
    }

    private static func binary(_ value: Value) throws(EvaluationError.Code) -> String {
        if case .bool(let flag) = value { return flag ? "1" : "0" }
        return try whole(value, radix: 2, "b")
    }

    private static func hexadecimal(_ value: Value, uppercase: Bool) throws(EvaluationError.Code) -> String {
        let bytes: [UInt8]
        switch value {
        case .string(let text): bytes = Array(text.utf8)
        case .bytes(let content): bytes = content
        case .null, .bool, .int, .uint, .double, .list, .map, .structure, .timestamp, .duration, .type, .optional,
            .opaque, .unknown:
            return try whole(value, radix: 16, uppercase ? "X" : "x", uppercase: uppercase)
        }
        return bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: uppercase)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
