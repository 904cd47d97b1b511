/// How much of a YAML file is read before it is refused.
public struct YAMLLimits: Hashable, Sendable {
    /// The most bytes a file may have.
    public var maxBytes: Int
    /// The most sequences and mappings inside each other, counted through aliases too.
    public var maxDepth: Int
    /// The most keys and values, collections included.
    public var maxNodes: Int
    /// The most nodes that all aliases together may stand for.
    public var maxAliasNodes: Int
    /// The most refused characters and directive lines that are reported one by one; at least one is.
    public var maxTextErrors: Int

    /// Makes limits; what is not given is as in `standard`.
    public init(
        maxBytes: Int = 4 << 20, maxDepth: Int = 64, maxNodes: Int = 500_000, maxAliasNodes: Int = 100_000,
        maxTextErrors: Int = 100
    ) {
        self.maxBytes = maxBytes
        self.maxDepth = maxDepth
        self.maxNodes = maxNodes
        self.maxAliasNodes = maxAliasNodes
        self.maxTextErrors = maxTextErrors
    }

    /// 4 MiB, 64 levels, 500 000 nodes, 100 000 nodes through aliases, 100 errors of text.
    public static let standard = YAMLLimits()
}
