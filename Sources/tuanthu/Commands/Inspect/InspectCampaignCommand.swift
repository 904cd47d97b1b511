internal import ArgumentParser
internal import Assessor
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import YAMLTree

/// `tuanthu inspect campaign`: how far the inspections of a year have come against their plan.
struct InspectCampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: "The inspections of a year against their plan, with their results.",
        discussion: """
            What was inspected is read from the register and from the records its units name. Without a register only what the \
            campaign itself says is told: the plan, a province's own ratings, figures as reported.

            Exit codes: 0 told; 2 some input could not be read.
            """)

    @Argument(help: ArgumentHelp("The campaign (tuanthu: campaign/1).", valueName: "campaign"))
    var campaign: String

    @Argument(help: ArgumentHelp("The register (tuanthu: register/1).", valueName: "register"))
    var register: String?

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var options: InspectionOptions

    func validate() throws {
        _ = try options.rules.readings()
        _ = try asOf.day()
        try FormatChoice.validate(options.format)
    }

    func run() throws {
        let (rules, settings) = try options.load(ofAgency: false)
        let language = settings.language.value
        let library = rules.loaded.library
        let campaign = try read(language)
        let input = try register.map { try RegisterInput(PresentFiles(register: $0), library, language) }
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let context = try rules.context(inspections: input?.inspections ?? [], holidays: calendar)
        let progress = CampaignProgress(campaign, input?.register, in: context, asOf: try asOf.day())
        LoadedLibrary.tell(progress.diagnostics, language)
        if progress.diagnostics.contains(where: { $0.severity == .error }) { throw CommandStop(.noVerdict) }
        let report = CampaignReport(progress, library: library)
        try options.write(
            language, text: { report.text(language, isColoured: $0) }, markdown: { report.markdown(language) },
            json: { report.json })
        throw CommandStop(input?.isComplete ?? true ? .noFindings : .noVerdict)
    }

    private func read(_ language: Language) throws -> Campaign {
        let source: SourceText
        do throws(FileError) {
            source = SourceText(name: campaign, bytes: try FileSystem.read(campaign))
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = CampaignLoader.load(source)
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let value = loaded.value, !loaded.diagnostics.contains(where: { $0.severity == .error }) else {
            throw CommandStop(.noVerdict)
        }
        return value
    }
}
