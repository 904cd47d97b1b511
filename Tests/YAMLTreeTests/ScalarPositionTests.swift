import Testing
import YAMLTree

/// Places inside scalars. The value is always the one under the key `k`.
@Suite struct ScalarPositionTests {
    /// Each scalar of the value stands at the next `↓`, and the value ends at the last one.
    static let fixtures: [String] = [
        // Plain.
        "k: ↓a↓b↓ ↓c↓", "k: ↓a↓ ↓ ↓b↓ # c", "k: ↓a  ↓\n  ↓b↓", "k: ↓a\n  ↓\n↓\n  ↓b↓", "k: ↓đ↓ế↓👨↓\r\n ↓b↓\r\n", "k:↓",
        "k: !!str ↓a↓", "k: &x !!str # c\n  # d\n  ↓a↓", "k: &x ↓a↓", "k: !t&u ↓a↓", "k: &a↓:↓:↓b↓",
        // Single-quoted.
        "k: '↓a↓''↓b↓'", "k: '↓a  \n↓\n  ↓b↓ ↓'", "k: '↓'",
        // Double-quoted.
        "k: \"↓a↓\\n↓\\u0111↓\\x41↓\\U0001F600↓\\\"↓\\/↓\"", "k: \"↓a↓ \\\n   ↓b↓\"", "k: \"↓a\\\n↓\n   ↓b↓\"",
        "k: \"↓a↓\\ ↓\n  ↓b↓\"", "k: \"↓\t↓b ↓\n ↓c↓\"", "k: \"\\\n  ↓a↓\"",
        // Literal.
        "k: |\n  ↓a↓b↓\n  ↓c↓\n↓", "k: |-\n  ↓a↓\n↓\n  ↓ ↓\n  ↓b↓\n\n", "k: |+ # c\n  ↓a↓\n↓\n↓",
        "k: |2\n  ↓ ↓ ↓a↓\n  ↓b↓\n↓",
        "k: |\n ↓\n ↓a↓\n↓", "k: |-\n↓", "k: !!str &x |1\n ↓ ↓a↓\n↓",
        // Folded.
        "k: >\n  ↓a↓\n  ↓b↓\n↓", "k: >-\n  ↓a\n↓\n  ↓b↓\n  ↓ ↓c↓\n  ↓d↓\n", "k: >+\r\n  ↓a↓\r\n  ↓b↓\r\n↓\r\n↓",
        "k: >\n↓\n  ↓a↓\n↓",
    ]

    @Test(arguments: fixtures)
    func fixture(marked: String) throws {
        let fixture = MarkedText(marked)
        let reading: YAMLReading = read(fixture.text)
        #expect(reading.errors == [])
        let node: YAMLNode = try #require(reading.root?["k"])
        let expected: [SourcePosition] = fixture.places["↓"] ?? []
        let text: String = try #require(node.text)
        #expect(node.textPositions()?.text.unicodeScalars.map(\.value) == text.unicodeScalars.map(\.value))
        let found: [SourcePosition?] = (0..<max(expected.count, 1)).map { node.position(ofTextScalar: $0) }
        #expect(found == expected)
        #expect(text.unicodeScalars.count == expected.count - 1)
        #expect(node.position(ofTextScalar: expected.count) == nil)
        #expect(node.position(ofTextScalar: -1) == nil)
    }

    @Test func otherNodes() throws {
        let root: YAMLNode = try #require(read("a: &x 'it''s'\nb: *x\nc: [*x]\nd: *y").root)
        #expect(root.position(ofTextScalar: 0) == nil)
        #expect(root["c"]?.position(ofTextScalar: 0) == nil)
        #expect(root["b"]?.position(ofTextScalar: 3) == SourcePosition(line: 1, column: 12, offset: 11))
        #expect(root["d"]?.position(ofTextScalar: 0) == SourcePosition(line: 4, column: 4, offset: 31))
    }

    /// Random source of every style: the text found again equals the value, and every place holds what it should.
    @Test(arguments: YAMLScalarStyle.allCases, ["\n", "\r\n", "\r"])
    func randomSource(style: YAMLScalarStyle, lineBreak: String) {
        var random = SplitMix64(seed: UInt64(style.rawValue) << 8 | UInt64(lineBreak.utf8.count))
        var accepted: Int = 0
        for round in 0..<2_000 {
            let yaml: String = RandomScalar.document(style, using: &random).replacing("\n", with: lineBreak)
            let mark: String = round.isMultiple(of: 2) ? "" : "\u{FEFF}"
            guard let root: YAMLNode = read(mark + yaml).root else { continue }
            for node in everyNode(root) where node.kind == .scalar {
                let problem: String? = ScalarPositionCheck.problem(of: node)
                #expect(problem == nil, "\(yaml.debugDescription)")
                accepted += node.style == style ? 1 : 0
            }
        }
        #expect(accepted > 600)
    }
}

