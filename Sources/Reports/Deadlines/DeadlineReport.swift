public import Assessor
internal import Model

/// A list of deadlines with what its reports say besides: the run, and what was wrong with its inputs.
public struct DeadlineReport: Sendable {
    /// The run.
    public let run: ReportRun
    /// The deadlines.
    public let list: DeadlineList
    /// What was wrong with inputs.
    public let problems: [InputProblem]

    /// Makes a report.
    public init(_ run: ReportRun, _ list: DeadlineList, problems: [InputProblem]) {
        self.run = run
        self.list = list
        self.problems = problems
    }

    /// Sentences in one language, with the words of the run's library.
    func phrasing(_ language: Language) -> Phrasing { Phrasing(language, library: run.context.library) }
}
