internal import ArgumentParser
internal import EmbeddedRules
internal import Model
internal import Reports

/// `tuanthu schema`: the JSON Schema of a format; with `--expand`, a statement whose short forms are written out.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "JSON Schema of a format, for editors and programs.",
        discussion: """
            --expanded prints the schema of statements in which every fact has one form; --expand FILE prints a statement \
            in that form.
            """)

    /// The formats that have a schema: files this program reads, and reports it writes.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case statement, register, rules, vocabulary, profile, tests, mutants, inspection, roadmap, holidays, editions
        case transitionTables = "transition-tables"
        case config, waivers, campaign
        case baseline, report, deadlines, transition, diff, portfolio, ask, explain, line, trend, snapshot
        case snapshotDiff = "snapshot-diff"
        case inspectPlan = "inspect-plan"
        case inspectPack = "inspect-pack"
        case inspectRecord = "inspect-record"
        case inspectFollowUp = "inspect-follow-up"
        case inspectCampaign = "inspect-campaign"

        /// The kind of file; nil for reports.
        var kind: DocumentKind? {
            switch self {
            case .statement: .statement
            case .register: .register
            case .mutants: .mutants
            case .editions: .editions
            case .transitionTables: .transition
            case .rules: .rules
            case .vocabulary: .vocabulary
            case .profile: .profile
            case .tests: .tests
            case .inspection: .inspection
            case .roadmap: .roadmap
            case .holidays: .holidays
            case .config: .config
            case .waivers: .waivers
            case .campaign: .campaign
            case .baseline, .report, .deadlines, .transition, .diff, .portfolio, .ask, .explain, .line, .trend,
                .snapshot, .snapshotDiff, .inspectPlan, .inspectPack, .inspectRecord, .inspectFollowUp,
                .inspectCampaign:
                nil
            }
        }
    }

    /// How an expanded statement is written.
    enum Output: String, ExpressibleByArgument, CaseIterable {
        case yaml, json
    }

    @Argument(help: "The format.")
    var schema: Format

    @Flag(help: "The schema of expanded statements, which have one form for each fact.")
    var expanded = false

    @Option(help: ArgumentHelp("Print this statement with its short forms written out.", valueName: "file"))
    var expand: String?

    @Option(name: [.customShort("f"), .long], help: "What an expanded statement is written as.")
    var format: Output = .yaml

    @OptionGroup var folder: RulesFolderOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if schema != .statement, expanded || expand != nil {
            throw ValidationError("--expanded and --expand are for statements")
        }
        if expanded, expand != nil { throw ValidationError("give --expanded or --expand, not both") }
    }

    func run() throws {
        if schema == .config {
            let words = ConfigurationFile.loader
            let json = FormatSchema.configuration(
                thresholds: words.thresholds, formats: words.formats, colors: words.colors)
            Streams.printOutput(json.text(.pretty) + "\n")
            return
        }
        guard let kind = schema.kind else {
            guard let bytes = EmbeddedRules.schema(of: schema.rawValue) else { throw CommandStop(.noVerdict) }
            Streams.write(bytes)
            return
        }
        let vocabulary = try LoadedLibrary.loadVocabulary(folder.rules, language.language)
        if let expand {
            let statement = try StatementOption.load(expand, inspections: [], vocabulary, language.language).statement
            let expansion = StatementExpansion(vocabulary).json(statement)
            Streams.printOutput(format == .json ? expansion.text(.pretty) + "\n" : YAMLText.text(expansion))
            return
        }
        let json = expanded ? ExpandedStatementSchema(vocabulary).json : FormatSchema.json(of: kind, vocabulary)
        guard let json else { throw CommandStop(.noVerdict) }
        Streams.printOutput(json.text(.pretty) + "\n")
    }
}
