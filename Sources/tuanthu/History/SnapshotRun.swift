internal import Assessor
internal import CivilTime
internal import ConcurrentMap
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import ResultCache
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
        let cache: CacheOption
    }

    private let request: Request
    private let rules: RunRules
    private let holidays: HolidayCalendar?
    private let transition: Transition?
    private let cache: ResultCache?
    let language: Language

    init(_ request: Request, _ settings: RunSettings) throws {
        self.request = request
        language = settings.language.value
        holidays = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        cache = try request.cache.open(language)
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
        fileprivate let intake: RegisterIntake<SnapshotAssessing>
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
        let boundRules = try rules.bound(by: input.register)
        let bound = try report(day, boundRules, input)
        let assessor = PortfolioAssessor(input.register, in: bound.context, asOf: day, options)
        let key = boundRules.loaded.cacheKey(of: bound, "snapshot/2").adding(assessor)
        let intake = RegisterIntake(
            SnapshotAssessing(assessor: assessor), bound.context.library.vocabulary, files,
            cache: cache.map { ($0, key) })
        return Day(
            report: bound, head: SnapshotHead(ruler, input.register, options), assessor: assessor, intake: intake,
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
        var (statements, findings) = (0, 0)
        var hasKept = false
        let paths = day.paths
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let batch = Array(paths[start..<min(start + Self.batch, paths.count)])
            for outcome in batch.concurrentMap({ day.intake.outcome($0) }) {
                problems += outcome.tell(language, of: day.assessor.units(of: outcome.path))
                if outcome.isUnwritten { unwritten.insert(outcome.path) }
                guard let taken = outcome.result else { continue }
                hasKept = hasKept || taken.isKept
                let assessed = taken.result
                results.append(assessed.result)
                // Of a unit that has ended its statement bears on earlier windows of the shares, and is no part of the snapshot.
                guard day.assessor.isOfUnitInBeing(outcome.path) else { continue }
                statements += 1
                findings += assessed.snapshot.findings.count
                try take(assessed.snapshot)
            }
        }
        if let cache, hasKept { request.cache.prune(cache, language) }
        let portfolio = day.assessor.assessment(results, unwritten: unwritten)
        return Outcome(portfolio: portfolio, problems: problems, statements: statements, findings: findings)
    }

    /// Assesses a day and keeps every finding.
    func snapshot(_ day: Day) throws -> (snapshot: Snapshot, outcome: Outcome) {
        var statements: [SnapshotStatement] = []
        let outcome = try assess(day) { statements.append($0) }
        let snapshot = Snapshot(head: day.head, statements: statements, tail: SnapshotTail(outcome.portfolio))
        return (snapshot, outcome)
    }
}

/// What a run that hands on every finding makes of a statement.
struct SnapshotAssessing: StatementAssessing {
    let assessor: PortfolioAssessor

    struct Result: Sendable {
        let result: StatementResult
        let snapshot: SnapshotStatement
    }

    func faults(of statement: Statement, at path: String) -> [Diagnostic] { assessor.faults(of: statement, at: path) }

    func result(of statement: Statement, at path: String) -> Result {
        let assessment = assessor.findings(of: statement, at: path)
        return Result(
            result: assessor.result(of: assessment, at: path), snapshot: SnapshotStatement(assessment, at: path))
    }

    /// What the statement brings to the portfolio, on a line, then the lines of a snapshot.
    func stored(_ result: Result) -> [UInt8]? {
        guard let own = assessor.stored(result.result) else { return nil }
        return own + [UInt8(ascii: "\n")] + SnapshotLines.bytes(result.snapshot)
    }

    func restored(_ bytes: [UInt8], at path: String) -> Result? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let own = assessor.restored(Array(bytes[..<end]), at: path),
            let snapshot = SnapshotLines.statement(bytes[(end + 1)...]), snapshot.path == path
        else { return nil }
        return Result(result: own, snapshot: snapshot)
    }
}
