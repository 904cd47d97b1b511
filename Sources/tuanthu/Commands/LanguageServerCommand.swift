internal import ArgumentParser
internal import Files
internal import LanguageServer
internal import Model

/// `tuanthu lsp`: a language server on standard input and output.
struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "A language server over standard input and output for statements, roadmaps and rule sets.",
        discussion: "To be started by an editor; docs/editors.md tells how.")

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var waivers: WaiverOptions

    @Option(help: ArgumentHelp("The findings of an earlier run, to compare with.", valueName: "file"))
    var baseline: String?

    @Option(name: .customLong("lang"), help: "Language of messages: vi or en; the client's if not given.")
    var language: Language?

    @Flag(help: "What editors add to the command; standard input and output are used anyway.")
    var stdio = false

    func validate() throws {
        _ = try rules.readings()
        _ = try asOf.day()
    }

    func run() throws {
        let language = language ?? .vi
        let options = EditorRunOptions(
            configuration: configuration, rules: rules, holidays: holidays, waivers: waivers, baseline: baseline)
        let workspace = EditorWorkspace(
            options: options, asOf: asOf.asOf == nil ? nil : try asOf.day(), language: language)
        var server = LanguageServer(workspace, ServerOptions(language: self.language, version: ToolVersion.text))
        while server.exitCode == nil {
            if server.isUnsettled, !InputStream.standardInput.isReady(within: 0) {
                Streams.write(server.settle())
                continue
            }
            let bytes = try read(language)
            // A client that goes away without a word ended badly.
            if bytes.isEmpty { break }
            Streams.write(server.receive(bytes))
        }
        if server.exitCode != 0 { throw CommandStop(.findings) }
    }

    private func read(_ language: Language) throws -> [UInt8] {
        do throws(FileError) {
            return try InputStream.standardInput.read()
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
