internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import ConcurrentMap
internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// A run over any number of statements: the rules, the inputs, and one assessment after the other.
struct StatementRun {
    let loaded: LoadedLibrary
    let context: AssessmentContext
    let asOf: CivilDate
    let language: Language

    private let assumed: [Assumption]
    private let inputs: InputCollection
    private var intake: StatementIntake
    /// The next statement, which is read while the one before it is assessed, and the first while the rules are linked.
    private var ahead: Background<StatementIntake.Reading>?

    /// Loads the rules and the inspections; what is wrong goes to standard error, and stops the run where it has to.
    init(
        _ settings: RunSettings, standardInputName: String, waivers: [String] = [],
        assumptions: AssumptionOptions? = nil, asOf: CivilDate, extent: LoadedLibrary.Extent? = nil
    ) throws {
        self.asOf = asOf
        language = settings.language.value
        if settings.paths.isEmpty {
            throw ValidationError("name at least one statement, a folder of statements, or - for standard input")
        }
        let calendar = try HolidayOption.calendar(settings.holidays.map(\.value), language)
        let inputs = InputCollection(settings.paths.map(\.value), standardInputName: standardInputName)
        self.inputs = inputs
        var ahead: Background<StatementIntake.Reading>?
        let rules = try RunRules(
            settings, waivers: waivers, extent: extent,
            ready: { vocabulary in ahead = inputs.statements.first.map { StatementIntake.begin($0, vocabulary) } })
        self.ahead = ahead
        loaded = rules.loaded
        for problem in inputs.problems { Streams.complain("tuanthu: \(problem[language])\n") }
        assumed = try assumptions?.read(loaded.library.vocabulary, language) ?? []
        var intake = StatementIntake(vocabulary: loaded.library.vocabulary, language: language, assumptions: assumed)
        let inspections = inputs.inspections.compactMap { intake.inspection($0) }
        context = try rules.context(inspections: inspections, holidays: calendar)
        self.intake = intake
    }

    /// What was wrong with inputs so far.
    var problems: [InputProblem] { inputs.problems.map { InputProblem($0) } + intake.problems }

    /// Whether every input could be read.
    var isComplete: Bool { !problems.contains(where: \.isError) }

    /// How many statements there are.
    var count: Int { inputs.statements.count }

    /// What reports say of the run.
    func report(threshold: FailureThreshold, baseline: Baseline? = nil) -> ReportRun {
        ReportRun(
            version: ToolVersion.text, asOf: asOf, context: context, rulesOrigin: loaded.origin,
            vocabularyFiles: loaded.vocabularyFiles, threshold: threshold, assumptions: assumed, baseline: baseline)
    }

    /// Assesses the statements in order of path, each as it is read.
    mutating func assessEach(_ take: (Assessment) -> Void) {
        var agencies: Set<String> = []
        for (index, file) in inputs.statements.enumerated() {
            let reading = ahead?.result ?? StatementIntake.read(file, intake.vocabulary)
            let next = inputs.statements.dropFirst(index + 1).first
            ahead = next.map { StatementIntake.begin($0, intake.vocabulary) }
            guard let statement = intake.statement(reading) else { continue }
            if let code = statement.agencyCode { agencies.insert(code) }
            LoadedLibrary.tell(context.inspections.flatMap { $0.unpaired(in: statement) }, language)
            take(Assessor.assess(statement, in: context, asOf: asOf))
        }
        warnOfLooseInspections(agencies)
    }

    private func warnOfLooseInspections(_ agencies: Set<String>) {
        for inspection in context.inspections where !agencies.contains(inspection.agency) {
            let name = inspection.source.name
            Streams.complain(
                language == .vi
                    ? "tuanthu: cảnh báo: \(name): không có bản khai nào của cơ quan “\(inspection.agency)” trong lần chạy này\n"
                    : "tuanthu: warning: \(name): no statement of agency “\(inspection.agency)” in this run\n")
        }
    }
}
