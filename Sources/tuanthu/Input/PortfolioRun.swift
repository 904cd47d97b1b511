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
    let folder: String
    let files: any RegisterFiles

    init(_ command: PortfolioCommand, _ settings: RunSettings) throws {
        let language = settings.language.value
        let day = try command.asOf.day()
        let within = try command.period("--within", command.within)
        let idleAfter = try command.period("--no-step-in", command.idleAfter)
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let rules = try RunRules(settings, extent: .everything, standard: { $0.portfolioProfile?.id })
        let loaded = rules.loaded
        let library = loaded.library
        let files = WatchedFiles(PresentFiles(register: command.register))
        let input = try RegisterInput(files, library, language)
        let register = input.register
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
        let folder = Folder.parent(of: command.register)
        let intake = PortfolioIntake(
            assessor, library.vocabulary, files,
            cache: cache.map { ($0, loaded.cacheKey(of: report, "portfolio/2").adding(assessor)) })
        let outcomes = assessor.paths.concurrentMap { intake.outcome($0) }
        if let cache, outcomes.contains(where: \.isKept) { command.cache.prune(cache, language) }
        for outcome in outcomes {
            LoadedLibrary.tell(outcome.diagnostics, language)
            problems += outcome.diagnostics.map { InputProblem($0) }
            guard let error = outcome.error else { continue }
            Streams.complain("tuanthu: \(error.message(language))\n")
            problems.append(InputProblem(error.localized))
        }
        portfolio = assessor.assessment(outcomes.compactMap(\.result))
        self.assessor = assessor
        self.folder = folder
        self.files = files
        self.problems = problems
        self.report = report
        since = nil
    }

    /// Reads a statement of the register once more and assesses it with every finding; nil where it can no longer be read.
    func assessment(at path: String) throws(FileError) -> Assessment? {
        let vocabulary = assessor.context.library.vocabulary
        let file = InputFile(name: Folder.path(folder, path), isStandardInput: false, kind: .statement)
        let source = SourceText(name: file.name, bytes: try file.bytes())
        let loaded = StatementLoader(vocabulary: vocabulary).load(source, tables: { file.table($0) })
        return loaded.value.map { Assessor.assess($0, in: assessor.context, asOf: assessor.asOf) }
    }

    /// The switch that is told where none is named: the first settled one whose due rule the profile selects.
    static func transition(_ library: RuleLibrary, _ context: AssessmentContext) -> Transition? {
        library.transitions.first { transition in
            !transition.isProvisional && context.rules.contains { $0.id == transition.due }
        }
    }
}
