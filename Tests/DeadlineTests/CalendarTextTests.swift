import Testing

@testable import Reports

/// Folding and escaping of content lines.
@Suite struct CalendarTextTests {
    static let pieces = [
        "a", "Z", " ", "\t", "ế", "đ", "Ữ", "e\u{302}\u{301}", "–", "“", "漢", "👩‍👩‍👧‍👦", "🇻🇳", "\\", ";", ",", ":", "\u{301}",
        "\n", "=", "\u{200B}", "Ω" + String(repeating: "\u{323}", count: 60),
    ]

    /// A text of random pieces; some are as long as a line and longer.
    static func text(_ generator: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...120, using: &generator) {
            text += pieces.randomElement(using: &generator) ?? ""
        }
        return text
    }

    @Test(arguments: 0..<300)
    func foldingKeepsLinesShortCharactersWholeAndTheTextTheSame(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = Self.text(&generator)
        let line = "SUMMARY:\(CalendarText.escaped(text))"
        var bytes: [UInt8] = []
        CalendarText.write(line, to: &bytes)
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        for (number, line) in Self.lines(bytes).enumerated() {
            #expect(line.count <= 75)
            #expect((line.first == 0x20) == (number > 0))
            let words = try #require(String(validating: line, as: UTF8.self), "a character is split")
            // Only a heap of marks that fits on no line may be split before a mark.
            let first = words.unicodeScalars.dropFirst(number > 0 ? 1 : 0).first
            let isMark = first?.properties.generalCategory == .nonspacingMark
            #expect(!isMark || text.contains { $0.utf8.count > 70 })
        }
        let unfolded = try CalendarText.unfolded(bytes)
        #expect(unfolded.map { Array($0.text.utf8) } == [Array(line.utf8)])
        let value = try #require(CalendarText.unescaped(String(decoding: line.utf8.dropFirst(8), as: UTF8.self)))
        #expect(Array(value.utf8) == Array(text.utf8))
    }

    @Test func aLineOfExactly75OctetsIsNotFolded() {
        for (count, lines) in [(74, 1), (75, 1), (76, 2), (149, 2), (150, 3)] {
            var bytes: [UInt8] = []
            CalendarText.write(String(repeating: "a", count: count), to: &bytes)
            #expect(Self.lines(bytes).count == lines, "\(count)")
        }
    }

    static let escapes: [(String, String)] = [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb"), ("a\rb", "a\\nb"), ("a\tb", "a\tb"),
        ("a\u{0}b\u{7F}c\u{1B}[31m\u{85}", "abc[31m"), ("điểm: “b”", "điểm: “b”"),
    ]

    @Test(arguments: escapes)
    func escaping(_ text: String, _ value: String) { #expect(CalendarText.escaped(text) == value) }

    @Test func whatIsNoEscapeIsRefused() {
        for value in ["a\\", "\\t", "a\\:b", "\\\\\\"] { #expect(CalendarText.unescaped(value) == nil, "\(value)") }
        #expect(CalendarText.unescaped("a\\Nb\\\\n") == "a\nb\\n")
    }

    static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for byte in bytes {
            line.append(byte)
            if line.suffix(2) == [0x0D, 0x0A] {
                lines.append(line.dropLast(2))
                line = []
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
