internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Reports

/// `tuanthu rules lint`: proves the transitions, prints what rests on less than a text, and what is likely a mistake.
struct RulesLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Loads the whole library, proves its transitions total, and prints what was not read in a text.",
        discussion: """
            Then come warnings: conditions that are always or never true, rules that can never be met, facts nobody is \
            named to answer, sources not checked within a year of --as-of, and expressions that repeat a definition or \
            another rule; with --since, rules that an earlier list has and this library has not, or cites elsewhere. With \
            a warning the exit code is 1.
            """)

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(
            "An earlier list of content (docs/rule-content.md) to hold the ids against.", valueName: "file"))
    var since: String?

    func validate() throws { _ = try asOf.day() }

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, .everything, language.language)
        Streams.printOutput(LintText(language.language, library: loaded.library).text())
        let lint = LibraryLint(library: loaded.library, asOf: try asOf.day())
        let findings = try lint.findings() + lint.changes(since: earlier(language.language))
        if findings.isEmpty { return }
        let text = LintFindingText(language.language)
        Streams.printOutput("\n" + findings.map(text.line).joined())
        throw CommandStop(.findings)
    }

    private func earlier(_ language: Language) throws -> String {
        guard let since else { return "" }
        do throws(FileError) {
            return String(decoding: try FileSystem.read(since), as: UTF8.self)
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
