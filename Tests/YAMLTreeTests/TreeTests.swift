import Testing
import YAMLTree

@Suite struct TreeTests {
    static let trees: [(yaml: String, tree: String)] = [
        // Nothing is typed.
        (
            "a: yes\nb: no\nc: 1.10\nd: 4.10\ne: 012\nf: 2014-05-18\ng: ~\nh:\n",
            "{a: 'yes', b: 'no', c: '1.10', d: '4.10', e: '012', f: '2014-05-18', g: '~', h: ''}"
        ),
        ("[NO, 12:30, 0x1F, .inf, null, true]", "['NO', '12:30', '0x1F', '.inf', 'null', 'true']"),
        // Styles.
        (
            "- plain\n- 'single'\n- \"double\"\n- |\n  literal\n- >\n  folded\n",
            "['plain', s'single', d'double', l'literal⏎', f'folded⏎']"
        ),
        (
            "- 'a''b'\n- \"a\\tb\\u0111\\x41\\/\"\n- |-\n  a\n   b\n\n  c\n- >+\n  a\n  b\n\n  c\n\n",
            "[s'a'b', d'a\tbđA/', l'a⏎ b⏎⏎c', f'a b⏎c⏎⏎']"
        ),
        // Collections.
        ("a:\n- x\n- y: 1\n  z: [1, {k: v}]\nb: {}\nc: []\n", "{a: ['x', {y: '1', z: ['1', {k: 'v'}]}], b: {}, c: []}"),
        ("? a\n? b\n: 1\n", "{a: '', b: '1'}"),
        ("{a, b: 1}", "{a: '', b: '1'}"),
        ("{\"a\":1}", "{a: '1'}"),
        ("\"a\": 1\n'b c': 2\n? |\n  d\n: 3\n", "{a: '1', b c: '2', d\n: '3'}"),
        ("just text\nover lines", "'just text over lines'"),
        // Tags.
        (
            "a: !unknown\nb: !none\nc: !none no such thing\nd: !!str 1\ne: !x [1]\nf: ! y",
            "{a: !unknown '', b: !none '', c: !none 'no such thing', d: !tag:yaml.org,2002:str '1', e: !!x ['1'], f: !! 'y'}"
        ),
        ("[!unknown , !none \"why\", !unknown ]", "[!unknown '', !none d'why', !unknown '']"),
        // Aliases read as what they stand for.
        ("a: &x [1, &y two]\nb: *x\nc: *y\n*y : key", "{a: ['1', 'two'], b: ['1', 'two'], c: 'two', two: 'key'}"),
        ("- &x 1\n- *x\n- &x 2\n- *x", "['1', '1', '2', '2']"),
        ("- &x [ &x 1 ]\n- *x", "[['1'], '1']"),
        ("a: &x !unknown\nb: *x", "{a: !unknown '', b: !unknown ''}"),
        // Not merge keys, not directives, not documents.
        ("\"<<\": 1\n'<': 2", "{<<: '1', <: '2'}"),
        ("a\n%TAG b", "'a %TAG b'"),
        ("a: \"x\n%YAML y\"", "{a: d'x %YAML y'}"),
        ("[a,\nb\n%c]", "['a', 'b %c']"),
        ("# comment\n--- # more\na: 1\n... # end\n...\n\n# last", "{a: '1'}"),
        ("---\n|\n a\n", "l'a⏎'"),
        ("a: x\t# no comment sign in a#b\nb: a#b", "{a: 'x', b: 'a#b'}"),
    ]

    @Test(arguments: trees)
    func tree(yaml: String, tree: String) {
        let reading: YAMLReading = read(yaml)
        #expect(reading.errors == [])
        #expect(dump(reading.root) == tree)
    }

    /// Value and key of the entry of the mark `«…»`, whatever stands around it.
    static let ranges: [String] = [
        "a: 1\nkey: «value»\n", "key:\n  «- 1\n  - 2»\n\n# more\nb: 1", "key: «[1,\n 2]» # x", "key: «{a: 1}»\n",
        "đường: 1\nkey: «Điều 4»\nb: 2", "key:«»\nb: 2", "key: «!unknown»\nb: 2", "key: «!none why» # x",
        "key: «&a x»\nb: *a", "a: &a x\nkey: «*a»", "key: «|\n  a\n  b\n»b: 1", "key:\n  «b:\n    c: 1»\n\n\nd: 1",
        "key:\n«- 1\n-»\nb: 2", "key: «'it''s'» # x", "key: «\"a\n  b\"»\n", "key: «a\n  b\n\n  c» # x\n",
        "? key«»\n\n# x\n? b\n",
        "? key\n:«»\n", "{key«», b}", "key: «!!str\n  x»\nb: 1", "a: 👨‍👩‍👧\nkey: «👨‍👩‍👧»", "👨‍👩‍👧: 1\nkey:\n  👨‍👩‍👧:«»\n",
    ]

