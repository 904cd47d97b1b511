@testable import Assessor
import CivilTime
import Foundation
import Model
import Reports
import Testing
import YAMLTree

/// A run that holds every verdict, file names and texts that formats trip over, waivers in force and expired, and an earlier run.
struct TestRun {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static let repository = fixtures.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let run: ReportRun
    let assessments: [Assessment]
    let result: RunResult

    /// The statements by name: Vietnamese, with spaces and signs that URIs, XML and workflow commands give a meaning.
    static let statements: [(name: String, text: String)] = [
        (
            "bản khai/Sở Mẫu số 1.yaml",
            """
            tuanthu: statement/1
            stated_on: 2020-06-01
            agency: {code: MAU-01, name: Sở Mẫu tỉnh Ví Dụ}
            qms:
              edition: iso-9001-2008
              posted: {value: true, evidence: [{ref: Biên bản 1/BB, file: hồ sơ/biên bản 1.pdf, dated: 2020-01-02}]}
              procedures: 40
              declared: !none chưa công bố
              changes:
                - {number: 1/2019/TT, from: 2019-05-18, applied: 2019-09-20}
                - {number: 2/2020/TT, from: 2020-02-01, applied: !none chưa cập nhật}
              audits: [{held_on: 2019-11-20}]

            """
        ),
        (
            "./bản khai/Phòng & Ban: 100%, <2>.yaml",
            """
            tuanthu: statement/1
            stated_on: 2020-06-01
            agency: {code: "=1+1", name: "-Phòng \\a|\\"Mẫu\\" <b>&'Ban'\\n::warning::x"}
            qms:
              posted: false
              procedures: 70

            """
        ),
    ]

    init(
        asOf: String = "2020-06-15", isPlain: Bool = false, problems: [InputProblem] = [],
        statements: [(name: String, text: String)] = TestRun.statements
    ) throws {
        let library = try TestRun.library()
        let context = try AssessmentContext(
            library: library, profile: AssessmentContext.profile(nil, in: library),
            waivers: isPlain ? .none : TestRun.waivers(library))
        let day = try CivilDate.parse(asOf)
        var assessments: [Assessment] = []
        for (name, text) in statements {
            let loaded = StatementLoader(vocabulary: library.vocabulary).load(
                SourceText(name: name, bytes: Array(text.utf8)))
            #expect(loaded.diagnostics.map { $0.text(.en) } == [])
            assessments.append(Assessor.assess(try #require(loaded.value), in: context, asOf: day))
        }
        self.assessments = assessments
        run = ReportRun(
            version: "0.0.0", asOf: day, context: context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error,
            baseline: isPlain || assessments.isEmpty ? nil : TestRun.baseline(assessments))
        var summary = RunSummary()
        var waivers = WaiverTally(context, asOf: day)
        var comparison = run.baseline.map { BaselineComparison($0, context) }
        for assessment in assessments {
            summary.add(assessment, comparedWith: run.baseline)
            waivers.add(assessment)
            comparison?.add(assessment)
        }
        result = RunResult(
            summary, threshold: .error, problems: problems, waivers: waivers.uses, comparison: comparison)
    }

    private static func library() throws -> RuleLibrary {
        func source(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: fixtures.appendingPathComponent(name)))
        }
        let vocabulary = VocabularyLoader.load([
            SourceText(name: "vocabulary.yaml", bytes: try source("vocabulary.yaml"))
        ])
        #expect(vocabulary.diagnostics.map { $0.text(.en) } == [])
        let rules = RuleFolder(name: "test", files: [RuleFile(name: "rules.yaml", bytes: try source("rules.yaml"))])
        let profile = RuleFile(name: "profile.yaml", bytes: try source("profile.yaml"))
        let reading = RuleLibraryLoader.load([rules], profiles: [profile], vocabulary: try #require(vocabulary.value))
        #expect(reading.diagnostics.map { $0.text(.en) } == [])
        return try #require(reading.library)
    }

    private init(_ run: ReportRun, _ assessments: [Assessment], _ result: RunResult) {
        self.run = run
        self.assessments = assessments
        self.result = result
    }

    /// The same run with another end.
    func ending(with result: RunResult) -> TestRun { TestRun(run, assessments, result) }

    /// A run without a statement.
    static func empty() throws -> TestRun { try TestRun(statements: []) }

    // MARK: Waivers and the earlier run

    /// One in force and one that has run out, both of the first statement's agency.
    private static func waivers(_ library: RuleLibrary) throws -> Waivers {
        let basis = "authority: Chủ tịch UBND tỉnh Ví Dụ, document: 15/CV-UBND, dated: 2020-01-10"
        let lines = [("r.partly", "2020-12-31"), ("r.edition", "2020-05-31")].map { rule, until in
            "  - {rule: \(rule), agency: MAU-01, reason: 'Đang mua sắm; \"chờ\" duyệt', \(basis), until: \(until)}\n"
        }
        let text = "tuanthu: waivers/1\nwaivers:\n" + lines.joined()
        let file = SourceText(name: "chấp nhận tạm thời.yaml", bytes: Array(text.utf8))
        let written = WaiverLoader.load([file])
        #expect(written.diagnostics.map { $0.text(.en) } == [])
        let admitted = Waivers.admit(try #require(written.value), from: [file], in: library)
        #expect(admitted.diagnostics.map { $0.text(.en) } == [])
        return try #require(admitted.value)
    }

    /// An earlier run that had all but the last finding of the first statement, the first with another verdict.
    private static func baseline(_ assessments: [Assessment]) -> Baseline {
        let findings = assessments[0].findings.filter { $0.levelWithoutWaiver != nil }
        return Baseline(
            findings.dropLast().enumerated().map { index, finding in
                BaselineEntry(
                    fingerprint: finding.fingerprint, rule: finding.rule.id, agency: "MAU-01", item: finding.item?.key,
                    occurrence: finding.occurrence?.description, verdict: index == 0 ? .partial : finding.verdict,
                    level: index == 0 ? .warning : finding.levelWithoutWaiver)
            })
    }
}
