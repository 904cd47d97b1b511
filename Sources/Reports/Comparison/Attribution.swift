internal import Assessor
internal import CivilTime
internal import Model

/// Attributes the change of one agency's findings to what differs between the runs.
///
/// A cause is a candidate only where the runs differ in it. What the reports exclude is dropped, what they show to bear on
/// the finding comes first, and what they leave open is said to be possible.
struct Attribution {
    let run: RunDifferences
    let a: ReportDocument
    let b: ReportDocument
    let before: ReportDocument.Subject
    let after: ReportDocument.Subject
    /// The findings of each report by rule.
    private let byRule: (before: [String: [ReportedFinding]], after: [String: [ReportedFinding]])
    /// All facts of a rule compared, for findings that stand in one report alone.
    private var comparisons: [String: FactComparison] = [:]
    private let facts: [Difference]
    private let days: CivilInterval?

    init(
        _ run: RunDifferences, _ a: ReportDocument, _ b: ReportDocument, _ before: ReportDocument.Subject,
        _ after: ReportDocument.Subject
    ) {
        self.run = run
        self.a = a
        self.b = b
        self.before = before
        self.after = after
        byRule = (Dictionary(grouping: before.findings) { $0.rule }, Dictionary(grouping: after.findings) { $0.rule })
        facts = run.facts(before, after)
        let first = min(a.asOf, b.asOf)
        days =
            a.asOf == b.asOf
            ? nil : first.adding(days: 1).flatMap { CivilInterval(first: $0, last: max(a.asOf, b.asOf)) }
    }

    /// Why a finding that both reports have differs.
    func causes(_ old: ReportedFinding, _ new: ReportedFinding) -> [Cause] {
        let comparison = FactComparison(old.facts, new.facts, days: days)
        return decide([
            factCause(comparison),
            dateCause([old, new], comparison.hidden),
            readingCause(old, new),
            rulesCause(ofRule: old.rule, inForce: (old.verdict == .notInForce) != (new.verdict == .notInForce)),
            programCause,
        ])
    }

    /// Why a finding stands in one report alone.
    mutating func causes(of finding: ReportedFinding, onlyIn side: Difference.Side) -> [Cause] {
        let old = byRule.before[finding.rule] ?? []
        let new = byRule.after[finding.rule] ?? []
        let others = side == .a ? new : old
        let otherSide: Difference.Side = side == .a ? .b : .a
        if others.isEmpty {
            let details: [Difference] = [.noRule(finding.rule, in: otherSide)]
            return [Cause(kind: .rules, certainty: run.rules.isEmpty ? .possible : .only, details: details + run.rules)]
        }
        let comparison =
            comparisons[finding.rule] ?? FactComparison(old.flatMap(\.facts), new.flatMap(\.facts), days: days)
        comparisons[finding.rule] = comparison
        return decide([
            factCause(comparison),
            dateCause([finding], comparison.hidden),
            readingCause(of: finding, in: side, among: old + new),
            rulesCause(ofRule: finding.rule, inForce: false),
            programCause,
        ])
    }

    /// A single cause is the only one; several come with those first that the reports show.
    private func decide(_ candidates: [Cause?]) -> [Cause] {
        let causes = candidates.compactMap(\.self)
        if let only = causes.first, causes.count == 1 {
            return [Cause(kind: only.kind, certainty: .only, details: only.details)]
        }
        return causes.filter { $0.certainty == .shown } + causes.filter { $0.certainty != .shown }
    }

    // MARK: Kinds

    private func factCause(_ comparison: FactComparison) -> Cause? {
        guard !facts.isEmpty else { return nil }
        if !comparison.changed.isEmpty { return Cause(kind: .facts, certainty: .shown, details: comparison.changed) }
        // The same facts with the same values in a statement of the same day cannot have made the difference.
        let isRestated = before.statedOn != after.statedOn
        if comparison.isSame, !isRestated, !isAlone { return nil }
        return Cause(kind: .facts, certainty: .possible, details: comparison.unshared + facts)
    }

    /// Whether nothing but facts differs.
    private var isAlone: Bool {
        run.asOf.isEmpty && run.readings.isEmpty && run.rules.isEmpty && run.program.isEmpty
    }

