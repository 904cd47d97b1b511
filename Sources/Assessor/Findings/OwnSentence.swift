public import Model

/// A rule's own sentence for its verdict, with the values of its expressions.
public struct OwnSentence: Sendable {
    /// A part of the sentence.
    public enum Part: Sendable {
        case text(String)
        case value(ShownValue)
        /// The elements of a list.
        case values([ShownValue])
    }

    /// The Vietnamese sentence.
    public let vi: [Part]
    /// The English sentence.
    public let en: [Part]

    /// The sentence in one language.
    public subscript(language: Language) -> [Part] {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}
