internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Model
internal import Reports

/// `tuanthu waivers`: what is accepted for a time, by whom and until when.
struct WaiversCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waivers", abstract: "What is accepted for a time, by whom and until when.",
        subcommands: [WaiversListCommand.self, WaiversAddCommand.self])
}

/// `tuanthu waivers list`: how each waiver stands on a day.
struct WaiversListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "How each waiver stands on a day, and what it covers in the statements given.",
        discussion: """
            Without statements nothing is said of what a waiver covers.
            Exit codes: 0 listed; 1 as --fail-on asks; 2 the waivers, the rules or a statement could not be used.
            """)

    /// When the exit code is 1.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        /// A waiver has expired, or there is nothing left for it to accept.
        case stale
        /// The same, or a waiver ends within the time its rule set warns of.
        case ending
        case none

        func isReached(by use: WaiverUse) -> Bool {
            switch self {
            case .stale: use.standing == .expired || use.isUnused
            case .ending: use.standing == .expired || use.standing == .ending || use.isUnused
            case .none: false
            }
        }
    }

    @OptionGroup var paths: StatementPaths
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption

    @Option(
        name: .customLong("waivers"),
        help: ArgumentHelp(
            "File of waivers; else TUANTHU_WAIVERS, else what the configuration names; may be given several times.",
            valueName: "file"))
    var files: [String] = []

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("How to tell it: text or json.", valueName: "text|json"))
    var format: FindingFormat = .text

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp("When the exit code is 1: stale, ending or none.", valueName: "what"))
    var threshold: Threshold = .none

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: paths.paths, rules, holidays, language)
        let language = settings.language.value
        var flags = CheckSettings.Flags()
        flags.waivers = files
        let waivers = try CheckSettings(settings, flags).waivers.map(\.value)
        if waivers.isEmpty {
            throw CommandStop(
                language == .vi
                    ? "chưa biết tệp chấp nhận tạm thời: nêu --waivers TỆP, hoặc ghi “waivers:” trong tuanthu.yml"
                    : "which file is not known: give --waivers FILE, or write “waivers:” in tuanthu.yml")
        }
        let day = try asOf.day()
        let uses = try uses(settings, waivers, day)
        let list = WaiverList(uses, asOf: day)
        switch format {
        case .text: Streams.printOutput(list.text(language))
        case .json: Streams.printOutput(list.json(version: ToolVersion.text))
        }
        let isReached = uses.contains { threshold.isReached(by: $0) }
        throw CommandStop(isReached ? .findings : .noFindings)
    }

    private func uses(_ settings: RunSettings, _ waivers: [String], _ day: CivilDate) throws -> [WaiverUse] {
        guard !settings.paths.isEmpty else {
            let rules = try RunRules(settings, waivers: waivers)
            return WaiverTally(try rules.context(), asOf: day).uses
        }
        var run = try StatementRun(
            settings, standardInputName: paths.standardInputName, waivers: waivers, asOf: day)
        var tally = WaiverTally(run.context, asOf: day)
        run.assessEach { tally.add($0) }
        guard run.isComplete else { throw CommandStop(.noVerdict) }
        return tally.uses
    }
}
