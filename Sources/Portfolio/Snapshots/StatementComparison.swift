internal import Assessor
internal import CivilTime
internal import Model

/// The statements of two snapshots that belong together: first by file, then by agency, as a file may be renamed.
enum StatementPairs {
    /// The pairs in the order of the later snapshot, then the statements it has no longer.
    static func pairs(
        _ before: [SnapshotStatement], _ after: [SnapshotStatement]
    ) -> [(before: SnapshotStatement?, after: SnapshotStatement?)] {
        let paths = Set(after.map(\.path))
        let byPath = Dictionary(before.map { ($0.path, $0) }) { first, _ in first }
        var loose: [String: [SnapshotStatement]] = [:]
        for statement in before where !paths.contains(statement.path) {
            if let agency = statement.agency { loose[agency, default: []].append(statement) }
        }
        var taken: Set<String> = []
        var pairs: [(SnapshotStatement?, SnapshotStatement?)] = []
        for statement in after {
            var partner = byPath[statement.path]
            if partner == nil, let agency = statement.agency, loose[agency]?.isEmpty == false {
                partner = loose[agency]?.removeFirst()
            }
            if let partner { taken.insert(partner.path) }
            pairs.append((partner, statement))
        }
        return pairs + before.filter { !taken.contains($0.path) }.map { ($0, nil) }
    }
}

/// Compares the findings on one statement by their fingerprints.
enum StatementComparison {
    typealias Change = SnapshotComparison.FindingChange

    static func change(
        _ before: SnapshotStatement?, _ after: SnapshotStatement?
    ) -> SnapshotComparison.StatementChange {
        var changes: [Change] = []
        var unchanged = 0
        if let before, let after {
            (changes, unchanged) = both(before.findings, after.findings)
        } else {
            // Of a statement that came or went nothing is known of the other day.
            changes = (before?.findings ?? []).filter { !$0.isHistory }.map {
                Change(kind: .gone, direction: .other, before: $0, after: nil)
            }
            changes += (after?.findings ?? []).filter { !$0.isHistory }.map {
                Change(kind: .new, direction: .other, before: nil, after: $0)
            }
        }
        return SnapshotComparison.StatementChange(
            path: after?.path ?? before?.path ?? "", agency: after?.agency ?? before?.agency, wasThere: before != nil,
            isThere: after != nil, isRestated: before?.digest != after?.digest, changes: ordered(changes),
            unchanged: unchanged)
    }

    private static func both(_ before: [SnapshotFinding], _ after: [SnapshotFinding]) -> ([Change], Int) {
        let worst = (before: worst(before), after: worst(after))
        // Findings that share a fingerprint pair in their order.
        var partners: [String: [SnapshotFinding]] = [:]
        for finding in after.reversed() { partners[finding.fingerprint, default: []].append(finding) }
        var changes: [Change] = []
        var unchanged = 0
        for old in before {
            guard let new = partners[old.fingerprint]?.popLast() else {
                if old.isHistory { continue }
                let isBetter = old.verdict.gravity > worst.after[old.rule] ?? 0
                changes.append(Change(kind: .gone, direction: isBetter ? .better : .other, before: old, after: nil))
                continue
            }
            if old.isHistory && new.isHistory { continue }
            if old.isLike(new) {
                unchanged += 1
            } else {
                changes.append(Change(kind: .changed, direction: direction(old, new), before: old, after: new))
            }
        }
        for new in after where !new.isHistory {
            // Whatever is left of a fingerprint has no partner.
            guard let left = partners[new.fingerprint]?.popLast() else { continue }
            // A duty that has come up and whose last day is ahead is nothing that went wrong.
            let isWorse = left.verdict != .pending && left.verdict.gravity > worst.before[left.rule] ?? 0
            changes.append(Change(kind: .new, direction: isWorse ? .worse : .other, before: nil, after: left))
        }
        return (changes, unchanged)
    }

    /// The worst finding of each rule: a rule is the worst of its findings.
    private static func worst(_ findings: [SnapshotFinding]) -> [String: Int] {
        var worst: [String: Int] = [:]
        for finding in findings where !finding.isHistory {
            worst[finding.rule] = max(worst[finding.rule] ?? 0, finding.verdict.gravity)
        }
        return worst
    }

    private static func direction(_ old: SnapshotFinding, _ new: SnapshotFinding) -> Change.Direction {
        // A period that passed out of the count, or into it, is neither.
        if old.isHistory != new.isHistory { return .other }
        let before = [old.verdict.gravity, old.level.map { $0.gravity } ?? 0, old.timing == .overdue ? 1 : 0]
        let after = [new.verdict.gravity, new.level.map { $0.gravity } ?? 0, new.timing == .overdue ? 1 : 0]
        for (one, other) in zip(before, after) where one != other { return other > one ? .worse : .better }
        return .other
    }

    /// Worse first, then better, then neither; a changed verdict before a changed clock; else as they came.
    private static func ordered(_ changes: [Change]) -> [Change] {
        func rank(_ change: Change) -> Int {
            let changesVerdict = change.before?.verdict != change.after?.verdict
            let direction: Int
            switch change.direction {
            case .worse: direction = 0
            case .better: direction = 2
            case .other: direction = 4
            }
            return direction + (changesVerdict ? 0 : 1)
        }
        let ranked = changes.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return ranked.map(\.element)
    }
}

extension SnapshotFinding {
    /// Whether another finding says the same; days alone move with every day.
    func isLike(_ other: SnapshotFinding) -> Bool {
        verdict == other.verdict && level == other.level && timing == other.timing && due == other.due
            && assurance == other.assurance && isHistory == other.isHistory && isWaived == other.isWaived
    }
}

extension Verdict {
    /// error > nonconform > undetermined > partial > pending > conform; what does not apply is neutral.
    var gravity: Int {
        switch self {
        case .conform, .notApplicable, .notInForce: 0
        case .pending: 1
        case .partial: 2
        case .undetermined: 3
        case .nonconform: 4
        case .error: 5
        }
    }
}

extension Level {
    fileprivate var gravity: Int {
        switch self {
        case .note: 1
        case .warning: 2
        case .error: 3
        }
    }
}
