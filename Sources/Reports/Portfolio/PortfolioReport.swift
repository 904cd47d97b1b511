public import Assessor
package import Model
public import Portfolio

/// A portfolio with what its reports say besides: the run, and what was wrong with its inputs.
public struct PortfolioReport: Sendable {
    /// The run.
    public let run: ReportRun
    /// The portfolio.
    public let portfolio: PortfolioAssessment
    /// What was wrong with the register and the statements.
    public let problems: [InputProblem]
    /// What changed since the last snapshot; nil where none was compared with.
    public let since: SnapshotComparison?

    /// Makes a report.
    public init(
        _ run: ReportRun, _ portfolio: PortfolioAssessment, problems: [InputProblem], since: SnapshotComparison? = nil
    ) {
        self.run = run
        self.portfolio = portfolio
        self.problems = problems
        self.since = since
    }

    /// Sentences in one language, with the words of the run's library.
    package func phrasing(_ language: Language) -> Phrasing { Phrasing(language, library: run.context.library) }
}

extension FailureThreshold {
    /// Whether the shares of a portfolio fail a run; those of past windows do not.
    public func isReached(by findings: [SetFinding]) -> Bool {
        let levels = findings.filter { !$0.isHistory }.compactMap(\.level)
        switch self {
        case .error: return levels.contains(.error)
        case .warning: return levels.contains(.error) || levels.contains(.warning)
        case .note, .new: return !levels.isEmpty
        case .undetermined: return levels.contains(.error) || findings.contains { $0.verdict == .undetermined }
        case .none: return false
        }
    }
}
