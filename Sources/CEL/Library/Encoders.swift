/// The `encoders` library.
enum Encoders {
    static let functions: [(String, [Overload])] = [
        (
            "base64.encode",
            [
                .total("base64_encode_bytes", [.bytes], .string, isMember: false) { values in
                    guard case .bytes(let bytes) = values[0] else { return nil }
                    return .string(encode(bytes))
                }
            ]
        ),
        (
            "base64.decode",
            [
                .standard("base64_decode_string", [.string], .bytes) { values throws(EvaluationError.Code) in
                    guard case .string(let text) = values[0] else { return nil }
                    guard let bytes = decode(text) else {
                        throw .invalidArgument(function: "base64.decode", reason: "\(quoted(text)) is not Base64")
                    }
                    return .bytes(bytes)
                }
            ]
        ),
    ]

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func encode(_ bytes: [UInt8]) -> String {
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

    /// The bytes of Base64 text, whose padding may be left out (RFC 4648, sections 3.2 and 4).
    private static func decode(_ text: String) -> [UInt8]? {
        var digits = Array(text.utf8)
        if digits.count % 4 == 0 {
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        guard digits.count % 4 != 1 else { return nil }
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for digit in digits {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
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
