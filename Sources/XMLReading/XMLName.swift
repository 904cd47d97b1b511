/// The name of an element or an attribute with the namespace its prefix stands for (Namespaces in XML 1.0).
public struct XMLName: Sendable, Hashable {
    /// The prefix as written; empty without one.
    public let prefix: String
    /// The name after the prefix.
    public let local: String
    /// The namespace's identifier; empty in none. An attribute without a prefix is in none.
    public let namespace: String

    /// Makes a name of its parts.
    public init(prefix: String = "", local: String, namespace: String = "") {
        self.prefix = prefix
        self.local = local
        self.namespace = namespace
    }

    /// The name as written: `prefix:local`.
    public var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
}
