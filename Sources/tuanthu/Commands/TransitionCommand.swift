internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports

/// `tuanthu transition`: where one agency stands in the switch to an edition.
struct TransitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transition",
        abstract: "Where one agency stands in the switch to an edition of the standard.")

    @Argument(help: ArgumentHelp("The statement; - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The edition entered, such as iso-9001-2015.", valueName: "edition"))
    var to: String

    @Option(help: ArgumentHelp("The edition left, where several transitions enter one.", valueName: "edition"))
    var from: String?

    @Option(name: .customLong("inspection"), help: ArgumentHelp("An inspection of the agency.", valueName: "file"))
    var inspections: [String] = []

    @Option(
        help: ArgumentHelp(
            "Least time of a step in place of the transition's own; may be given several times.",
            valueName: "step=period"))
    var takes: [String] = []

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json[=path]"))
    var format: [ReportFormat] = []

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    @Flag(name: .shortAndLong, help: "Tell also the basis of every row, why each gate is open, and suggestions.")
    var verbose = false

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        _ = try periods()
        let destinations = format.map { $0.path ?? "-" }
        if Set(destinations).count < destinations.count {
            throw ValidationError("two reports for the same place: give --format NAME=PATH")
        }
    }

    func run() throws {
        let language = language.language
        let day = try asOf.day()
        let loaded = try LoadedLibrary.load(rules.rules, language, transitions: true)
        let transition = try loaded.transition(from: from, to: to, language)
        let takes = try periods()
        for step in takes.keys.sorted() where transition.step(step)?.takes == nil {
            let known = transition.steps.filter { $0.takes != nil }.map(\.id).joined(separator: ", ")
            throw CommandStop(
                language == .vi
                    ? "--takes: không có bước “\(step)”; có: \(known)"
                    : "--takes: there is no step “\(step)”; known: \(known)")
        }
        let input = try StatementOption.load(
            file, inspections: inspections, loaded.library.vocabulary, language)
        let context = try rules.context(loaded.library, inspections: input.inspections, language)
        let answer = Assessor.assess(transition, input.statement, in: context, asOf: day, takes: takes)
        let run = ReportRun(
            version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: .none)
        for format in format.isEmpty ? [ReportFormat(.text)] : format {
            try write(format, answer, run, language)
        }
    }

    private func write(
        _ format: ReportFormat, _ answer: TransitionAssessment, _ run: ReportRun, _ language: Language
    ) throws {
        let text =
            switch format.name {
            case .text:
                TransitionText(
                    language, library: run.context.library, isColoured: format.path == nil && color.isColoured,
                    isVerbose: verbose
                ).text(answer)
            case .json: TransitionJSON(library: run.context.library).text(answer, run)
            }
        guard let path = format.path else { return Streams.printOutput(text) }
        do throws(FileError) {
            try FileSystem.write(Array(text.utf8), to: path)
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    /// The least times given, by step.
    private func periods() throws -> [String: Period] {
        var periods: [String: Period] = [:]
        for text in takes {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--takes \(text): write STEP=PERIOD") }
            do throws(PeriodParseError) {
                periods[parts[0]] = try Period.parse(parts[1])
            } catch {
                throw ValidationError("--takes \(text): \(error.text(in: .en))")
            }
        }
        return periods
    }
}

extension LoadedLibrary {
    /// The transition to an edition; the run stops where there is none, or more than one.
    func transition(from: String?, to: String, _ language: Language) throws -> Transition {
        let found = library.transitions.filter { $0.enters == to && (from == nil || $0.leaves == from) }
        if found.count == 1 { return found[0] }
        let known = library.transitions.map { "\($0.leaves) → \($0.enters)" }.joined(separator: ", ")
        switch (language, found.isEmpty) {
        case (.vi, true): throw CommandStop("không có bảng chuyển đổi sang “\(to)”; có: \(known)")
        case (.en, true): throw CommandStop("there is no transition to “\(to)”; known: \(known)")
        case (.vi, false): throw CommandStop("có nhiều bảng chuyển đổi sang “\(to)”; hãy nêu --from (có: \(known))")
        case (.en, false): throw CommandStop("several transitions enter “\(to)”; give --from (known: \(known))")
        }
    }
}
