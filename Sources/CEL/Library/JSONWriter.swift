/// Writes values as JSON (RFC 8259), without spaces and with the keys of maps in order.
enum JSONWriter {
    /// Whole numbers beyond this are written as strings, as readers that know doubles alone would round them.
    static let largestExact: UInt64 = 9_007_199_254_740_991

    static func text(_ value: Value) throws(EvaluationError.Code) -> String {
        var text = ""
        try write(value, to: &text)
        return text
    }

    private static func failure(_ reason: String) -> EvaluationError.Code {
        .invalidArgument(function: "json.encode", reason: reason)
    }

    private static func write(_ value: Value, to text: inout String) throws(EvaluationError.Code) {
        guard text.utf8.count <= StringFunctions.longest else { throw failure("the result is too long") }
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .int(let number):
            text += number.magnitude <= largestExact ? String(number) : "\"\(number)\""
        case .uint(let number): text += number <= largestExact ? String(number) : "\"\(number)\""
        case .double(let number):
            guard number.isFinite else { throw failure("JSON has no \(Text.double(number))") }
            text += Text.double(number)
        case .string(let string): write(string, to: &text)
        case .bytes(let bytes): write(Encoders.encode(bytes, isForURLs: false), to: &text)
        case .timestamp(let time): write(time.description, to: &text)
        case .duration(let span): write(span.description, to: &text)
        case .list(let list):
            text += "["
            for (index, element) in list.elements.enumerated() {
                if index > 0 { text += "," }
                try write(element, to: &text)
            }
            text += "]"
        case .map(let map):
            var entries: [(String, Value)] = []
            for (key, element) in zip(map.keys, map.values) { entries.append((name(key), element)) }
            entries.sort { scalarsPrecede($0.0, $1.0) }
            try write(entries, to: &text)
        case .structure(let record):
            // A field that is null counts as not there, as `has` has it.
            let fields = zip(record.type.fields, record.fields).map { ($0.name, $1) }
            try write(fields.filter { if case .null = $0.1 { false } else { true } }, to: &text)
        case .optional(let optional): try write(optional.wrapped ?? .null, to: &text)
        case .type, .opaque, .unknown: throw failure("JSON has no values of type \(value.typeName)")
        }
    }

    private static func write(_ entries: [(String, Value)], to text: inout String) throws(EvaluationError.Code) {
        text += "{"
        for (index, entry) in entries.enumerated() {
            if index > 0 { text += "," }
            write(entry.0, to: &text)
            text += ":"
            try write(entry.1, to: &text)
        }
        text += "}"
    }

    private static func name(_ key: MapKey) -> String {
        switch key {
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .string(let text): text
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            case _: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
