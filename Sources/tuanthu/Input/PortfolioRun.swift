internal import Assessor
internal import CivilTime
internal import ConcurrentMap
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import YAMLTree

/// A run over a register: the rules, the register, and its statements on every core, told in the order of the register.
struct PortfolioRun {
    let report: ReportRun
    let portfolio: PortfolioAssessment
    let problems: [InputProblem]
    /// What changed since the last snapshot; nil where it was held against none.
    let since: SnapshotComparison?
    let assessor: PortfolioAssessor
    let files: any RegisterFiles

    init(_ command: PortfolioCommand, _ settings: RunSettings) throws {
        let language = settings.language.value
        let day = try command.asOf.day()
        let within = try command.period("--within", command.within)
        let idleAfter = try command.period("--no-step-in", command.idleAfter)
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let unbound = try RunRules(settings, extent: .everything, standard: { $0.portfolioProfile?.id })
        let present = PresentFiles(register: command.register)
        // What is to be kept has to know its inputs by their digests, which take as long as reading them.
        let files: any RegisterFiles = command.cache.folder == nil ? present : WatchedFiles(present)
        let input = try RegisterInput(files, unbound.loaded.library, language)
        let register = input.register
        let rules = try unbound.bound(by: register)
        let loaded = rules.loaded
        let library = loaded.library
        var problems = input.problems
        let context = try rules.context(inspections: input.inspections, holidays: calendar)
        let transition = try command.to.map { try loaded.transition(from: nil, to: $0, language) }
        let options = PortfolioAssessor.Options(
            transition: transition ?? Self.transition(library, context), within: within, idleAfter: idleAfter)
        let assessor = PortfolioAssessor(register, in: context, asOf: day, options)
        let report = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: command.threshold)
        let cache = try command.cache.open(language)
        let intake = RegisterIntake(
            assessor, library.vocabulary, files,
            cache: cache.map { ($0, loaded.cacheKey(of: report, "portfolio/3").adding(assessor)) })
        let outcomes = assessor.paths.concurrentMap { intake.outcome($0) }
        if let cache, outcomes.contains(where: { $0.result?.isKept == true }) { command.cache.prune(cache, language) }
        for outcome in outcomes { problems += outcome.tell(language, of: assessor.units(of: outcome.path)) }
        portfolio = assessor.assessment(outcomes.compactMap(\.result?.result))
        self.assessor = assessor
        self.files = files
        self.problems = problems
        self.report = report
        since = nil
    }

    /// Reads a statement of the register once more and assesses it with every finding; nil where it can no longer be read.
    func assessment(at path: String) throws(FileError) -> Assessment? {
        let loaded = try RegisterStatement(path, of: files)?.load(assessor.context.library.vocabulary)
        return loaded?.value.map { assessor.findings(of: $0, at: path) }
    }

    /// The switch that is told where none is named: the first settled one whose due rule the profile selects.
    static func transition(_ library: RuleLibrary, _ context: AssessmentContext) -> Transition? {
        library.transitions.first { transition in
            !transition.isProvisional && context.rules.contains { $0.id == transition.due }
        }
    }
}
