internal import ArgumentParser
internal import Files

/// The program: arguments → library → exit code.
@main
struct TuanThuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuanthu",
        abstract: "Checks an agency's declared quality management system against the law.",
        discussion: """
            Kiểm tra hệ thống quản lý chất lượng mà cơ quan khai có tuân thủ Quyết định 19/2014/QĐ-TTg hay không.

            Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 no verdict could be given.
            """,
        version: ToolVersion.text,
        subcommands: [
            CheckCommand.self,
            DeadlinesCommand.self,
            AskCommand.self,
            ExplainCommand.self,
            InitCommand.self,
            TransitionCommand.self,
            RoadmapCommand.self,
            PortfolioCommand.self,
            StreamCommand.self,
            SnapshotCommand.self,
            TrendCommand.self,
            ImportCommand.self,
            InspectCommand.self,
            DiffCommand.self,
            WaiversCommand.self,
            BaselineCommand.self,
            RulesCommand.self,
            SchemaCommand.self,
            FormatCommand.self,
            LanguageServerCommand.self,
            EvalCommand.self,
            CompletionsCommand.self,
            DocumentationCommand.self,
        ],
        defaultSubcommand: CheckCommand.self)

    /// Maps every way a run can end to one of the three exit codes; the argument parser itself would exit 64 or 1.
    static func main() {
        OutputStream.outliveReaders()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            EmbeddedVocabulary.begin(for: arguments)
            var command = try parsed(arguments)
            try command.run()
        } catch {
            RunEnd(error).leave()
        }
        RunEnd.leave(with: .noFindings)
    }

    /// The command that arguments ask for.
    ///
    /// Where they begin with the name of a command, it reads the rest at once: for the whole program the parser would lay out the
    /// options of its standard command as well, which takes longer than reading a statement. Whatever that does not settle, help and
    /// faults included, is settled by the whole program, so that messages name the command as it was called.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())) { return command }
        return try parseAsRoot(arguments)
    }
}

/// The program's version.
enum ToolVersion {
    static let text = "0.1.0"
}
