/// Selects rules: by their own id or that of their set, by a tag, by a source they cite, or as a profile does.
///
/// A name that ends in `*` stands for every name that begins so: `iso-9001-2015.8.*`, `tag:head-36-*`.
public struct RuleSelector: Sendable, Hashable {
    /// What a selector looks at.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// The id of the rule or of its set.
        case id
        /// One of the rule's tags.
        case tag
        /// A source the rule cites, by id.
        case source
        /// The rules that a profile selects.
        case profile
    }

    /// The selector as written.
    public let text: String
    /// What it looks at.
    public let subject: Subject
    /// The name, or the beginning of one with a `*` after it.
    public let pattern: String
    /// What the pattern has before its `*`; nil where it has none.
    private let beginning: String?

    /// A selector selected no rule.
    public struct NothingSelected: Error, Sendable {
        /// The selector.
        public let selector: String
        /// A selector that was perhaps meant.
        public let suggestion: String?
    }

    /// Makes a selector: `ID`, `tag:WORD`, `source:ID` or `profile:ID`.
    public init(_ text: String) {
        self.text = text
        let subject = Subject.allCases.first { $0 != .id && text.hasPrefix("\($0.rawValue):") }
        self.subject = subject ?? .id
        let pattern = subject.map { String(text.dropFirst($0.rawValue.count + 1)) } ?? text
        self.pattern = pattern
        beginning = pattern.hasSuffix("*") ? String(pattern.dropLast()) : nil
    }

    /// The ids of the selected rules, in library order.
    public func select(
        from sets: [RuleSet], profiles: [Profile] = []
    ) throws(NothingSelected) -> [String] {
        let ofProfiles = subject == .profile ? Set(profiles.filter { matches($0.id) }.flatMap(\.rules)) : []
        var selected: [String] = []
        for set in sets {
            let isWhole = subject == .id && matches(set.id)
            for rule in set.rules where isWhole || selects(rule, ofProfiles) { selected.append(rule.id) }
        }
        guard selected.isEmpty else { return selected }
        throw NothingSelected(selector: text, suggestion: suggestion(sets, profiles))
    }

    private func selects(_ rule: Rule, _ ofProfiles: Set<String>) -> Bool {
        switch subject {
        case .id: matches(rule.id)
        case .tag: rule.tags.contains(where: matches)
        case .source: rule.sources.contains(where: matches)
        case .profile: ofProfiles.contains(rule.id)
        }
    }

    /// The ids of the sets that hold all it selects, among those there are; nil where any set may.
    public func sets(among ids: [String]) -> Set<String>? {
        guard subject == .id else { return nil }
        let found = ids.filter(matches)
        return found.isEmpty ? nil : Set(found)
    }

    /// The ids of the selected rules on a portfolio as a whole, in library order; it may well be none.
    public func selectSetRules(from sets: [RuleSet], profiles: [Profile] = []) -> [String] {
        let ofProfiles = subject == .profile ? Set(profiles.filter { matches($0.id) }.flatMap(\.setRules)) : []
        var selected: [String] = []
        for set in sets {
            let isWhole = subject == .id && matches(set.id)
            for rule in set.setRules where isWhole || selects(rule, ofProfiles) { selected.append(rule.id) }
        }
        return selected
    }

    private func selects(_ rule: SetRule, _ ofProfiles: Set<String>) -> Bool {
        switch subject {
        case .id: matches(rule.id)
        case .tag: rule.tags.contains(where: matches)
        case .source: ([rule.citation] + rule.furtherCitations).map(\.source).contains(where: matches)
        case .profile: ofProfiles.contains(rule.id)
        }
    }

    private func matches(_ name: String) -> Bool {
        if let beginning { name.utf8.starts(with: beginning.utf8) } else { name == pattern }
    }

    private func suggestion(_ sets: [RuleSet], _ profiles: [Profile]) -> String? {
        let rules = sets.flatMap(\.rules)
        let prefix = subject == .id ? "" : "\(subject.rawValue):"
        let names: Set<String> =
            switch subject {
            case .id: Set(sets.map(\.id) + rules.map(\.id))
            case .tag: Set(rules.flatMap(\.tags))
            case .source: Set(rules.flatMap(\.sources))
            case .profile: Set(profiles.map(\.id))
            }
        return Suggestion.nearest(to: pattern, among: names).map { prefix + $0 }
    }
}

extension Rule {
    /// The sources it cites, by id.
    fileprivate var sources: [String] { [citation.source] + furtherCitations.map(\.source) }
}
