import Testing
import YAMLTree

/// Limits at their edges, and input made to hurt. A minute is far more than any of it takes.
@Suite(.timeLimit(.minutes(10))) struct LimitTests {
    private func nested(_ depth: Int, _ open: String, _ close: String) -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }

    @Test func depth() throws {
        #expect(read(nested(64, "[", "]")).errors == [])
        let errors: [YAMLError] = read(nested(65, "[", "]")).errors
        #expect(errors.map(\.problem) == [.tooDeep(limit: 64)])
        #expect(errors.first?.range.start == SourcePosition(line: 1, column: 65, offset: 64))
    }

    /// Each list is shallow as written, and holds the one before it.
    @Test func depthThroughAliases() throws {
        let lines: [String] = (1...10).map { "- &a\($0) [[[[[[[[[[*a\($0 - 1)]]]]]]]]]]\n" }
        let errors: [YAMLError] = read("- &a0 x\n" + lines.joined()).errors
        #expect(errors.map(\.problem) == [.tooDeep(limit: 64)])
        #expect(errors.first?.range.start.line == 8)
        #expect(errors.first?.related.map(\.range.start.line) == [7])
    }

    @Test func nodes() {
        let limits = YAMLLimits(maxNodes: 4)
        #expect(read("[1, 2, 3]", limits: limits).errors == [])
        #expect(read("[1, 2, 3, 4]", limits: limits).errors.map(\.problem) == [.tooManyNodes(limit: 4)])
        let many = "[" + String(repeating: "1,", count: 500_000) + "]"
        #expect(read(many).errors.map(\.problem) == [.tooManyNodes(limit: 500_000)])
    }

    @Test func aliasBudget() {
        let limits = YAMLLimits(maxAliasNodes: 6)
        #expect(read("- &a [1, 2]\n- *a\n- *a", limits: limits).errors == [])
        let errors: [YAMLError] = read("- &a [1, 2]\n- *a\n- *a\n- *a", limits: limits).errors
        #expect(errors.map(\.problem) == [.aliasExpansion(limit: 6)])
        #expect(errors.first?.range.start.line == 4)
        #expect(errors.first?.related.map(\.role) == [.anchor])
    }

    @Test func aliasBomb() {
        var lines: [String] = ["- &a0 [x,x,x,x,x,x,x,x,x]"]
        for level in 1...20 {
            let aliases: [String] = Array(repeating: "*a\(level - 1)", count: 9)
            lines.append("- &a\(level) [" + aliases.joined(separator: ",") + "]")
        }
        let errors: [YAMLError] = read(lines.joined(separator: "\n")).errors
        #expect(errors.map(\.problem) == [.aliasExpansion(limit: 100_000)])
    }

    /// Errors found before a limit are kept.
    @Test func limitKeepsWhatWasFound() {
        let errors: [YAMLError] = read("- {a: 1, a: 2}\n- " + nested(70, "[", "]")).errors
        #expect(errors.map(\.problem) == [.duplicateKey("a"), .tooDeep(limit: 64)])
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[{", "&a [", "!t ["])
    func openings(text: String) {
        let input = String(repeating: text, count: 1_000_000 / text.utf8.count)
        let errors: [YAMLError] = read(input).errors
        #expect(errors.map(\.problem) == [.tooDeep(limit: 64)])
    }

    @Test(arguments: [
        "%TAG !e\u{0}! tag:x,2000:\n", "a: 1\n%TAG !e\u{0}! tag:x,2000:\n", "a\n...\n%TAG !e\u{0}! tag:x,2000:\n",
    ])
    func directives(pattern: String) {
        let parts: [Substring] = pattern.split(separator: "\u{0}", omittingEmptySubsequences: false)
        let line: Substring = parts[0].split(separator: "\n").last ?? ""
        var input = String(parts[0])
        for number in 0..<15_000 {
            input += (number == 0 ? "" : String(line)) + "\(number)" + parts[1]
        }
        let reading: YAMLReading = read(input + "---\na: 1\n")
        let isRefused: Bool = reading.errors.allSatisfy { $0.problem == .directive }
        #expect(isRefused)
        #expect((1...100).contains(reading.errors.count))
    }

    static let storms: [(name: String, unit: String, count: Int)] = [
        ("quotes", "'", 1_000_001), ("double quotes", "\"", 1_000_001), ("colons", ":", 1_000_000),
        ("colons and spaces", ": ", 500_000), ("spaces", " ", 1_000_000), ("comments", "#\n", 500_000),
        ("line breaks", "\n", 1_000_000),
        ("carriage returns", "\r", 1_000_000), ("percent lines", "a\n%T\n", 200_000), ("anchors", "&a ", 300_000),
        ("bangs", "! ", 500_000),
        ("aliases", "- *a\n", 200_000), ("documents", "---\n", 250_000), ("ends", "...\n", 250_000),
        ("keys", "a: 1\n", 200_000),
        ("merge keys", "<<: 1\n", 150_000), ("list keys", "? [a]\n", 150_000), ("letters", "ế", 1_000_000),
        ("blocks", "- |\n\n", 150_000), ("escapes", "\\", 1_000_000), ("unclosed", "\"\\", 500_000),
        ("commas", "[,", 500_000),
    ]

    @Test(arguments: storms)
    func storm(name: String, unit: String, count: Int) {
        let input = String(repeating: unit, count: count)
        for bytes in [Array(input.utf8), Array(("x: \"" + input).utf8), Array(("x: |\n  " + input).utf8)] {
            let reading: YAMLReading = YAMLReader.read(bytes, name: name)
            #expect(reading.root != nil || !reading.errors.isEmpty)
        }
    }

    @Test func manyAnchors() throws {
        let lines: [String] = (0..<20_000).map { "- &a\($0) x\($0)\n- *a\($0)\n" }
        let root: YAMLNode = try #require(read(lines.joined()).root)
        #expect(root.items.count == 40_000)
        #expect(root.items.last?.text == "x19999")
    }

    @Test func manyKeys() throws {
        var lines: [String] = (0..<111_000).map { "k\($0): v\n" }
        lines.append("k77: again\n")
        let reading: YAMLReading = read(lines.joined())
        #expect(reading.errors.map(\.problem) == [.duplicateKey("k77")])
        #expect(reading.errors.first?.related.first?.range.start.line == 78)
        #expect(reading.root?.entries.count == 111_000)
    }
}
