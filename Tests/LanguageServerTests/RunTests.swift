import LanguageServer
import Model
import Testing

/// What the server says follows the configuration, the waivers and the baseline that `check` would follow.
@Suite struct RunTests {
    static let statement = "file:///w/s.yaml"
    static let configuration = "file:///w/tuanthu.yml"
    static let finding = "5:8 1[law.1] does not conform: Open doors"

    /// A workspace whose rules can be waived for a year, with a configuration and files beside it.
    static func workspace(_ configuration: String?, _ files: [String: String] = [:]) -> MemoryWorkspace {
        var workspace = MemoryWorkspace()
        let rules = workspace.files["/lib/set/rules.yaml"] ?? ""
        workspace.files["/lib/set/rules.yaml"] = rules.replacing(
            "  waivable: true\n", with: "  waivable: true\n  longest_waiver: P1Y\n  waiver_lead: P30D\n")
        if let configuration { workspace.files["/w/tuanthu.yml"] = "tuanthu: config/1\n" + configuration }
        for (path, text) in files { workspace.files[path] = text }
        return workspace
    }

    static func waiver(until: String, rule: String = "law.1") -> String {
        """
        tuanthu: waivers/1
        waivers:
          - rule: \(rule)
            agency: Đ-01
            reason: chờ sửa nhà
            authority: Giám đốc
            document: 1/QĐ
            dated: 2026-10-01
            until: \(until)

        """
    }

    struct Row: Sendable {
        let configuration: String?
        var files: [String: String] = [:]
        let said: [String]
    }

    static let rows: [Row] = [
        Row(configuration: nil, said: [finding]),
        Row(configuration: "ignore: [law.1]\n", said: []),
        Row(configuration: "select: [law.2]\n", said: []),
        Row(configuration: "profile: p\n", said: [finding]),
        // A quality that the statement has one of is now asked for twice.
        Row(
            configuration: "ignore: [law.1]\nparameters: {least: 2}\n",
            said: ["9:26 1[law.2] does not conform: There are procedures (QT-1)"]),
        Row(configuration: "waivers: w.yaml\n", files: ["/w/w.yaml": waiver(until: "2027-06-30")], said: []),
        Row(configuration: "waivers: w.yaml\n", files: ["/w/w.yaml": waiver(until: "2026-11-20")], said: [finding]),
        // What keeps `check` from giving a verdict is told in place of findings.
        Row(
            configuration: "profile: q\n", said: ["0:0 2 There is no profile “q”; known: p"]),
        Row(configuration: "waivers: gone.yaml\n", said: ["0:0 2 Gone.yaml: not found"]),
        Row(
            configuration: "ignore: [law.3]\n",
            said: [
                "0:0 2 Another file has an error: /w/tuanthu.yml:2:10: error: “law.3” selects no rule; did you mean “law.1”?"
            ]),
    ]

    @Test(arguments: rows) func statementsAreCheckedAsTheRunWould(_ row: Row) throws {
        let client = try ScriptedClient.ready(Self.workspace(row.configuration, row.files))
        client.open(Self.statement, DiagnosticTests.statement)
        #expect(client.diagnostics(Self.statement) == row.said)
    }

    /// An open configuration counts as it stands in the editor, and what rests on it is looked at again.
    @Test func theOpenConfigurationCounts() throws {
        let client = try ScriptedClient.ready(Self.workspace("ignore: [law.1]\n"))
        client.open(Self.statement, DiagnosticTests.statement)
        #expect(client.diagnostics(Self.statement) == [])
        client.open(Self.configuration, "tuanthu: config/1\nprofile: p\n")
        #expect(client.diagnostics(Self.statement) == [Self.finding])
        client.change(Self.configuration, 2, ["text": "tuanthu: config/1\nselect: [law.2]\n"])
        client.settle()
        #expect(client.diagnostics(Self.statement) == [])
        // Closed, the saved one counts again.
        client.change(Self.configuration, 3, ["text": "tuanthu: config/1\n"])
        client.settle()
        #expect(client.diagnostics(Self.statement) == [Self.finding])
        client.notify("textDocument/didClose", ["textDocument": ["uri": .string(Self.configuration)]])
        client.settle()
        #expect(client.diagnostics(Self.statement) == [])
    }

