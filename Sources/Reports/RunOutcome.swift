internal import Assessor

/// How a run ended. The last line of a report and the exit code are both made of it, and so never differ.
public enum RunOutcome: Sendable, Hashable, CaseIterable {
    /// Some input could not be read, or there was none: no verdict.
    case incomplete
    /// There are findings at or above the threshold.
    case failed
    /// There are none.
    case passed

    /// The outcome of a run with these counts.
    public init(_ summary: RunSummary, _ threshold: FailureThreshold, problems: [InputProblem]) {
        if summary.subjects == 0 || problems.contains(where: \.isError) {
            self = .incomplete
        } else {
            self = threshold.isReached(by: summary) ? .failed : .passed
        }
    }
}
