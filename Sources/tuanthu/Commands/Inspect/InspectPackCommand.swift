internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Model
internal import Reports

/// What a pack is made of besides the statement.
struct PackOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The period judged, first and last day: recurring duties outside it do not count.",
            valueName: "from/to"))
    var period: String?

    @Option(
        help: ArgumentHelp(
            "The number a sample is drawn with; the same one draws the same sample. Take one the agency cannot know; without it 1, with a warning.",
            valueName: "number"))
    var seed: Int?

    @Option(help: ArgumentHelp("How many administrative procedures are drawn.", valueName: "count"))
    var sample: Int = 10

    /// What a sample is drawn with where nothing is said: anybody can guess it.
    static let guessableSeed = 1

    var drawnWith: Int { seed ?? Self.guessableSeed }

    func check() throws {
        _ = try interval()
        if sample < 1 { throw ValidationError("--sample is at least 1") }
    }

    /// The period; nil where none was given.
    func interval() throws -> CivilInterval? {
        guard let period else { return nil }
        do throws(DateParseError) {
            return try StatedDate.parse(period).interval
        } catch {
            throw ValidationError("--period \(period): \(error.text(in: .en))")
        }
    }
}

/// `tuanthu inspect pack`: what an inspector takes along to one agency.
struct InspectPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "A pack for the inspection of an agency: heads, findings, papers, questions, a sample.",
        discussion: """
            Earlier records named beside the statement, or lying in a folder with it, are told under their heads.

            Exit codes: 0 the pack was made; 2 some input could not be read.
            """)

    @Argument(help: ArgumentHelp("The statement, and earlier inspection records of the agency.", valueName: "path"))
    var paths: [String]

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var pack: PackOptions
    @OptionGroup var options: InspectionOptions

    func validate() throws {
        _ = try options.rules.readings()
        _ = try asOf.day()
        try pack.check()
        try FormatChoice.validate(options.format)
    }

    func run() throws {
        let run = try AgencyInspection(paths, options)
        let made = try run.pack(pack, asOf: try asOf.day())
        let report = InspectionPackReport(made, in: run.context, version: ToolVersion.text)
        let language = run.language
        if pack.seed == nil, let sample = made.sample, sample.items.count < sample.frame {
            let seed = pack.drawnWith
            Streams.complain(
                language == .vi
                    ? "tuanthu: cảnh báo: không có --seed: mẫu lấy theo số gieo \(seed), cơ quan được kiểm tra đoán trước được; hãy cho một số mà cơ quan không biết\n"
                    : "tuanthu: warning: no --seed: the sample is drawn with \(seed), which the agency can guess; give a number it cannot know\n"
            )
        }
        try options.write(
            language, text: { report.text(language, isColoured: $0) }, markdown: { report.markdown(language) },
            json: { report.json })
        throw CommandStop(run.isComplete ? .noFindings : .noVerdict)
    }
}

/// One agency's statement with its records, under the rules of inspections.
struct AgencyInspection {
    let context: AssessmentContext
    let language: Language
    let statements: [Statement]
    /// Whether every input could be read.
    let isComplete: Bool

    /// Reads what lies under some paths; what is wrong goes to standard error.
    init(_ paths: [String], _ options: InspectionOptions) throws {
        let (rules, settings) = try options.load(ofAgency: true)
        language = settings.language.value
        let library = rules.loaded.library
        let inputs = InputCollection(paths, standardInputName: "<stdin>")
        // A folder with records alone is no trouble here.
        let problems = inputs.inspections.isEmpty || !inputs.statements.isEmpty ? inputs.problems : []
        for problem in problems { Streams.complain("tuanthu: \(problem[language])\n") }
        var intake = StatementIntake(vocabulary: library.vocabulary, language: language)
        statements = inputs.statements.compactMap { intake.statement($0) }
        var records = InspectionIntake(library, language)
        let inspections = inputs.inspections.compactMap { records.inspection($0.name) }
        let all = intake.problems + records.problems + problems.map { InputProblem($0) }
        isComplete = !all.contains(where: \.isError)
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        context = try rules.context(inspections: inspections, holidays: calendar)
        for statement in statements {
            LoadedLibrary.tell(inspections.flatMap { $0.unpaired(in: statement) }, language)
        }
    }

    /// A pack for the one statement there is.
    func pack(_ options: PackOptions, asOf day: CivilDate) throws -> InspectionPack {
        guard statements.count == 1, let statement = statements.first else {
            if !isComplete { throw CommandStop(.noVerdict) }
            throw CommandStop(
                language == .vi
                    ? "cần đúng một bản khai, ở đây có \(statements.count)"
                    : "exactly one statement is wanted, there are \(statements.count)")
        }
        guard
            let pack = Assessor.pack(
                statement, in: context, asOf: day, period: try options.interval(), seed: String(options.drawnWith),
                count: options.sample)
        else {
            throw CommandStop(
                language == .vi
                    ? "bộ yêu cầu đã chọn không có nội dung kiểm tra" : "the rules have no heads of inspection")
        }
        return pack
    }
}
