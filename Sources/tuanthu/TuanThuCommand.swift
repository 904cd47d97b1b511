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
            var command = try parseAsRoot()
            try command.run()
        } catch {
            RunEnd(error).leave()
        }
        RunEnd.leave(with: .noFindings)
    }
}

/// The program's version.
enum ToolVersion {
    static let text = "0.1.0"
}
