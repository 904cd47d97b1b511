/// The `strings` library, positions counted in Unicode scalars.
enum StringFunctions {
    static let functions: [(String, [Overload])] = [
        ("charAt", [.standard("string_char_at_int", [.string, .int], .string, isMember: true, charAt)]),
        (
            "indexOf",
            [
                .standard("string_index_of_string", [.string, .string], .int, isMember: true, indexOf),
                .standard("string_index_of_string_int", [.string, .string, .int], .int, isMember: true, indexOf),
            ]
        ),
        (
            "lastIndexOf",
            [
                .standard("string_last_index_of_string", [.string, .string], .int, isMember: true, lastIndexOf),
                .standard(
                    "string_last_index_of_string_int", [.string, .string, .int], .int, isMember: true, lastIndexOf),
            ]
        ),
        (
            "substring",
            [
                .standard("string_substring_int", [.string, .int], .string, isMember: true, substring),
                .standard("string_substring_int_int", [.string, .int, .int], .string, isMember: true, substring),
            ]
        ),
        ("lowerAscii", [.total("string_lower_ascii", [.string], .string) { mapASCII($0, 65...90, offset: 32) }]),
        ("upperAscii", [.total("string_upper_ascii", [.string], .string) { mapASCII($0, 97...122, offset: -32) }]),
        (
            "reverse",
            [
                .total("string_reverse", [.string], .string) { values in
                    guard case .string(let text) = values[0] else { return nil }
                    return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
                }
            ]
        ),
        ("trim", [.total("string_trim", [.string], .string, trim)]),
        (
            "replace",
            [
                .standard("string_replace", [.string, .string, .string], .string, isMember: true, replace),
                .standard("string_replace_int", [.string, .string, .string, .int], .string, isMember: true, replace),
            ]
        ),
        (
            "split",
            [
                .standard("string_split", [.string, .string], .list(.string), isMember: true, split),
                .standard("string_split_int", [.string, .string, .int], .list(.string), isMember: true, split),
            ]
        ),
        (
            "join",
            [
                .standard("list_join", [.list(.string)], .string, isMember: true, join),
                .standard("list_join_string", [.list(.string), .string], .string, isMember: true, join),
            ]
        ),
        (
            "format",
            [.standard("string_format", [.string, .list(.dyn)], .string, isMember: true, cost: 10, Format.apply)]
        ),
        (
            "strings.quote",
            [
                .total("strings_quote", [.string], .string, isMember: false) { values in
                    guard case .string(let text) = values[0] else { return nil }
                    return .string(quote(text))
                }
            ]
        ),
    ]

    /// The longest string that one call makes, in bytes of UTF-8.
    static let longest = 16_777_216

    private static func integer(_ values: [Value], _ position: Int) -> Int? {
        guard position < values.count, case .int(let number) = values[position] else { return nil }
        return Int(exactly: number)
    }

    private static func outOfRange(_ function: String, _ position: Int, _ count: Int) -> EvaluationError.Code {
        .invalidArgument(function: function, reason: "position \(position) is outside a string of \(count) characters")
    }

