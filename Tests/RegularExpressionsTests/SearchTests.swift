import RegularExpressions
import Testing

/// Numbers that are the same in every run (SplitMix64).
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &self)] }

    mutating func pattern(_ depth: Int) -> String {
        guard depth > 0 else {
            return pick([
                "a", "b", "ệ", ".", "\\w", "\\d", "[^a]", "[a-cệ]", "\\b", "\\B", "^", "$", "\\z", "(?m:^)", "(?m:$)",
                "\\s",
                "(?i:A)", "\\p{L}", "\\P{Lu}", "", "\\n",
            ])
        }
        switch Int.random(in: 0..<7, using: &self) {
        case 0, 1: return pattern(depth - 1) + pattern(depth - 1)
        case 2: return "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
        case 3: return "(?:" + pattern(depth - 1) + ")" + pick(["*", "+", "?", "*?", "{2}", "{1,3}", "{0,2}?"])
        case 4: return "(?:" + pattern(depth - 1) + ")"
        case 5: return "(" + pattern(depth - 1) + ")"
        default: return pattern(depth - 1)
        }
    }

    mutating func text() -> String {
        (0..<Int.random(in: 0...12, using: &self)).map { _ in pick(["a", "b", "A", "ệ", "\n", " ", "1", "😀", "Ệ"]) }
            .joined()
    }
}

/// Whether a pattern occurs is found by one automaton, where it occurs by another: they agree.
@Test(arguments: 0..<20) func occurrenceAndPlaceAgree(_ block: Int) throws {
    var generator = Generator(state: UInt64(block))
    for _ in 0..<100 {
        let pattern = generator.pattern(4)
        let regex = try LinearRegex(pattern)
        for _ in 0..<6 {
            let text = generator.text()
            let match = regex.firstMatch(in: Array(text.unicodeScalars), from: 0)
            #expect(regex.matches(text) == (match != nil), "\(pattern) in \(text.debugDescription)")
        }
    }
}

/// A pattern whose deterministic automaton would have thousands of states, and one with more classes than it takes.
@Test func largeAutomataAreFollowedInstead() throws {
    var generator = Generator(state: 7)
    let wide = try LinearRegex("a(a|b){12}c")
    for _ in 0..<20 {
        let text = (0..<3_000).map { _ in generator.pick(["a", "b"]) }.joined()
        #expect(!wide.matches(text))
        #expect(wide.matches(text + "abbbbbbbbbbbbc"))
    }
    let letters = (0..<80).map { String(Unicode.Scalar(0x4E00 + $0) ?? "x") }
    let classes = try LinearRegex("^(?:" + letters.joined(separator: "|") + ")+$")
    #expect(classes.matches(letters.joined()))
    #expect(!classes.matches(letters.joined() + "x"))
}

@Test func manyThreadsMaySearchAtOnce() async throws {
    let regex = try LinearRegex("(a|ệ)+b\\d{2}$")
    let answers = await withTaskGroup(of: Bool.self) { group in
        for index in 0..<64 {
            group.addTask { (0..<50).allSatisfy { regex.matches("xaệ\($0)aệb\(10 + (index + $0) % 90)") } }
        }
        return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(answers.count == 64)
    #expect(!answers.contains(false))
}
