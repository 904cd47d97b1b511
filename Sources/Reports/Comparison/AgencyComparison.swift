internal import Assessor
internal import CivilTime
internal import Model

/// Compares the findings on one agency.
struct AgencyComparison {
    private let run: RunDifferences
    private let a: ReportDocument
    private let b: ReportDocument

    init(_ run: RunDifferences, _ a: ReportDocument, _ b: ReportDocument) {
        self.run = run
        self.a = a
        self.b = b
    }

    func agency(
        _ before: ReportDocument.Subject?, _ after: ReportDocument.Subject?
    ) -> ReportComparison.Agency {
        switch (before, after) {
        case (let before?, let after?): both(before, after)
        case (let before?, nil): alone(before, in: .a)
        case (nil, let after?): alone(after, in: .b)
        case (nil, nil):
            ReportComparison.Agency(
                title: "", code: nil, onlyIn: nil, differences: [], changes: [], unchanged: 0)
        }
    }

    private func alone(
        _ subject: ReportDocument.Subject, in side: Difference.Side
    ) -> ReportComparison.Agency {
        let missing: Difference = .noResult(in: side == .a ? .b : .a)
        let cause = Cause(kind: .facts, certainty: .only, details: [missing])
        let changes = subject.findings.filter { !$0.isHistory }.map { finding in
            ReportComparison.FindingChange(
                kind: side == .a ? .gone : .new, direction: .other, before: side == .a ? finding : nil,
                after: side == .b ? finding : nil, causes: [cause])
        }
        return ReportComparison.Agency(
            title: subject.title, code: subject.code, onlyIn: side, differences: [missing], changes: changes,
            unchanged: 0)
    }

    private func both(
        _ before: ReportDocument.Subject, _ after: ReportDocument.Subject
    ) -> ReportComparison.Agency {
        var attribution = Attribution(run, a, b, before, after)
        let worst = (before: Self.worst(before.findings), after: Self.worst(after.findings))
        var partners = Dictionary(grouping: after.findings) { $0.fingerprint }
        var changes: [ReportComparison.FindingChange] = []
        var unchanged = 0
        for old in before.findings {
            guard let new = partners[old.fingerprint]?.first else {
                if old.isHistory { continue }
                changes.append(
                    ReportComparison.FindingChange(
                        kind: .gone, direction: isAbove(old, worst.after) ? .better : .other, before: old, after: nil,
                        causes: attribution.causes(of: old, onlyIn: .a)))
                continue
            }
            partners[old.fingerprint]?.removeFirst()
            if old.isHistory && new.isHistory { continue }
            if old.isLike(new) {
                unchanged += 1
            } else {
                changes.append(
                    ReportComparison.FindingChange(
                        kind: .changed, direction: direction(old, new), before: old, after: new,
                        causes: attribution.causes(old, new)))
            }
        }
        for candidate in after.findings where !candidate.isHistory {
            // Of findings that share a fingerprint the last ones are new.
            guard let new = partners[candidate.fingerprint]?.first else { continue }
            partners[new.fingerprint]?.removeFirst()
            changes.append(
                ReportComparison.FindingChange(
                    kind: .new, direction: isAbove(new, worst.before) ? .worse : .other, before: nil, after: new,
                    causes: attribution.causes(of: new, onlyIn: .b)))
        }
        return ReportComparison.Agency(
            title: after.title, code: after.code, onlyIn: nil, differences: run.facts(before, after),
            changes: Self.ordered(changes), unchanged: unchanged)
    }

    /// Worse first, then better, then neither; a changed verdict before a changed clock; else as they came.
    private static func ordered(_ changes: [ReportComparison.FindingChange]) -> [ReportComparison.FindingChange] {
        func rank(_ change: ReportComparison.FindingChange) -> Int {
            let direction: Int
            switch change.direction {
            case .worse: direction = 0
            case .better: direction = 2
            case .other: direction = 4
            }
            return direction + (change.changesVerdict ? 0 : 1)
        }
        let ranked = changes.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return ranked.map(\.element)
    }

    // MARK: Better and worse

    private func direction(
        _ old: ReportedFinding, _ new: ReportedFinding
    ) -> ReportComparison.FindingChange.Direction {
        // A period that passed out of the count, or into it, is neither.
        if old.isHistory != new.isHistory { return .other }
        let before = [Self.rank(old.verdict), Self.rank(old.level), old.timing == .overdue ? 1 : 0]
        let after = [Self.rank(new.verdict), Self.rank(new.level), new.timing == .overdue ? 1 : 0]
        for (one, other) in zip(before, after) where one != other { return other > one ? .worse : .better }
        return .other
    }

    /// Whether a finding that stands in one report alone is worse than its whole rule in the other one: a rule is the worst
    /// of its findings.
    private func isAbove(_ finding: ReportedFinding, _ worst: [String: Int]) -> Bool {
        Self.rank(finding.verdict) > worst[finding.rule] ?? 0
    }

    private static func worst(_ findings: [ReportedFinding]) -> [String: Int] {
        var worst: [String: Int] = [:]
        for finding in findings where !finding.isHistory {
            worst[finding.rule] = max(worst[finding.rule] ?? 0, rank(finding.verdict))
        }
        return worst
    }

    /// error > nonconform > undetermined > partial > pending > conform; what does not apply is neutral.
    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .conform, .notApplicable, .notInForce: 0
        case .pending: 1
        case .partial: 2
        case .undetermined: 3
        case .nonconform: 4
        case .error: 5
        }
    }

    private static func rank(_ level: Level?) -> Int {
        switch level {
        case nil: 0
        case .note: 1
        case .warning: 2
        case .error: 3
        }
    }
}

extension ReportedFinding {
    /// Whether another finding says the same; days alone move with every day.
    func isLike(_ other: ReportedFinding) -> Bool {
        verdict == other.verdict && level == other.level && timing == other.timing && due == other.due
            && assurance == other.assurance && isHistory == other.isHistory
    }
}
