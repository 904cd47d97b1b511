public import Assessor
internal import Model

/// From which findings on a run counts as failed; it never changes a verdict, only the exit code.
public enum FailureThreshold: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
    case note
    /// Findings of level error, and every undetermined one.
    case undetermined
    /// Errors and warnings that an earlier run did not have, or had at a lower level; without one to compare with, all of them.
    /// That a day has come near is a reminder and no such finding.
    case new
    case none

    /// Whether a run with these counts failed.
    public func isReached(by summary: RunSummary) -> Bool {
        let errors = summary.levels[.error] ?? 0
        let warnings = summary.levels[.warning] ?? 0
        let notes = summary.levels[.note] ?? 0
        switch self {
        case .error: return errors > 0
        case .warning: return errors + warnings > 0
        case .note: return errors + warnings + notes > 0
        case .undetermined: return errors + summary.undetermined > 0
        case .new: return (summary.worse[.error] ?? 0) + (summary.worse[.warning] ?? 0) > 0
        case .none: return false
        }
    }

    /// Whether one finding is enough for a run to fail.
    public func isReached(by finding: Finding, comparedWith baseline: Baseline?) -> Bool {
        guard !finding.isHistory, let level = finding.level else { return false }
        switch self {
        case .error: return level == .error
        case .warning: return level >= .warning
        case .note: return true
        case .undetermined: return level == .error || finding.verdict == .undetermined
        case .new: return level >= .warning && !finding.isReminder && (baseline?.isWorse(finding) ?? true)
        case .none: return false
        }
    }
}
