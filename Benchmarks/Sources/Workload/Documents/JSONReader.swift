/// Reads the JSON the workload is written in: whole numbers, and no escapes but `\"`, `\\` and `\n`.
public struct JSONReader {
    /// What a text has that is not JSON of this kind.
    public struct Malformed: Error {
        /// The position of the byte.
        public let offset: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// The value that a text holds.
    public static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Malformed) -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipSpace()
        if reader.position < bytes.count { throw Malformed(offset: reader.position) }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(Malformed) {
        if !take(byte) { throw Malformed(offset: position) }
    }

    private mutating func value() throws(Malformed) -> JSON {
        skipSpace()
        guard position < bytes.count else { throw Malformed(offset: position) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["): return .array(try elements())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case _: return .number(try number())
        }
    }

    private mutating func members() throws(Malformed) -> [JSON.Member] {
        position += 1
        var members: [JSON.Member] = []
        if take(UInt8(ascii: "}")) { return members }
        members.reserveCapacity(12)
        repeat {
            skipSpace()
            let key = try string()
            try expect(UInt8(ascii: ":"))
            members.append(JSON.Member(key, try value()))
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return members
    }

    private mutating func elements() throws(Malformed) -> [JSON] {
        position += 1
        var elements: [JSON] = []
        if take(UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return elements
    }

    private mutating func string() throws(Malformed) -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") { return try escapedString(from: start) }
            position += 1
        }
        try expect(UInt8(ascii: "\""))
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }

    private mutating func escapedString(from start: Int) throws(Malformed) -> String {
        var content = Array(bytes[start..<position])
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            var byte = bytes[position]
            if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += 1
                byte = bytes[position] == UInt8(ascii: "n") ? 0x0A : bytes[position]
            }
            content.append(byte)
            position += 1
        }
        try expect(UInt8(ascii: "\""))
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func number() throws(Malformed) -> Int64 {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var number: Int64 = 0
        while position < bytes.count, case let digit = bytes[position], (0x30...0x39).contains(digit) {
            number = number &* 10 &+ Int64(digit - 0x30)
            position += 1
        }
        if position == start { throw Malformed(offset: position) }
        return isNegative ? -number : number
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(Malformed) -> JSON {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw Malformed(offset: position) }
        for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
            throw Malformed(offset: position)
        }
        position += count
        return value
    }
}
