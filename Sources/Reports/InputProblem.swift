public import Model

/// Something wrong with an input of a run, as reports tell it.
public struct InputProblem: Sendable {
    /// Whether it kept an input from being assessed.
    public let isError: Bool
    /// What is wrong.
    public let message: LocalizedText
    /// Where; nil where the trouble is with a whole file.
    public let place: Place?

    /// Makes a problem of no place.
    public init(_ message: LocalizedText) {
        isError = true
        self.message = message
        place = nil
    }

    /// Makes a problem of a diagnostic.
    public init(_ diagnostic: Diagnostic) {
        isError = diagnostic.severity == .error
        message = LocalizedText(vi: diagnostic.message(.vi), en: diagnostic.message(.en))
        place = diagnostic.place
    }
}
