internal import Model

/// One message of JSON-RPC 2.0.
enum RPCMessage {
    case request(id: RequestID, method: String, params: JSONValue?)
    case notification(method: String, params: JSONValue?)
    /// An answer to a request of ours.
    case response
    /// No message; the answer says why.
    case invalid(id: JSONValue, RPCError)

    /// Reads one message.
    init(_ bytes: [UInt8]) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(bytes, limits: JSONReader.Limits(maxBytes: MessageFraming.maxContent))
        } catch {
            let place = "\(error.line):\(error.column)"
            self = .invalid(id: .null, RPCError(.parseError, "\(place): \(error.message(.en))"))
            return
        }
        self.init(value)
    }

    private init(_ value: JSONValue) {
        guard case .object = value else {
            self = .invalid(id: .null, RPCError(.invalidRequest, "a message is one object"))
            return
        }
        let id = value["id"].flatMap { RequestID($0) }
        guard value["jsonrpc"] == "2.0" else {
            self = .invalid(id: id?.json ?? .null, RPCError(.invalidRequest, "jsonrpc has to be \"2.0\""))
            return
        }
        guard let name = value["method"] else {
            let isResponse = value["result"] != nil || value["error"] != nil
            self =
                isResponse
                ? .response : .invalid(id: id?.json ?? .null, RPCError(.invalidRequest, "there is no method"))
            return
        }
        guard case .string(let method) = name else {
            self = .invalid(id: id?.json ?? .null, RPCError(.invalidRequest, "method has to be a string"))
            return
        }
        if value["id"] == nil {
            self = .notification(method: method, params: value["params"])
        } else if let id {
            self = .request(id: id, method: method, params: value["params"])
        } else {
            self = .invalid(id: .null, RPCError(.invalidRequest, "id has to be a string or an integer"))
        }
    }
}

/// The id of a request.
enum RequestID: Hashable {
    case integer(Int64)
    case string(String)

    init?(_ value: JSONValue) {
        switch value {
        case .integer(let number): self = .integer(number)
        case .string(let text): self = .string(text)
        case .null, .boolean, .array, .object: return nil
        }
    }

    var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        }
    }
}

/// Why a request is not answered.
struct RPCError: Error {
    /// The codes of JSON-RPC 2.0 and LSP 3.17 that are in use here.
    enum Code: Int64 {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case serverNotInitialized = -32002
        case requestFailed = -32803
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    var json: JSONValue { ["code": .integer(code.rawValue), "message": .string(message)] }
}
