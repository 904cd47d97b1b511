internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Model
internal import Reports

/// `tuanthu explain`: why a rule says what it says about a statement.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a rule says what it says about a statement.")

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "rule"))
    var id: String

    @OptionGroup var statement: StatementOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(
            "The item of the rule's list to explain; else what decided, the worst first.", valueName: "key"))
    var item: String?

    @Flag(help: "Tell every finding, also what passed, and every part of the expressions.")
    var full = false

    /// How an explanation is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(name: [.customShort("f"), .long], help: "What the explanation is written as.")
    var format: Format = .text

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let language = language.language
        let day = try asOf.day()
        let calendar = try holidays.calendar(language)
        let loaded = try LoadedLibrary.load(rules.rules, .ruleSets, language)
        let rule = try loaded.rule(id, language)
        let assumed = try assumptions.read(loaded.library.vocabulary, language)
        let input = try statement.load(loaded.library.vocabulary, language, assuming: assumed)
        let context = try rules.context(loaded.library, inspections: input.inspections, holidays: calendar, language)
        let explanation = Assessor.explain(rule, input.statement, in: context, asOf: day)
        let selection = try selection(of: explanation, language)
        let search = ChangeSearch(in: explanation.assessment, context: context)
        let changes = { @Sendable (finding: Finding) in search.changes(for: finding) }
        switch format {
        case .text:
            let layout = ExplanationText(language, library: loaded.library, isColoured: color.isColoured)
            Streams.printOutput(layout.text(explanation, selection, context: context, changes: changes))
        case .json:
            let run = ReportRun(
                version: ToolVersion.text, asOf: day, context: context, rulesOrigin: loaded.origin,
                vocabularyFiles: loaded.vocabularyFiles, threshold: .none, assumptions: assumed)
            Streams.write(ExplanationJSON(run).bytes(explanation, selection, changes: changes))
        }
    }

    private func selection(of explanation: Explanation, _ language: Language) throws -> ExplanationSelection {
        do throws(ExplanationSelection.UnknownItem) {
            return try ExplanationSelection(explanation, item: item, isFull: full)
        } catch {
            let known = error.known.prefix(20).joined(separator: ", ") + (error.known.count > 20 ? ", …" : "")
            let meant =
                item.flatMap { error.nearest(to: $0) }
                .map { language == .vi ? ", ý là “\($0)”?" : ", did you mean “\($0)”?" } ?? ""
            throw CommandStop(
                language == .vi
                    ? "yêu cầu \(id) không có mục “\(item ?? "")”\(meant)\(known.isEmpty ? "" : "; có: \(known)")"
                    : "rule \(id) has no item “\(item ?? "")”\(meant)\(known.isEmpty ? "" : "; known: \(known)")")
        }
    }
}
