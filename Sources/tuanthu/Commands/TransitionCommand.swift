internal import ArgumentParser
internal import Files
internal import Model
internal import Reports

/// `tuanthu transition`: where one agency stands in the switch to an edition.
struct TransitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transition",
        abstract: "Where one agency stands in the switch to an edition of the standard.")

    @OptionGroup var options: TransitionOptions

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json[=path]"))
    var format: [ReportFormat] = []

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    @Flag(name: .shortAndLong, help: "Tell also the basis of every row, why each gate is open, and suggestions.")
    var verbose = false

    func validate() throws { try ReportFormat.validate(format) }

    func run() throws {
        let outcome = try options.assess()
        for format in format.isEmpty ? [ReportFormat(.text)] : format { try write(format, outcome) }
    }

    private func write(_ format: ReportFormat, _ outcome: TransitionOptions.Outcome) throws {
        let language = outcome.language
        let text =
            switch format.name {
            case .text:
                TransitionText(
                    language, library: outcome.library, isColoured: format.path == nil && color.isColoured,
                    isVerbose: verbose
                ).text(outcome.answer)
            case .json:
                TransitionJSON(library: outcome.library).text(outcome.answer, outcome.run, roadmap: outcome.roadmap)
            }
        guard let path = format.path else { return Streams.printOutput(text) }
        do throws(FileError) {
            try FileSystem.write(Array(text.utf8), to: path)
        } catch {
            throw CommandStop(error.message(language))
        }
    }
}
