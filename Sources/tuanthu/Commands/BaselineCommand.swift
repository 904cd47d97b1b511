internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports

/// `tuanthu baseline`: the findings of a run, kept to compare later runs with.
struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "The findings of a run, kept to compare later runs with.",
        discussion: """
            A baseline holds every finding that asks for something and that no waiver accepts. `check --baseline FILE \
            --fail-on new` fails on errors and warnings that it does not hold, or holds at a lower level; that a day has come \
            near is a reminder, and fails nothing.
            """,
        subcommands: [
            BaselineWriteCommand.self, BaselineUpdateCommand.self, BaselinePruneCommand.self,
            BaselineDiffCommand.self,
        ])
}

/// What every `baseline` command is given.
struct BaselineOptions: ParsableArguments {
    @OptionGroup var paths: StatementPaths
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var waivers: WaiverOptions
    @OptionGroup var language: LanguageOption

    @Option(
        name: .customLong("baseline"),
        help: ArgumentHelp("The file; else TUANTHU_BASELINE, else what the configuration names.", valueName: "file"))
    var path: String?

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    /// A run, and the baseline it is held against.
    struct Outcome {
        let path: String
        let comparison: BaselineComparison
        let language: Language
    }

    /// Assesses the statements; the run stops where one of them has an error.
    /// - Parameter reads: Whether the file is there already.
    func compare(reads: Bool) throws -> Outcome {
        let settings = try RunSettings(configuration, paths: paths.paths, rules, holidays, language)
        let language = settings.language.value
        let flags = CheckSettings.Flags(waivers: waivers.paths, hasNoWaivers: waivers.isOff, baseline: path)
        let check = try CheckSettings(settings, flags)
        guard let path = check.baseline?.value else {
            throw CommandStop(
                language == .vi
                    ? "chưa biết tệp mốc so sánh: nêu --baseline TỆP, hoặc ghi “baseline:” trong tuanthu.yml"
                    : "which file is not known: give --baseline FILE, or write “baseline:” in tuanthu.yml")
        }
        let baseline = reads ? try BaselineReading.read(path, language) : Baseline([])
        var run = try StatementRun(
            settings, standardInputName: paths.standardInputName, waivers: check.waivers.map(\.value),
            asOf: asOf.day())
        var comparison = BaselineComparison(baseline, run.context)
        var count = 0
        run.assessEach { assessment in
            comparison.add(assessment)
            count += 1
        }
        guard run.isComplete, count > 0 else { throw CommandStop(.noVerdict) }
        return Outcome(path: path, comparison: comparison, language: language)
    }
}

extension BaselineOptions.Outcome {
    /// Writes entries to the file, and tells how many findings were added, renewed and taken out.
    func write(_ entries: [BaselineEntry], added: Int, renewed: Int, removed: Int, overwrites: Bool) throws {
        do throws(FileError) {
            let bytes = BaselineFile.bytes(entries, over: overwrites ? comparison.source : nil)
            if overwrites {
                try FileSystem.write(bytes, to: path)
            } else {
                try FileSystem.create(path, with: bytes)
            }
        } catch {
            throw CommandStop(error.message(language))
        }
        let kept = comparison.notLookedAt.count
        Streams.printOutput(
            language == .vi
                ? "\(path): \(entries.count) phát hiện; thêm \(added), ghi lại \(renewed), bỏ \(removed), không xét đến \(kept)\n"
                : "\(path): findings \(entries.count); added \(added), renewed \(renewed), removed \(removed), not looked at \(kept)\n"
        )
    }

    /// How many rows stand so.
    func count(_ state: BaselineState) -> Int { comparison.rows.count { $0.state == state } }
}

/// `tuanthu baseline write`.
struct BaselineWriteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Writes a baseline of this run's findings.")

    @OptionGroup var options: BaselineOptions

    @Flag(help: "Overwrite a file that is there.")
    var force = false

    func run() throws {
        let outcome = try options.compare(reads: false)
        let entries = outcome.comparison.current
        try outcome.write(entries, added: entries.count, renewed: 0, removed: 0, overwrites: force)
    }
}

/// `tuanthu baseline update`.
struct BaselineUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Adds what is new and renews what changed; takes nothing out.")

    @OptionGroup var options: BaselineOptions

    func run() throws {
        let outcome = try options.compare(reads: true)
        try outcome.write(
            outcome.comparison.updated, added: outcome.count(.new), renewed: outcome.count(.changed), removed: 0,
            overwrites: true)
    }
}

/// `tuanthu baseline prune`.
struct BaselinePruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Takes out what is resolved; adds nothing.")

    @OptionGroup var options: BaselineOptions

    func run() throws {
        let outcome = try options.compare(reads: true)
        try outcome.write(
            outcome.comparison.pruned, added: 0, renewed: 0, removed: outcome.count(.resolved), overwrites: true)
    }
}

/// `tuanthu baseline diff`.
struct BaselineDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What is new, changed or resolved against a baseline; writes nothing to it.",
        discussion: "Exit codes: 0 compared; 1 it differs, where --fail-on changed asks; 2 no comparison could be made."
    )

    /// When the exit code is 1.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        /// Anything is new, changed or resolved.
        case changed
        case none
    }

    @OptionGroup var options: BaselineOptions

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("How to tell it: text or json.", valueName: "text|json"))
    var format: FindingFormat = .text

    @Option(
        name: .customLong("fail-on"), help: ArgumentHelp("When the exit code is 1: changed or none.", valueName: "what")
    )
    var threshold: Threshold = .none

    func run() throws {
        let outcome = try options.compare(reads: true)
        let text = BaselineText(outcome.language)
        switch format {
        case .text: Streams.printOutput(text.text(outcome.comparison, path: outcome.path))
        case .json: Streams.printOutput(BaselineText.json(outcome.comparison, version: ToolVersion.text))
        }
        let isChanged = outcome.comparison.rows.contains { $0.state != .unchanged }
        throw CommandStop(threshold == .changed && isChanged ? .findings : .noFindings)
    }
}

extension FindingFormat: ExpressibleByArgument {}
