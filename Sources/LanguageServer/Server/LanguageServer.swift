internal import Model

/// A language server (LSP 3.17) for statements, roadmaps and rule sets as a state machine: bytes of the client's messages in,
/// bytes of the server's messages out. It does no input and no output of its own.
public struct LanguageServer: Sendable {
    private enum Phase: Sendable {
        case created, running, stopped
        case left(exitCode: Int32)
    }

    private var framing = MessageFraming()
    private var phase = Phase.created
    var session: Session

    /// A server before its first message.
    public init(_ workspace: any Workspace, _ options: ServerOptions) {
        session = Session(workspace, options)
    }

    /// The code the process should end with, once the client has said `exit`: 0 after `shutdown`, else 1.
    public var exitCode: Int32? {
        if case .left(let code) = phase { code } else { nil }
    }

    /// Takes bytes from the client, in pieces of any length, and answers every message that is whole.
    public mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
        framing.append(bytes)
        while exitCode == nil, let item = framing.next() {
            switch item {
            case .message(let content): handle(RPCMessage(content))
            case .badHeader:
                answer(.null, RPCError(.parseError, "a header without a Content-Length that is a number"))
            case .tooLarge(let bytes):
                answer(.null, RPCError(.parseError, "a message of \(bytes) bytes is too large"))
            }
        }
        return session.takeOutput()
    }

    /// Does what can wait until no message does: diagnostics of what changed. To be called when the client is silent.
    public mutating func settle() -> [UInt8] {
        if case .running = phase { session.settle() }
        return session.takeOutput()
    }

    /// Whether ``settle()`` has something to do.
    public var isUnsettled: Bool {
        if case .running = phase { session.isUnsettled } else { false }
    }

    // MARK: Messages

    private mutating func handle(_ message: RPCMessage) {
        switch message {
        case .request(let id, let method, let params):
            do throws(RPCError) {
                let result = try respond(method, params)
                session.send(["jsonrpc": "2.0", "id": id.json, "result": result])
            } catch {
                answer(id.json, error)
            }
        case .notification(let method, let params): notice(method, params)
        case .response: break
        case .invalid(let id, let error): answer(id, error)
        }
    }

    private mutating func answer(_ id: JSONValue, _ error: RPCError) {
        session.send(["jsonrpc": "2.0", "id": id, "error": error.json])
    }

    private mutating func respond(_ method: String, _ params: JSONValue?) throws(RPCError) -> JSONValue {
        switch (phase, method) {
        case (.created, "initialize"):
            let result = session.initialize(Parameters(params))
            phase = .running
            return result
        case (.created, _): throw RPCError(.serverNotInitialized, "the first request has to be initialize")
        case (.running, "initialize"): throw RPCError(.invalidRequest, "initialize comes once")
        case (.running, "shutdown"):
            phase = .stopped
            return .null
        case (.running, _): return try session.respond(method, Parameters(params))
        case (.stopped, _), (.left, _): throw RPCError(.invalidRequest, "the server was shut down")
        }
    }

    private mutating func notice(_ method: String, _ params: JSONValue?) {
        switch (phase, method) {
        case (.stopped, "exit"): phase = .left(exitCode: 0)
        case (_, "exit"): phase = .left(exitCode: 1)
        case (.running, _): session.notice(method, Parameters(params))
        case (.created, _), (.stopped, _), (.left, _): break
        }
    }
}
