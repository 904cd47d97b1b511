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
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption

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
        let workspace = EditorWorkspace(
            rulesFolder: rules.rules, extent: rules.extent, asOf: asOf.asOf == nil ? nil : try asOf.day(),
            language: language)
        let options = ServerOptions(
            language: self.language, version: ToolVersion.text, profile: rules.profile,
            interpretations: try rules.readings(), holidays: try holidays.calendar(language))
        var server = LanguageServer(workspace, options)
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
