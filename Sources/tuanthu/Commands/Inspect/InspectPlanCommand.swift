internal import ArgumentParser
internal import Assessor
internal import Model
internal import Portfolio
internal import Reports

/// `tuanthu inspect plan`: the inspections of a year proposed from a register, each with its reason.
struct InspectPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Propose the inspections of a year from a register.",
        discussion: """
            On site as many units as the share asks for, those longest not inspected first, then by what inspection by file \
            found; every other mandatory unit by file. With --write the plan is drafted as a campaign to go on with.

            Exit codes: 0 the plan was made; 2 some input could not be read.
            """)

    @Argument(help: ArgumentHelp("The register (tuanthu: register/1).", valueName: "register"))
    var register: String

    @Option(help: ArgumentHelp("The year planned for.", valueName: "year"))
    var year: Int

    @Option(
        name: .customLong("on-site"),
        help: ArgumentHelp("How many units on site, if more than the share asks for.", valueName: "count"))
    var onSite: Int?

    @OptionGroup var draft: DraftOption
    @OptionGroup var options: InspectionOptions

    func validate() throws {
        _ = try options.rules.readings()
        try FormatChoice.validate(options.format)
        try draft.check()
        if !(1...9999).contains(year) { throw ValidationError("--year is a year from 1 to 9999") }
        if let onSite, onSite < 0 { throw ValidationError("--on-site is not below nought") }
    }

    func run() throws {
        let (rules, settings) = try options.load(ofAgency: false)
        let language = settings.language.value
        let library = rules.loaded.library
        let input = try RegisterInput(PresentFiles(register: register), library, language)
        let context = try rules.context(inspections: input.inspections)
        let plan: InspectionPlan
        do throws(InspectionPlanFault) {
            plan = try InspectionPlanner(input.register, in: context, year: year).plan(onSite: onSite)
        } catch {
            throw CommandStop(error.message(language))
        }
        let report = InspectionPlanReport(plan, library: library)
        if let path = draft.write { try draft.write(report.campaign(language), to: path, language) }
        if draft.write == nil || !options.format.isEmpty {
            try options.write(
                language, text: { report.text(language, isColoured: $0) }, markdown: { report.markdown(language) },
                json: { report.json })
        }
        throw CommandStop(input.isComplete ? .noFindings : .noVerdict)
    }
}

extension InspectionPlanFault {
    /// Why no plan was made.
    func message(_ language: Language) -> String {
        switch (self, language) {
        case (.noScheme, .vi): "bộ yêu cầu đã chọn không nói cách lập kế hoạch kiểm tra"
        case (.noScheme, .en): "the rules do not say how inspections are planned"
        case (.share(let rule), .vi): "không tính được tỷ lệ “\(rule)” trên danh sách này vào cuối năm đó"
        case (.share(let rule), .en): "the share “\(rule)” cannot be counted over this register at the end of that year"
        case (.tooFew(let asked, let needed), .vi): "--on-site \(asked) ít hơn số phải có: \(needed)"
        case (.tooFew(let asked, let needed), .en): "--on-site \(asked) is fewer than the share needs: \(needed)"
        case (.tooMany(let asked, let left), .vi): "--on-site \(asked) nhiều hơn số cơ quan phải áp dụng: \(left)"
        case (.tooMany(let asked, let left), .en): "--on-site \(asked) is more than there are mandatory units: \(left)"
        case (.year(let year), .vi): "năm \(year) nằm ngoài lịch tính được"
        case (.year(let year), .en): "the year \(year) lies outside the calendar"
        }
    }
}
