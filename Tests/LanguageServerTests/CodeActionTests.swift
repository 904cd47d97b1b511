import LanguageServer
import Model
import Testing

@Suite struct CodeActionTests {
    static let uri = DiagnosticTests.uri
    static let head = FeatureTests.head

    private func text(_ edit: JSONValue, of uri: String) -> String? {
        guard case .array(let edits)? = edit["changes"]?[uri], edits.count == 1,
            case .string(let text)? = edits[0]["newText"]
        else { return nil }
        return text
    }

    static let spellings: [(String, Int64, String, String)] = [
        (head + "agency: {levl: upper}\n", 2, "Change to “level”", "level"),
        (head + "agency:\n  level: uper\n", 3, "Change to “upper”", "upper"),
        (head + "agency:\n  level: \"uper\"\n", 3, "Change to “upper”", "\"upper\""),
        ("tuanthu: statemnt/1\n", 0, "Change to “statement/1”", "statement/1"),
    ]

    @Test(arguments: spellings)
    func spelling(_ document: String, _ line: Int64, _ title: String, _ replacement: String) throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, document)
        let actions = try client.actions(Self.uri, line: line)
        #expect(actions.map(\.title) == [title])
        #expect(actions.first.flatMap { text($0.edit, of: Self.uri) } == replacement)
    }

    @Test func spellingInAnExpression() throws {
        let client = try ScriptedClient.ready()
        let rules = FeatureTests.rules.replacing("agency.open ==", with: "agency.opn ==")
        client.open(FeatureTests.rulesURI, FeatureTests.rules)
        client.open(FeatureTests.rulesURI, rules)
        let line = Int64(
            rules.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("opn") } ?? 0)
        let actions = try client.actions(FeatureTests.rulesURI, line: line)
        #expect(actions.map(\.title) == ["Change to “open”"])
        #expect(actions.first.flatMap { text($0.edit, of: FeatureTests.rulesURI) } == "open")
    }

    @Test func theMissingKey() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.head + "agency:\n  code: x\n  level: upper\nservices: []\nprocedures: []\n")
        #expect(client.diagnostics(Self.uri) == ["3:2 3[law.1] undetermined: Open doors"])
        let actions = try client.actions(Self.uri, line: 3)
        #expect(actions.map(\.title) == ["true", "false", "!unknown"].map { "State agency.open: \($0)" })
        #expect(text(actions[2].edit, of: Self.uri) == "\n  open: !unknown # Is the agency open?")
    }

    @Test func aKeyWithNothingAfterIt() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.head + "agency: {code: x, level: upper}\nservices: []\nprocedures:\n")
        let actions =
            try client.actions(Self.uri, line: 0) + client.actions(Self.uri, line: 4)
            + client.actions(Self.uri, line: 2)
        let lists = actions.filter { $0.title == "State procedures: !unknown" }
        #expect(lists.first.flatMap { text($0.edit, of: Self.uri) } == " !unknown")
        let open = actions.first { $0.title == "State agency.open: true" }
        #expect(open.flatMap { text($0.edit, of: Self.uri) } == ", open: true")
    }

    @Test func whatChangedIsLookedAtFirst() throws {
        let client = try ScriptedClient.ready(capabilities: Self.creating)
        client.open(Self.uri, DiagnosticTests.statement)
        client.change(Self.uri, 2, ["text": .string("# x\n" + DiagnosticTests.statement)])
        #expect(try client.actions(Self.uri, line: 5).isEmpty)
        #expect(try client.actions(Self.uri, line: 6).map(\.title) == ["Begin a waiver: law.1"])
        #expect(client.diagnostics(Self.uri) == ["6:8 1[law.1] does not conform: Open doors"])
    }

    private static let creating: JSONValue = ["workspace": ["workspaceEdit": ["resourceOperations": ["create"]]]]

    @Test func aWaiverInANewFile() throws {
        let client = try ScriptedClient.ready(capabilities: Self.creating)
        client.open(Self.uri, DiagnosticTests.statement)
        let action = try #require(try client.actions(Self.uri, line: 5).first)
        #expect(action.title == "Begin a waiver: law.1")
        guard case .array(let changes)? = action.edit["documentChanges"],
            case .array(let edits)? = changes.last?["edits"]
        else {
            return #expect(Bool(false))
        }
        #expect(changes.first?["kind"] == "create")
        #expect(changes.first?["uri"] == "file:///w/waivers.yaml")
        let expected = """
            tuanthu: waivers/1
            waivers:
              - rule: law.1 # Open doors
                agency: Đ-01
                reason: "" # why it is accepted
                authority: "" # who accepts it
                document: "" # number of the document
                dated: 2026-11-21 # the document's day
                until: "" # the last day on which it counts

            """
        #expect(edits.first?["newText"] == .string(expected))
    }

    @Test func aWaiverInAFileThatIsThere() throws {
        var workspace = MemoryWorkspace()
        workspace.files["/w/waivers.yaml"] = "tuanthu: waivers/1\nwaivers:\n  - rule: a # x\n"
        let client = try ScriptedClient.ready(workspace)
        client.open(Self.uri, DiagnosticTests.statement)
        let action = try #require(try client.actions(Self.uri, line: 5).first)
        let added = try #require(text(action.edit, of: "file:///w/waivers.yaml"))
        #expect(added.hasPrefix("\n  - rule: law.1") || added.hasPrefix("  - rule: law.1"))
    }

    /// A client that makes no files is not asked to.
    @Test func noWaiverWithoutAFile() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, DiagnosticTests.statement)
        #expect(try client.actions(Self.uri, line: 5).isEmpty)
    }
}
