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
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        let day = try asOf.day()
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let rules = try RunRules(settings, extent: .ruleSets)
        let loaded = rules.loaded
        let rule = try loaded.rule(id, language)
        let assumed = try assumptions.read(loaded.library.vocabulary, language)
        let input = try statement.load(loaded.library.vocabulary, language, assuming: assumed)
        let context = try rules.context(inspections: input.inspections, holidays: calendar)
        let assessment = Assessor.assess(input.statement, in: context, asOf: day)
        let explanation = Assessor.explain(rule, in: assessment, context: context)
        let layout = ExplanationText(language, library: loaded.library, isColoured: color.isColoured)
        Streams.printOutput(
            layout.text(explanation, of: input.statement) { finding in
                Assessor.changes(for: finding, in: assessment, context: context)
            })
    }
}
