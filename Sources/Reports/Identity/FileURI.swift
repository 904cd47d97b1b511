/// A path as a URI reference (RFC 3986): letters of other alphabets and spaces percent-encoded in UTF-8.
struct FileURI: Sendable, Hashable {
    /// The reference.
    let text: String
    /// Whether it is relative to the folder the run was started in.
    let isRelative: Bool

    /// The reference of a path as it was given; a `./` at its beginning is left out.
    init(path: String) {
        let plain = FileURI.plain(path)
        isRelative = !plain.hasPrefix("/")
        text = (isRelative ? "" : "file://") + FileURI.encoded(plain)
    }

    /// The path without `./` at its beginning.
    static func plain(_ path: String) -> String {
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        return String(rest)
    }

    /// Everything but the unreserved characters and the slash is encoded, a colon too: it would begin a scheme.
    private static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
