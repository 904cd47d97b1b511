/// A stretch of an expression's text, counted in Unicode scalars.
public struct SourceRange: Sendable, Hashable {
    /// The number of scalars before it.
    public var offset: Int
    /// The number of scalars in it; 0 for a place between two.
    public var length: Int

    /// A stretch of `length` scalars from `offset`.
    public init(offset: Int, length: Int) {
        self.offset = offset
        self.length = length
    }

    /// The offset of the scalar after the stretch.
    public var end: Int { offset + length }

    /// The smallest stretch that covers this one and another.
    func joined(_ other: SourceRange) -> SourceRange {
        let start = min(offset, other.offset)
        return SourceRange(offset: start, length: max(end, other.end) - start)
    }
}
