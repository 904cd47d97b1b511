/// How much of a document is read before it is refused.
public struct XMLLimits: Sendable, Hashable {
    /// The most bytes a document may have.
    public var maxBytes: Int
    /// The most elements inside each other.
    public var maxDepth: Int
    /// The most elements.
    public var maxElements: Int
    /// The most attributes of one element.
    public var maxAttributes: Int

    /// Makes limits; what is not given is as in `standard`.
    public init(
        maxBytes: Int = 64 << 20, maxDepth: Int = 128, maxElements: Int = 4_000_000, maxAttributes: Int = 256
    ) {
        self.maxBytes = min(maxBytes, Int(Int32.max))
        self.maxDepth = maxDepth
        self.maxElements = maxElements
        self.maxAttributes = maxAttributes
    }

    /// 64 MiB, 128 levels, 4 000 000 elements, 256 attributes each.
    public static let standard = XMLLimits()
}
