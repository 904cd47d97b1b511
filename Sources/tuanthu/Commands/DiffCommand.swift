internal import ArgumentParser
internal import Files
internal import Model
internal import Reports

/// `tuanthu diff`: what changed between two results of `check`, and why.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two JSON reports of check, and why; or between two snapshots.",
        discussion: """
            Every changed finding is attributed to facts, date, reading or rules, from what the reports themselves hold.
            A snapshot is a file of JSON lines, or a day of a history: history.sqlite@2020-06-15.
            Exit codes: 0 compared; 1 changed as --fail-on asks; 2 a report could not be read.
            """)

    @Argument(help: ArgumentHelp("The report compared with; - for standard input.", valueName: "a.json"))
    var a: String

    @Argument(help: ArgumentHelp("The other report.", valueName: "b.json"))
    var b: String

    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "How to tell it: text or json, with a file if not on standard output.", valueName: "text|json[=path]"))
    var format: ReportFormat = ReportFormat(.text)

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp("When the exit code is 1: changed, worse or none.", valueName: "what"))
    var threshold: ComparisonThreshold = .none

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    /// Reports on hundreds of agencies are larger than any statement.
    private static let limit = 128 << 20

    func validate() throws {
        if a == "-", b == "-" { throw ValidationError("only one report can come from standard input") }
    }

    func run() throws {
        let language = language.language
        if let snapshots = try SnapshotDifference(a, b, language) {
            let isColoured = format.path == nil && color.isColoured
            let bytes = try snapshots.bytes(format.name, language, isColoured: isColoured)
            try put(bytes, language)
            throw CommandStop(threshold.isReached(by: snapshots.comparison) ? .findings : .noFindings)
        }
        let documents = [a, b].map { read($0, language) }
        guard let before = documents[0], let after = documents[1] else { throw CommandStop(.noVerdict) }
        let comparison = ReportComparison(before, after)
        let bytes: [UInt8]
        switch format.name {
        case .json: bytes = ComparisonJSON.bytes(comparison, version: ToolVersion.text)
        case .text:
            let isColoured = format.path == nil && color.isColoured
            bytes = Array(ComparisonText(language, isColoured: isColoured).text(comparison).utf8)
        }
        try put(bytes, language)
        throw CommandStop(threshold.isReached(by: comparison) ? .findings : .noFindings)
    }

    private func put(_ bytes: [UInt8], _ language: Language) throws {
        do throws(FileError) {
            if let path = format.path { try FileSystem.write(bytes, to: path) } else { Streams.write(bytes) }
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    /// Reads one report; what is wrong with it goes to standard error.
    private func read(_ path: String, _ language: Language) -> ReportDocument? {
        let name = path == "-" ? "<stdin>" : path
        let bytes: [UInt8]
        do throws(FileError) {
            bytes =
                path == "-"
                ? try FileSystem.readStandardInput(limit: Self.limit) : try FileSystem.read(path, limit: Self.limit)
        } catch {
            Streams.complain("tuanthu: \(error.message(language))\n")
            return nil
        }
        do throws(ReportReadingError) {
            return try ReportDocument.read(bytes, name: name)
        } catch {
            Streams.complain("tuanthu: \(error.message(name, language))\n")
            return nil
        }
    }
}

/// From which changes on a comparison counts as failed.
enum ComparisonThreshold: String, ExpressibleByArgument, CaseIterable {
    /// Any finding is new, gone or changed.
    case changed
    /// Any finding became worse.
    case worse
    case none

    func isReached(by comparison: ReportComparison) -> Bool {
        switch self {
        case .changed: comparison.isChanged
        case .worse: comparison.isWorse
        case .none: false
        }
    }
}
