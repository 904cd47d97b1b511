internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports

/// `tuanthu stream`: statements as JSON lines in, findings as JSON lines out.
struct StreamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream", abstract: "Statements as JSON lines in, findings as JSON lines out.",
        discussion: """
            Each line of standard input is {"path": …, "yaml": …}, with the tables that the statement names as "tables": {NAME: CSV}. \
            Each gets one line of output, in the same order: its path, what the JSON report has of a subject, and "errors". A line or \
            statement that cannot be read costs one message and a line with errors.

            A line depends on its own input, the rules and the day alone, so that parts of the input may be run on other machines.

            Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 some line could not be read, or none came.
            """)

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var waivers: WaiverOptions
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption

    @Flag(help: "Look also for what would change each finding, which takes ten times as long as all the rest.")
    var changes = false

    @Flag(
        name: .customLong("keep-going"),
        help: "Exit 0 though some lines could not be read, or none came: each bad one has its line with errors.")
    var keepsGoing = false

    @Option(
        name: .customLong("max-line"),
        help: ArgumentHelp("How many MiB a line may have.", valueName: "MiB"))
    var maxLine: Int = 32

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "From which findings on the exit code is 1: error, warning, note, undetermined, new or none.",
            valueName: "level"))
    var threshold: FailureThreshold = .error

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        guard (1...1024).contains(maxLine) else { throw ValidationError("--max-line must be from 1 to 1024") }
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        let day = try asOf.day()
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let files = waivers.isOff ? [] : settings.sources.paths(.waivers, flags: waivers.paths, settings.file?.waivers)
        let rules = try RunRules(settings, waivers: files.map(\.value))
        let context = try rules.context(holidays: calendar)
        let report = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: rules.loaded.origin,
            vocabularyFiles: rules.loaded.vocabularyFiles, threshold: threshold)
        let folder = try cache.open(language)
        var run = StreamRun(rules, context, report, looksForChanges: changes, language, cache: folder)
        var reader = LineReader(limit: maxLine << 20)
        do throws(FileError) {
            try run.answer(&reader)
        } catch {
            throw CommandStop(error.message(language))
        }
        if let folder, run.hasKept { cache.prune(folder, language) }
        if run.count == 0, !keepsGoing {
            throw CommandStop(
                language == .vi ? "không có dòng nào trên đầu vào chuẩn" : "no line came on standard input")
        }
        if run.hasErrors, !keepsGoing { throw CommandStop(.noVerdict) }
        throw CommandStop(run.isReached ? .findings : .noFindings)
    }
}
