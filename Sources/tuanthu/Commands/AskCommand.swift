internal import ArgumentParser
internal import Assessor
internal import Model
internal import Reports

/// `tuanthu ask`: what to state next, the questions that settle most first; or a blank form of every question.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "What to state next, the questions that settle most first.",
        discussion: """
            What an answer settles is tried: it is put into the statement and the rules are evaluated again.

            Exit codes: 0 the questions were told; 2 some input could not be read, or there was none.
            """)

    /// How the questions are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("Statements, inspections, and folders that hold them.", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("stdin-filename"),
        help: ArgumentHelp("What standard input is called in reports.", valueName: "path"))
    var standardInputName: String = "<stdin>"

    @Flag(help: "A form to print, with every question and boxes to fill in, in place of questions on statements.")
    var blank = false

    @OptionGroup var agency: AgencyClassOption

    @Flag(help: "Put the questions under those who can answer them.")
    var byUnit = false

    @Option(help: ArgumentHelp("How many questions are told of each agency.", valueName: "count"))
    var limit: Int = 20

    @Flag(help: "Tell every question.")
    var all = false

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var language: LanguageOption

    @Option(name: [.customShort("f"), .long], help: "What the questions are written as.")
    var format: Format = .text

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
        if limit < 1 { throw ValidationError("--limit is at least 1") }
        if blank, !paths.isEmpty || format != .text {
            throw ValidationError("--blank looks at no statement, and is Markdown")
        }
        if !blank, agency.name != nil { throw ValidationError("--class is of use with --blank only") }
    }

    func run() throws {
        if blank { try printForm() } else { try printQuestions() }
    }

    private func printForm() throws {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let language = settings.language.value
        let rules = try RunRules(settings)
        let loaded = rules.loaded
        let level = try agency.level(loaded.library.vocabulary, language)
        let context = try rules.context()
        let asked = Assessor.askedFields(ofClass: level, in: context, asOf: try asOf.day())
        let form = BlankForm(language, library: loaded.library, asked: asked, level: level)
        Streams.printOutput(form.text(profile: context.profile, isByUnit: byUnit))
    }

    private func printQuestions() throws {
        let settings = try RunSettings(configuration, paths: paths, rules, holidays, language)
        let language = settings.language.value
        var run = try StatementRun(
            settings, standardInputName: standardInputName, assumptions: assumptions, asOf: try asOf.day())
        let context = run.context
        let text = QuestionText(
            language, library: context.library, limit: all ? nil : limit, isByUnit: byUnit,
            isColoured: color.isColoured)
        var json = QuestionJSON(run.report(threshold: .none))
        var count = 0
        run.assessEach { assessment in
            let questions = Assessor.questions(assessment, context: context)
            switch format {
            case .text:
                Streams.printOutput((count > 0 ? "\n" : "") + text.text(questions, of: assessment))
            case .json: json.add(questions, of: assessment)
            }
            count += 1
        }
        if format == .json, count > 0 { Streams.write(json.bytes) }
        throw CommandStop(run.isComplete && count > 0 ? .noFindings : .noVerdict)
    }
}
