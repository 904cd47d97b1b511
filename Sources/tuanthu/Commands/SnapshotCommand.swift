internal import ArgumentParser
internal import CivilTime
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import Store

/// `tuanthu snapshot`: every finding of a register on a day, kept.
struct SnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot", abstract: "Every finding of a register on a day, kept in a history.",
        discussion: """
            `tuanthu snapshot REGISTER --store FILE` keeps the findings of today, or of --as-of; `trend`, `diff` and `portfolio` read \
            them back.
            """,
        subcommands: [SnapshotTakeCommand.self, SnapshotListCommand.self, SnapshotExportCommand.self],
        defaultSubcommand: SnapshotTakeCommand.self)
}

/// `tuanthu snapshot take`, or without the word.
struct SnapshotTakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Keep every finding of a register on a day.",
        discussion: """
            One snapshot for each portfolio, day and version of the rules. The same findings once more change nothing; other ones are \
            refused without --replace. --rebuild takes a snapshot of every day of a folder of dated files, or of the register's \
            history in git, all under the rules of this run, so that a curve over them has one ruler.

            Exit codes: 0 kept; 2 some input could not be read, or nothing was kept.
            """)

    @Argument(help: ArgumentHelp("The register (tuanthu: register/1).", valueName: "register"))
    var register: String

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOptions

    @Option(
        help: ArgumentHelp(
            "Write the snapshot as JSON lines too; - for standard output; with --rebuild a folder, one file for each day.",
            valueName: "file"))
    var jsonl: String?

    @Flag(help: "Put the snapshot in the place of one of the same day and rules that holds other findings.")
    var replace = false

    @Option(
        help: ArgumentHelp(
            "Take a snapshot of every day: git, or a folder of dated files.", valueName: "git|folder"))
    var rebuild: String?

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp(
            "With --rebuild, the days to take in place of all of them; may be given several times.", valueName: "date"))
    var days: [String] = []

    @Option(
        name: .customLong("no-step-in"),
        help: ArgumentHelp("After how long without a step of the switch a unit is not moving.", valueName: "period"))
    var idleAfter: String = "P180D"

    @Option(help: ArgumentHelp("The edition whose switch is told, such as iso-9001-2015.", valueName: "edition"))
    var to: String?

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption

    func validate() throws {
        _ = try rules.readings()
        _ = try period()
        _ = try chosenDays()
        if store.path == nil, jsonl == nil {
            throw ValidationError("say where to keep it: --store FILE, --jsonl FILE or both")
        }
        if rebuild == nil {
            _ = try asOf.day()
            if !days.isEmpty { throw ValidationError("--on goes with --rebuild; one day is --as-of DATE") }
        } else {
            if asOf.asOf != nil {
                throw ValidationError("--rebuild has days of its own; choose among them with --on DATE")
            }
            if jsonl == "-" { throw ValidationError("--jsonl names a folder with --rebuild") }
        }
    }

    private func period() throws -> Period {
        do throws(PeriodParseError) {
            return try Period.parse(idleAfter)
        } catch {
            throw ValidationError("--no-step-in \(idleAfter): \(error.text(in: .en))")
        }
    }

    private func chosenDays() throws -> [CivilDate] {
        let parsed = try days.map { text in
            do throws(DateParseError) {
                return try CivilDate.parse(text)
            } catch {
                throw ValidationError("--on \(text): \(error.text(in: .en))")
            }
        }
        return Set(parsed).sorted()
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        let history = try store.open(for: .writing, language)
        let request = SnapshotRun.Request(
            register: register, within: .days(90), idleAfter: try period(), to: to, threshold: .error,
            cache: cache)
        let run = try SnapshotRun(request, settings)
        var isComplete = true
        if let rebuild {
            if let jsonl {
                do throws(FileError) { try FileSystem.makeFolder(jsonl) } catch {
                    throw CommandStop(error.message(language))
                }
            }
            for (day, files) in try rebuilt(rebuild, run) {
                let lines = jsonl.map { Folder.path($0, "\(day).jsonl") }
                let output = SnapshotOutput(store: history, lines: lines, replaces: replace, language: language)
                isComplete = try take(day, files, run, output) && isComplete
            }
        } else {
            let output = SnapshotOutput(store: history, lines: jsonl, replaces: replace, language: language)
            isComplete = try take(asOf.day(), PresentFiles(register: register), run, output)
        }
        throw CommandStop(isComplete ? .noFindings : .noVerdict)
    }

    /// Takes one snapshot and says what became of it; false where some input could not be read.
    private func take(
        _ day: CivilDate, _ files: any RegisterFiles, _ run: SnapshotRun, _ output: SnapshotOutput
    ) throws -> Bool {
        let day = try run.day(day, files)
        let written = try output.write(day, of: run)
        let text = SnapshotText(output.language)
            .taken(
                day.head, units: written.outcome.portfolio.units.count, statements: written.outcome.statements,
                findings: written.outcome.findings, SnapshotText.Fate(written.stored))
        if jsonl == "-" { Streams.complain(text) } else { Streams.printOutput(text) }
        if !written.outcome.isComplete { Streams.complain(SnapshotText(output.language).incomplete(day.head)) }
        return written.outcome.isComplete
    }

    /// The days to rebuild, each with the files as they were.
    private func rebuilt(_ from: String, _ run: SnapshotRun) throws -> [(CivilDate, any RegisterFiles)] {
        let chosen = try chosenDays()
        if from == "git" {
            let history = try GitHistory(register: register, run.language)
            let days = chosen.isEmpty ? history.revisions.map(\.day) : chosen
            return try days.map { day in
                guard let revision = history.revision(by: day) else {
                    throw CommandStop(
                        run.language == .vi
                            ? "\(register): git chưa có lần ghi nào đến hết ngày \(DateText(.vi).text(day))"
                            : "\(register): git has no commit up to \(day)")
                }
                return (day, try history.files(revision, run.language))
            }
        }
        let folders: [CivilDate]
        do throws(FileError) {
            folders = try DatedFiles.folders(from).sorted()
        } catch {
            throw CommandStop(error.message(run.language))
        }
        // Which statements there are the last register says.
        let latest = DatedFiles(register: register, folder: from, day: .max, days: folders)
        let paths = try run.day(AsOfOption.today, latest).paths
        let days = chosen.isEmpty ? DatedFiles.days(of: from, folders, paths) : chosen
        if days.isEmpty {
            throw CommandStop(
                run.language == .vi
                    ? "\(from): không có thư mục hay tệp nào mang tên một ngày như 2020-06-30"
                    : "\(from): holds no folder and no file named after a day such as 2020-06-30")
        }
        return days.map { ($0, DatedFiles(register: register, folder: from, day: $0, days: folders)) }
    }
}

extension SnapshotText.Fate {
    init(_ outcome: HistoryStore.Outcome?) {
        switch outcome {
        case .added: self = .added
        case .unchanged: self = .unchanged
        case .replaced: self = .replaced
        case nil: self = .written
        }
    }
}
