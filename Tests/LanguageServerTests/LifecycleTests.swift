import LanguageServer
import Model
import Testing

@Suite struct LifecycleTests {
    @Test func aWholeSession() throws {
        let client = ScriptedClient()
        let early = try client.answer("textDocument/hover", [:])
        #expect(early["error"]?["code"] == -32002)
        let result = try client.request("initialize", ["processId": .null, "capabilities": [:]])
        #expect(result["capabilities"]?["positionEncoding"] == "utf-16")
        #expect(result["serverInfo"]?["version"] == "test")
        client.notify("initialized", [:])
        #expect(try client.answer("initialize", [:])["error"]?["code"] == -32600)
        #expect(try client.answer("textDocument/rename", [:])["error"]?["code"] == -32601)
        #expect(try client.request("shutdown", .null) == .null)
        #expect(try client.answer("textDocument/hover", [:])["error"]?["code"] == -32600)
        #expect(client.exitCode == nil)
        client.notify("exit", .null)
        #expect(client.exitCode == 0)
    }

    @Test func leavingWithoutShutdown() throws {
        let client = try ScriptedClient.ready()
        client.notify("exit", .null)
        #expect(client.exitCode == 1)
        let other = ScriptedClient()
        other.notify("exit", .null)
        #expect(other.exitCode == 1)
    }

    @Test(arguments: [(["utf-8", "utf-16"], "utf-8"), (["utf-16"], "utf-16"), (["utf-32"], "utf-16"), ([], "utf-16")])
    func encodings(_ offered: [String], _ chosen: String) throws {
        let client = ScriptedClient()
        let names = JSONValue.array(offered.map { .string($0) })
        let result = try client.request("initialize", ["capabilities": ["general": ["positionEncodings": names]]])
        #expect(result["capabilities"]?["positionEncoding"] == .string(chosen))
    }

    @Test(arguments: [("en-US", "did you mean"), ("vi", "có phải"), ("de", "có phải")])
    func theClientsLanguage(_ locale: String, _ words: String) throws {
        let client = ScriptedClient(language: nil)
        _ = try client.request("initialize", ["capabilities": [:], "locale": .string(locale)])
        client.open("file:///s.yaml", "tuanthu: statemnt/1\n")
        #expect(client.diagnostics("file:///s.yaml").first?.contains(words) == true)
    }

    static let bad: [(String, Int64)] = [
        ("{", -32700), ("[]", -32600), ("{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"x\"}", -32700),
        ("{\"id\": 1, \"method\": \"shutdown\"}", -32600), ("{\"jsonrpc\": \"2.0\", \"id\": 1}", -32600),
        ("{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"shutdown\"}", -32600),
        ("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 2}", -32600), ("\u{FEFF}{}", -32700),
        ("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"textDocument/hover\"}", -32602),
        (
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"textDocument/hover\", \"params\": {\"textDocument\": {\"uri\": \"x\"}}}",
            -32602
        ),
        ("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"textDocument/hover\", \"params\": [1, 2]}", -32602),
        (String(repeating: "[", count: 500), -32700),
    ]

    /// A bad message is answered with its error, and the next good one as if there had been none before it.
    @Test(arguments: bad)
    func badMessages(_ text: String, _ code: Int64) throws {
        let client = try ScriptedClient.ready()
        client.say(text)
        #expect(client.heard.last?["error"]?["code"] == .integer(code), "\(client.heard.last?.text(.compact) ?? "")")
        #expect(try client.request("shutdown", .null) == .null)
    }

    @Test func whatNeedsNoAnswerGetsNone() throws {
        let client = try ScriptedClient.ready()
        let before = client.heard.count
        client.notify("$/cancelRequest", ["id": 1])
        client.notify("$/setTrace", ["value": "off"])
        client.notify("whatever", .null)
        client.say("{\"jsonrpc\": \"2.0\", \"id\": 7, \"result\": null}")
        #expect(client.heard.count == before)
        client.notify("textDocument/didChange", ["textDocument": ["uri": "file:///none"]])
        #expect(client.heard.last?["method"] == "window/logMessage")
    }

    /// Whatever bytes come, the server goes on.
    @Test func noise() throws {
        var state: UInt64 = 7
        let client = try ScriptedClient.ready()
        for _ in 0..<300 {
            let bytes = (0..<40).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            client.sayBytes(Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes)
            #expect(client.heard.last?["error"]?["code"] == -32700)
        }
        #expect(try client.request("shutdown", .null) == .null)
    }
}