    @Test func configurationsAreReadAsARunReadsThem() throws {
        let client = try ScriptedClient.ready(Self.workspace(nil))
        let text = "tuanthu: config/1\nignor: [law.1]\nfail_on: erorr\nformats: [text, sarf=x]\n"
        client.open(Self.configuration, text)
        #expect(
            client.diagnostics(Self.configuration) == [
                "1:0 1 “config” has no key “ignor”; did you mean “ignore”?",
                "2:9 1 “erorr” is no value of “fail_on”; did you mean “error”?",
                "3:16 1 “sarf” is no value of “formats”; did you mean “sarif”?",
            ])
        // What the rules say of it, and what it names that is not there.
        client.change(
            Self.configuration, 2,
            ["text": "tuanthu: config/1\nselect: [law.9]\nwaivers: gone.yaml\nparameters: {leest: 2}\n"])
        client.settle()
        #expect(
            client.diagnostics(Self.configuration) == [
                "1:9 1 “law.9” selects no rule; did you mean “law.1”?",
                "3:13 1 There is no parameter “leest”; did you mean “least”?",
                "2:9 1 Gone.yaml: not found",
            ])
    }

    @Test func waiversAreHeldAgainstTheRules() throws {
        let client = try ScriptedClient.ready(Self.workspace(nil))
        let uri = "file:///w/w.yaml"
        client.open(uri, Self.waiver(until: "2027-06-30", rule: "law.11"))
        #expect(client.diagnostics(uri) == ["2:10 1 There is no rule “law.11”; did you mean “law.1”?"])
        client.change(uri, 2, ["text": .string(Self.waiver(until: "2028-06-30"))])
        client.settle()
        #expect(client.diagnostics(uri).first?.hasPrefix("8:11 1 ") == true, "\(client.diagnostics(uri))")
        client.change(uri, 3, ["text": .string(Self.waiver(until: "2026-11-20"))])
        client.settle()
        #expect(client.diagnostics(uri) == ["2:10 2 Expired (2026-11-20)"])
        client.change(uri, 4, ["text": .string(Self.waiver(until: "2026-12-01"))])
        client.settle()
        #expect(client.diagnostics(uri).first?.hasPrefix("2:10 2 ") == true)
        client.change(uri, 5, ["text": .string(Self.waiver(until: "2027-06-30"))])
        client.settle()
        #expect(client.diagnostics(uri) == [])
    }

    /// The findings that a baseline does not hold are told to be new.
    @Test func baseline() throws {
        let files = ["/w/b.json": "[{\"tuanthu\":\"baseline/1\"}\n]\n"]
        let client = try ScriptedClient.ready(Self.workspace("baseline: b.json\n", files))
        client.open(Self.statement, DiagnosticTests.statement)
        let said = client.heard.last { $0["method"] == "textDocument/publishDiagnostics" }
        guard case .array(let items)? = said?["params"]?["diagnostics"],
            case .string(let message)? = items.first?["message"]
        else { return #expect(Bool(false), "nothing said") }
        #expect(message.contains("\nbaseline: new"))
    }

    @Test func filesAreWatchedWhereTheClientCan() throws {
        let able: JSONValue = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
        let client = try ScriptedClient.ready(Self.workspace(nil), capabilities: able)
        #expect(client.heard.contains { $0["method"] == "client/registerCapability" })
        let other = try ScriptedClient.ready(Self.workspace(nil))
        #expect(!other.heard.contains { $0["method"] == "client/registerCapability" })
    }
}
