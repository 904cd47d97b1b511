import Assessor
import CivilTime
import Foundation
import Model
import Reports
import Testing

/// The text and the JSON report as wholes.
@Suite struct ReportTests {
    static let facts = """
        edition: iso-9001-2008, posted: false, procedures: 60, declared: !none , applied: 2020-01-01,
          plans: [{issuer: Ủy ban nhân dân tỉnh, finish: 2020-03-31}],
          changes: [{number: 1/2019/TT, from: 2019-05-18, applied: 2019-08-20}, {number: 2/2020/TT, from: 2020-05-01, applied: !none }]
        """

    private final class Collector {
        var bytes: [UInt8] = []
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private func run(_ context: AssessmentContext, asOf: CivilDate, _ threshold: FailureThreshold = .error) -> ReportRun
    {
        ReportRun(
            version: "0", asOf: asOf, context: context, rulesOrigin: "rules",
            vocabularyFiles: [], threshold: threshold)
    }

    private func text(
        _ facts: String, _ options: TextReport.Options, asOf: String = "2020-06-15", problems: [InputProblem] = []
    ) throws -> String {
        let (assessment, context) = try TestLibrary.assess(facts, asOf: asOf)
        let out = Collector()
        var report = TextReport(run(context, asOf: assessment.asOf), options) { out.bytes += $0 }
        report.add(assessment) { Assessor.changes(for: $0, in: assessment, context: context) }
        report.finish(RunResult(RunSummary(assessment), threshold: .error, problems: problems))
        return out.text
    }

    private func json(_ facts: String, count: Int = 1) throws -> String {
        let (assessment, context) = try TestLibrary.assess(facts, asOf: "2020-06-15")
        let out = Collector()
        var report = JSONReport(run(context, asOf: assessment.asOf)) { out.bytes += $0 }
        var summary = RunSummary()
        for _ in 0..<count {
            summary.add(assessment)
            report.add(assessment) { Assessor.changes(for: $0, in: assessment, context: context) }
        }
        report.finish(RunResult(summary, threshold: .error, problems: []))
        return out.text
    }

    @Test func linesFit100ColumnsInBothLanguages() throws {
        for language in Language.allCases {
            for isVerbose in [false, true] {
                let text = try text(Self.facts, TextReport.Options(language: language, isVerbose: isVerbose))
                for line in text.split(separator: "\n") {
                    #expect(DisplayWidth.columns(String(line)) <= 100, "\(line)")
                }
            }
        }
    }