    private func dateCause(_ findings: [ReportedFinding], _ hidden: [Difference]) -> Cause? {
        guard let days else { return nil }
        var shown = hidden
        // A due day that passes changes a finding; it takes none away and brings none.
        let dues = findings.count > 1 ? findings.compactMap(\.due) : []
        for due in dues where isCrossed(due, days) {
            if !shown.contains(.dueBetween(due)) { shown.append(.dueBetween(due)) }
        }
        let isShown = !shown.isEmpty || (findings.count == 1 && findings.contains { begins($0, in: days) })
        return Cause(kind: .date, certainty: isShown ? .shown : .possible, details: shown.isEmpty ? run.asOf : shown)
    }

    /// Whether the period of a finding that stands in one report alone began between the two days.
    private func begins(_ finding: ReportedFinding, in days: CivilInterval) -> Bool {
        guard let occurrence = finding.occurrence, let start = try? CivilDate.parse(occurrence) else { return false }
        return days.contains(start)
    }

    /// Whether a duty was still within its time on the earlier day and past it on the later one.
    private func isCrossed(_ due: CivilDate, _ days: CivilInterval) -> Bool {
        guard let before = days.first.adding(days: -1) else { return false }
        return before <= due && due < days.last
    }

    private func readingCause(_ old: ReportedFinding, _ new: ReportedFinding) -> Cause? {
        var shown: [Difference] = []
        var possible: [Difference] = []
        for difference in run.readings {
            guard case .interpretation(let name, let from, let to) = difference else { continue }
            let inOld = old.readings.first { $0.interpretation == name && $0.choice == to }
            let inNew = new.readings.first { $0.interpretation == name && $0.choice == from }
            if let inOld, inOld.verdict == new.verdict {
                shown += [difference, .readingResult(name, choice: inOld.choice, verdict: inOld.verdict, in: .a)]
            } else if let inNew, inNew.verdict == old.verdict {
                shown += [difference, .readingResult(name, choice: inNew.choice, verdict: inNew.verdict, in: .b)]
            } else if (old.readings + new.readings).contains(where: { $0.interpretation == name })
                || old.isHistory || new.isHistory || from == nil || to == nil
            {
                possible.append(difference)
            }
        }
        if !shown.isEmpty { return Cause(kind: .reading, certainty: .shown, details: shown) }
        // A report names every reading under which a finding would differ; one it does not name made no difference, unless
        // several were changed together.
        if possible.isEmpty, run.readings.count > 1 { possible = run.readings }
        return possible.isEmpty ? nil : Cause(kind: .reading, certainty: .possible, details: possible)
    }

    private func readingCause(
        of finding: ReportedFinding, in side: Difference.Side, among findings: [ReportedFinding]
    ) -> Cause? {
        var shown: [Difference] = []
        var possible: [Difference] = []
        for difference in run.readings {
            guard case .interpretation(let name, let from, let to) = difference else { continue }
            let other = side == .a ? to : from
            if let result = finding.readings.first(where: { $0.interpretation == name && $0.choice == other }) {
                shown += [difference, .readingResult(name, choice: result.choice, verdict: result.verdict, in: side)]
            } else if finding.occurrence != nil
                || findings.contains(where: { $0.readings.contains { $0.interpretation == name } })
            {
                possible.append(difference)
            }
        }
        if !shown.isEmpty { return Cause(kind: .reading, certainty: .shown, details: shown) }
        return possible.isEmpty ? nil : Cause(kind: .reading, certainty: .possible, details: possible)
    }

    private func rulesCause(ofRule rule: String, inForce: Bool) -> Cause? {
        guard !run.rules.isEmpty else { return nil }
        let set = (byRule.after[rule] ?? byRule.before[rule])?.first?.ruleSet
        // The set the rule belongs to comes first; definitions of other sets may bear on it too.
        let own = run.rules.filter { difference in
            if case .ruleSet(let id, _, _) = difference { id == set } else { false }
        }
        let details = own + run.rules.filter { !own.contains($0) }
        if inForce, a.asOf == b.asOf { return Cause(kind: .rules, certainty: .shown, details: [.inForce] + details) }
        return Cause(kind: .rules, certainty: .possible, details: details)
    }

    private var programCause: Cause? {
        run.program.isEmpty ? nil : Cause(kind: .program, certainty: .possible, details: run.program)
    }
}
