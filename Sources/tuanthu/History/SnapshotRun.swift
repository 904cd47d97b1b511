internal import Assessor
internal import CivilTime
internal import ConcurrentMap
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import YAMLTree

/// A run over a register that hands on every finding: the rules once, then any number of days under them.
struct SnapshotRun {
    /// What was asked for.
    struct Request {
        let register: String
        let within: Period
        let idleAfter: Period
        let to: String?
        let threshold: FailureThreshold
    }

    private let request: Request
    private let rules: RunRules
    private let holidays: HolidayCalendar?
    private let transition: Transition?
    let language: Language

    init(_ request: Request, _ settings: RunSettings) throws {
        self.request = request
        language = settings.language.value
        holidays = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let rules = try RunRules(settings, extent: .everything, standard: { $0.portfolioProfile?.id })
        self.rules = rules
        let named = try request.to.map { try rules.loaded.transition(from: nil, to: $0, settings.language.value) }
        transition = try named ?? PortfolioRun.transition(rules.loaded.library, rules.context())
    }

    /// One day of the register, ready to be assessed.
    struct Day {
        let report: ReportRun
        let head: SnapshotHead
        let assessor: PortfolioAssessor
        fileprivate let files: any RegisterFiles
        fileprivate let problems: [InputProblem]

        /// The files of the statements, relative to the register.
        var paths: [String] { assessor.paths }
    }

    /// What a day came to.
    struct Outcome {
        let portfolio: PortfolioAssessment
        let problems: [InputProblem]
        let statements: Int
        let findings: Int

        var isComplete: Bool { !problems.contains(where: \.isError) }
    }

    /// Reads the register as it was; what is wrong with it goes to standard error and stops the run.
    func day(_ day: CivilDate, _ files: any RegisterFiles) throws -> Day {
        let input = try RegisterInput(files, rules.loaded.library, language)
        let options = PortfolioAssessor.Options(
            transition: transition, within: request.within, idleAfter: request.idleAfter)
        // What a register's plans bind its units to is a fact like any other of the register, and no part of the ruler.
        let ruler = try report(day, rules, input)
        let bound = try report(day, rules.bound(by: input.register), input)
        return Day(
            report: bound, head: SnapshotHead(ruler, input.register, options),
            assessor: PortfolioAssessor(input.register, in: bound.context, asOf: day, options), files: files,
            problems: input.problems)
    }

    private func report(_ day: CivilDate, _ rules: RunRules, _ input: RegisterInput) throws -> ReportRun {
        ReportRun(
            version: ToolVersion.text, asOf: day,
            context: try rules.context(inspections: input.inspections, holidays: holidays),
            rulesOrigin: rules.loaded.origin, vocabularyFiles: rules.loaded.vocabularyFiles,
            threshold: request.threshold)
    }

    /// How many statements are held in memory with their findings.
    private static let batch = 16

    /// Assesses a day: its statements on every core, some at a time, each handed on with its findings in the order of the register.
    func assess(_ day: Day, _ take: (SnapshotStatement) throws -> Void) throws -> Outcome {
        var problems = day.problems
        var results: [StatementResult] = []
        var unwritten: Set<String> = []
        var findings = 0
        let paths = day.paths
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let batch = Array(paths[start..<min(start + Self.batch, paths.count)])
            for outcome in batch.concurrentMap({ Self.outcome($0, day) }) {
                problems += outcome.tell(language)
                if outcome.isUnwritten { unwritten.insert(outcome.path) }
                guard let assessed = outcome.result else { continue }
                findings += assessed.snapshot.findings.count
                results.append(assessed.result)
                try take(assessed.snapshot)
            }
        }
        let portfolio = day.assessor.assessment(results, unwritten: unwritten)
        return Outcome(portfolio: portfolio, problems: problems, statements: results.count, findings: findings)
    }

    /// Assesses a day and keeps every finding.
    func snapshot(_ day: Day) throws -> (snapshot: Snapshot, outcome: Outcome) {
        var statements: [SnapshotStatement] = []
        let outcome = try assess(day) { statements.append($0) }
        let snapshot = Snapshot(head: day.head, statements: statements, tail: SnapshotTail(outcome.portfolio))
        return (snapshot, outcome)
    }

    /// What a statement came to.
    private struct Assessed: Sendable {
        let result: StatementResult
        let snapshot: SnapshotStatement
    }

    private static func outcome(_ path: String, _ day: Day) -> RegisterStatementOutcome<Assessed> {
        RegisterStatementOutcome(path, of: day.files) { read, outcome in
            let loaded = read.load(day.report.context.library.vocabulary)
            outcome.diagnostics = loaded.diagnostics
            guard let statement = loaded.value else { return }
            var kept: SnapshotStatement?
            let result = day.assessor.result(of: statement, at: path) { kept = SnapshotStatement($0, at: path) }
            outcome.result = kept.map { Assessed(result: result, snapshot: $0) }
        }
    }
}
