/// Selects rules by the id of their set, their own id, a prefix of either that ends in `*`, or `tag:` and a tag.
public struct RuleSelector: Sendable {
    /// The selector as written.
    public let text: String

    /// A selector selected no rule.
    public struct NothingSelected: Error, Sendable {
        /// The selector.
        public let selector: String
        /// An id that was perhaps meant.
        public let suggestion: String?
    }

    /// Makes a selector.
    public init(_ text: String) { self.text = text }

    private static let tagMark = "tag:"

    /// The ids of the selected rules, in library order.
    public func select(from sets: [RuleSet]) throws(NothingSelected) -> [String] {
        var selected: [String] = []
        let tag = text.hasPrefix(Self.tagMark) ? String(text.dropFirst(Self.tagMark.count)) : nil
        for set in sets {
            let isWhole = tag == nil && matches(set.id)
            for rule in set.rules {
                let isWanted = tag.map { rule.tags.contains($0) } ?? (isWhole || matches(rule.id))
                if isWanted { selected.append(rule.id) }
            }
        }
        guard selected.isEmpty else { return selected }
        let names =
            tag == nil
            ? sets.map(\.id) + sets.flatMap { $0.rules.map(\.id) }
            : Set(sets.flatMap { $0.rules.flatMap(\.tags) }).sorted().map { Self.tagMark + $0 }
        throw NothingSelected(selector: text, suggestion: Suggestion.nearest(to: text, among: names))
    }

    /// The ids of the selected rules on a portfolio as a whole, in library order; it may well be none.
    public func selectSetRules(from sets: [RuleSet]) -> [String] {
        sets.flatMap { set in set.setRules.map(\.id).filter { matches(set.id) || matches($0) } }
    }

    private func matches(_ id: String) -> Bool {
        guard text.utf8.last == UInt8(ascii: "*") else { return id == text }
        return id.utf8.starts(with: text.utf8.dropLast())
    }
}
