internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Pages
internal import Portfolio
internal import Reports
internal import Spreadsheets
internal import TextDocuments
internal import ZipArchive

/// `tuanthu portfolio`: the committee's page over the units of a register.
struct PortfolioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portfolio", abstract: "What the agencies of a register come to together.",
        discussion: """
            Units by step of the switch, those late, not moving or without a statement, the shares that are asked of all of them, \
            what comes due, and the requirements most of them miss; with --store also what changed since the last snapshot. \
            A statement that cannot be read costs one message. -f html=page.html --pages units writes the committee's page and one \
            page for each unit beside it, for a browser and for paper.

            Exit codes: 0 nothing at or above --fail-on; 1 a share at or above it; 2 some input could not be read.
            """)

    @Argument(help: ArgumentHelp("The register (tuanthu: register/1).", valueName: "register"))
    var register: String

    @OptionGroup var asOf: AsOfOption

    @Option(help: ArgumentHelp("How far to look ahead for dates, as an ISO 8601 period.", valueName: "period"))
    var within: String = "P90D"

    @Option(
        name: .customLong("no-step-in"),
        help: ArgumentHelp("After how long without a step of the switch a unit is not moving.", valueName: "period"))
    var idleAfter: String = "P180D"

    @Option(help: ArgumentHelp("The edition whose switch is told, such as iso-9001-2015.", valueName: "edition"))
    var to: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption
    @OptionGroup var template: TemplateOptions

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json|csv|html|xlsx|docx[=path]"))
    var format: [FormatChoice<PortfolioFormat>] = []

    @Option(
        help: ArgumentHelp(
            "Folder for an HTML page of each unit, to which the page of -f html links; made where it is not there.",
            valueName: "folder"))
    var pages: String?

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp("From which level of a share on the run fails.", valueName: "level"))
    var threshold: FailureThreshold = .error

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        _ = try period("--within", within)
        _ = try period("--no-step-in", idleAfter)
        try FormatChoice.validate(format)
        if pages?.isEmpty == true { throw ValidationError("--pages: name a folder") }
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        if template.isListed {
            return Streams.printOutput(TemplateField.list(PortfolioSummary.templateFields, language))
        }
        let form = try TemplateReading.read(
            template.path, fields: PortfolioSummary.templateFields, isAsked: format.contains { $0.name == .docx },
            language)
        let kept = try KeptRun(self, settings)
        if let told = kept?.told() {
            try deliver(told.reports, language)
            RunEnd.leave(with: told.status)
        }
        let run = try store.path == nil ? PortfolioRun(self, settings) : PortfolioRun(self, settings, comparedIn: store)
        let report = PortfolioReport(run.report, run.portfolio, problems: run.problems, since: run.since)
        let reports: [[UInt8]]
        do throws(FileError) {
            reports = try made(report, form, language)
            try write(reports)
            if let pages {
                let page = format.first { $0.name == .html }?.path
                try UnitPageWriter(run, report, language, into: pages, page: page).write()
            }
        } catch {
            throw CommandStop(error.message(language))
        }
        if run.problems.contains(where: \.isError) { throw CommandStop(.noVerdict) }
        let status = threshold.isReached(by: run.portfolio.sets) ? ExitStatus.findings : .noFindings
        if let kept {
            kept.keep(KeptRun.Told(reports: reports, status: status), from: run.files as? WatchedFiles)
        }
        // The process ends with all of it in place: taking a large register apart first would cost time and nothing else.
        withExtendedLifetime((run, report)) {
            RunEnd.leave(with: status)
        }
    }

    /// A period of the command line.
    func period(_ name: String, _ text: String) throws -> Period {
        do throws(PeriodParseError) {
            return try Period.parse(text)
        } catch {
            throw ValidationError("\(name) \(text): \(error.text(in: .en))")
        }
    }

    private var choices: [FormatChoice<PortfolioFormat>] {
        format.isEmpty ? [FormatChoice(PortfolioFormat.text)] : format
    }

    /// The reports in the order in which they were asked for, all made before one is written.
    private func made(
        _ report: PortfolioReport, _ form: DocumentTemplate?, _ language: Language
    ) throws(FileError) -> [[UInt8]] {
        var reports: [[UInt8]] = []
        for choice in choices { reports.append(try bytes(choice, report, form, language)) }
        return reports
    }

    /// Writes reports, those for files first.
    private func write(_ reports: [[UInt8]]) throws(FileError) {
        for (choice, bytes) in zip(choices, reports) {
            if let path = choice.path { try FileSystem.write(bytes, to: path) }
        }
        for (choice, bytes) in zip(choices, reports) where choice.path == nil { Streams.write(bytes) }
    }

    private func deliver(_ reports: [[UInt8]], _ language: Language) throws {
        do throws(FileError) {
            try write(reports)
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    private func bytes(
        _ choice: FormatChoice<PortfolioFormat>, _ report: PortfolioReport, _ form: DocumentTemplate?,
        _ language: Language
    ) throws(FileError) -> [UInt8] {
        switch choice.name {
        case .text:
            let isColoured = choice.path == nil && color.isColoured
            return Array(PortfolioText(report, language, isColoured: isColoured).text.utf8)
        case .json: return PortfolioJSON(report).bytes
        case .csv: return PortfolioCSV(report).bytes
        case .xlsx:
            do throws(SpreadsheetError) {
                return try PortfolioWorkbook(report, language).bytes()
            } catch {
                throw .failed(path: choice.path ?? "xlsx", reason: language == .vi ? error.vietnamese : error.english)
            }
        case .html:
            var folder: String?
            if let pages { folder = try UnitPageWriter.folder(pages, from: choice.path) }
            return CommitteePage(report, language, unitPagesIn: folder).bytes
        case .docx:
            let summary = PortfolioSummary(report, language)
            do throws(ZipError) {
                guard let form else { return try summary.document.wordFile() }
                return try form.filled(summary.templateValues)
            } catch {
                throw .failed(path: choice.path ?? "-", reason: language == .vi ? error.vietnamese : error.english)
            }
        }
    }
}

/// The formats of a portfolio.
enum PortfolioFormat: String, CaseIterable {
    case text, json, csv, html, xlsx, docx
}
