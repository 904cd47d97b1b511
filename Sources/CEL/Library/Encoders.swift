/// Base64 of the `encoders` library.
enum Encoders {
    static let functions: [(String, [Overload])] = [
        ("base64.encode", [encoder("base64_encode_bytes", isForURLs: false)]),
        ("base64.decode", [decoder("base64_decode_string", "base64.decode", isForURLs: false)]),
        ("base64.encodeUrl", [encoder("base64_encode_url_bytes", isForURLs: true)]),
        ("base64.decodeUrl", [decoder("base64_decode_url_string", "base64.decodeUrl", isForURLs: true)]),
    ]

    private static func encoder(_ id: String, isForURLs: Bool) -> Overload {
        .total(id, [.bytes], .string, isMember: false) { values in
            guard case .bytes(let bytes) = values[0] else { return nil }
            return .string(encode(bytes, isForURLs: isForURLs))
        }
    }

    private static func decoder(_ id: String, _ name: String, isForURLs: Bool) -> Overload {
        .standard(id, [.string], .bytes) { values throws(EvaluationError.Code) in
            guard case .string(let text) = values[0] else { return nil }
            guard let bytes = decode(text, isForURLs: isForURLs) else {
                let alphabet = isForURLs ? "Base64 for URLs" : "Base64"
                throw .invalidArgument(function: name, reason: "\(quoted(text)) is not \(alphabet)")
            }
            return .bytes(bytes)
        }
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    /// The alphabets of RFC 4648, sections 4 and 5.
    private static let alphabet = Array((letters + "+/").utf8)
    private static let alphabetForURLs = Array((letters + "-_").utf8)

    private static let values = inverse(alphabet)
    private static let valuesForURLs = inverse(alphabetForURLs)

    /// For each byte the digit it is; 64 for none.
    private static func inverse(_ alphabet: [UInt8]) -> [UInt8] {
        var values = [UInt8](repeating: 64, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }

    static func encode(_ bytes: [UInt8], isForURLs: Bool) -> String {
        let alphabet = isForURLs ? alphabetForURLs : alphabet
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let isPadding = index > group.count
                result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of Base64 text, whose padding may be left out (RFC 4648, sections 3.2, 4 and 5).
    static func decode(_ text: String, isForURLs: Bool) -> [UInt8]? {
        let values = isForURLs ? valuesForURLs : values
        var digits = Array(text.utf8)
        if digits.count % 4 == 0 {
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        guard digits.count % 4 != 1 else { return nil }
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value < 64 else { return nil }
            bits = (bits << 6 | UInt32(value)) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return result
    }
}