/// Source text of one random scalar in a random surrounding; not all of it is valid.
enum RandomScalar {
    private static let words: [String] = [
        "a", "bc", "đ", "e\u{301}", "👨‍👩‍👧", "#x", "x:y", "-", "''", "%", "\u{A0}", ",", "&", "*",
    ]
    private static let spaces: [String] = [
        " ", " ", "  ", "\t", "\n  ", "\n  ", "\n    ", " \n  ", "\n\n  ", "\n \n\n   ", "\t\n  ",
    ]
    private static let escapes: [String] = [
        "\\n", "\\t", "\\\"", "\\\\", "\\u0111", "\\x41", "\\U0001F600", "\\\n  ", "\\\n\n   ", " \\\n  \\ ", "\\ ",
        "\\0", "\\N", "\\L", "\\/",
        "\\e", "\\_",
    ]

    static func document(_ style: YAMLScalarStyle, using random: inout SplitMix64) -> String {
        let scalar: String
        switch style {
        case .plain:
            scalar = random.pick(["a", "đ", "👨‍👩‍👧"]) + pieces([words, spaces, ["b"]], using: &random) + "z"
        case .singleQuoted:
            scalar = "'" + pieces([words, spaces, ["\"", "\\", "''"]], using: &random) + "'"
        case .doubleQuoted:
            scalar = "\"" + pieces([words, spaces, escapes], using: &random) + "\""
        case .literal:
            scalar = "|" + block(using: &random)
        case .folded:
            scalar = ">" + block(using: &random)
        }
        let properties: String = random.pick(["", "", "!t ", "&x ", "!t &x\n    ", "&x !t # c\n\n    "])
        let isBlock: Bool = style == .literal || style == .folded
        let before: [String] =
            ["k: ", "- ", "- - ", "a:\n  k: ", "--- ", "ế: 1\nk:  "] + (isBlock ? [] : ["[", "{k: "])
        let start: String = random.pick(before)
        let end: String
        switch start {
        case "[": end = " ]"
        case "{k: ": end = " }"
        default: end = random.pick(["", "\n", "\n\n# c\n"])
        }
        return start + properties + scalar + end
    }

    private static func pieces(_ kinds: [[String]], using random: inout SplitMix64) -> String {
        var result: String = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            result += random.pick(random.pick(kinds))
        }
        return result
    }

    private static func block(using random: inout SplitMix64) -> String {
        let header: String = random.pick(["", "", "", "-", "+", "2", "2-", "+4", "3+", " # c", "-  "])
        let indent = Int.random(in: 2...5, using: &random)
        var result: String = header + "\n"
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: result += "\n"
            case 1: result += String(repeating: " ", count: Int.random(in: 0...7, using: &random)) + "\n"
            default:
                let extra: String = random.pick(["", "", "", "", " ", "   ", "\t"])
                let text: String = random.pick(words) + random.pick(["", " ", "  ", " b", "\t"]) + random.pick(words)
                result += String(repeating: " ", count: indent) + extra + text + random.pick(["\n", "\n", "\n", " \n"])
            }
        }
        return Bool.random(using: &random) ? result : String(result.dropLast())
    }
}

/// Checks the places of a scalar against its source by rules of its own.
enum ScalarPositionCheck {
    /// What is wrong with the text found again, or nil.
    static func textProblem(of node: YAMLNode) -> String? {
        guard let found: String = node.textPositions()?.text, let text: String = node.text else { return "no text" }
        let isSame: Bool = found.unicodeScalars.elementsEqual(text.unicodeScalars)
        return isSame ? nil : "found \(found.debugDescription), not \(text.debugDescription)"
    }

    /// What is wrong, or nil.
    static func problem(of node: YAMLNode) -> String? {
        guard let positions: ScalarPositions = node.textPositions(), let text: String = node.text else { return "none" }
        let scalars: [Unicode.Scalar] = Array(text.unicodeScalars)
        if let problem: String = textProblem(of: node) {
            return problem
        }
        var previous: Int = node.range.start.offset - 1
        for (index, scalar) in scalars.enumerated() {
            guard let place: SourcePosition = positions[index] else { return "no place \(index)" }
            guard place.offset > previous else { return "place \(index) goes back" }
            guard node.source.position(atByte: place.offset) == place else { return "place \(index): line or column" }
            guard holds(scalar, at: place.offset, of: node) else { return "place \(index) holds something else" }
            previous = place.offset
        }
        guard let end: SourcePosition = positions[scalars.count], node.source.position(atByte: end.offset) == end else {
            return "end: line or column"
        }
        let isInside: Bool = end.offset > previous && end.offset <= node.range.end.offset
        return isInside ? nil : "end is outside"
    }

    private static func holds(_ scalar: Unicode.Scalar, at offset: Int, of node: YAMLNode) -> Bool {
        let bytes: [UInt8] = node.source.bytes
        guard offset < bytes.count else { return false }
        let rest = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
        guard let first: Unicode.Scalar = rest.unicodeScalars.first else { return false }
        if first == "\n" || first == "\r" {
            return scalar == "\n" || scalar == " "
        }
        return first == scalar || (first == "\\" && node.style == .doubleQuoted)
    }
}
