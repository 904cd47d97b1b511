internal import ArgumentParser
internal import Model

/// `tuanthu schema statement`: the JSON Schema of a format.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "JSON Schema of a format, for editors and programs.")

    /// The formats that have a schema.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case statement
    }

    @Argument(help: "The format: statement.")
    var schema: Format

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = try LoadedLibrary.load(folder.rules, .ruleSets, language.language)
        switch schema {
        case .statement:
            Streams.printOutput(StatementSchema(loaded.library.vocabulary).json.text(.pretty) + "\n")
        }
    }
}
