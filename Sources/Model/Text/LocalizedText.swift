/// A language in which people read: messages, reports and pages exist in both, Vietnamese first.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case vi
    case en
}

/// A text in both languages. Content (labels, questions, rule texts) carries both; neither is derived from the other.
public struct LocalizedText: Sendable, Hashable {
    /// The Vietnamese text, NFC.
    public let vi: String
    /// The English text.
    public let en: String

    /// Makes a text from its two versions.
    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The version for one language.
    public subscript(language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}
