/// Selects rules by the id of their set, their own id, or a prefix that ends in `*`.
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

    /// The ids of the selected rules, in library order.
    public func select(from sets: [RuleSet]) throws(NothingSelected) -> [String] {
        var selected: [String] = []
        for set in sets {
            let isWhole = matches(set.id)
            for rule in set.rules where isWhole || matches(rule.id) { selected.append(rule.id) }
        }
        guard selected.isEmpty else { return selected }
        let names = sets.map(\.id) + sets.flatMap { $0.rules.map(\.id) }
        throw NothingSelected(selector: text, suggestion: Suggestion.nearest(to: text, among: names))
    }

    private func matches(_ id: String) -> Bool {
        guard text.utf8.last == UInt8(ascii: "*") else { return id == text }
        return id.utf8.starts(with: text.utf8.dropLast())
    }
}
