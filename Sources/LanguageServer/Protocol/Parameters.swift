internal import Model

/// The parameters of a request, read strictly: what is missing or of another type is an error with its name.
struct Parameters {
    private let value: JSONValue
    private let name: String

    init(_ value: JSONValue?, name: String = "params") {
        self.value = value ?? .null
        self.name = name
    }

    func object(_ key: String) throws(RPCError) -> Parameters {
        guard let member = value[key], case .object = member else { throw wrong(key, "an object") }
        return Parameters(member, name: "\(name).\(key)")
    }

    func optionalObject(_ key: String) throws(RPCError) -> Parameters? {
        guard let member = value[key], member != .null else { return nil }
        return try object(key)
    }

    func string(_ key: String) throws(RPCError) -> String {
        guard case .string(let text)? = value[key] else { throw wrong(key, "a string") }
        return text
    }

    func integer(_ key: String) throws(RPCError) -> Int {
        guard case .integer(let number)? = value[key] else { throw wrong(key, "an integer") }
        return Int(clamping: number)
    }

    func array(_ key: String) throws(RPCError) -> [Parameters] {
        guard case .array(let items)? = value[key] else { throw wrong(key, "an array") }
        return items.enumerated().map { Parameters($1, name: "\(name).\(key)[\($0)]") }
    }

    /// What stands under a key, whatever it is.
    func any(_ key: String) -> JSONValue? { value[key] }

    // MARK: LSP's own

    func position(_ key: String) throws(RPCError) -> TextPosition {
        let position = try object(key)
        return TextPosition(line: try position.unsigned("line"), character: try position.unsigned("character"))
    }

    func range(_ key: String) throws(RPCError) -> TextRange {
        let range = try object(key)
        return TextRange(start: try range.position("start"), end: try range.position("end"))
    }

    /// The URI of `textDocument`.
    func documentURI() throws(RPCError) -> String { try object("textDocument").string("uri") }

    private func unsigned(_ key: String) throws(RPCError) -> Int {
        let number = try integer(key)
        guard number >= 0 else { throw wrong(key, "an unsigned integer") }
        return number
    }

    private func wrong(_ key: String, _ expected: String) -> RPCError {
        RPCError(.invalidParams, "\(name).\(key) has to be \(expected)")
    }
}
