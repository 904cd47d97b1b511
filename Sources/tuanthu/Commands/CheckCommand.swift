internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports
internal import TextDocuments

/// `tuanthu check`: the findings on statements.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Findings on statements: files, folders, or - for standard input.")

    @OptionGroup var paths: StatementPaths
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var showConfiguration: ShowConfigurationOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var waivers: WaiverOptions
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption
    @OptionGroup var template: TemplateOptions

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
    var threshold: FailureThreshold?

    @Option(
        help: ArgumentHelp(
            "The findings of an earlier run, written by tuanthu baseline write, to compare with.", valueName: "file"))
    var baseline: String?

    @Flag(
        name: .customLong("next-failure"), inversion: .prefixedNo,
        help:
            "Look for the first day on which a passing run would fail though nothing is written; done without asking for up to 10 statements."
    )
    var looksAhead: Bool?

    @Option(help: ArgumentHelp("When to use colours: auto (if not given), always or never.", valueName: "when"))
    var color: ColourChoice?

    @Flag(
        name: .shortAndLong,
        help:
            "Tell also what conforms, does not apply or is past: in text, markdown and sarif; the other formats always do."
    )
    var verbose = false

    /// Looking ahead assesses a statement some thirty times: for so many nobody notices.
    private static let mostLookedAhead = 10

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        try FormatChoice.validate(format)
    }

    func run() throws {
        let settings = try settings()
        if showConfiguration.isSet { return show(settings) }
        let language = settings.run.language.value
        if template.isListed { return try listFields(settings, language) }
        let earlier = try settings.baseline.map { try BaselineReading.read($0.value, language) }
        var run = try StatementRun(
            settings.run, standardInputName: paths.standardInputName, waivers: settings.waivers.map(\.value),
            assumptions: assumptions, asOf: asOf.day(), extent: extent(settings))
        let context = run.context
        let form = try form(settings, context, language)
        if form != nil, run.count > 1 {
            throw CommandStop(TemplateProblem.severalAgencies(run.count).message(language))
        }
        let report = run.report(threshold: settings.threshold.value, baseline: earlier)
        let options = TextReport.Options(
            language: language, isColoured: settings.color.value.isColoured, isVerbose: settings.isVerbose.value)
        let writer = ReportWriter(settings.formats.map(\.value), report, options, template: form)
        // Nothing ever fails at --fail-on none.
        let isWanted = settings.looksAhead.value && (settings.isLookAheadAsked || run.count <= Self.mostLookedAhead)
        let isSearched = report.threshold != .none && isWanted
        var search = isSearched ? NextFailureSearch(report) : nil
        run.assessEach { assessment in
            writer.add(assessment, in: context)
            search?.add(assessment)
        }
        let result: RunResult
        do throws(FileError) {
            result = try writer.finish(next: search?.result, problems: run.problems)
        } catch {
            throw CommandStop(error.message(language))
        }
        if let refusal = writer.refusal { throw CommandStop(refusal) }
        // The process ends with the library in place: taking it apart first would cost a tenth of a run.
        withExtendedLifetime(run) { RunEnd.leave(with: ExitStatus(result.outcome)) }
    }

    /// What of the library is read beyond what findings need: a workbook tells of the switch as well, whose tables no other format needs,
    /// and a document the heads of checklists, which may be of sets that the profile does not select.
    private func extent(_ settings: CheckSettings) -> LoadedLibrary.Extent? {
        if settings.formats.contains(where: { $0.value.name == .xlsx }) { return .everything }
        return hasDocument(settings) ? .ruleSets : nil
    }

    private func hasDocument(_ settings: CheckSettings) -> Bool {
        settings.formats.contains { $0.value.name == .docx }
    }

    /// The user's own form for the document of the run; one form has the fields of one kind of document.
    private func form(
        _ settings: CheckSettings, _ context: AssessmentContext, _ language: Language
    ) throws -> DocumentTemplate? {
        let isCorrective = settings.formats.contains { $0.value.name == .docxCorrective }
        if template.path != nil, isCorrective, hasDocument(settings) {
            throw CommandStop(
                language == .vi
                    ? "--template chỉ điền một văn bản: dùng với -f docx hoặc với -f docx-corrective, không cùng lúc"
                    : "--template fills one document: give -f docx or -f docx-corrective, not both")
        }
        let isAsked = isCorrective || hasDocument(settings)
        if isCorrective {
            return try TemplateReading.read(
                template.path, fields: CorrectiveDraft.templateFields, isAsked: isAsked, language)
        }
        return try TemplateReading.read(
            template.path, fields: AgencyReport.templateFields(in: context), isAsked: isAsked, language)
    }

    private func listFields(_ settings: CheckSettings, _ language: Language) throws {
        if settings.formats.contains(where: { $0.value.name == .docxCorrective }), !hasDocument(settings) {
            return Streams.printOutput(TemplateField.list(CorrectiveDraft.templateFields, language))
        }
        let context = try RunRules(settings.run, extent: .ruleSets).context()
        Streams.printOutput(TemplateField.list(AgencyReport.templateFields(in: context), language))
    }

    private func settings() throws -> CheckSettings {
        let run = try RunSettings(configuration, paths: paths.paths, rules, holidays, language)
        let flags = CheckSettings.Flags(
            waivers: waivers.paths, hasNoWaivers: waivers.isOff, baseline: baseline, threshold: threshold,
            formats: format, color: color, isVerbose: verbose, looksAhead: looksAhead, asOf: asOf.asOf)
        return try CheckSettings(run, flags)
    }

    private func show(_ settings: CheckSettings) {
        let report = SettingsReport(settings)
        let isForPrograms = format.contains { $0.name == .json }
        Streams.printOutput(isForPrograms ? report.json : report.text)
    }
}
