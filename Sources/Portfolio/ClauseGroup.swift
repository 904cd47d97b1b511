internal import Assessor
public import Model

/// A part of a source under which the rules of a run are looked at together: an article, or a clause of one that holds many rules.
public struct ClauseGroup: Sendable, Hashable {
    /// What names it: `qd-19-2014 4.2`.
    public let key: String
    /// Where it stands.
    public let citation: Citation
    /// Its rules, by id.
    public let rules: Set<String>
}

/// What the rules of one group come to on one unit.
public struct ClauseGroupVerdict: Sendable, Hashable {
    /// The worst of them; nil where the unit's statement has none of them.
    public let verdict: Verdict?
    /// How many there are of each verdict.
    public let rules: [Verdict: Int]
}

extension PortfolioAssessment {
    /// An article with more rules than this is looked at clause by clause.
    private static let mostRulesOfAnArticle = 16

    /// The groups of the rules of a run that apply to some unit, or may: by source in the order of the rules, then by article and clause.
    public func clauseGroups(of rules: [Rule]) -> [ClauseGroup] {
        var sizes: [Citation: Int] = [:]
        for rule in rules { sizes[rule.citation.wholeArticle, default: 0] += 1 }
        var sources: [String] = []
        var members: [Citation: Set<String>] = [:]
        for rule in rules {
            let article = rule.citation.wholeArticle
            let isLarge = (sizes[article] ?? 0) > Self.mostRulesOfAnArticle
            members[isLarge ? rule.citation.wholeClause : article, default: []].insert(rule.id)
            if !sources.contains(rule.citation.source) { sources.append(rule.citation.source) }
        }
        let applying = rulesThatMayApply
        let groups = members.filter { !$0.value.isDisjoint(with: applying) }.map { citation, rules in
            ClauseGroup(key: citation.clauseKey, citation: citation, rules: rules)
        }
        let order = Dictionary(sources.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return groups.sorted { left, right in
            let one = order[left.citation.source] ?? 0
            let other = order[right.citation.source] ?? 0
            return one == other ? left.citation.isBefore(right.citation) : one < other
        }
    }

    /// The rules that are neither out of force nor not applicable for every unit.
    private var rulesThatMayApply: Set<String> {
        var rules: Set<String> = []
        for statement in statements {
            for rule in statement.rules where rule.verdict != .notApplicable && rule.verdict != .notInForce {
                rules.insert(rule.rule)
            }
        }
        return rules
    }
}

extension UnitResult {
    /// What the rules of some groups come to, group by group; nil for a unit without a result.
    public func verdicts(of groups: [ClauseGroup]) -> [ClauseGroupVerdict]? {
        guard result != nil else { return nil }
        let rules = rules
        return groups.map { group in
            var counts: [Verdict: Int] = [:]
            for rule in rules where group.rules.contains(rule.rule) { counts[rule.verdict, default: 0] += 1 }
            return ClauseGroupVerdict(verdict: VerdictRules.worst(counts.keys), rules: counts)
        }
    }

    /// The rules it does not meet, wholly or in part, by id; nil for a unit without a result.
    public var missed: [String]? {
        result.map { _ in rules.filter { $0.verdict == .nonconform || $0.verdict == .partial }.map(\.rule) }
    }
}

extension Citation {
    /// The source with the article and clause: `tt-26-2014 33.2`.
    var clauseKey: String {
        let place = [article, clause].compactMap(\.self).joined(separator: ".")
        return place.isEmpty ? source : "\(source) \(place)"
    }

    fileprivate var wholeArticle: Citation {
        Citation(source: source, article: article, clause: nil, point: nil, paragraph: nil)
    }

    fileprivate var wholeClause: Citation {
        Citation(source: source, article: article, clause: clause, point: nil, paragraph: nil)
    }

    /// By number of article and clause; what has none comes first.
    fileprivate func isBefore(_ other: Citation) -> Bool {
        let numbers = [article, clause].map { Int($0 ?? "") ?? -1 }
        let others = [other.article, other.clause].map { Int($0 ?? "") ?? -1 }
        return numbers == others ? clauseKey < other.clauseKey : numbers.lexicographicallyPrecedes(others)
    }
}
