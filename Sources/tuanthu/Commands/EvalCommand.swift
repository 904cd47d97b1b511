internal import ArgumentParser
internal import Assessor
internal import Model
internal import Reports

/// `tuanthu eval`: what an expression of the rule language comes to on a statement.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "What an expression of the rule language comes to on a statement.")

    @Argument(help: ArgumentHelp("The expression, such as 'size(qms.tthc)'.", valueName: "expression"))
    var expression: String

    @OptionGroup var statement: StatementOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var language: LanguageOption

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let settings = try RunSettings(configuration, paths: [], rules, nil, language)
        let language = settings.language.value
        let day = try asOf.day()
        let rules = try RunRules(settings, extent: .ruleSets)
        let loaded = rules.loaded
        let input = try statement.load(loaded.library.vocabulary, language)
        let context = try rules.context(inspections: input.inspections)
        let layout = ExplanationText(language, library: loaded.library, isColoured: false)
        do throws(ExpressionFault) {
            let node = try Assessor.evaluate(expression, input.statement, in: context, asOf: day)
            Streams.printOutput(layout.text(node))
        } catch {
            tell(error)
            throw CommandStop(.noVerdict)
        }
    }

    /// The faults, each under the expression.
    private func tell(_ fault: ExpressionFault) {
        for item in fault.items {
            let margin = String(repeating: " ", count: max(0, item.column - 1))
            let carets = String(repeating: "^", count: item.length)
            Streams.complain(
                "<expression>:1:\(item.column): error: \(item.message)\n  \(expression)\n  \(margin)\(carets)\n")
        }
    }
}
