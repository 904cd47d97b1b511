/// A small seeded generator (Steele, Lea and Flood 2014), so that random tests repeat.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Some of the elements, in their order; all of them where there are no more than that.
    mutating func sample<Element>(_ elements: [Element], _ count: Int) -> [Element] {
        guard elements.count > count else { return elements }
        let chosen = Set(elements.indices.shuffled(using: &self).prefix(count))
        return elements.indices.filter(chosen.contains).map { elements[$0] }
    }
}
