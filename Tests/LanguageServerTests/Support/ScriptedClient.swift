import LanguageServer
import Model
import Testing

/// A client in memory: what it says is framed, what it hears is taken apart.
final class ScriptedClient {
    private var server: LanguageServer
    private var nextID: Int64 = 0
    private(set) var heard: [JSONValue] = []

    init(_ workspace: any Workspace = MemoryWorkspace(), language: Language? = .en) {
        server = LanguageServer(workspace, ServerOptions(language: language, version: "test"))
    }

    /// A client that has been through `initialize`.
    static func ready(
        _ workspace: any Workspace = MemoryWorkspace(), encodings: [String] = ["utf-16"], capabilities: JSONValue? = nil
    ) throws -> ScriptedClient {
        let client = ScriptedClient(workspace)
        let general: JSONValue = ["general": ["positionEncodings": .array(encodings.map { .string($0) })]]
        _ = try client.request("initialize", ["capabilities": capabilities ?? general])
        client.notify("initialized", [:])
        return client
    }

    var exitCode: Int32? { server.exitCode }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        hear(server.receive(Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes))
    }

    func sayBytes(_ bytes: [UInt8]) { hear(server.receive(bytes)) }

    func notify(_ method: String, _ params: JSONValue) {
        say((["jsonrpc": "2.0", "method": .string(method), "params": params] as JSONValue).text(.compact))
    }

    /// The whole answer to a request.
    func answer(_ method: String, _ params: JSONValue) throws -> JSONValue {
        nextID += 1
        let message: JSONValue = [
            "jsonrpc": "2.0", "id": .integer(nextID), "method": .string(method), "params": params,
        ]
        say(message.text(.compact))
        return try #require(heard.last { $0["id"] == .integer(nextID) })
    }

    func request(_ method: String, _ params: JSONValue) throws -> JSONValue {
        let answer = try answer(method, params)
        return try #require(answer["result"], "\(answer.text(.compact))")
    }

    private func hear(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let header = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
            let length = Int(header.drop { !$0.isNumber }) ?? 0
            let content = rest[end.upperBound..<end.upperBound + length]
            if let value = try? JSONReader.read(Array(content)) { heard.append(value) }
            rest = rest[(end.upperBound + length)...]
        }
    }

    // MARK: Documents

    func open(_ uri: String, _ text: String) {
        let item: JSONValue = ["uri": .string(uri), "languageId": "yaml", "version": 1, "text": .string(text)]
        notify("textDocument/didOpen", ["textDocument": item])
        settle()
    }

    func change(_ uri: String, _ version: Int64, _ changes: JSONValue...) {
        let document: JSONValue = ["uri": .string(uri), "version": .integer(version)]
        notify("textDocument/didChange", ["textDocument": document, "contentChanges": .array(changes)])
    }

    func settle() { hear(server.settle()) }

    /// What was last said of a document, one line a diagnostic.
    func diagnostics(_ uri: String) -> [String] {
        let last = heard.last {
            $0["method"] == "textDocument/publishDiagnostics" && $0["params"]?["uri"] == .string(uri)
        }
        guard case .array(let items)? = last?["params"]?["diagnostics"] else { return ["nothing said"] }
        return items.map { item in
            let start = item["range"]?["start"]
            guard case .integer(let line)? = start?["line"], case .integer(let character)? = start?["character"],
                case .integer(let severity)? = item["severity"], case .string(let message)? = item["message"]
            else { return "?" }
            var code = ""
            if case .string(let text)? = item["code"] { code = "[\(text)]" }
            return "\(line):\(character) \(severity)\(code) \(message.split(separator: "\n")[0])"
        }
    }

    /// Asks about the place of `↓` in a text, which is opened without it.
    func at(_ method: String, _ uri: String, _ marked: String) throws -> JSONValue {
        let parts = marked.split(separator: "↓", maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        open(uri, parts.joined())
        return try ask(method, uri, before: String(parts[0]))
    }

    /// Asks about the place just after a text, in UTF-16 units.
    func ask(_ method: String, _ uri: String, before: String) throws -> JSONValue {
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let position: JSONValue = [
            "line": .integer(Int64(lines.count - 1)), "character": .integer(Int64(lines.last?.utf16.count ?? 0)),
        ]
        return try request(method, ["textDocument": ["uri": .string(uri)], "position": position])
    }

    /// The titles and edits of what is offered on a line.
    func actions(_ uri: String, line: Int64) throws -> [(title: String, edit: JSONValue)] {
        let range: JSONValue = [
            "start": ["line": .integer(line), "character": 0], "end": ["line": .integer(line), "character": 99],
        ]
        let result = try request(
            "textDocument/codeAction",
            ["textDocument": ["uri": .string(uri)], "range": range, "context": ["diagnostics": []]])
        guard case .array(let items) = result else { return [] }
        return items.compactMap { item in
            guard case .string(let title)? = item["title"], let edit = item["edit"] else { return nil }
            return (title, edit)
        }
    }
}

extension JSONValue {
    /// The labels of a list of proposals.
    var labels: [String] {
        guard case .array(let items)? = self["items"] else { return [] }
        return items.compactMap { if case .string(let label)? = $0["label"] { label } else { nil } }
    }

    /// The Markdown of a hover.
    var markdown: String {
        if case .string(let text)? = self["contents"]?["value"] { text } else { "" }
    }
}
