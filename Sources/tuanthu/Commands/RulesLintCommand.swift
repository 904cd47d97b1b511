internal import ArgumentParser
internal import Reports

/// `tuanthu rules lint`: proves the transitions, and prints what rests on less than a text.
struct RulesLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Loads the whole library, proves its transitions total, and prints what was not read in a text.")

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, language.language, transitions: true)
        Streams.printOutput(LintText(language.language, library: loaded.library).text())
    }
}
