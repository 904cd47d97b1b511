internal import YAMLTree

/// A language in which people read: messages, reports and pages exist in both, Vietnamese first.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case vi
    case en
}

/// A text in both languages. Content (labels, questions, rule texts) carries both; neither is derived from the other.
public struct LocalizedText: Sendable {
    private enum Content: Sendable {
        case made(vi: String, en: String)
        /// A mapping of the two, whose texts are taken from the file when they are told: a run tells few of a library's.
        case written(YAMLNode)
    }

    private let content: Content

    /// Makes a text from its two versions.
    public init(vi: String, en: String) { content = .made(vi: vi, en: en) }

    /// The texts of a mapping with the keys `vi` and `en` and nothing else, neither of them empty; nil for any other node.
    init?(writtenIn node: YAMLNode) {
        guard node.kind == .mapping, node.tag == nil, node.entries.count == 2, node["vi"]?.isFilled ?? false,
            node["en"]?.isFilled ?? false
        else { return nil }
        content = .written(node)
    }

    /// The Vietnamese text, NFC.
    public var vi: String {
        switch content {
        case .made(let vi, _): vi
        case .written(let node): node["vi"]?.text?.nfc ?? ""
        }
    }

    /// The English text.
    public var en: String {
        switch content {
        case .made(_, let en): en
        case .written(let node): node["en"]?.text?.nfc ?? ""
        }
    }

    /// The version for one language.
    public subscript(language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

extension LocalizedText: Hashable {
    /// Whether both versions are the same.
    public static func == (one: LocalizedText, other: LocalizedText) -> Bool {
        one.vi == other.vi && one.en == other.en
    }

    /// Hashes both versions.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(vi)
        hasher.combine(en)
    }
}

extension YAMLNode {
    /// Whether it is a text without a tag, and not an empty one.
    fileprivate var isFilled: Bool { kind == .scalar && tag == nil && !isNull && !isEmptyText }
}
