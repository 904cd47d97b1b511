internal import CivilTime
public import Assessor
public import Model
internal import YAMLTree

/// Every finding as a row for spreadsheets: RFC 4180 in UTF-8 with a byte order mark.
///
/// Names of columns and codes never change with the language; the sentences do.
public struct CSVReport: StreamedReport {
    /// The columns, in order.
    public static let columns = [
        "agency_code", "agency_name", "rule_set", "rule", "item", "occurrence", "history", "title", "verdict",
        "verdict_text", "level", "timing", "due", "days", "assurance", "grade", "grade_candidate", "gate", "waiver",
        "waiver_until", "waiver_text", "baseline", "provenance", "citation", "because", "to_state", "remedy", "as_of",
        "stated_on", "file", "line", "column", "pointer", "fingerprint", "contradicted",
    ]

    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the rows of one statement.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        var out: [UInt8] = []
        if !isBegun {
            out += [0xEF, 0xBB, 0xBF]
            CSVLine.write(CSVReport.columns.map { .own($0) }, to: &out)
        }
        isBegun = true
        for finding in assessment.findings {
            CSVLine.write(cells(ToldFinding(finding, in: assessment.statement, phrasing, run.baseline)), to: &out)
        }
        sink(out)
    }

    /// Writes nothing: a table has no end.
    public mutating func finish(_ result: RunResult) {}

    private func cells(_ told: ToldFinding) -> [CSVLine.Cell] {
        let finding = told.finding
        let rule = finding.rule
        let place = finding.location.place
        let start = place.range.start
        let waiver: (state: String, until: String)
        switch finding.waiver {
        case .none: waiver = ("", "")
        case .inForce(let accepted): waiver = ("in_force", accepted.until.description)
        case .expired(let accepted): waiver = ("expired", accepted.until.description)
        }
        let missing = finding.undeterminedBy.map { $0.path.pointer }.joined(separator: " ")
        let identity: [CSVLine.Cell] = [
            .text(told.statement.agencyCode ?? ""), .text(told.statement.agencyName ?? ""), .text(rule.set),
            .text(rule.id), .text(finding.item?.key ?? ""), .own(finding.occurrence?.description ?? ""),
            .own(finding.isHistory ? "true" : "false"), .text(rule.title[phrasing.language]),
        ]
        let axes: [CSVLine.Cell] = [
            .own(finding.verdict.rawValue), .text(phrasing.verdict(finding)),
            .own(finding.levelWithoutWaiver?.rawValue ?? ""),
            .own(finding.timing.state.rawValue), .own(finding.timing.due?.description ?? ""),
            .own(finding.timing.days.map(String.init) ?? ""), .own(finding.assurance.rawValue),
            .own(finding.grade?.rawValue ?? ""), .own(finding.isGradeCandidate ? "true" : "false"),
            .own(finding.gate?.rawValue ?? ""), .own(waiver.state), .own(waiver.until),
            .text(phrasing.accepted(finding.waiver) ?? ""), .own(told.baseline?.rawValue ?? ""),
        ]
        let reasons: [CSVLine.Cell] = [
            .own(rule.provenance.rawValue), .text(phrasing.citations.text(of: rule)), .text(told.because),
            .text(missing), .text(rule.remedy[phrasing.language]), .own(run.asOf.description),
            .own(told.statement.statedOn.description), .text(place.file), .own(String(start.line)),
            .own(String(start.column)), .text(finding.location.pointer), .own(finding.fingerprint),
            .text(told.contradictions.joined(separator: "; ")),
        ]
        return identity + axes + reasons
    }
}
