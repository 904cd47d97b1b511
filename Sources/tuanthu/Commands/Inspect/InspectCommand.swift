internal import ArgumentParser
internal import CivilTime
internal import Files
internal import Model

/// `tuanthu inspect`: plans of a year's inspections, packs for one agency, records, and what follows them.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Inspections: the year's plan, a pack for an agency, the record, its follow-up, a campaign.",
        subcommands: [
            InspectPlanCommand.self, InspectPackCommand.self, InspectRecordCommand.self, InspectFollowUpCommand.self,
            InspectCampaignCommand.self,
        ])
}

/// The formats of inspections.
enum InspectionFormat: String, CaseIterable {
    case text, markdown, json
}

/// What the commands about inspections are told alike.
struct InspectionOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var holidays: HolidayOption
    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "Report to write, with a file if it is not for standard output; may be given several times.",
            valueName: "text|markdown|json[=path]"))
    var format: [FormatChoice<InspectionFormat>] = []

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    /// The settings and rules of a run over the files of this command.
    /// - Parameter ofAgency: Whether one agency is looked at, by the profile of the scheme, and not a portfolio by its own.
    func load(ofAgency: Bool) throws -> (rules: RunRules, settings: RunSettings) {
        let settings = try RunSettings(configuration, paths: [], rules, holidays, language)
        let rules = try RunRules(
            settings, extent: .ruleSets,
            standard: { ofAgency ? $0.inspectionScheme?.profile : $0.portfolioProfile?.id })
        return (rules, settings)
    }

    /// Makes every report before it writes one, and writes files first.
    func write(
        _ language: Language, text: (Bool) -> String, markdown: () -> String, json: () -> JSONValue
    ) throws {
        let choices = format.isEmpty ? [FormatChoice(InspectionFormat.text)] : format
        let reports = choices.map { choice -> (path: String?, bytes: [UInt8]) in
            switch choice.name {
            case .text: (choice.path, Array(text(choice.path == nil && color.isColoured).utf8))
            case .markdown: (choice.path, Array(markdown().utf8))
            case .json: (choice.path, Array((json().text(.pretty) + "\n").utf8))
            }
        }
        do throws(FileError) {
            for report in reports {
                if let path = report.path { try FileSystem.write(report.bytes, to: path) }
            }
        } catch {
            throw CommandStop(error.message(language))
        }
        for report in reports where report.path == nil { Streams.write(report.bytes) }
    }
}

/// A file that a person goes on with: never overwritten without being told to.
struct DraftOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Draft into this file; - for standard output. A file that is there is never overwritten.",
            valueName: "path"))
    var write: String?

    @Flag(help: "With --write: overwrite the file if it is there.")
    var force = false

    func check() throws {
        if write == nil, force { throw ValidationError("--force is for --write") }
    }

    /// Writes the draft, and says so.
    func write(_ text: String, to path: String, _ language: Language) throws {
        if path == "-" { return Streams.printOutput(text) }
        do throws(FileError) {
            let bytes = Array(text.utf8)
            if force { try FileSystem.write(bytes, to: path) } else { try FileSystem.create(path, with: bytes) }
        } catch {
            throw CommandStop(error.message(language))
        }
        Streams.complain(language == .vi ? "tuanthu: đã ghi dự thảo: \(path)\n" : "tuanthu: draft written: \(path)\n")
    }
}
