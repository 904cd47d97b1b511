internal import ArgumentParser

/// `tuanthu rules`: the rule library.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rule library: list it, show a rule, run its tests, lint it.",
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesNewCommand.self, RulesTestCommand.self,
            RulesMutateCommand.self,
            RulesCoverageCommand.self, RulesLintCommand.self,
        ])
}

/// The folder of rules, for commands that need no profile.
struct RulesFolderOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of rules; else TUANTHU_RULES, else the installed folder, else the copy inside the program.",
            valueName: "dir"))
    var rules: String?
}
