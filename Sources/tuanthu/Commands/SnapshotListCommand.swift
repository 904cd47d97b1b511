internal import ArgumentParser
internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports
internal import Store

/// `tuanthu snapshot list`: the snapshots a history holds.
struct SnapshotListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The snapshots of a history, by portfolio and day.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("How to tell it: text or json.", valueName: "text|json"))
    var format: FindingFormatName = .text

    func validate() throws {
        if store.path == nil { throw ValidationError("name the history: --store FILE") }
    }

    func run() throws {
        let language = language.language
        guard let history = try store.open(for: .reading, language) else { throw CommandStop(.noVerdict) }
        let entries = try history.reading(language) { store throws(StoreError) in try store.entries() }
        switch format {
        case .text:
            let text = SnapshotText(language)
            for entry in entries {
                Streams.printOutput(
                    text.kept(
                        entry.head, units: entry.units, statements: entry.statements, findings: entry.findings))
            }
        case .json:
            let values = entries.map { entry in
                JSONValue.object([
                    "portfolio": .string(entry.head.portfolio), "name": .optional(entry.head.name),
                    "as_of": .string(entry.head.asOf.description), "ruler": .string(entry.head.ruler),
                    "content_sha256": .string(entry.content), "units": .integer(Int64(entry.units)),
                    "statements": .integer(Int64(entry.statements)), "findings": .integer(Int64(entry.findings)),
                ])
            }
            let value: JSONValue = .object(["schema_version": 1, "snapshots": .array(values)])
            Streams.printOutput(value.text(.pretty) + "\n")
        }
    }
}

/// Text or JSON, always on standard output.
enum FindingFormatName: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
