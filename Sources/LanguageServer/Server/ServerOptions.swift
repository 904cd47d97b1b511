public import Model

/// What the person who starts the server chose.
public struct ServerOptions: Sendable {
    /// The language of messages; nil takes the client's.
    public var language: Language?
    /// The version the server tells.
    public var version: String
    /// The profile statements are checked with; nil takes the standard one.
    public var profile: String?
    /// Chosen readings by name.
    public var interpretations: [String: String]
    /// Days off.
    public var holidays: HolidayCalendar?

    /// Makes options.
    public init(
        language: Language?, version: String, profile: String? = nil, interpretations: [String: String] = [:],
        holidays: HolidayCalendar? = nil
    ) {
        self.language = language
        self.version = version
        self.profile = profile
        self.interpretations = interpretations
        self.holidays = holidays
    }
}