    @Test func findingsComeWorstFirstAndBeginWithTheirPlace() throws {
        let text = try text(Self.facts, TextReport.Options(language: .en))
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("mau.yaml:") }
        let rules = heads.compactMap {
            $0.split(separator: "[").dropFirst().first?.split(separator: "]").first.map(String.init)
        }
        #expect(
            rules == [
                "r.edition", "r.posted", "r.count", "r.iso", "r.yearly", "r.december", "r.within", "r.by", "r.no_term",
                "r.step", "r.yearly", "r.december", "r.order", "r.within",
            ])
        #expect(heads[0] == "mau.yaml:4:16: error[r.edition] does not conform: Edition")
        #expect(heads[3].contains("warning[r.iso]"))
    }

    @Test func whatIsShownOfAFinding() throws {
        let text = try text(Self.facts, TextReport.Options(language: .vi))
        let parts = [
            "   4 | qms: {edition: iso-9001-2008,",
            "     = vì: Phiên bản áp dụng: TCVN ISO 9001:2008, không phải là TCVN ISO 9001:2015.",
            "     = căn cứ: điểm đ khoản 3 Điều 2 Quyết định 1/QĐ (theo nguồn thuật lại, chưa đọc văn bản)",
            "     = việc cần làm: Niêm yết", "     = mốc khác: Ủy ban nhân dân tỉnh: 30/03/2020, quá hạn 77 ngày",
            "     = mức độ: không phù hợp nhẹ (đề xuất)\n     = độ tin cậy: cơ quan tự khai",
            "     = cần khai: /qms/audits · Những lần nào?", "     = cách hiểu: ngày đầu tiên",
        ]
        for part in parts { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("%"))
    }

    @Test func conformingFindingsAreOnlyCountedUnlessAsked() throws {
        let short = try text("procedures: 40", TextReport.Options(language: .en))
        let long = try text("procedures: 40", TextReport.Options(language: .en, isVerbose: true))
        #expect(!short.contains("ok[r.count]") && long.contains("ok[r.count]"))
        #expect(short.contains("conform 2 "))
    }

    @Test func coloursChangeNothingElse() throws {
        let plain = try text(Self.facts, TextReport.Options(language: .vi))
        let coloured = try text(Self.facts, TextReport.Options(language: .vi, isColoured: true))
        #expect(coloured != plain && coloured.contains("\u{1B}["))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func anEmptyDenominatorIsToldInWords() throws {
        let (assessment, context) = try TestLibrary.assess(Self.facts, asOf: "2013-06-15")
        let out = Collector()
        var report = TextReport(run(context, asOf: assessment.asOf), TextReport.Options(language: .vi)) {
            out.bytes += $0
        }
        report.add(assessment) { _ in [] }
        report.finish(RunResult(RunSummary(assessment), threshold: .error, problems: []))
        #expect(assessment.summary.applicable == 0)
        #expect(out.text.contains("Không có yêu cầu nào áp dụng.") && out.text.contains("Chưa có gì để tính"))
        #expect(!out.text.contains("0/0"))
    }

    @Test func problemsOfInputsMakeTheResultIncomplete() throws {
        let problem = InputProblem(LocalizedText(vi: "a.yaml: không tìm thấy", en: "a.yaml: not found"))
        let text = try text(Self.facts, TextReport.Options(language: .en), problems: [problem])
        #expect(text.contains("Some input could not be read: 1 error."))
        #expect(text.hasSuffix("Result: incomplete, some input could not be read.\n"))
    }

    @Test func nothingIsWrittenWithoutASubject() throws {
        let context = try TestLibrary.context()
        let out = Collector()
        let day = try CivilDate.parse("2020-06-15")
        var text = TextReport(run(context, asOf: day), TextReport.Options(language: .vi)) { out.bytes += $0 }
        var json = JSONReport(run(context, asOf: day)) { out.bytes += $0 }
        let nothing = RunResult(RunSummary(), threshold: .error, problems: [])
        text.finish(nothing)
        json.finish(nothing)
        #expect(out.bytes.isEmpty)
    }

    @Test func jsonKeepsTheKeysInTheOrderOfTheContract() throws {
        let text = try json(Self.facts, count: 2)
        let order = [
            "schema_version", "tool", "as_of", "context", "subjects", "agency", "input", "findings", "rule", "item",
            "occurrence",
            "fingerprint", "ref", "provenance", "verdict", "level", "timing", "assurance", "grade", "gate", "waiver",
            "because",
            "reads", "undetermined_by", "would_change", "readings", "remedy", "evidence", "location",
        ]
        var rest = text[...]
        for key in order {
            let range = try #require(rest.range(of: "\"\(key)\":"), "\(key)")
            rest = rest[range.upperBound...]
        }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let subjects = try #require(object["subjects"] as? [[String: Any]])
        #expect(subjects.count == 2)
        let findings = try #require(subjects[0]["findings"] as? [[String: Any]])
        let first = try #require(findings.first)
        #expect(first["verdict"] as? String == "nonconform")
        #expect((first["because"] as? [String: String])?["vi"]?.hasPrefix("Phiên bản áp dụng") == true)
        let location = try #require(first["location"] as? [String: Any])
        #expect(location["pointer"] as? String == "/qms/edition" && location["line"] as? Int == 4)
        let total = try #require((object["summary"] as? [String: Any])?["coverage"] as? [String: Int])
        let one = try #require((subjects[0]["summary"] as? [String: Any])?["coverage"] as? [String: Int])
        #expect(total["applicable"] == 2 * (one["applicable"] ?? 0))
    }

    @Test func thresholds() throws {
        let (assessment, _) = try TestLibrary.assess("procedures: 40, edition: iso-9001-2015", asOf: "2020-06-15")
        let open = RunSummary(assessment.summary)
        let (failing, _) = try TestLibrary.assess(Self.facts, asOf: "2020-06-15")
        let failed = RunSummary(failing.summary)
        let rows: [(FailureThreshold, Bool, Bool)] = [
            (.error, false, true), (.warning, false, true), (.note, true, true), (.undetermined, true, true),
            (.new, false, true),
            (.none, false, false),
        ]
        for (threshold, forOpen, forFailed) in rows {
            #expect(threshold.isReached(by: open) == forOpen, "\(threshold)")
            #expect(threshold.isReached(by: failed) == forFailed, "\(threshold)")
        }
        #expect(!FailureThreshold.note.isReached(by: RunSummary()))
    }

    @Test func theVerdictPageIsTheGeneratedOne() throws {
        let root = TestLibrary.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/verdicts.md"), encoding: .utf8)
        #expect(page == VerdictTables.page(), "run scripts/generate-docs")
    }
}
