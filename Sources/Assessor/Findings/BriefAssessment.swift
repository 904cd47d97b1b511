public import CivilTime
public import Model

/// One statement on one day, looked at for what many statements come to together: verdicts and dates alone.
///
/// It comes to the same verdicts as ``Assessor/assess(_:in:asOf:)``, and costs a fraction of it: nothing is kept of why, nothing is
/// compared with other readings, and the facts are laid out once for all that is asked of them.
public struct BriefAssessment: Sendable {
    /// The statement.
    public let statement: Statement
    /// The day.
    public let asOf: CivilDate
    /// What each rule comes to, in the order of the rules, items and occurrences in order. Periods before the last closed one, which do
    /// not count, are left out.
    public let findings: [BriefFinding]
    let subject: Subject

    init(_ subject: Subject, findings: [BriefFinding]) {
        statement = subject.view.statement
        asOf = subject.asOf
        self.subject = subject
        self.findings = findings
    }

    /// The verdict of each rule, in the order of the findings.
    public var ruleVerdicts: [RuleVerdict] {
        var rules: [RuleVerdict] = []
        rules.reserveCapacity(subject.context.rules.count)
        var verdicts: [Verdict] = []
        for index in findings.indices {
            verdicts.append(findings[index].verdict)
            // The findings of a rule come one after the other.
            if index + 1 < findings.count, findings[index + 1].rule === findings[index].rule { continue }
            if let worst = VerdictRules.worst(verdicts) {
                rules.append(RuleVerdict(rule: findings[index].rule.id, verdict: worst))
            }
            verdicts.removeAll(keepingCapacity: true)
        }
        return rules
    }

    /// The verdicts of some rules.
    /// - Parameters:
    ///   - rules: The rules by id.
    ///   - other: One other choice on a point on which the law is silent; where it leads elsewhere, its verdicts are given.
    public func verdicts(
        of rules: Set<String>, under other: (interpretation: String, choice: String)? = nil
    ) -> [String: [Verdict]] {
        var verdicts: [String: [Verdict]] = [:]
        if rules.isEmpty { return verdicts }
        for finding in findings where rules.contains(finding.rule.id) {
            verdicts[finding.rule.id, default: []].append(finding.verdict)
        }
        guard let other else { return verdicts }
        for rule in subject.context.rules where verdicts[rule.id] != nil && rule.readings.contains(other.interpretation)
        {
            verdicts[rule.id] = self.verdicts(of: rule, under: other)
        }
        return verdicts
    }

    private func verdicts(of rule: Rule, under other: (interpretation: String, choice: String)) -> [Verdict] {
        let outcomes = subject.keeping(.comparison).outcomes(of: rule)
        let results = AlternativeReadings(subject.view, subject.context).results(of: rule, beside: outcomes)
        return zip(outcomes, results).compactMap { outcome, readings in
            if outcome.isHistory { return nil }
            let result = readings.first { $0.interpretation == other.interpretation && $0.choice == other.choice }
            return result?.verdict ?? outcome.verdict
        }
    }

    /// How far its agency has come in a switch.
    public func progress(of transition: Transition) -> ConversionProgress {
        Assessor.progress(of: transition, subject)
    }

    /// What is still to be done by a date, or may be, as ``DeadlineList/open`` has it: in order of date, those of one day in the
    /// order of the findings.
    public func openDates(within: Period) -> [OpenDate] {
        let horizon = DeadlineHorizon(asOf, within: within)
        var dates: [OpenDate] = []
        for finding in findings {
            guard let duty = finding.duty(asOf: asOf) else { continue }
            for date in duty.dates {
                let standing = duty.standing(of: date)
                guard !standing.isDone, duty.isListed(date, standing, horizon) else { continue }
                dates.append(
                    OpenDate(rule: finding.rule.id, authority: date.authority, due: date.due, standing: standing))
            }
        }
        return dates.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
    }
}

/// What one rule comes to on one item and occurrence, without why.
public struct BriefFinding: Sendable {
    /// The rule.
    public let rule: Rule
    /// The verdict.
    public let verdict: Verdict
    /// What only duties have; nil for the others, which are most, so that a finding takes little room.
    private let dated: Dated?

    private final class Dated: Sendable {
        let timing: Timing
        let clock: Clock?

        init(_ timing: Timing, _ clock: Clock?) {
            self.timing = timing
            self.clock = clock
        }
    }

    init(_ rule: Rule, _ outcome: Outcome) {
        self.init(rule, outcome.verdict, outcome.timing, outcome.reason)
    }

    init(_ rule: Rule, _ verdict: Verdict, _ timing: Timing, _ reason: Reason) {
        self.rule = rule
        self.verdict = verdict
        if case .clock(let clock) = reason {
            dated = Dated(timing, clock)
        } else {
            dated = timing == .none ? nil : Dated(timing, nil)
        }
    }

    /// The clock.
    public var timing: Timing { dated?.timing ?? .none }

    /// Its dates as they stand on a day; nil for one without a clock.
    func duty(asOf: CivilDate) -> DatedDuty? {
        guard let dated, let clock = dated.clock else { return nil }
        return DatedDuty(timing: dated.timing, clock: clock, isHistory: false, asOf: asOf)
    }
}

/// A date by which something is still to be done, or may be.
public struct OpenDate: Sendable {
    /// The rule, by id.
    public let rule: String
    /// Who set the date.
    public let authority: DeadlineAuthority
    /// The last day on which it is done in time.
    public let due: CivilDate
    /// How it stands on the as-of day.
    public let standing: DeadlineStanding
}
