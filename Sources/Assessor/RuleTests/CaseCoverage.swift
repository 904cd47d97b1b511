public import Model

/// Which verdicts of which rules no test case expects.
public struct CaseCoverage: Sendable {
    /// A verdict a rule can come to and that no case of it expects.
    public struct Gap: Sendable, Hashable {
        /// The rule.
        public let rule: String
        /// The verdict.
        public let verdict: Verdict
    }

    /// How many verdicts each rule can come to that ask for a case, by id.
    public let totals: [String: Int]
    /// How many that are of all rules.
    public var total: Int { totals.values.reduce(0, +) }
    /// Those without a case, rule by rule.
    public let gaps: [Gap]

    /// Compares the rules of a library with the cases there are.
    public init(library: RuleLibrary, tests: [RuleTest], setTests: [SetRuleTest]) {
        var expected: [String: Set<Verdict>] = [:]
        for test in tests {
            expected[test.rule, default: []].formUnion(test.expectations.compactMap(\.verdict))
        }
        var totals: [String: Int] = [:]
        var gaps: [Gap] = []
        var windowsShown: Set<String> = []
        for rule in library.rules where expected[rule.id]?.contains(.notInForce) == true {
            windowsShown.insert(rule.citation.source)
        }
        for rule in library.rules {
            var reachable = rule.reachableVerdicts
            // One case shows the window of a source for every rule that has no window of its own.
            let source = rule.citation.source
            if rule.inForce == library.sources[source]?.inForce && !windowsShown.insert(source).inserted {
                reachable.remove(.notInForce)
            }
            totals[rule.id] = reachable.count
            for verdict in Verdict.allCases where reachable.contains(verdict) {
                if expected[rule.id]?.contains(verdict) != true { gaps.append(Gap(rule: rule.id, verdict: verdict)) }
            }
        }
        var expectedOfSets: [String: Set<Verdict>] = [:]
        for test in setTests {
            expectedOfSets[test.rule.id, default: []].formUnion(test.expectations.compactMap(\.verdict))
        }
        for rule in library.setRules {
            let reachable = rule.reachableVerdicts
            totals[rule.id] = reachable.count
            for verdict in Verdict.allCases
            where reachable.contains(verdict) && expectedOfSets[rule.id]?.contains(verdict) != true {
                gaps.append(Gap(rule: rule.id, verdict: verdict))
            }
        }
        self.totals = totals
        self.gaps = gaps
    }
}

extension Rule {
    /// The verdicts the rule's shape can come to; `error`, which only a fault gives, is none of them.
    public var reachableVerdicts: Set<Verdict> {
        var verdicts: Set<Verdict> = [.conform, .undetermined]
        if binds != nil || applies != nil || each != nil { verdicts.insert(.notApplicable) }
        if inForce.from != nil || inForce.to != nil { verdicts.insert(.notInForce) }
        switch requirement {
        case .condition(_, let partial):
            verdicts.insert(.nonconform)
            if partial != nil { verdicts.insert(.partial) }
        case .obligation(let obligation):
            verdicts.formUnion(obligation.kind.openVerdicts(late: obligation.late))
        }
        return verdicts
    }
}

extension SetRule {
    /// The verdicts the rule's shape can come to; of nothing counted there is no share, so that each may not apply.
    public var reachableVerdicts: Set<Verdict> {
        var verdicts: Set<Verdict> = [.conform, .nonconform, .undetermined, .notApplicable]
        if inForce.from != nil || inForce.to != nil { verdicts.insert(.notInForce) }
        switch quota.clock {
        case .state: break
        case .fixed, .perWindow: verdicts.insert(.pending)
        }
        return verdicts
    }
}

extension ObligationKind {
    /// What a duty comes to that is not done, or not done in time.
    fileprivate func openVerdicts(late: LateTreatment) -> Set<Verdict> {
        switch self {
        case .fixed, .within, .atLeast, .monthWindow, .beforeStep, .workingDays, .aheadOf, .expiry:
            [.pending, .nonconform]
        case .throughout: [.nonconform]
        // Without a last day it is never overdue.
        case .onEventNoTerm: [.pending]
        case .atOnce(_, let limit): limit == nil ? [.pending] : [.pending, .nonconform]
        }
    }
}
