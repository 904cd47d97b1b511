import Assessor
import Foundation
import Model
import Pages
import Reports
import Testing

/// Every format, written from one run.
enum TestFormat: String, CaseIterable, CustomTestStringConvertible {
    case text, json, sarif, junit, github, gitlab, checkstyle, markdown, csv, html, oscal, plan

    var testDescription: String { rawValue }

    /// The name of its golden.
    var golden: String {
        switch self {
        case .text: "golden/report.txt"
        case .json: "golden/report.json"
        case .sarif: "golden/report.sarif"
        case .junit: "golden/junit.xml"
        case .github: "golden/github.txt"
        case .gitlab: "golden/gitlab.json"
        case .checkstyle: "golden/checkstyle.xml"
        case .markdown: "golden/report.md"
        case .csv: "golden/report.csv"
        case .html: "golden/report.html"
        case .oscal: "golden/assessment-results.json"
        case .plan: "golden/plan.json"
        }
    }

    private final class Collector {
        var bytes: [UInt8] = []
    }

    /// The bytes of a whole report.
    func bytes(_ test: TestRun, _ language: Language = .vi, isVerbose: Bool = true) -> [UInt8] {
        let out = Collector()
        let sink: ReportSink = { out.bytes += $0 }
        let run = test.run
        let options = TextReport.Options(language: language, isVerbose: isVerbose)
        var report: any StreamedReport
        switch self {
        case .text: report = TextReport(run, options, sink: sink)
        case .json: report = JSONReport(run, sink: sink)
        case .sarif: report = SARIFReport(run, options, sink: sink)
        case .junit: report = JUnitReport(run, language, sink: sink)
        case .github: report = GitHubReport(run, language, sink: sink)
        case .gitlab: report = GitLabReport(run, language, sink: sink)
        case .checkstyle: report = CheckstyleReport(run, language, sink: sink)
        case .markdown: report = MarkdownReport(run, options, sink: sink)
        case .csv: report = CSVReport(run, language, sink: sink)
        case .html: report = AgencyPage(run, language, sink: sink)
        case .oscal: report = OSCALResults(run, language, sink: sink)
        case .plan: report = OSCALPlan(run, language, sink: sink)
        }
        for assessment in test.assessments { report.add(assessment) { _ in [] } }
        report.finish(test.result)
        return out.bytes
    }

    func string(_ test: TestRun, _ language: Language = .vi, isVerbose: Bool = true) -> String {
        String(decoding: bytes(test, language, isVerbose: isVerbose), as: UTF8.self)
    }
}
