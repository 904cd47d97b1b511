public import CEL
internal import YAMLTree

/// An expression of a rule set: its text as written, where it stands, and its compiled program.
public struct Expression: Sendable {
    /// The expression's text.
    public let text: String
    /// The place of the whole expression.
    public let place: Place
    /// The compiled program, checked against the vocabulary.
    public let program: Program
}
