internal import Assessor
internal import Model

/// From which findings on a run counts as failed; it never changes a verdict, only the exit code.
public enum FailureThreshold: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
    case note
    /// Findings of level error, and every undetermined one.
    case undetermined
    /// Findings that an earlier run did not have; without one to compare with every finding is new.
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
        case .note, .new: return errors + warnings + notes > 0
        case .undetermined: return errors + (summary.findings[.undetermined] ?? 0) > 0
        case .none: return false
        }
    }
}
