internal import ArgumentParser
internal import Reports

/// `tuanthu generate-docs verdicts`: pages of the documentation that are made from the code.
struct DocumentationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-docs", abstract: "Prints a page of the documentation that is made from the code.",
        shouldDisplay: false)

    /// The pages there are.
    enum Page: String, ExpressibleByArgument, CaseIterable {
        case verdicts
    }

    @Argument(help: "The page: verdicts.")
    var page: Page

    func run() throws {
        switch page {
        case .verdicts: Streams.printOutput(VerdictTables.page())
        }
    }
}
