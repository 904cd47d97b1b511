/// File URIs (RFC 8089) and the paths they stand for.
enum DocumentURI {
    private static let scheme = "file://"

    /// The path of a file URI; nil for other URIs. A host name is left out.
    static func path(of uri: String) -> String? {
        guard uri.lowercased().hasPrefix(scheme) else { return nil }
        let rest = uri.utf8.dropFirst(scheme.utf8.count)
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return decoded(rest[slash...])
    }

    /// The URI of an absolute path.
    static func uri(ofPath path: String) -> String {
        var uri = scheme
        for byte in path.utf8 {
            if isPlain(byte) {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                uri += byte < 16 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return uri
    }

    private static func decoded(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            let high = iterator.next()
            let low = iterator.next()
            if let high, let low, let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) {
                result.append(value)
            } else {
                result += [byte] + [high, low].compactMap(\.self)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The characters RFC 3986 leaves unreserved, and the slash.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": true
        default: false
        }
    }
}
