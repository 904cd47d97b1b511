import Testing
import YAMLTree

/// Every error of a tree and of the syntax, at the place marked `↓`, with its related place at `↑`.
@Suite struct ErrorTests {
    static let singles: [(yaml: String, problem: YAMLProblem)] = [
        ("a: 1\n↑b: 2\n↓b: 3", .duplicateKey("b")),
        ("{↑é: 1, ↓e\u{301}: 2}", .duplicateKey("e\u{301}")),
        ("↑\"a\": 1\n↓'a': 2", .duplicateKey("a")),
        ("x: &k key\n↑*k : 1\n↓key: 2", .duplicateKey("key")),
        ("a: &b {c: 1}\nd:\n  ↓<<: *b\n  e: 1", .mergeKey),
        ("{↓<<: {a: 1}}", .mergeKey),
        ("a: 1\n? ↓[b]\n: 2", .nonScalarKey(.sequence)),
        ("a: {↓{b: 1}: 2}", .nonScalarKey(.mapping)), ("x: &b [1]\n↓*b : 2", .nonScalarKey(.sequence)),
        ("a: {↓{b}}", .nonScalarKey(.mapping)),
        ("a: ↓*b\nc: &b 1", .unknownAlias("b")),
        ("- &a 1\n- &a [x, ↓*a]", .recursiveAlias("a")),
        ("a: 1\n↓---\nb: 2", .severalDocuments),
        ("a: 1\n...\n# c\n↓b: 2", .severalDocuments),
        ("--- a\n↓--- b", .severalDocuments),
        ("↓", .empty), ("↓# only\n\n", .empty), ("↓---\n", .empty), ("↓--- # x\n...\n", .empty), ("↓  \n", .empty),
        ("↓%YAML 1.2\n---\na: 1", .directive),
        ("# c\n\n↓%TAG ! tag:x,2000:\n---\na: 1", .directive),
        ("a: 1\n↓%TAG ! x\n---\nb: 1", .directive),
        ("[a,\n↓%TAG ! x\n]", .directive),
        ("a:\n↓\tb: 1", .tabIndentation), ("a: 1\n↓\t\nb: 1", .tabIndentation),
        ("a:\n  b: 1\n  ↓\tc: 1", .tabIndentation),
        ("a: |\n↓\tx\n", .tabIndentation), ("-↓\tb: 1", .tabIndentation), ("a:\n  b: x\n↓\ty", .tabIndentation),
    ]

    @Test(arguments: singles)
    func one(yaml: String, problem: YAMLProblem) throws {
        let marked = MarkedText(yaml)
        let errors: [YAMLError] = read(marked.text).errors
        #expect(errors.map(\.problem) == [problem])
        #expect(errors.first?.range.start == marked.place("↓"))
        #expect(errors.first?.related.first?.range.start == marked.place("↑"))
    }

    static let syntax: [(yaml: String, problem: YAMLSyntaxProblem)] = [
        ("a: ↓\"x\nb: 1\n↑", .unclosedQuote), ("a: ↓'x\n\n↑", .unclosedQuote),
        ("a: ↑\"x\n↓---\n", .documentMarkerInQuote),
        ("a: ↑\"x ↓\\d\"", .unknownEscape), ("a: ↑\"\\x↓zz\"", .escapeDigits),
        ("a: ↑\"\\u↓d83d\\ude00\"", .escapeCodePoint),
        ("a: 1\n↓bc\n↑d: 1", .missingColon),
        ("a: b↓: c", .unexpectedColon), ("a: 1\n  b↓: 2", .unexpectedColon),
        ("↑a: 1\n↓- b", .expectedKey), ("↑a: 'x' ↓y", .expectedKey),
        ("↑- a\n↓b: 1", .expectedDash), ("a: ↓- b", .unexpectedDash),
        ("a: ↑[1\nb↓: 2", .expectedCommaOrBracket), ("a: ↑{b: 1 c↓: 2}", .expectedCommaOrBrace),
        ("a: ↓@x", .unexpectedCharacter("@")), ("a: ↓`x", .unexpectedCharacter("`")),
        ("a: ↓%x", .unexpectedCharacter("%")),
        ("a: ↓]", .expectedValue), ("↓...\na: 1", .expectedValue), ("a: ↑[1↓", .expectedCommaOrBracket),
        ("a: [b, ↓}]", .expectedValue),
        ("a: ↑&↓ x", .badProperty), ("a: ↓!y!z x", .badProperty),
        ("{a: ↑!x↓}", .tagBeforeBracket), ("a: ↑|↓x\n  y", .badBlockHeader), ("a: ↑>↓0\n", .badBlockHeader),
        ("\"a\" ↓b", .contentAfterDocument), ("[1]\n↓x: 2", .contentAfterDocument),
    ]

    @Test(arguments: syntax)
    func syntaxError(yaml: String, problem: YAMLSyntaxProblem) throws {
        let marked = MarkedText(yaml)
        let reading: YAMLReading = read(marked.text)
        let error: YAMLError = try #require(reading.errors.first)
        #expect(reading.errors.count == 1)
        #expect(reading.root == nil)
        guard case .syntax(let kind, let libyaml) = error.problem else {
            Issue.record("\(error.problem)")
            return
        }
        #expect(kind == problem)
        #expect(!libyaml.isEmpty)
        #expect(error.range.start == marked.place("↓"))
        #expect(error.related.first?.range.start == marked.place("↑"))
    }

    @Test func everyTreeErrorIsGiven() throws {
        let marked = MarkedText(
            """
            a: {x: 1, ↓x: 2, ↓x: 3}
            ↓<<: &a {b: 1}
            ↓a: 2
            b: ↓*nothing
            c:
              ? ↓[k]
              : {d: 1, ↓<<: 2, ↓d: 3}
            ? ↓{y: 1, ↓y: 2}
            : 1
            ↓--- 2
            """)
        let reading: YAMLReading = read(marked.text)
        #expect(reading.errors.map(\.range.start) == marked.places["↓"])
        #expect(dump(reading.root) == "{a: {x: '1'}, b: '', c: {}}")
    }

    @Test func syntaxErrorStandsAlone() {
        let errors: [YAMLError] = read("a: 1\na: 2\nb: [1").errors
        #expect(errors.count == 1)
        #expect(errors.first?.range.start.line == 3)
    }

    /// One key too often among so many that a dictionary is used.
    @Test(arguments: [2, 11, 12, 13, 40])
    func duplicatesAmongMany(count: Int) throws {
        var lines: [String] = (0..<count).map { "khóa\($0): 1" }
        lines.append("↓kho\u{301}a1: 2")
        lines[1] = "↑" + lines[1]
        let marked = MarkedText(lines.joined(separator: "\n"))
        let error: YAMLError = try #require(read(marked.text).errors.first)
        #expect(error.problem == .duplicateKey("khóa1"))
        #expect(error.range.start == marked.place("↓"))
        #expect(error.related.map(\.range.start) == marked.places["↑"])
        #expect(error.related.map(\.role) == [.firstKey])
    }
}
