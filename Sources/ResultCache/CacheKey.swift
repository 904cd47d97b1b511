internal import Digest

/// The digest of what a result was made of: the same parts under the same names in the same order, and nothing else, give the same
/// key.
public struct CacheKey: Sendable, Hashable {
    /// The SHA-256 of the parts, as hexadecimal digits.
    public let digest: String

    /// The key of nothing.
    public init() { digest = SHA256.hexDigest(of: []) }

    private init(parts: [UInt8]) { digest = SHA256.hexDigest(of: parts) }

    /// The key of these parts and some more, each a name and bytes.
    public func adding(_ more: [(name: String, bytes: [UInt8])]) -> CacheKey {
        var parts = Array(digest.utf8)
        for part in more {
            // Each is told by its length, so that no two lists of parts give the same bytes.
            parts += "\n\(part.name.utf8.count) \(part.name) \(part.bytes.count)\n".utf8
            parts += part.bytes
        }
        return CacheKey(parts: parts)
    }

    /// The key of these parts and a text.
    public func adding(_ name: String, _ text: String) -> CacheKey { adding([(name, Array(text.utf8))]) }
}
