internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// `tuanthu check`: the findings on statements.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Findings on statements: files, folders, or - for standard input.")

    @Argument(help: ArgumentHelp("Statements, inspections, and folders that hold them.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json[=path]"))
    var format: [ReportFormat] = []

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "From which findings on the exit code is 1: error, warning, note, undetermined, new or none.",
            valueName: "level"))
    var threshold: FailureThreshold = .error

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    @Option(
        name: .customLong("stdin-filename"),
        help: ArgumentHelp("What standard input is called in reports.", valueName: "path"))
    var standardInputName: String = "<stdin>"

    @Flag(name: .shortAndLong, help: "Tell also what conforms, does not apply or is past.")
    var verbose = false

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        if paths.isEmpty {
            throw ValidationError("name at least one statement, a folder of statements, or - for standard input")
        }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("- is given twice") }
        let destinations = format.map { $0.path ?? "-" }
        if Set(destinations).count < destinations.count {
            throw ValidationError("two reports for the same place: give --format NAME=PATH")
        }
    }

    func run() throws {
        let language = language.language
        let day = try asOf.day()
        let loaded = try LoadedLibrary.load(rules.rules, language)
        let inputs = InputCollection(paths, standardInputName: standardInputName)
        for problem in inputs.problems { Streams.complain("tuanthu: \(problem[language])\n") }
        let assumed = try assumptions.read(loaded.library.vocabulary, language)
        var intake = StatementIntake(
            vocabulary: loaded.library.vocabulary, language: language, assumptions: assumed)
        let inspections = inputs.inspections.compactMap { intake.inspection($0) }
        let context = try rules.context(loaded.library, inspections: inspections, language)
        let run = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: threshold, assumptions: assumed)
        let options = TextReport.Options(language: language, isColoured: color.isColoured, isVerbose: verbose)
        let writer = ReportWriter(format.isEmpty ? [ReportFormat(.text)] : format, run, options)
        var summary = RunSummary()
        var agencies: Set<String> = []
        for file in inputs.statements {
            guard let statement = intake.statement(file) else { continue }
            if let code = statement.agencyCode { agencies.insert(code) }
            let assessment = Assessor.assess(statement, in: context, asOf: day)
            summary.add(assessment.summary)
            writer.add(assessment, in: context)
        }
        warnOfLooseInspections(inspections, agencies, language)
        let problems = inputs.problems.map { InputProblem($0) } + intake.problems
        do throws(FileError) {
            try writer.finish(problems: problems)
        } catch {
            throw CommandStop(error.message(language))
        }
        let status = status(summary, isComplete: !problems.contains(where: \.isError))
        // The process ends with the library in place: taking it apart first would cost a tenth of a run.
        withExtendedLifetime((loaded, context)) { RunEnd.leave(with: status) }
    }

    /// 2 wins over 1: a run that could not read everything gives no verdict.
    private func status(_ summary: RunSummary, isComplete: Bool) -> ExitStatus {
        guard isComplete, summary.subjects > 0 else { return .noVerdict }
        return threshold.isReached(by: summary) ? .findings : .noFindings
    }

    private func warnOfLooseInspections(_ inspections: [Inspection], _ agencies: Set<String>, _ language: Language) {
        for inspection in inspections where !agencies.contains(inspection.agency) {
            let name = inspection.source.name
            Streams.complain(
                language == .vi
                    ? "tuanthu: cảnh báo: \(name): không có bản khai nào của cơ quan “\(inspection.agency)” trong lần chạy này\n"
                    : "tuanthu: warning: \(name): no statement of agency “\(inspection.agency)” in this run\n")
        }
    }
}
