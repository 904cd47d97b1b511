internal import ArgumentParser
internal import Model
internal import Reports

/// `tuanthu generate-docs PAGE`: pages of the documentation that are made from the code and the rules.
struct DocumentationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-docs", abstract: "Prints a page of the documentation that is made from the code.",
        shouldDisplay: false)

    /// The pages there are.
    enum Page: String, ExpressibleByArgument, CaseIterable {
        case verdicts
        case ruleContent = "rule-content"
        case mapping
        case manual
    }

    @Argument(help: "The page: verdicts, rule-content, mapping or manual.")
    var page: Page

    @OptionGroup var folder: RulesFolderOption

    func run() throws {
        switch page {
        case .verdicts: Streams.printOutput(VerdictTables.page())
        case .mapping: Streams.printOutput(FormatMappingPage.text())
        case .ruleContent:
            let loaded = try LoadedLibrary.load(folder.rules, .everything, .en)
            Streams.printOutput(RuleContentPage.text(of: loaded.library))
        case .manual: Streams.printOutput(try ManualPage.text())
        }
    }
}
