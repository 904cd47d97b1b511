internal import Model
internal import YAMLTree

/// What the server knows between messages: the open documents, the rules, and what it told the client.
struct Session: Sendable {
    let workspace: any Workspace
    private let options: ServerOptions
    var encoding = PositionEncoding.utf16
    private(set) var language: Language
    /// Whether the client makes new files when an edit asks for them.
    private(set) var canCreateFiles = false
    var documents: [String: OpenDocument] = [:]
    /// What is known of documents beyond their text, by URI.
    var analyses: [String: Analysis] = [:]
    /// Documents whose diagnostics are out of date, by URI, and how much of a library they are checked with.
    var unsettled: [String: LibraryExtent] = [:]
    /// The diagnostics told, by the document they come of and the file they are in.
    private var told: [String: [String: [JSONValue]]] = [:]
    private var output: [UInt8] = []
    /// The rules read so far, by the folder named; an empty name is that of the standard ones.
    private var libraries: [String: LibraryReading] = [:]
    /// What the documents of a folder are checked with.
    var runs: [String: Run] = [:]
    /// Whether the client tells of changed files when it is asked to.
    private var watchesFiles = false

    init(_ workspace: any Workspace, _ options: ServerOptions) {
        self.workspace = workspace
        self.options = options
        language = options.language ?? .vi
    }

    // MARK: Output

    mutating func send(_ message: JSONValue) {
        var bytes: [UInt8] = []
        message.write(to: &bytes, .compact)
        output += MessageFraming.framed(bytes)
    }

    mutating func notify(_ method: String, _ params: JSONValue) {
        send(["jsonrpc": "2.0", "method": .string(method), "params": params])
    }

    mutating func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    // MARK: Life

    mutating func initialize(_ params: Parameters) -> JSONValue {
        if options.language == nil, case .string(let locale)? = params.any("locale") {
            language = locale.lowercased().hasPrefix("en") ? .en : .vi
        }
        if case .array(let offered)? = params.any("capabilities")?["general"]?["positionEncodings"] {
            let names = offered.compactMap { if case .string(let name) = $0 { name } else { nil } }
            encoding = PositionEncoding.chosen(among: names)
        }
        if case .array(let operations)? =
            params.any("capabilities")?["workspace"]?["workspaceEdit"]?["resourceOperations"]
        {
            canCreateFiles = operations.contains("create")
        }
        let watching = params.any("capabilities")?["workspace"]?["didChangeWatchedFiles"]
        watchesFiles = watching?["dynamicRegistration"] == true
        return [
            "capabilities": Capabilities.json(encoding),
            "serverInfo": ["name": "tuanthu", "version": .string(options.version)],
        ]
    }

    /// Answers a request of a running server.
    mutating func respond(_ method: String, _ params: Parameters) throws(RPCError) -> JSONValue {
        switch method {
        case "textDocument/hover": return try hover(params)
        case "textDocument/completion": return try completion(params)
        case "textDocument/definition": return try definition(params)
        case "textDocument/codeAction": return try codeActions(params)
        case "textDocument/documentSymbol": return try documentSymbols(params)
        case "textDocument/formatting": return try formatting(params)
        default: throw RPCError(.methodNotFound, "no method \(method)")
        }
    }

    /// Takes a notification of a running server; one that cannot be understood is left out, as there is nobody to tell.
    mutating func notice(_ method: String, _ params: Parameters) {
        do throws(RPCError) {
            switch method {
            case "initialized": watchFiles()
            case "textDocument/didOpen": try open(params)
            case "textDocument/didChange": try change(params)
            case "textDocument/didSave": try save(params)
            case "textDocument/didClose": try close(params)
            case "workspace/didChangeWatchedFiles": refresh()
            default: break
            }
        } catch {
            notify("window/logMessage", ["type": 1, "message": .string("\(method): \(error.message)")])
        }
    }

    /// Asks the client to tell of changes that are made outside of it: rules, tables, configuration, waivers, a baseline.
    private mutating func watchFiles() {
        guard watchesFiles else { return }
        let registration: JSONValue = [
            "id": "tuanthu-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": ["watchers": [["globPattern": "**/*.{yaml,yml,csv,json}"]]],
        ]
        send([
            "jsonrpc": "2.0", "id": "tuanthu-watch", "method": "client/registerCapability",
            "params": ["registrations": [registration]],
        ])
    }

    // MARK: Rules

    /// The rules of a folder, or the standard ones, read when they are first needed.
    mutating func rules(_ folder: String?) -> LibraryReading {
        if let reading = libraries[folder ?? ""] { return reading }
        let reading = workspace.standardRules(folder)
        libraries[folder ?? ""] = reading
        if reading.library == nil {
            let text = language == .vi ? "không dùng được bộ yêu cầu" : "the rules cannot be used"
            let first = reading.diagnostics.first { $0.severity == .error }
            let why = first.map { ": " + $0.text(language, frame: false) } ?? ""
            notify("window/showMessage", ["type": 1, "message": .string("tuanthu: \(text)\(why)")])
        }
        return reading
    }

    /// Forgets what was read of files, which may have changed.
    mutating func forgetRules() {
        libraries = [:]
        runs = [:]
    }

    // MARK: Diagnostics

    /// Tells the client what is wrong, and takes back what is no longer.
    mutating func publish(_ diagnostics: [String: [JSONValue]], of uri: String) {
        let files = Set(diagnostics.keys).union(told[uri, default: [:]].keys).union(documents[uri] == nil ? [] : [uri])
        let before = told[uri]
        told[uri] = diagnostics.isEmpty ? nil : diagnostics
        for file in files.sorted() {
            let isOwn = file == uri
            if !isOwn, before?[file] == diagnostics[file] { continue }
            let all = told.keys.sorted().flatMap { told[$0]?[file] ?? [] }
            var params: [JSONValue.Member] = [.init("uri", .string(file))]
            if isOwn, let version = documents[uri]?.version {
                params.append(.init("version", .integer(Int64(version))))
            }
            params.append(.init("diagnostics", .array(all)))
            notify("textDocument/publishDiagnostics", .object(params))
        }
    }
}
