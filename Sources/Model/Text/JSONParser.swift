/// The grammar of RFC 8259 by recursive descent.
struct JSONParser {
    private var scanner: JSONScanner
    private let limits: JSONReader.Limits
    private var values = 0

    init(bytes: [UInt8], limits: JSONReader.Limits) {
        scanner = JSONScanner(bytes: bytes)
        self.limits = limits
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        if scanner.startsWithByteOrderMark { throw scanner.fault(.byteOrderMark) }
        scanner.skipSpace()
        let value = try value(depth: 0)
        scanner.skipSpace()
        guard scanner.isAtEnd else { throw scanner.fault(.trailingContent) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        values += 1
        guard values <= limits.maxValues else { throw scanner.fault(.tooManyValues(limit: limits.maxValues)) }
        switch scanner.next {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try scanner.string())
        case UInt8(ascii: "t"):
            try scanner.word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try scanner.word("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try scanner.word("null")
            return .null
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return .integer(try scanner.integer())
        case .some, nil: throw scanner.unexpected(.value)
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= limits.maxDepth else { throw scanner.fault(.tooDeep(limit: limits.maxDepth)) }
        scanner.advance()
        scanner.skipSpace()
        var elements: [JSONValue] = []
        if scanner.take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth))
            scanner.skipSpace()
            if scanner.take(UInt8(ascii: "]")) { return .array(elements) }
            guard scanner.take(UInt8(ascii: ",")) else { throw scanner.unexpected(.commaOrBracket) }
            scanner.skipSpace()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= limits.maxDepth else { throw scanner.fault(.tooDeep(limit: limits.maxDepth)) }
        scanner.advance()
        scanner.skipSpace()
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if scanner.take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            guard scanner.next == UInt8(ascii: "\"") else { throw scanner.unexpected(.name) }
            let place = scanner.index
            let name = try scanner.string()
            guard names.insert(name).inserted else { throw JSONFault(.duplicateName(name), at: place) }
            scanner.skipSpace()
            guard scanner.take(UInt8(ascii: ":")) else { throw scanner.unexpected(.colon) }
            scanner.skipSpace()
            members.append(JSONValue.Member(name, try value(depth: depth)))
            scanner.skipSpace()
            if scanner.take(UInt8(ascii: "}")) { return .object(members) }
            guard scanner.take(UInt8(ascii: ",")) else { throw scanner.unexpected(.commaOrBrace) }
            scanner.skipSpace()
        }
    }
}
