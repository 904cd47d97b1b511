internal import ArgumentParser
internal import Assessor
internal import Model
internal import Reports

/// `tuanthu rules coverage`: what the library holds and how far it is proved, as a page in Markdown.
struct RulesCoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Counts sets, rules by provenance, dispositions, test cases and mutants, as a page in Markdown.")

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, .everything, language.language)
        let cases = try RuleCases(loaded, language.language)
        let scores = loaded.library.sets.map { cases.score($0, loaded.library.mutants(of: $0)) }
        Streams.printOutput(
            CoveragePage(library: loaded.library, tests: cases.tests, setTests: cases.setTests, scores: scores).text())
    }
}
