internal import YAMLTree

/// A value to be written into a document.
public indirect enum NewValue: Sendable, Hashable {
    /// A text, without quotes where every reader takes it for that text.
    case text(String)
    /// A scalar whose type its place gives, such as `true`, `12` or `2020-06-15`: without quotes wherever YAML allows it.
    case word(String)
    /// `!unknown`: asked, and not known.
    case unknown
    /// `!none`: asserted absent, with the reason.
    case none(reason: String?)
    /// A list.
    case list([NewValue])
    /// Keys with values, in this order.
    case mapping([Entry])

    /// A key with its value.
    public struct Entry: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public let value: NewValue
        /// What a comment after a value of one line says.
        public let comment: String?

        /// Makes an entry.
        public init(_ key: String, _ value: NewValue, comment: String? = nil) {
            self.key = key
            self.value = value
            self.comment = comment
        }
    }

    /// The value as it will be read.
    var tree: TreeValue {
        switch self {
        case .text(let text), .word(let text): .text(text)
        case .unknown: .text("", tag: .unknown)
        case .none(let reason): .text(reason ?? "", tag: YAMLTag.none)
        case .list(let items): .sequence(items.map(\.tree), tag: nil)
        case .mapping(let entries):
            .mapping(entries.map { TreeValue.Entry(key: Array($0.key.utf8), value: $0.value.tree) }, tag: nil)
        }
    }

    /// Whether it is written on the line of its key.
    var fitsOneLine: Bool {
        switch self {
        case .text, .word, .unknown, .none: true
        case .list(let items): items.isEmpty
        case .mapping(let entries): entries.isEmpty
        }
    }
}
