import Model
import Reports
import Testing

/// Widths and line breaks.
@Suite struct LayoutTests {
    @Test func widthCountsColumnsNotBytes() {
        let rows: [(String, Int)] = [
            ("", 0), ("abc", 3), ("Đắk Lắk", 7), ("Đắk Lắk".decomposed, 7), ("漢字", 4), ("ﬁn", 2), ("a\u{200D}b", 2),
        ]
        for (text, columns) in rows { #expect(DisplayWidth.columns(text) == columns, "\(text)") }
    }

    /// A small generator with a seed (SplitMix64), so that a failure can be repeated.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func wrappedLinesFitAndLoseNothing() {
        var generator = Generator(state: 2014)
        let letters = Array("aăâđêôơưạặ漢")
        for _ in 0..<400 {
            let words = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                        letters.randomElement(using: &generator) ?? "a"
                    })
            }
            let width = Int.random(in: 20...60, using: &generator)
            let indent = Int.random(in: 0...8, using: &generator)
            let lines = LineWrapping(width: width).lines(words.joined(separator: " "), lead: "> ", indent: indent)
            let back = lines.joined(separator: " ").dropFirst(2).split(separator: " ").map(String.init)
            #expect(back == words)
            for line in lines { #expect(DisplayWidth.columns(line) <= max(width, 24 + indent)) }
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(String(repeating: " ", count: indent)) })
        }
    }

    @Test func aLongWordStaysWhole() {
        let word = String(repeating: "x", count: 50)
        let lines = LineWrapping(width: 20).lines("a \(word) b", lead: "", indent: 2)
        #expect(lines == ["a", "  \(word)", "  b"])
    }
}

extension String {
    /// The text with its Vietnamese marks as characters of their own, for the letters of these tests.
    fileprivate var decomposed: String {
        replacing("ắ", with: "a\u{0306}\u{0301}")
    }
}
