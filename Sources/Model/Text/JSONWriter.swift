extension JSONValue {
    /// How a value is laid out.
    public enum Layout: Sendable, Hashable {
        /// On one line without spaces.
        case compact
        /// One member or element on a line, two spaces deeper; empty ones as `{}` and `[]`.
        case pretty
    }

    /// The value as JSON text, without a line break after it.
    public func text(_ layout: Layout) -> String {
        var writer = JSONWriter(layout: layout)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value as UTF-8 bytes appended to others.
    public func write(to bytes: inout [UInt8], _ layout: Layout) {
        var writer = JSONWriter(layout: layout)
        swap(&writer.bytes, &bytes)
        writer.write(self)
        swap(&writer.bytes, &bytes)
    }
}

/// Writes JSON values as UTF-8.
private struct JSONWriter {
    let layout: JSONValue.Layout
    var bytes: [UInt8] = []
    private var depth = 0

    init(layout: JSONValue.Layout) { self.layout = layout }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .boolean(let value): append(value ? "true" : "false")
        case .integer(let value): append(String(value))
        case .string(let text): write(text)
        case .array(let elements):
            open("[")
            for (index, element) in elements.enumerated() {
                breakLine(isFirst: index == 0)
                write(element)
            }
            close("]", isEmpty: elements.isEmpty)
        case .object(let members):
            open("{")
            for (index, member) in members.enumerated() {
                breakLine(isFirst: index == 0)
                write(member.name)
                append(layout == .pretty ? ": " : ":")
                write(member.value)
            }
            close("}", isEmpty: members.isEmpty)
        }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open(_ bracket: StaticString) {
        append(bracket)
        depth += 1
    }

    private mutating func close(_ bracket: StaticString, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { indent() }
        append(bracket)
    }

    private mutating func breakLine(isFirst: Bool) {
        if !isFirst { append(",") }
        indent()
    }

    private mutating func indent() {
        guard layout == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    /// A string with what RFC 8259 section 7 wants escaped, and nothing else.
    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0x00..<0x20:
                append("\\u00")
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits: [UInt8] = Array("0123456789abcdef".utf8)
}
