import Testing

@testable import LanguageServer

/// Where a place is, by the lines alone; `↓` is the place.
@Suite struct LexicalPathTests {
    struct Row: CustomTestStringConvertible {
        let text: String
        let steps: String
        let key: String?
        let siblings: Set<String>
        let word: String

        init(_ text: String, _ steps: String, key: String? = nil, beside siblings: Set<String> = [], word: String = "")
        {
            self.text = text
            self.steps = steps
            self.key = key
            self.siblings = siblings
            self.word = word
        }

        var testDescription: String { text.debugDescription }
    }

    static let rows: [Row] = [
        Row("↓", ""), Row("ab↓", "", word: "ab"), Row("a: ↓", "", key: "a"), Row("a: x y↓", "", key: "a", word: "x y"),
        Row("a:\n  b: 1\n  c↓\n  d: 2\ne: 3\n", "a", beside: ["b", "d"], word: "c"),
        Row("a:\n  b:\n    c: 1\n↓", "", beside: ["a"]),
        Row("a:\n  b:\n    c: 1\n  ↓", "a", beside: ["b"]),
        Row("a:\n  - b: 1\n    ↓\n  - c: 2\n", "a/-", beside: ["b"]),
        Row("a:\n- b: 1\n  ↓\nd: 1\n", "a/-", beside: ["b"]),
        Row("a:\n  - ↓\n    b: 1\n  - c: 2\n", "a", beside: ["b"]), Row("a:\n- ↓", "a"),
        Row("a:\n  - x\n  - y↓", "a", word: "y"),
        Row("- - ↓", "-"), Row("- - a: ↓", "-/-", key: "a"), Row("a:\n  - b:\n      - c: ↓", "a/-/b/-", key: "c"),
        Row("a: {b: 1, ↓}", "a", beside: ["b"]), Row("a: {b: x↓", "a", key: "b", beside: ["b"], word: "x"),
        Row("a: [↓", "a"), Row("a: [x, y↓", "a", word: "y"), Row("a: [{b: 1}, {c↓", "a/-", word: "c"),
        Row("a:\n  - {b: {c: 1, d: ↓", "a/-/b", key: "d", beside: ["c", "d"]),
        Row("a: {b: \"x, {\", c: ↓", "a", key: "c", beside: ["b", "c"]), Row("\"a\": ↓", "", key: "a"),
        Row("# a:\na:\n  # b:\n  ↓", "a"), Row("a: x # y: {↓", "", key: "a", word: "x # y: {"),
    ]

    @Test(arguments: rows)
    func place(_ row: Row) throws {
        let parts = row.text.split(separator: "↓", omittingEmptySubsequences: false)
        let text = DocumentText(Array(parts.joined().utf8))
        let path = LexicalPath(text, at: parts[0].utf8.count)
        let steps = path.steps.map { step in
            switch step {
            case .key(let name): name
            case .item: "-"
            }
        }
        #expect(steps.joined(separator: "/") == row.steps)
        #expect(path.key == row.key)
        #expect(path.siblings == row.siblings)
        #expect(String(decoding: text.bytes[path.word], as: UTF8.self) == row.word)
    }
}
