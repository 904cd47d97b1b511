public import Assessor
internal import CivilTime
public import Model
public import Reports
internal import YAMLTree

/// The report on statements as one self-contained HTML document: each agency in turn, by the heads of the inspection first, then what
/// is not met, what comes due, what to do, and what is not stated.
public struct AgencyPage: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let templates: PageTemplates
    private let sink: ReportSink
    private var count = 0

    /// How far ahead dates are told.
    static let within = Period.days(90)

    /// A report of a run in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
        templates = PageTemplates(language)
    }

    /// Writes one agency.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        let name = phrasing.agency(assessment.statement)
        if count == 0 { write(templates.render(head(name), as: .agencyHead)) }
        count += 1
        let prefix = count == 1 ? "" : "a\(count)-"
        let builder = AgencyViewBuilder(
            assessment: assessment, run: run, phrasing: phrasing, within: Self.within, prefix: prefix)
        let view = builder.view(ownHeading: name, withSources: true)
        write(templates.render(view, as: .agencyBody))
    }

    /// Writes the counts of the run, the waivers nobody uses and what could not be read.
    public mutating func finish(_ result: RunResult) {
        guard count > 0 else { return }
        write(templates.render(end(result), as: .agencyEnd))
    }

    private func write(_ text: String) { sink(Array(text.utf8)) }

    private struct HeadView: Sendable {
        let version: String
        let title: String
        let css: String
        let heading: String
        let asOf: String
        let profile: String
    }

    private struct EndView: Sendable {
        let version: String
        let hasRunNotes: Bool
        let runNotes: [String]
    }

    private func head(_ name: String) -> HeadView {
        let day = phrasing.dates.text(run.asOf)
        let heading = phrasing.pick("Báo cáo HTQLCL", "Report on the quality management system")
        return HeadView(
            version: run.version, title: "\(name) – \(phrasing.pick("xét tại ngày", "as of")) \(day)",
            css: PageStyle.css, heading: heading, asOf: day,
            profile: run.context.profile.title[phrasing.language])
    }

    private func end(_ result: RunResult) -> EndView {
        let summary = result.summary
        let number = NumberText(language: phrasing.language)
        var notes: [String] = []
        if summary.subjects > 1, summary.applicable > 0 {
            let range = number.text(summary.conformAtLeast...summary.conformAtMost)
            notes.append(
                phrasing.pick(
                    "Cả \(number.text(summary.subjects)) bản khai: \(range) trên \(number.text(summary.applicable)) yêu cầu đáp ứng.",
                    "All \(number.text(summary.subjects)) statements: \(range) of \(number.text(summary.applicable)) requirements conform."
                ))
        }
        for use in result.waivers where use.isUnused || use.standing != .inForce {
            let standing = AxisNames.name(use.standing)[phrasing.language]
            let unused =
                use.isUnused ? phrasing.pick("; không có phát hiện nào để chấp nhận", "; nothing to accept") : ""
            notes.append(
                phrasing.pick(
                    "Chấp nhận tạm thời \(use.waiver.document) (\(use.waiver.rule), \(use.waiver.agency)): \(standing)\(unused).",
                    "Waiver \(use.waiver.document) (\(use.waiver.rule), \(use.waiver.agency)): \(standing)\(unused)."))
        }
        for problem in result.problems {
            let place = problem.place.map { "\($0.position): " } ?? ""
            notes.append(place + problem.message[phrasing.language])
        }
        notes.append(phrasing.outcome(result))
        return EndView(version: run.version, hasRunNotes: !notes.isEmpty, runNotes: notes)
    }
}
