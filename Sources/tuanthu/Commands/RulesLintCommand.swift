internal import ArgumentParser
internal import Assessor
internal import Reports

/// `tuanthu rules lint`: proves the transitions, prints what rests on less than a text, and what is likely a mistake.
struct RulesLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Loads the whole library, proves its transitions total, and prints what was not read in a text.",
        discussion: """
            Then come warnings: conditions that are always or never true, rules that can never be met, facts nobody is \
            named to answer, sources not checked within a year of --as-of, and expressions that repeat a definition or \
            another rule. With a warning the exit code is 1.
            """)

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var language: LanguageOption

    func validate() throws { _ = try asOf.day() }

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, language.language, transitions: true)
        Streams.printOutput(LintText(language.language, library: loaded.library).text())
        let findings = LibraryLint(library: loaded.library, asOf: try asOf.day()).findings()
        if findings.isEmpty { return }
        let text = LintFindingText(language.language)
        Streams.printOutput("\n" + findings.map(text.line).joined())
        throw CommandStop(.findings)
    }
}
