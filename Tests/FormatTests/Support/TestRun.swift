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
        let context = try AssessmentContext(library: library)
        let day = try CivilDate.parse(asOf)
        var assessments: [Assessment] = []
        for (name, text) in statements {
            let loaded = StatementLoader(vocabulary: library.vocabulary).load(
                SourceText(name: name, bytes: Array(text.utf8)))
            #expect(loaded.diagnostics.map { $0.text(.en) } == [])
            let assessment = Assessor.assess(try #require(loaded.value), in: context, asOf: day)
            assessments.append(isPlain ? assessment : try TestRun.waived(assessment))
        }
        self.assessments = assessments
        run = ReportRun(
            version: "0.0.0", asOf: day, context: context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error,
            baseline: isPlain || assessments.isEmpty ? nil : TestRun.baseline(assessments))
        var summary = RunSummary()
        for assessment in assessments { summary.add(assessment, baseline: run.baseline) }
        result = RunResult(summary, threshold: .error, problems: problems)
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

    private static func waived(_ assessment: Assessment) throws -> Assessment {
        let findings = try assessment.findings.map { finding in
            switch (finding.rule.id, finding.statementIsFirst) {
            case ("r.partly", true): finding.with(.inForce(try waiver(finding, until: "2020-12-31")))
            case ("r.edition", true): finding.with(.expired(try waiver(finding, until: "2020-05-31")))
            default: finding
            }
        }
        return Assessment(
            statement: assessment.statement, asOf: assessment.asOf, findings: findings, summary: assessment.summary,
            unboundSets: assessment.unboundSets, rulesLeftOut: assessment.rulesLeftOut,
            undecidedSets: assessment.undecidedSets)
    }

    private static func waiver(_ finding: Finding, until: String) throws -> Waiver {
        let file = SourceText(name: "chấp nhận tạm thời.yaml", bytes: Array("tuanthu: waivers/1\n".utf8))
        let start = SourcePosition(line: 1, column: 1, offset: 0)
        return Waiver(
            rule: finding.rule.id, agency: "MAU-01", item: nil, reason: "Đang mua sắm; \"chờ\" duyệt",
            authority: "Chủ tịch UBND tỉnh Ví Dụ", document: "15/CV-UBND", dated: try CivilDate.parse("2020-01-10"),
            until: try CivilDate.parse(until), place: Place(source: file, range: SourceRange(at: start)))
    }

    /// An earlier run that had all but the last finding of the first statement, the first with another verdict.
    private static func baseline(_ assessments: [Assessment]) -> Baseline {
        let findings = assessments[0].findings.filter { !$0.isHistory }
        return Baseline(
            findings.dropLast().enumerated().map { index, finding in
                BaselineEntry(
                    fingerprint: finding.fingerprint, rule: finding.rule.id, agency: "MAU-01", item: finding.item?.key,
                    occurrence: finding.occurrence?.description, verdict: index == 0 ? .nonconform : finding.verdict,
                    level: index == 0 ? .error : finding.level)
            })
    }
}

extension Finding {
    fileprivate var statementIsFirst: Bool { location.place.file.contains("số 1") }

    fileprivate func with(_ waiver: WaiverState) -> Finding {
        Finding(
            rule: rule, item: item, occurrence: occurrence, fingerprint: fingerprint, verdict: verdict, timing: timing,
            assurance: assurance, grade: grade, isGradeCandidate: isGradeCandidate, waiver: waiver, gate: gate,
            level: level, isHistory: isHistory, reason: reason, ownSentence: ownSentence, reads: reads,
            undeterminedBy: undeterminedBy, readings: readings, reported: reported, location: location)
    }
}
