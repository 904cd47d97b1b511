internal import ConcurrentMap
internal import YAMLTree
public import Assessor
public import Model

/// The report people read, in one language, at 100 columns.
public struct TextReport: StreamedReport {
    /// What a reader chose.
    public struct Options: Sendable {
        /// The language.
        public var language: Language
        /// Whether to use the colours of a terminal.
        public var isColoured: Bool
        /// Whether to tell what conforms, does not apply or is history one by one.
        public var isVerbose: Bool
        /// The columns of a line.
        public var width: Int

        /// Makes options; a report is 100 columns wide.
        public init(language: Language, isColoured: Bool = false, isVerbose: Bool = false, width: Int = 100) {
            self.language = language
            self.isColoured = isColoured
            self.isVerbose = isVerbose
            self.width = width
        }
    }

    private let run: ReportRun
    private let options: Options
    private let sink: ReportSink
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping: LineWrapping
    private var isBegun = false

    /// A report of a run, written to a sink.
    public init(_ run: ReportRun, _ options: Options, sink: @escaping ReportSink) {
        self.run = run
        self.options = options
        self.sink = sink
        phrasing = Phrasing(options.language, library: run.context.library)
        style = TextStyle(isColoured: options.isColoured)
        wrapping = LineWrapping(width: options.width)
    }

    /// Writes one subject: who it is, then its findings in groups.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        isBegun = true
        var text = heading(assessment)
        let layout = FindingText(
            phrasing: phrasing, style: style, wrapping: wrapping, statement: assessment.statement,
            baseline: run.baseline)
        let sets = BindingText(phrasing: phrasing, wrapping: wrapping)
        let undecided = options.isVerbose ? [] : Set(assessment.undecidedSets)
        let told =
            undecided.isEmpty ? assessment.findings : assessment.findings.filter { !undecided.contains($0.rule.set) }
        let groups = FindingGroup.groups(told).filter { $0.group.isTold || options.isVerbose }
        let isVerbose = options.isVerbose
        var texts = groups.flatMap(\.findings).concurrentMap { layout.text($0, changes: isVerbose ? changes($0) : []) }[
            ...]
        for (group, findings) in groups {
            let heading = group.heading(
                ofLaw: findings.contains { !phrasing.isOfStandard($0.rule) },
                ofStandard: findings.contains { phrasing.isOfStandard($0.rule) })
            text += "\n" + style.paint("── \(heading[options.language]): \(findings.count)", .bold) + "\n"
            for told in texts.prefix(findings.count) { text += "\n" + told }
            texts = texts.dropFirst(findings.count)
        }
        if !options.isVerbose { text += sets.undecided(assessment, run.context) }
        if options.isVerbose { text += sets.unbound(assessment) }
        let heads = ChecklistText(phrasing: phrasing, style: style, wrapping: wrapping)
        for checklist in ChecklistVerdicts.of(assessment, in: run.context) { text += heads.text(checklist) }
        sink(Array((text + "\n").utf8))
    }

    /// Writes the counts; errors of inputs go elsewhere, only their number stands here.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        let text = SummaryText(phrasing: phrasing, style: style, wrapping: wrapping).text(result, run)
        sink(Array(text.utf8))
    }

    private func heading(_ assessment: Assessment) -> String {
        let statement = assessment.statement
        let name = statement.agencyName ?? statement.agencyCode ?? statement.source.name
        let code = statement.agencyCode.map { " (\($0))" } ?? ""
        let stated = phrasing.dates.text(statement.statedOn)
        let asOf = phrasing.dates.text(assessment.asOf)
        let title = wrapping.lines(name + code, lead: "", indent: 0).map { style.paint($0, .bold) + "\n" }.joined()
        let days = phrasing.pick(
            "Bản khai nói đến hết ngày \(stated); xét tại ngày \(asOf).",
            "The statement speaks up to \(stated); assessed as of \(asOf).")
        let assumed = AssumptionText(phrasing: phrasing, style: style, wrapping: wrapping).text(statement)
        return title + days + "\n" + assumed
    }
}
