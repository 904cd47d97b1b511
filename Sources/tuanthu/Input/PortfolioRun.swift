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

    init(_ command: PortfolioCommand, _ settings: RunSettings) throws {
        let language = settings.language.value
        let day = try command.asOf.day()
        let within = try command.period("--within", command.within)
        let idleAfter = try command.period("--no-step-in", command.idleAfter)
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let rules = try RunRules(settings, extent: .everything, standard: { $0.portfolioProfile?.id })
        let loaded = rules.loaded
        let library = loaded.library
        let input = try RegisterInput(command.register, library, language)
        let register = input.register
        var problems = input.problems
        let context = try rules.context(inspections: input.inspections, holidays: calendar)
        let transition = try command.to.map { try loaded.transition(from: nil, to: $0, language) }
        let options = PortfolioAssessor.Options(
            transition: transition ?? Self.transition(library, context), within: within, idleAfter: idleAfter)
        let assessor = PortfolioAssessor(register, in: context, asOf: day, options)
        let folder = Folder.parent(of: command.register)
        let outcomes = assessor.paths.concurrentMap { path in
            Self.outcome(path, in: folder, assessor, library.vocabulary)
        }
        for outcome in outcomes {
            LoadedLibrary.tell(outcome.diagnostics, language)
            problems += outcome.diagnostics.map { InputProblem($0) }
            guard let error = outcome.error else { continue }
            Streams.complain("tuanthu: \(error.message(language))\n")
            problems.append(InputProblem(error.localized))
        }
        portfolio = assessor.assessment(outcomes.compactMap(\.result))
        self.problems = problems
        report = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: command.threshold)
    }

    /// The switch that is told where none is named: the first settled one whose due rule the profile selects.
    private static func transition(_ library: RuleLibrary, _ context: AssessmentContext) -> Transition? {
        library.transitions.first { transition in
            !transition.isProvisional && context.rules.contains { $0.id == transition.due }
        }
    }

    /// What became of one statement.
    private struct Outcome: Sendable {
        var result: StatementResult?
        var diagnostics: [Diagnostic] = []
        var error: FileError?
    }

    private static func outcome(
        _ path: String, in folder: String, _ assessor: PortfolioAssessor, _ vocabulary: Vocabulary
    ) -> Outcome {
        let file = InputFile(name: Folder.path(folder, path), isStandardInput: false, kind: .statement)
        do throws(FileError) {
            let source = SourceText(name: file.name, bytes: try file.bytes())
            let loaded = StatementLoader(vocabulary: vocabulary).load(source, tables: { file.table($0) })
            return Outcome(
                result: loaded.value.map { assessor.result(of: $0, at: path) }, diagnostics: loaded.diagnostics)
        } catch {
            return Outcome(error: error)
        }
    }
}
