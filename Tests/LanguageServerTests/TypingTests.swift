import LanguageServer
import Model
import Testing

/// A person who types without looking: whatever the text comes to, every request is answered.
@Suite(.timeLimit(.minutes(10))) struct TypingTests {
    private static let pieces = [
        "x", "Đ", "😀", "\n", "\n  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "#", " ", "\t", "agency.", "&a ", "*a",
        "!none ", "|\n", ".exists(p, p.", "\r\n",
        "tuanthu: ", "(", ")", "\\",
    ]
    private static let methods = ["hover", "completion", "definition"]

    static let starts: [(String, String)] = [
        (DiagnosticTests.uri, DiagnosticTests.statement), (FeatureTests.rulesURI, FeatureTests.rules),
        ("file:///w/roadmap.yaml", "tuanthu: roadmap/1\nplan: {}\n"),
        (
            "file:///lib/set/a.test.yaml",
            "tuanthu: tests/1\nbase: {stated_on: 2026-01-01}\ncases:\n  - {rule: law.1, set: {agency.open: true}}\n"
        ),
    ]

    @Test(arguments: starts)
    func everyRequestIsAnswered(_ uri: String, _ start: String) throws {
        var state: UInt64 = 0x5EED
        func random(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % max(limit, 1)
        }
        let client = try ScriptedClient.ready()
        client.open(uri, start)
        var lines = start.split(separator: "\n", omittingEmptySubsequences: false).count
        var answered = 0
        for version in 2..<150 {
            if version % 30 == 0 {
                client.change(uri, Int64(version), ["text": .string(start)])
                lines = start.split(separator: "\n", omittingEmptySubsequences: false).count
            }
            func place() -> JSONValue {
                ["line": .integer(Int64(random(below: lines + 2))), "character": .integer(Int64(random(below: 60)))]
            }
            let (one, other) = (place(), place())
            let isDeletion = random(below: 4) == 0
            let piece = isDeletion ? "" : Self.pieces[random(below: Self.pieces.count)]
            client.change(
                uri, Int64(version),
                ["range": ["start": one, "end": isDeletion ? other : one], "text": .string(piece)])
            if version % 2 == 0 { client.settle() }
            for method in Self.methods {
                let params: JSONValue = ["textDocument": ["uri": .string(uri)], "position": place()]
                if try client.answer("textDocument/\(method)", params)["result"] != nil { answered += 1 }
            }
            let range: JSONValue = ["start": ["line": 0, "character": 0], "end": place()]
            let context: JSONValue = ["diagnostics": []]
            for method in ["codeAction", "documentSymbol", "formatting"] {
                let params: JSONValue = [
                    "textDocument": ["uri": .string(uri)], "range": range, "context": context, "options": [:],
                ]
                let answer = try client.answer("textDocument/\(method)", params)
                let isAnswered = answer["result"] != nil || method == "formatting" && answer["error"]?["code"] == -32803
                #expect(isAnswered, "\(answer.text(.compact))")
            }
        }
        #expect(answered == 148 * Self.methods.count)
        #expect(try client.request("shutdown", .null) == .null)
    }
}
