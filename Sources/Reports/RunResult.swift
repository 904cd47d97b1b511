internal import Model

/// How a run ended: the counts, and what was wrong with inputs.
///
/// It is made once. The last line of the text report, the counts of every format and the exit code are all read from it.
public struct RunResult: Sendable {
    /// What follows from the counts and the problems.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Nothing reaches the threshold.
        case noFindings = "no_findings"
        /// Something does.
        case findings
        /// Some input could not be read, so there is no verdict.
        case incomplete
        /// There was nothing to check.
        case nothing

        /// The exit code: 0, 1, or 2 where no verdict can be given, which wins over 1.
        public var exitCode: Int32 {
            switch self {
            case .noFindings: 0
            case .findings: 1
            case .incomplete, .nothing: 2
            }
        }
    }

    /// The counts.
    public let summary: RunSummary
    /// What was wrong with inputs.
    public let problems: [InputProblem]
    /// From which findings on the run counts as failed.
    public let threshold: FailureThreshold
    /// What follows.
    public let outcome: Outcome

    /// Makes a result.
    public init(_ summary: RunSummary, threshold: FailureThreshold, problems: [InputProblem]) {
        self.summary = summary
        self.problems = problems
        self.threshold = threshold
        if problems.contains(where: \.isError) {
            outcome = .incomplete
        } else if summary.subjects == 0 {
            outcome = .nothing
        } else {
            outcome = threshold.isReached(by: summary) ? .findings : .noFindings
        }
    }
}
