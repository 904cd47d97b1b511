/// A rule's own sentence: text with expressions in braces, whose values are put in when it is printed.
public struct Template: Sendable {
    /// A part of the sentence.
    public enum Segment: Sendable {
        case text(String)
        case expression(Expression)
    }

    /// The Vietnamese sentence.
    public let vi: [Segment]
    /// The English sentence.
    public let en: [Segment]

    /// The sentence in one language.
    public subscript(language: Language) -> [Segment] {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}
