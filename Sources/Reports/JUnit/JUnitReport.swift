internal import CivilTime
public import Assessor
public import Model
internal import YAMLTree

/// The findings as JUnit XML, in the form Jenkins and GitLab read: a suite is an agency, a test case a finding.
///
/// Without time stamps and times, which JUnit does not require: the same run gives the same bytes.
public struct JUnitReport: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false
    private var writer = XMLWriter()

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the suite of one agency.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        if !isBegun {
            writer.begin()
            writer.begin("testsuites", ["name": "tuanthu"])
            isBegun = true
        }
        let statement = assessment.statement
        let told = assessment.findings.map { ToldFinding($0, in: statement, phrasing, run.baseline) }
        let cases = told.filter { $0.mapping.junit != nil }
        func count(_ outcome: FormatMapping.JUnitOutcome) -> String {
            String(cases.count { $0.mapping.junit == outcome })
        }
        writer.begin(
            "testsuite",
            [
                "name": phrasing.agency(statement), "tests": String(cases.count), "failures": count(.failure),
                "errors": count(.error), "skipped": count(.skipped), "file": statement.source.name,
            ])
        writeProperties(assessment)
        for told in cases { write(told) }
        writer.end()
        sink(writer.take())
    }

    /// Writes what was wrong with inputs as a suite of its own, and ends the file.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        let errors = result.problems.filter(\.isError)
        if !errors.isEmpty {
            let count = String(errors.count)
            writer.begin(
                "testsuite",
                ["name": "tuanthu.input", "tests": count, "failures": "0", "errors": count, "skipped": "0"])
            for (index, problem) in errors.enumerated() {
                writer.begin("testcase", ["classname": "tuanthu.input", "name": "\(index + 1)"])
                let text = problem.message[phrasing.language]
                writer.element("error", ["type": "input", "message": ToldFinding.line(text)], text: text)
                writer.end()
            }
            writer.end()
        }
        writer.end()
        sink(writer.take())
    }

    private mutating func writeProperties(_ assessment: Assessment) {
        let summary = RunSummary(assessment, baseline: run.baseline)
        var properties = [
            ("as_of", run.asOf.description), ("stated_on", assessment.statement.statedOn.description),
            ("profile", run.context.profile.id), ("waived", String(summary.waived)),
            ("expired_waivers", String(summary.expiredWaivers)),
        ]
        properties += Verdict.allCases.map { ($0.rawValue, String(summary.findings[$0] ?? 0)) }
        writer.begin("properties")
        for (name, value) in properties { writer.element("property", ["name": name, "value": value]) }
        writer.end()
    }

    private mutating func write(_ told: ToldFinding) {
        let finding = told.finding
        let place = finding.location.place
        writer.begin(
            "testcase",
            [
                "classname": finding.rule.set, "name": told.name, "file": place.file,
                "line": String(place.range.start.line),
            ])
        let text = ([told.position] + told.paragraphs).joined(separator: "\n")
        let message = ToldFinding.line(told.headline)
        switch told.mapping.junit {
        case .failure:
            writer.element("failure", ["type": finding.level?.rawValue, "message": message], text: text)
        case .error: writer.element("error", ["type": "evaluation", "message": message], text: text)
        case .skipped:
            let reason = told.mapping.isWaived ? phrasing.accepted(finding.waiver) : nil
            writer.element("skipped", ["message": ToldFinding.line(reason ?? told.message)])
        case .passed:
            if finding.level != nil { writer.element("system-out", text: "\(told.headline)\n\(text)") }
        case nil: break
        }
        writer.end()
    }
}
