internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports

/// `tuanthu deadlines`: what comes due, what is overdue, what would be overdue if it is not done.
struct DeadlinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines", abstract: "What comes due, what is overdue, in order of date.",
        discussion: """
            Every authority's date of a duty is an entry of its own where it differs. What is done is in json and ics only, \
            as far back as the list looks ahead.

            Exit codes: 0 the deadlines were told; 2 some input could not be read, or there was none.
            """)

    @OptionGroup var paths: StatementPaths
    @OptionGroup var asOf: AsOfOption

    @Option(help: ArgumentHelp("How far to look ahead, as an ISO 8601 period.", valueName: "period"))
    var within: String = "P90D"

    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var showConfiguration: ShowConfigurationOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json|csv|ics[=path]"))
    var format: [FormatChoice<DeadlineFormat>] = []

    @Option(
        help: ArgumentHelp(
            "The calendar written last time: what moved gets a higher revision, what fell away is cancelled.",
            valueName: "file.ics"))
    var previous: String?

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        _ = try period()
        try FormatChoice.validate(format)
        if !assumptions.texts.isEmpty, format.contains(where: { !$0.name.tellsAssumptions }) {
            throw ValidationError(
                "--assume is for --format text and json: the others cannot say that a date is assumed")
        }
        if previous != nil, !writesCalendar { throw ValidationError("--previous is of use with --format ics only") }
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: paths.paths, rules, holidays, language)
        if showConfiguration.isSet {
            let flags = CheckSettings.Flags(asOf: asOf.asOf)
            let report = SettingsReport(try CheckSettings(settings, flags))
            let isForPrograms = format.contains { $0.name == .json }
            return Streams.printOutput(isForPrograms ? report.json : report.text)
        }
        let language = settings.language.value
        let day = try asOf.day()
        let earlier = try previousCalendar(language)
        var run = try StatementRun(
            settings, standardInputName: paths.standardInputName, assumptions: assumptions, asOf: day)
        var list = DeadlineList(asOf: day, within: try period())
        run.assessEach { list.add($0) }
        if writesCalendar, let code = list.repeatedAgency { throw CommandStop(repeated(code, language)) }
        let report = DeadlineReport(run.report(threshold: .none), list, problems: run.problems)
        do throws(FileError) {
            try write(report, earlier, language)
        } catch {
            throw CommandStop(error.message(language))
        }
        throw CommandStop(run.isComplete && !list.statements.isEmpty ? .noFindings : .noVerdict)
    }

    private var writesCalendar: Bool { format.contains { $0.name == .ics } }

    private func period() throws -> Period {
        do throws(PeriodParseError) {
            return try Period.parse(within)
        } catch {
            throw ValidationError("--within \(within): \(error.text(in: .en))")
        }
    }

    private func previousCalendar(_ language: Language) throws -> PreviousCalendar? {
        guard let previous else { return nil }
        do {
            return try PreviousCalendar(try FileSystem.read(previous))
        } catch let fault as CalendarFault {
            throw CommandStop("--previous \(previous): \(fault.message(language))")
        } catch let error as FileError {
            throw CommandStop("--previous \(error.message(language))")
        }
    }

    /// Makes every report before it writes one, and writes files first: where a file cannot be written nothing is printed.
    private func write(
        _ report: DeadlineReport, _ earlier: PreviousCalendar?, _ language: Language
    ) throws(FileError) {
        let choices = format.isEmpty ? [FormatChoice(DeadlineFormat.text)] : format
        let reports = choices.map { choice in (path: choice.path, bytes: bytes(choice, report, earlier, language)) }
        for report in reports where !report.bytes.isEmpty {
            if let path = report.path { try FileSystem.write(report.bytes, to: path) }
        }
        for report in reports where report.path == nil { Streams.write(report.bytes) }
    }

    private func bytes(
        _ choice: FormatChoice<DeadlineFormat>, _ report: DeadlineReport, _ earlier: PreviousCalendar?,
        _ language: Language
    ) -> [UInt8] {
        switch choice.name {
        case .text:
            let isColoured = choice.path == nil && color.isColoured
            return Array(DeadlineText(report, language, isColoured: isColoured).text.utf8)
        case .json: return DeadlineJSON(report).bytes
        case .csv: return DeadlineCSV(report, language).bytes
        case .ics: return DeadlineCalendar(report, language, previous: earlier).bytes
        }
    }

    private func repeated(_ code: String, _ language: Language) -> String {
        switch language {
        case .vi: "có nhiều bản khai của cơ quan “\(code)”; lịch cần mỗi cơ quan một bản khai"
        case .en: "there are several statements of agency “\(code)”; a calendar needs one of each agency"
        }
    }
}

extension DeadlineFormat {
    /// Whether a report of this format says what was assumed: a calendar or a table goes its way without the head of the report.
    fileprivate var tellsAssumptions: Bool {
        switch self {
        case .text, .json: true
        case .csv, .ics: false
        }
    }
}
