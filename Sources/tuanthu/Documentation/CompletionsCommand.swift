internal import ArgumentParser

/// `tuanthu completions SHELL`: the script that completes the program's arguments in a shell.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Prints the script that completes arguments in bash, zsh or fish.")

    /// The shells there are scripts for.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        var script: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: Shell

    func run() { Streams.printOutput(TuanThuCommand.completionScript(for: shell.script)) }
}
