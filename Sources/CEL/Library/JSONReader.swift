/// Reads JSON (RFC 8259) as values: whole numbers as int where they fit, other numbers as double. Of keys that are the
/// same the last counts.
struct JSONReader {
    /// The deepest nesting of arrays and objects.
    private static let deepest = 200
    /// The longest text in bytes.
    static let longest = 10_485_760

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// The value a text stands for; `nil` if it is not one JSON value and nothing else.
    static func value(_ text: String) -> Value? {
        var reader = JSONReader(text)
        guard let value = reader.value() else { return nil }
        reader.skipBlanks()
        return reader.position == reader.bytes.count ? value : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ text: StaticString) -> Bool {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let matches = text.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
        if matches { position = end }
        return matches
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func value() -> Value? {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.array() }
        case UInt8(ascii: "\""): return string().map(Value.string)
        case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        case _: return number()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) -> Value?) -> Value? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        position += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func array() -> Value? {
        var elements: [Value] = []
        skipBlanks()
        if take("]") { return .list(elements) }
        while true {
            guard let element = value() else { return nil }
            elements.append(element)
            skipBlanks()
            if take("]") { return .list(elements) }
            guard take(",") else { return nil }
        }
    }

    private mutating func object() -> Value? {
        var entries: [(MapKey, Value)] = []
        var places: [MapKey: Int] = [:]
        skipBlanks()
        if take("}") { return .map(MapValue(entries)) }
        while true {
            skipBlanks()
            guard let name = string() else { return nil }
            skipBlanks()
            guard take(":"), let element = value() else { return nil }
            let key = MapKey.string(name)
            if let place = places[key] {
                entries[place].1 = element
            } else {
                places[key] = entries.count
                entries.append((key, element))
            }
            skipBlanks()
            if take("}") { return .map(MapValue(entries)) }
            guard take(",") else { return nil }
        }
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func number() -> Value? {
        let start = position
        let isNegative = take("-")
        let isZero = next == UInt8(ascii: "0")
        let count = digits()
        guard count > 0, !isZero || count == 1 else { return nil }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard digits() > 0 else { return nil }
        }
        if take("e") || take("E") {
            isWhole = false
            _ = take("+") || take("-")
            guard digits() > 0 else { return nil }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .int(number) }
        if isWhole, !isNegative, let number = UInt64(text) { return .uint(number) }
        guard let number = Double(text), number.isFinite else { return nil }
        return .double(number)
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var content: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case 0..<0x20: return nil
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                content += String(scalar).utf8
            case _: content.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return escapedScalar()
        case _: return nil
        }
    }

    /// What `\uXXXX` stands for, with the second half of a pair; half a pair alone becomes U+FFFD.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let start = position
        if take("\\u"), let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) {
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
        position = start
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, bytes[position] < 0x80 else {
                return nil
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
