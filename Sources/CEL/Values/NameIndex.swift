/// The positions of some names, for those who look them up often: it costs half of what a dictionary costs, and gives the same.
public struct NameIndex: Sendable {
    private let names: [String]
    /// The position of the name that belongs into a bucket, or into one before it that was taken; -1 for none. There are twice as many
    /// buckets as names, a power of two.
    private let buckets: [Int32]

    /// Numbers names from 0 on. Of two that are the same the first counts.
    public init(_ names: [String]) {
        self.names = names
        var count = 2
        while count < 2 * names.count { count *= 2 }
        var buckets = [Int32](repeating: -1, count: count)
        for (position, name) in names.enumerated() {
            var bucket = Int(name.scalarHash & UInt(count - 1))
            while buckets[bucket] >= 0 { bucket = (bucket + 1) & (count - 1) }
            buckets[bucket] = Int32(position)
        }
        self.buckets = buckets
    }

    /// The position of a name; nil for one that is none of them. Complexity: O(1) on average.
    public func position(of name: String) -> Int? {
        var bucket = Int(name.scalarHash & UInt(buckets.count - 1))
        while buckets[bucket] >= 0 {
            let position = Int(buckets[bucket])
            if sameScalars(names[position], name) { return position }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }

    /// The name at a position.
    public subscript(position: Int) -> String { names[position] }

    /// How many names there are.
    public var count: Int { names.count }
}