    @Sendable private static func charAt(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], let position = integer(values, 1) else { return nil }
        let scalars = Array(text.unicodeScalars)
        if position == scalars.count { return .string("") }
        guard scalars.indices.contains(position) else { throw outOfRange("charAt", position, scalars.count) }
        return .string(String(scalars[position]))
    }

    @Sendable private static func indexOf(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], case .string(let part) = values[1] else { return nil }
        let scalars = Array(text.unicodeScalars)
        let needle = Array(part.unicodeScalars)
        let start = integer(values, 2) ?? 0
        guard (0...scalars.count).contains(start) else { throw outOfRange("indexOf", start, scalars.count) }
        guard needle.count + start <= scalars.count else { return .int(-1) }
        for place in start...scalars.count - needle.count where scalars[place...].starts(with: needle) {
            return .int(Int64(place))
        }
        return .int(-1)
    }

    @Sendable private static func lastIndexOf(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], case .string(let part) = values[1] else { return nil }
        let scalars = Array(text.unicodeScalars)
        let needle = Array(part.unicodeScalars)
        let start = integer(values, 2) ?? scalars.count
        guard (0...scalars.count).contains(start) else { throw outOfRange("lastIndexOf", start, scalars.count) }
        var place = min(start, scalars.count - needle.count)
        while place >= 0 {
            if scalars[place...].starts(with: needle) { return .int(Int64(place)) }
            place -= 1
        }
        return .int(-1)
    }

    @Sendable private static func substring(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], let start = integer(values, 1) else { return nil }
        let scalars = Array(text.unicodeScalars)
        let end = integer(values, 2) ?? scalars.count
        guard (0...scalars.count).contains(start) else { throw outOfRange("substring", start, scalars.count) }
        guard (0...scalars.count).contains(end) else { throw outOfRange("substring", end, scalars.count) }
        guard start <= end else {
            throw .invalidArgument(function: "substring", reason: "the end \(end) is before the start \(start)")
        }
        return .string(String(String.UnicodeScalarView(scalars[start..<end])))
    }

    private static func mapASCII(_ values: [Value], _ range: ClosedRange<UInt8>, offset: Int8) -> Value? {
        guard case .string(let text) = values[0] else { return nil }
        let bytes = text.utf8.map { range.contains($0) ? UInt8(truncatingIfNeeded: Int($0) + Int(offset)) : $0 }
        return .string(String(decoding: bytes, as: UTF8.self))
    }

    @Sendable private static func trim(_ values: [Value]) -> Value? {
        guard case .string(let text) = values[0] else { return nil }
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return .string(String(String.UnicodeScalarView(scalars)))
    }

    @Sendable private static func replace(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], case .string(let old) = values[1], case .string(let new) = values[2]
        else { return nil }
        let limit = integer(values, 3) ?? -1
        let scalars = Array(text.unicodeScalars)
        let pattern = Array(old.unicodeScalars)
        let most = limit < 0 ? Int.max : limit
        var result = ""
        var count = 0
        var place = 0
        while place <= scalars.count {
            let isMatch = count < most && scalars[place...].starts(with: pattern)
            if isMatch {
                result += new
                count += 1
                guard result.utf8.count <= longest else {
                    throw .invalidArgument(function: "replace", reason: "the result is too long")
                }
            }
            if isMatch && !pattern.isEmpty {
                place += pattern.count
            } else {
                if place < scalars.count { result.unicodeScalars.append(scalars[place]) }
                place += 1
            }
        }
        return .string(result)
    }

    @Sendable private static func split(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .string(let text) = values[0], case .string(let separator) = values[1] else { return nil }
        let limit = integer(values, 2) ?? -1
        if limit == 0 { return .list([]) }
        let most = limit < 0 ? Int.max : limit
        let scalars = Array(text.unicodeScalars)
        let pattern = Array(separator.unicodeScalars)
        var parts: [Value] = []
        var start = 0
        var place = pattern.isEmpty ? 1 : 0
        while parts.count < most - 1, place < scalars.count {
            guard pattern.isEmpty || scalars[place...].starts(with: pattern) else {
                place += 1
                continue
            }
            parts.append(.string(String(String.UnicodeScalarView(scalars[start..<place]))))
            guard parts.count < ListFunctions.most else {
                throw .invalidArgument(function: "split", reason: "more than \(ListFunctions.most) parts")
            }
            start = place + pattern.count
            place = pattern.isEmpty ? place + 1 : start
        }
        if !(pattern.isEmpty && scalars.isEmpty) {
            parts.append(.string(String(String.UnicodeScalarView(scalars[start...]))))
        }
        return .list(parts)
    }

    @Sendable private static func join(_ values: [Value]) throws(EvaluationError.Code) -> Value? {
        guard case .list(let list) = values[0] else { return nil }
        var separator = ""
        if values.count > 1 {
            guard case .string(let text) = values[1] else { return nil }
            separator = text
        }
        var result = ""
        for (index, element) in list.elements.enumerated() {
            guard case .string(let text) = element else {
                throw .wrongType(found: element.typeName, expected: "string")
            }
            if index > 0 { result += separator }
            result += text
            guard result.utf8.count <= longest else {
                throw .invalidArgument(function: "join", reason: "the result is too long")
            }
        }
        return .string(result)
    }

    /// A string as a literal with the escapes of the language.
    private static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{7}": result += "\\a"
            case "\u{8}": result += "\\b"
            case "\u{c}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{b}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
