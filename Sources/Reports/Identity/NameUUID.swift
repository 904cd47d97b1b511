internal import Digest

/// A UUID made of a name (RFC 9562 section 5.5, version 5): the same name gives the same UUID in every run.
struct NameUUID: Sendable, Hashable, CustomStringConvertible {
    /// The 16 bytes.
    let bytes: [UInt8]

    /// The UUID of a name in a name space.
    init(_ name: String, in space: NameUUID) {
        var bytes = Array(SHA1.digest(of: space.bytes + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The UUID of parts of a name, which are kept apart, in this program's own name space.
    init(_ parts: [String]) { self.init(parts.joined(separator: "\u{1F}"), in: .program) }

    /// The name space of URLs of RFC 9562 section 6.6.
    static let urls = NameUUID([
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ])

    /// The name space of domain names of RFC 9562 section 6.6.
    static let domains = NameUUID([
        0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ])

    /// This program's name space.
    static let program = NameUUID("tuanthu", in: .urls)

    var description: String {
        let digits = bytes.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return groups.joined(separator: "-")
    }
}