    @Test(arguments: ranges)
    func valueRange(yaml: String) throws {
        let marked = MarkedText(yaml)
        let reading: YAMLReading = read(marked.text)
        #expect(reading.errors == [])
        let value: YAMLNode = try #require(reading.root?["key"])
        let start: SourcePosition = try #require(marked.place("«"))
        let end: SourcePosition = try #require(marked.place("»"))
        let inner: SourceRange = value["👨‍👩‍👧"]?.range ?? value.range
        #expect(inner == SourceRange(start: start, end: end))
    }

    @Test func keyRanges() throws {
        let marked = MarkedText("Đơn vị: 1\n«\"đ\\u0111\"»: 2\n")
        let entry: YAMLEntry = try #require(read(marked.text).root?.entry("đđ"))
        #expect(
            entry.keyRange == SourceRange(start: try #require(marked.place("«")), end: try #require(marked.place("»"))))
        #expect(entry.keyNode.style == .doubleQuoted)
    }

    static let nulls: [(yaml: String, isNull: Bool)] = [
        ("a:", true), ("a: ~", true), ("a: null", true), ("a: Null", true), ("a: NULL", true), ("a: !!null", true),
        ("a: nULL", false), ("a: ''", false), ("a: \"~\"", false), ("a: 'null'", false), ("a: |\n", false),
        ("a: !unknown", false), ("a: !none", false), ("a: !!str", false), ("a: []", false), ("a: {}", false),
        ("a: không", false),
    ]

    @Test(arguments: nulls)
    func null(yaml: String, isNull: Bool) throws {
        #expect(try #require(read(yaml).root?["a"]).isNull == isNull)
    }

    static let statedForms: [(yaml: String, form: String)] = [
        ("a: 1", "value"), ("a:", "value"), ("a: {state: good}", "value"), ("a: {state: [unknown]}", "value"),
        ("a: {State: unknown}", "value"), ("a: unknown", "value"), ("a: none", "value"), ("a: !other x", "value"),
        ("a: !unknown", "unknown"), ("a: {state: unknown}", "unknown"), ("a: {state: \"unknown\", note: x}", "unknown"),
        ("a: &x !unknown\nb: 1", "unknown"), ("x: &x !unknown\na: *x", "unknown"),
        ("a: !none", "none"), ("a: !none ~", "none"), ("a: {state: none}", "none"),
        ("a: {state: none, reason: }", "none"),
        ("a: !none why not", "none why not @1:4"), ("a: !none \"why\"", "none why @1:4"),
        ("a: {state: none, reason: why}", "none why @1:26"), ("a: !none {reason: why}", "none why @1:19"),
        ("a: !none ''", "none  @1:4"), ("a: {state: none, reason: ''}", "none  @1:26"),
    ]

    @Test(arguments: statedForms)
    func stated(yaml: String, form: String) throws {
        let node: YAMLNode = try #require(read(yaml).root?["a"])
        let found: String
        switch node.stated {
        case .value: found = "value"
        case .unknown: found = "unknown"
        case .none(reason: nil): found = "none"
        case .none(reason: .some(let reason)):
            #expect(reason.tag == nil)
            let place: SourcePosition = reason.range.start
            found = "none \(reason.text ?? "?") @\(place.line):\(place.column)"
        }
        #expect(found == form)
    }

    @Test func lookup() throws {
        let keys: [String] = (0..<20).map { "khóa \($0)" }
        let yaml: String = keys.map { "\"\($0)\": \"v \($0)\"\n" }.joined()
        let root: YAMLNode = try #require(read(yaml).root)
        for key in keys {
            #expect(root[key]?.text == "v " + key)
        }
        #expect(root["kho\u{301}a 3"]?.text == "v khóa 3")
        #expect(root["khoa 3"] == nil)
        #expect(root.entry("khóa 7")?.keyRange.start.line == 8)
        #expect(root.items.isEmpty)
        #expect(root.entries[2].value["x"] == nil)
        #expect(root.entries[2].value.entries.isEmpty)
        #expect(root.text == nil)
        #expect(root.style == nil)
        #expect(root.source.name == "test.yaml")
    }
}
