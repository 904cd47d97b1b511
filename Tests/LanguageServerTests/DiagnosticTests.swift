import LanguageServer
import Model
import Testing

@Suite struct DiagnosticTests {
    static let uri = "file:///w/s.yaml"
    static let statement = """
        tuanthu: statement/1
        stated_on: 2026-10-30
        agency:
          code: Đ-01
          level: upper
          open: false
        services:
          - {code: "1.01"}
        procedures:
          - {title: QT-1, covers: ["1.01"]}

        """

    @Test func findingsWhereTheyStand() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.statement)
        #expect(client.diagnostics(Self.uri) == ["5:8 1[law.1] does not conform: Open doors"])
    }

    @Test func asTheTextChanges() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.statement)
        // “false” becomes “true”: nothing is left to say.
        let range: JSONValue = ["start": ["line": 5, "character": 8], "end": ["line": 5, "character": 13]]
        client.change(Self.uri, 2, ["range": range, "text": "true"])
        client.settle()
        #expect(client.diagnostics(Self.uri) == [])
        // Two changes at once, the second on the text the first has made; the place counts UTF-16 units.
        let first: JSONValue = [
            "range": ["start": ["line": 3, "character": 8], "end": ["line": 3, "character": 9]], "text": "😀-",
        ]
        let second: JSONValue = [
            "range": ["start": ["line": 3, "character": 11], "end": ["line": 3, "character": 13]],
            "text": "\n  levl: upper",
        ]
        client.change(Self.uri, 3, first, second)
        client.settle()
        #expect(client.diagnostics(Self.uri) == ["4:2 1 “agency” has no key “levl”; did you mean “level”?"])
        client.change(Self.uri, 4, ["text": .string(Self.statement + "services: [\n")])
        client.settle()
        #expect(client.diagnostics(Self.uri).count == 1)
        client.change(Self.uri, 5, ["text": .string(Self.statement)])
        client.settle()
        #expect(client.diagnostics(Self.uri) == ["5:8 1[law.1] does not conform: Open doors"])
    }

    @Test func manyChangesAreLookedAtOnce() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.statement)
        let before = client.heard.count
        for version in 2...20 { client.change(Self.uri, Int64(version), ["text": .string(Self.statement)]) }
        #expect(client.heard.count == before)
        client.settle()
        #expect(client.heard.count == before + 1)
        #expect(client.heard.last?["params"]?["version"] == 20)
        client.settle()
        #expect(client.heard.count == before + 1)
    }

    @Test func closingTakesBackWhatWasSaid() throws {
        let client = try ScriptedClient.ready()
        client.open(Self.uri, Self.statement)
        client.notify("textDocument/didClose", ["textDocument": ["uri": .string(Self.uri)]])
        #expect(client.diagnostics(Self.uri) == [])
        let hover = try client.answer(
            "textDocument/hover",
            ["textDocument": ["uri": .string(Self.uri)], "position": ["line": 0, "character": 0]])
        #expect(hover["error"]?["code"] == -32602)
    }

    @Test func positionsInBytes() throws {
        let client = try ScriptedClient.ready(encodings: ["utf-8"])
        client.open(Self.uri, "tuanthu: statement/1\nstated_on: 2026-10-30\nagency: {code: Đ, level: uper}\n")
        #expect(client.diagnostics(Self.uri) == ["2:26 1 “uper” is no value of “level”; did you mean “upper”?"])
    }

    /// What is wrong in a table beside the statement is told in the table.
    @Test func tables() throws {
        var workspace = MemoryWorkspace()
        workspace.files["/w/t.csv"] = "code,naem\n1.01,x\n"
        let client = try ScriptedClient.ready(workspace)
        let text = Self.statement.replacing("  - {code: \"1.01\"}", with: "  from: t.csv")
        client.open(Self.uri, text)
        #expect(
            client.diagnostics("file:///w/t.csv") == [
                "0:5 1 “service” has no field for the column “naem”"
            ])
        // The open table counts, not the saved one.
        client.open("file:///w/t.csv", "code\n1.01\n")
        client.change(Self.uri, 2, ["text": .string(text + "\n")])
        client.settle()
        #expect(client.diagnostics("file:///w/t.csv") == [])
        #expect(client.diagnostics(Self.uri) == ["5:8 1[law.1] does not conform: Open doors"])
        // And a change of the open table is a change of what rests on it.
        client.change("file:///w/t.csv", 2, ["text": "cod\n1.01\n"])
        client.settle()
        #expect(client.diagnostics("file:///w/t.csv").count == 1)
        client.notify("textDocument/didClose", ["textDocument": ["uri": "file:///w/t.csv"]])
        client.settle()
        #expect(client.diagnostics("file:///w/t.csv").first?.contains("naem") == true)
    }

    @Test func inspections() throws {
        var workspace = MemoryWorkspace()
        let inspection =
            "tuanthu: inspection/1\nagency: Đ-01\nperiod: {from: 2026-01-01, to: 2026-12-31}\nsigned_on: 2026-11-01\nrecord: 1/BB\n"
        workspace.files["/w/inspection.yaml"] = inspection + "contradicts: [{fact: agency.open, found: open}]\n"
        let client = try ScriptedClient.ready(workspace)
        client.open(Self.uri, Self.statement)
        let said = client.diagnostics(Self.uri)
        #expect(said == ["5:8 1[law.1] does not conform: Open doors"])
        client.open("file:///w/inspection.yaml", inspection + "contradicts: [{fact: agency.opn}]\n")
        #expect(client.diagnostics("file:///w/inspection.yaml").first?.contains("agency.open") == true)
        let before = client.heard.count
        client.change("file:///w/inspection.yaml", 2, ["text": .string(inspection)])
        client.settle()
        #expect(client.heard.count == before + 2)
    }

    @Test func otherFiles() throws {
        let client = try ScriptedClient.ready()
        // YAML of other programs is left alone, even where this one could not read it.
        for text in ["a: [\n", "any: yaml\n", "a: 1\n---\nb: {<<: *c}\n", ""] {
            client.open("file:///w/x.yaml", text)
            #expect(client.diagnostics("file:///w/x.yaml") == [])
        }
        client.open("file:///w/x.yaml", "tuanthu: [\n")
        #expect(client.diagnostics("file:///w/x.yaml").count == 1)
        client.open("file:///w/z.yaml", "tuanthu: statemnt/1\n")
        #expect(client.diagnostics("file:///w/z.yaml").first?.contains("statement/1") == true)
        client.open("file:///w/r.yaml", "tuanthu: roadmap/1\nagency: Đ-01\n")
        #expect(client.diagnostics("file:///w/r.yaml").count == 3)
        client.open("untitled:1", "tuanthu: holidays/1\n")
        #expect(!client.diagnostics("untitled:1").isEmpty)
    }

    /// A rule file that is whole is told where the library is not.
    @Test func anErrorInAnotherFile() throws {
        var workspace = MemoryWorkspace()
        workspace.files["/lib/profiles/p.yaml"] = "tuanthu: profile/1\nid: p\n"
        let client = try ScriptedClient.ready(workspace)
        let uri = "file:///lib/set/rules.yaml"
        client.open(uri, workspace.files["/lib/set/rules.yaml"] ?? "")
        let said = client.diagnostics(uri)
        #expect(
            said.count == 1 && said[0].hasPrefix("0:0 2 Another file has an error: /lib/profiles/p.yaml:1:1"), "\(said)"
        )
    }

    @Test func ruleFiles() throws {
        let client = try ScriptedClient.ready()
        let uri = "file:///lib/set/rules.yaml"
        let text = MemoryWorkspace.library["/lib/set/rules.yaml"] ?? ""
        client.open(uri, text)
        // The lint of the library speaks of this file.
        #expect(client.diagnostics(uri).filter { $0.contains(" 1") } == [])
        client.change(uri, 2, ["text": .string(text.replacing("agency.open ==", with: "agency.opn =="))])
        client.settle()
        let wrong = client.diagnostics(uri)
        #expect(wrong.count == 1 && wrong[0].contains("did you mean `open`"), "\(wrong)")
        client.change(
            uri, 3,
            [
                "text": .string(
                    text.replacing(
                        "conform: agency.open == true", with: "conform: agency.open == true || agency.open != true"))
            ])
        client.settle()
        #expect(
            client.diagnostics(uri).contains { $0.contains("`conform` is always true") }, "\(client.diagnostics(uri))")
    }
}
