/// Strings, numbers and words of a JSON text.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }
    var isAtEnd: Bool { index == bytes.count }
    var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    mutating func advance() { index += 1 }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    func fault(_ problem: JSONError.Problem) -> JSONFault { JSONFault(problem, at: index) }

    /// What stands here where something else is wanted.
    func unexpected(_ expected: JSONError.Expectation) -> JSONFault {
        guard !isAtEnd else { return fault(.unexpectedEnd) }
        let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
        return fault(.unexpected(scalar.map { String($0) } ?? "", expected: expected))
    }

    mutating func word(_ word: StaticString) throws(JSONFault) {
        let start = index
        for offset in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[offset]) else {
                if isAtEnd { throw fault(.unexpectedEnd) }
                index = start
                throw unexpected(.value)
            }
        }
    }

    // MARK: Numbers

    mutating func integer() throws(JSONFault) -> Int64 {
        let start = index
        _ = take(UInt8(ascii: "-"))
        let digits = index
        while let byte = next, isDigit(byte) { index += 1 }
        guard index > digits else { throw unexpected(.value) }
        if bytes[digits] == UInt8(ascii: "0"), index > digits + 1 { throw JSONFault(.leadingZero, at: digits) }
        let isWhole = next.map { ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0) } ?? true
        let text = String(decoding: bytes[start..<index].prefix(40), as: UTF8.self)
        guard isWhole, let value = Int64(text) else { throw JSONFault(.notWhole(text), at: start) }
        return value
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    // MARK: Strings

    mutating func string() throws(JSONFault) -> String {
        advance()
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        if next == UInt8(ascii: "\"") {
            let text = try decoded(start..<index)
            advance()
            return text
        }
        index = start
        return try escapedString()
    }

    /// A string with escapes: the plain stretches between them are decoded as they stand.
    private mutating func escapedString() throws(JSONFault) -> String {
        var text = ""
        while true {
            let start = index
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
            if index > start { text += try decoded(start..<index) }
            guard let byte = next else { throw fault(.unexpectedEnd) }
            if take(UInt8(ascii: "\"")) { return text }
            guard byte == UInt8(ascii: "\\") else { throw fault(.controlCharacter(byte)) }
            text.unicodeScalars.append(try escape())
        }
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = index
        advance()
        guard let letter = next else { throw fault(.unexpectedEnd) }
        advance()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw JSONFault(.badEscape, at: start)
        }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw JSONFault(.loneSurrogate, at: start)
        }
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONFault(.loneSurrogate, at: start) }
        return scalar
    }

    /// The four hexadecimal digits of a code unit.
    private mutating func unit() throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw fault(.unexpectedEnd) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault(.badEscape) }
            unit = unit << 4 | UInt32(digit)
            advance()
        }
        return unit
    }

    private func decoded(_ range: Range<Int>) throws(JSONFault) -> String {
        if let text = String(validating: bytes[range], as: UTF8.self) { return text }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[range].makeIterator()
        var offset = range.lowerBound
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
        throw JSONFault(.notUTF8, at: offset)
    }
}
