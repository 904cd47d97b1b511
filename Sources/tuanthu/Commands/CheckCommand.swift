internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports

/// `tuanthu check`: the findings on statements.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Findings on statements: files, folders, or - for standard input.")

    @OptionGroup var paths: StatementPaths
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times: \(CheckFormat.list).",
            valueName: "format[=path]"))
    var format: [FormatChoice<CheckFormat>] = []

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "From which findings on the exit code is 1: error, warning, note, undetermined, new or none.",
            valueName: "level"))
    var threshold: FailureThreshold = .error

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    @Flag(
        name: .shortAndLong,
        help:
            "Tell also what conforms, does not apply or is past: in text, markdown and sarif; the other formats always do."
    )
    var verbose = false

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        try FormatChoice.validate(format)
    }

    func run() throws {
        let language = language.language
        var run = try StatementRun(
            paths, rules, holidays, assumptions: assumptions, asOf: asOf.day(), language)
        let context = run.context
        let options = TextReport.Options(language: language, isColoured: color.isColoured, isVerbose: verbose)
        let writer = ReportWriter(
            format.isEmpty ? [FormatChoice(.text)] : format, run.report(threshold: threshold), options)
        run.assessEach { writer.add($0, in: context) }
        let result: RunResult
        do throws(FileError) {
            result = try writer.finish(problems: run.problems)
        } catch {
            throw CommandStop(error.message(language))
        }
        let status = ExitStatus(result.outcome)
        // The process ends with the library in place: taking it apart first would cost a tenth of a run.
        withExtendedLifetime(run) { RunEnd.leave(with: status) }
    }
}
