import Foundation
import LanguageServer
import Model
import Testing

@Suite struct FeatureTests {
    static let uri = DiagnosticTests.uri
    static let head = "tuanthu: statement/1\nstated_on: 2026-10-30\n"
    static let rulesURI = "file:///lib/set/rules.yaml"
    static let rules = MemoryWorkspace.library["/lib/set/rules.yaml"] ?? ""

    static let hovers: [(String, [String])] = [
        (head + "agency: {co↓de: x}\n", ["code of the agency", "What is the agency's code?", "text"]),
        (
            head + "agency:\n  level: low↓er\n",
            ["At which level", "- `upper`: upper", "Who can answer: the office", "Usual evidence: paper"]
        ),
        (
            head + "agency: {code: x, level: upper, open: fal↓se}\n",
            ["Is the agency open?", "does not conform: Open doors", "`law.1`", "Sample law, Article 1"]
        ),
        (head + "servi↓ces: []\n", ["Which services are there?", "list: service"]),
    ]

    @Test(arguments: hovers)
    func hover(_ text: String, _ words: [String]) throws {
        let markdown = try ScriptedClient.ready().at("textDocument/hover", Self.uri, text).markdown
        for word in words { #expect(markdown.contains(word), "\(markdown)") }
    }

    static let ruleHovers: [(String, String)] = [
        ("- id: law↓.1", "The agency is to be open."), ("source: la↓w, article: 1", "Sample law for tests"),
        ("applies: up↓per", "an upper agency"), ("agency.op↓en", "Is the agency open?"),
        ("param.le↓ast", "`param.least` = `1`"),
        ("p.cov↓ers", "Which services does it cover?"), ("s.co↓de", "What is the code?"), ("covers.si↓ze", "size"),
        ("services.exi↓sts", "list.exists(x, bool)"), ("(s, s↓.code", "`s`: `service`"), ("set:\n  id: se↓t", "a set"),
    ]

    @Test(arguments: ruleHovers)
    func hoverInRules(_ marked: String, _ word: String) throws {
        let client = try ScriptedClient.ready()
        client.open(Self.rulesURI, Self.rules)
        let before = try Self.rulesBefore(marked)
        let markdown = try client.ask("textDocument/hover", Self.rulesURI, before: before).markdown
        #expect(markdown.contains(word), "\(markdown)")
    }

    /// The rules up to the mark of a stretch of them.
    private static func rulesBefore(_ marked: String) throws -> String {
        let plain: String = marked.replacing("↓", with: "")
        let start: Range<String.Index> = try #require(rules.range(of: plain))
        return String(rules[..<start.lowerBound]) + String(marked.prefix { $0 != "↓" })
    }

    static let completions: [(String, [String])] = [
        ("tuanthu: ↓\n", ["statement/1", "vocabulary/1", "rules/1"]), ("↓", ["statement/1"]),
        (head + "↓\n", ["agency", "services", "procedures", "reported"]),
        (head + "agency:\n  code: x\n  ↓\n", ["level", "open", "evidence", "note"]),
        (head + "agency:\n  code: x\n  le↓\n", ["level", "open"]),
        (head + "agency: {code: x, ↓}\n", ["level", "open"]), (head + "agency: {code: x, ↓\n", ["level", "open"]),
        (head + "agency:\n  level: ↓\n", ["upper", "lower", "!unknown", "!none"]),
        (head + "agency: {level: l↓\n", ["upper", "lower"]), (head + "agency:\n  open: ↓\n", ["true", "false"]),
        (head + "procedures:\n  - title: a\n    ↓\n", ["covers"]),
        (head + "procedures:\n  - ↓\n", ["title", "covers"]),
        (head + "procedures:\n- {title: x, ↓}\n", ["covers"]),
    ]

    @Test(arguments: completions)
    func completion(_ text: String, _ labels: [String]) throws {
        let client = try ScriptedClient.ready()
        let found = try client.at("textDocument/completion", Self.uri, text).labels
        #expect(labels.allSatisfy { found.contains($0) }, "\(found)")
        if text.contains("code: x") { #expect(!found.contains("code")) }
    }

    static let expressions: [(String, String, [String])] = [
        ("applies: upper", "applies: ↓x", ["upper", "agency", "services", "as_of", "param", "has", "date"]),
        ("agency.open == true", "agency.↓", ["code", "level", "open"]),
        ("agency.open == true", "agency.op↓ == true", ["open"]),
        ("agency.open == true", "agency.level == \"↓\"", ["upper", "lower"]),
        ("agency.open == true", "agency.level in [\"↓\"]", ["upper", "lower"]),
        ("agency.open == true", "services.exists(s, s.↓)", ["code"]),
        ("agency.open == true", "services.↓", ["all", "exists", "size"]),
        ("param.least", "param.↓", ["least"]), ("p.covers.size()", "p.↓size()", ["title", "covers"]),
        ("source: law, article: 1", "source: ↓x, article: 1", ["law"]),
        ("provenance: text", "provenance: ↓", ["text", "secondary", "inferred"]),
    ]

    @Test(arguments: expressions)
    func completionInRules(_ old: String, _ marked: String, _ labels: [String]) throws {
        let client = try ScriptedClient.ready()
        client.open(Self.rulesURI, Self.rules)
        let start = try #require(Self.rules.range(of: old))
        let text = Self.rules.replacingCharacters(start, with: marked)
        let found = try client.at("textDocument/completion", Self.rulesURI, text).labels
        #expect(labels.allSatisfy { found.contains($0) }, "\(found)")
    }

    @Test func theWordIsReplaced() throws {
        let client = try ScriptedClient.ready()
        let result = try client.at("textDocument/completion", Self.uri, Self.head + "agency: {code: Đ, le↓}\n")
        guard case .array(let items)? = result["items"] else { return }
        let level = try #require(items.first { $0["label"] == "level" })
        #expect(
            level["textEdit"] == [
                "range": ["start": ["line": 2, "character": 18], "end": ["line": 2, "character": 20]],
                "newText": "level: ",
            ])
    }

    static let definitions: [(String, String, Int64)] = [
        (DiagnosticTests.statement.replacing("covers: [\"1.01", with: "covers: [\"1.↓01"), uri, 7),
        (head + "agency: {co↓de: x}\n", "file:///lib/vocabulary/v.yaml", 14),
        (head + "ser↓vices: []\n", "file:///lib/vocabulary/v.yaml", 56),
    ]

    @Test(arguments: definitions)
    func definition(_ text: String, _ uri: String, _ line: Int64) throws {
        let found = try ScriptedClient.ready().at("textDocument/definition", Self.uri, text)
        guard case .array(let places) = found else { return #expect(Bool(false), "\(found)") }
        #expect(places.count == 1)
        #expect(places.first?["uri"] == .string(uri))
        #expect(places.first?["range"]?["start"]?["line"] == .integer(line))
    }

    @Test func theRowOfATable() throws {
        var workspace = MemoryWorkspace()
        workspace.files["/w/t.csv"] = "code\n1.00\n1.01\n"
        let client = try ScriptedClient.ready(workspace)
        let text = DiagnosticTests.statement.replacing("  - {code: \"1.01\"}", with: "  from: t.csv").replacing(
            "[\"1.01", with: "[\"1.↓01")
        let found = try client.at("textDocument/definition", Self.uri, text)
        guard case .array(let places) = found else { return #expect(Bool(false), "\(found)") }
        #expect(places.first?["uri"] == "file:///w/t.csv")
        #expect(places.first?["range"]?["start"]?["line"] == 2)
    }

    static let ruleDefinitions: [(String, Int64)] = [
        ("source: la↓w, article: 1", 7), ("applies: up↓per", 21), ("param.le↓ast", 13), ("- id: law.↓2", 31),
    ]

    @Test(arguments: ruleDefinitions)
    func definitionInRules(_ marked: String, _ line: Int64) throws {
        let client = try ScriptedClient.ready()
        client.open(Self.rulesURI, Self.rules)
        let before = try Self.rulesBefore(marked)
        let found = try client.ask("textDocument/definition", Self.rulesURI, before: before)
        guard case .array(let places) = found else { return #expect(Bool(false), "\(found)") }
        #expect(places.first?["uri"] == .string(Self.rulesURI))
        #expect(places.first?["range"]?["start"]?["line"] == .integer(line))
    }

    /// On a broken text the last tree answers, and places after the break are found again.
    @Test func theLastTreeAnswers() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, DiagnosticTests.statement)
        let broken = DiagnosticTests.statement.replacing("  code: Đ-01", with: "  code: Đ-01\n  \"x")
        client.change(Self.uri, 2, ["text": .string(broken)])
        client.settle()
        let before = try #require(broken.range(of: "  lev"))
        let hover = try client.ask("textDocument/hover", Self.uri, before: String(broken[..<before.upperBound]))
        #expect(hover.markdown.contains("At which level"))
        let code = try #require(broken.range(of: "covers: [\"1."))
        let place = try client.ask("textDocument/definition", Self.uri, before: String(broken[..<code.upperBound]))
        guard case .array(let places) = place else { return #expect(Bool(false)) }
        #expect(places.count == 1)
    }

    @Test func outline() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, DiagnosticTests.statement)
        let result = try client.request("textDocument/documentSymbol", ["textDocument": ["uri": .string(Self.uri)]])
        guard case .array(let symbols) = result, case .array(let items)? = symbols.last?["children"] else {
            return #expect(Bool(false))
        }
        #expect(symbols.map { $0["name"] } == ["tuanthu", "stated_on", "agency", "services", "procedures"])
        #expect(items.map { $0["name"] } == ["QT-1"])
    }

    @Test func layout() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, "tuanthu:   x\nb:\n- Đ\n")
        let params: JSONValue = [
            "textDocument": ["uri": .string(Self.uri)], "options": ["tabSize": 2, "insertSpaces": true],
        ]
        let edits = try client.request("textDocument/formatting", params)
        #expect(
            edits == [
                [
                    "range": ["start": ["line": 0, "character": 8], "end": ["line": 0, "character": 11]],
                    "newText": " ",
                ],
                [
                    "range": ["start": ["line": 2, "character": 0], "end": ["line": 2, "character": 0]],
                    "newText": "  ",
                ],
            ])
        client.open("file:///other.yaml", "a:   1\n")
        let other: JSONValue = ["textDocument": ["uri": "file:///other.yaml"], "options": [:]]
        #expect(try client.request("textDocument/formatting", other) == .null)
        client.open(Self.uri, "tuanthu: [\n")
        #expect(try client.answer("textDocument/formatting", params)["error"]?["code"] == -32803)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
