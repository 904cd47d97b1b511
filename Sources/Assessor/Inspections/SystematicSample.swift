internal import Digest

/// A sample that everybody draws alike from the same list and seed, spread over strata as evenly as the numbers allow.
///
/// Systematic sampling with implicit strata. The items are put in the order of their stratum, and within one in the order of
/// `SHA-256(seed U+001F key)`, so that neither the order of the list nor this program decides. Of N items K are taken at the
/// positions `(start + i · N) / K`, rounded down, for i = 0 … K−1; `start` is the first eight bytes of
/// `SHA-256(seed U+001F "start")`, as a number from the most significant byte on, modulo N. Every item has the same chance,
/// K in N, and a stratum of n items gives n · K / N of them, rounded down or up.
public enum SystematicSample {
    /// One item: the key it is known by, and the stratum it is counted in.
    public struct Item: Sendable, Hashable {
        /// The key, which no other item of the list has.
        public let key: String
        /// The stratum; items without one make a stratum of their own.
        public let stratum: String

        /// An item.
        public init(key: String, stratum: String) {
            self.key = key
            self.stratum = stratum
        }
    }

    /// The sample, in the order of strata; the whole list where it has no more items than are asked for.
    public static func draw(_ items: [Item], count: Int, seed: String) -> [Item] {
        let frame = frame(items, seed: seed)
        guard frame.count > count else { return frame }
        return draw(frame, count: count, start: start(of: frame.count, seed: seed))
    }

    /// The items in the order in which they are counted.
    static func frame(_ items: [Item], seed: String) -> [Item] {
        let ranked = items.map { item in (item: item, rank: SHA256.hexDigest(of: "\(seed)\u{1F}\(item.key)".utf8)) }
        let sorted = ranked.sorted { left, right in
            if left.item.stratum != right.item.stratum {
                return left.item.stratum.unicodeScalars.lexicographicallyPrecedes(right.item.stratum.unicodeScalars)
            }
            if left.rank != right.rank { return left.rank < right.rank }
            return left.item.key.unicodeScalars.lexicographicallyPrecedes(right.item.key.unicodeScalars)
        }
        return sorted.map(\.item)
    }

    /// The items taken from a frame, the first of them decided by a start from 0 up to the number of items.
    static func draw(_ frame: [Item], count: Int, start: Int) -> [Item] {
        guard count > 0 else { return [] }
        return (0..<count).map { frame[(start + $0 * frame.count) / count] }
    }

    private static func start(of total: Int, seed: String) -> Int {
        let digits = SHA256.hexDigest(of: "\(seed)\u{1F}start".utf8).prefix(16)
        let number = UInt64(digits, radix: 16) ?? 0
        return Int(number % UInt64(total))
    }
}
