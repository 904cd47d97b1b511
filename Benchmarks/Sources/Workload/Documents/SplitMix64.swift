/// A small generator with a seed: the same seed makes the same workload everywhere.
public struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// A generator that starts from a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from a range.
    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// Whether an event of a probability in percent happens.
    public mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    /// One of several; `fallback` of none.
    public mutating func pick<Choice>(_ choices: [Choice], or fallback: Choice) -> Choice {
        choices.randomElement(using: &self) ?? fallback
    }

    /// One of several words.
    public mutating func pick(_ words: [String]) -> String { pick(words, or: "") }
}
