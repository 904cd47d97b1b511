public import Model

/// What the person who starts the server chose.
public struct ServerOptions: Sendable {
    /// The language of messages; nil takes the client's.
    public var language: Language?
    /// The version the server tells.
    public var version: String

    /// Makes options.
    public init(language: Language?, version: String) {
        self.language = language
        self.version = version
    }
}
