public import CivilTime
public import Model

/// The findings on one statement on one day.
public struct Assessment: Sendable {
    /// The statement.
    public let statement: Statement
    /// The day.
    public let asOf: CivilDate
    /// The findings, rule by rule in library order, items and occurrences in order.
    public let findings: [Finding]
    /// The counts.
    public let summary: Summary
    /// The sets of the profile that are known not to bind this agency: their rules are not among the findings.
    public let unboundSets: [String]
    /// How many rules those sets have in the profile.
    public let rulesLeftOut: Int
    /// The sets of which it is not known whether they bind this agency: each of their rules is undetermined for that.
    public let undecidedSets: [String]

    /// The same without some findings, its counts without them.
    public func leavingOut(_ isLeftOut: (Finding) -> Bool) -> Assessment {
        let kept = findings.filter { !isLeftOut($0) }
        return Assessment(
            statement: statement, asOf: asOf, findings: kept, summary: Summary(of: kept), unboundSets: unboundSets,
            rulesLeftOut: rulesLeftOut, undecidedSets: undecidedSets)
    }
}

/// The verdict of a whole rule on one agency: the worst of its items.
public struct RuleVerdict: Sendable {
    /// The rule's id.
    public let rule: String
    /// error > nonconform > undetermined > partial > pending > conform; not applicable is neutral.
    public let verdict: Verdict

    /// Makes the verdict of a rule.
    public init(rule: String, verdict: Verdict) {
        self.rule = rule
        self.verdict = verdict
    }
}

/// Counts of one assessment. Ratios count rules; items stand beside.
public struct Summary: Sendable, Hashable {
    /// Rules by verdict.
    public let rules: [Verdict: Int]
    /// Findings by verdict, history left out.
    public let findings: [Verdict: Int]
    /// Findings by level, history left out.
    public let levels: [Level: Int]
    /// Findings that a waiver in force accepts, by verdict; they count in ``findings`` all the same, and have no level.
    public let waived: [Verdict: Int]
    /// Findings of level warning that only remind of a day: nothing is wrong with them yet.
    public let reminders: Int

    /// Rules that apply: all but not applicable and not in force.
    public var applicable: Int {
        Verdict.allCases.filter { $0 != .notApplicable && $0 != .notInForce }.map { rules[$0] ?? 0 }.reduce(0, +)
    }

    /// Rules that apply and whose verdict is known: the numerator of coverage; ``applicable`` is its denominator.
    public var decided: Int { applicable - (rules[.undetermined] ?? 0) - (rules[.error] ?? 0) }

    /// Conforming rules if every undetermined one fails: the lower end of conformity, over ``applicable``.
    public var conformAtLeast: Int { rules[.conform] ?? 0 }

    /// Conforming rules if every undetermined one conforms: the upper end.
    public var conformAtMost: Int { conformAtLeast + (rules[.undetermined] ?? 0) + (rules[.error] ?? 0) }
}
