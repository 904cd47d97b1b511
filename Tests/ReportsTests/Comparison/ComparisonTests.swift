import Foundation
import Model
import Reports
import Testing

/// Which findings and agencies belong together, what became worse, and the whole as it is told.
@Suite struct ComparisonTests {
    typealias Finding = TestReport.Finding
    typealias Subject = TestReport.Subject

    private func summary(_ a: TestReport, _ b: TestReport) throws -> String {
        let summary = try #require(try TestReport.compare(a, b)["summary"])
        return summary.text(.compact)
    }

    @Test func aReportIsLikeItself() throws {
        var report = TestReport()
        report.subjects[0].findings = [
            Finding(), Finding(rule: "r.b", item: "1"), Finding(rule: "r.b", item: "2"),
            Finding(rule: "r.c", occurrence: "2019-01-01", isHistory: true),
        ]
        report.subjects.append(Subject(code: "MAU-02", path: "2.yaml"))
        report.subjects.append(Subject(code: nil, path: "3.yaml"))
        #expect(
            try summary(report, report)
                == #"{"agencies":3,"changed":0,"new":0,"gone":0,"unchanged":5,"worse":0,"better":0}"#)
        let document = try report.document("a.json")
        let comparison = ReportComparison(document, document)
        #expect(!comparison.isChanged && !comparison.isWorse)
    }

    @Test func agenciesArePairedByCodeWhereverTheirFilesLie() throws {
        var a = TestReport()
        var b = TestReport()
        a.subjects = ["A", "B", nil].map { Subject(code: $0, path: "old/\($0 ?? "x").yaml") }
        b.subjects = [nil, "B", "C"].map { Subject(code: $0, path: "new/\($0 ?? "x").yaml") }
        guard case .array(let agencies)? = try TestReport.compare(a, b)["agencies"] else { throw Missing() }
        let found = agencies.map { "\($0["code"]?.text(.compact) ?? "") \($0["only_in"]?.text(.compact) ?? "")" }
        #expect(found == [#""A" "a""#, #""B" null"#, #"null "a""#, #"null "b""#, #""C" "b""#])
        #expect(!ReportComparison(try a.document("a"), try b.document("b")).isWorse)
    }

    @Test func aUnitWithTwoStatementsKeepsThemApart() throws {
        var a = TestReport()
        a.subjects = ["1.yaml", "2.yaml"].map { Subject(path: $0) }
        var b = a
        b.subjects.reverse()
        b.subjects[0].findings[0].verdict = "nonconform"
        #expect(
            try summary(a, b) == #"{"agencies":2,"changed":1,"new":0,"gone":0,"unchanged":1,"worse":1,"better":0}"#)
    }

    static let directions: [(Finding, Finding, String)] = [
        (Finding(verdict: "conform"), Finding(verdict: "undetermined"), "worse"),
        (Finding(verdict: "undetermined"), Finding(verdict: "nonconform"), "worse"),
        (Finding(verdict: "nonconform"), Finding(verdict: "error"), "worse"),
        (Finding(verdict: "partial"), Finding(verdict: "pending"), "better"),
        (Finding(verdict: "conform"), Finding(verdict: "not_applicable"), "other"),
        (Finding(verdict: "not_in_force"), Finding(verdict: "pending"), "worse"),
        (Finding(verdict: "pending", level: "note"), Finding(verdict: "pending", level: "warning"), "worse"),
        (Finding(level: "note"), Finding(level: nil), "better"),
        (Finding(timing: "upcoming"), Finding(timing: "overdue"), "worse"),
        (Finding(due: "2020-01-01"), Finding(due: "2020-02-01"), "other"),
        (Finding(assurance: "stated"), Finding(assurance: "verified"), "other"),
        (Finding(verdict: "undetermined"), Finding(verdict: "undetermined", isHistory: true), "other"),
    ]

    @Test func worseAndBetter() throws {
        for (old, new, direction) in Self.directions {
            var a = TestReport()
            var b = TestReport()
            a.subjects[0].findings = [old]
            b.subjects[0].findings = [new]
            let finding = try #require(CauseText.findings(try TestReport.compare(a, b)).first)
            #expect(finding["direction"] == .string(direction), "\(old.verdict) → \(new.verdict)")
            let comparison = ReportComparison(try a.document("a"), try b.document("b"))
            #expect(comparison.isChanged && comparison.isWorse == (direction == "worse"))
        }
    }

    @Test func aFindingThatComesIsWorseOnlyWhereItsRuleIs() throws {
        let rows: [([Finding], [Finding], [String])] = [
            (
                [Finding(item: "1", verdict: "nonconform")], [Finding(item: "2", verdict: "nonconform")],
                ["other", "other"]
            ),
            ([Finding(verdict: "undetermined")], [Finding(item: "2", verdict: "conform")], ["better", "other"]),
            ([Finding(item: "1")], [Finding(item: "1"), Finding(item: "2", verdict: "pending")], ["worse"]),
        ]
        for (old, new, directions) in rows {
            var a = TestReport()
            var b = TestReport()
            a.subjects[0].findings = old
            b.subjects[0].findings = new
            let found = CauseText.findings(try TestReport.compare(a, b)).compactMap { $0["direction"] }
            #expect(found == directions.map { .string($0) })
        }
    }

    // MARK: What is no report

    @Test func whatIsNoReportIsRefused() throws {
        let good = TestReport().json.text(.compact)
        let rows: [(String, String, String)] = [
            ("{", "a.json:1:2: ", "ends too early"),
            ("[]", "a.json: ", "no JSON report"),
            ("{\"schema_version\":1}", "a.json: ", "no JSON report"),
            (good.replacing("\"schema_version\":1", with: "\"schema_version\":2"), "a.json: ", "schema_version 2"),
            (good.replacing("\"name\":\"tuanthu\"", with: "\"name\":\"other\""), "a.json: ", "no JSON report"),
            (good.replacing("\"2020-06-15\"", with: "\"2020-06\""), "a.json: ", "/as_of must be a day"),
            (good.replacing("\"2020-06-15\"", with: "7"), "a.json: ", "/as_of must be a string"),
            (good.replacing("\"profile\"", with: "\"profil\""), "a.json: ", "lacks /context/profile"),
            (
                good.replacing("\"verdict\":\"conform\"", with: "\"verdict\":\"fine\""), "a.json: ",
                "/subjects/0/findings/0/verdict must be one of: conform"
            ),
            (
                good.replacing("\"findings\":[", with: "\"findings\":[3,"), "a.json: ",
                "/subjects/0/findings/0 must be an object"
            ),
            (good.replacing("\"history\":false", with: "\"history\":0"), "a.json: ", "history must be true or false"),
            (
                good.replacing("\"tables\":[]", with: "\"tables\":{}"), "a.json: ",
                "/subjects/0/input/tables must be an array"
            ),
            (
                good.replacing("\"interpretations\":{", with: "\"interpretations\":[],\"x\":{"), "a.json: ",
                "must be an object"
            ),
        ]
        for (text, place, message) in rows {
            #expect(text != good)
            do throws(ReportReadingError) {
                _ = try ReportDocument.read(Array(text.utf8), name: "a.json")
                Issue.record("read: \(text)")
            } catch {
                let told = error.message("a.json", .en)
                #expect(told.hasPrefix(place) && told.contains(message), "\(told)")
                #expect(error.message("a.json", .vi).hasPrefix(place) && error.message("a.json", .vi) != told)
            }
        }
    }

    // MARK: The whole

    private struct Missing: Error {}

    static let folder = TestLibrary.folder.appendingPathComponent("comparison")

    static func runs() -> (TestReport, TestReport) {
        var a = TestReport()
        var b = TestReport()
        b.asOf = "2021-07-01"
        b.sets[0] = ("vn.a", "1.1.0", "c")
        b.readings[0].1 = "rolling"
        b.assumptions = [("qms.posted", "false")]
        b.hasErrors = true
        a.subjects[0].findings = [
            Finding(reads: [("/qms/posted", true)]),
            Finding(rule: "r.due", verdict: "pending", level: "note", timing: "upcoming", due: "2020-12-31"),
            Finding(
                rule: "r.year", occurrence: "2020-01-01", verdict: "pending", level: "note", timing: "upcoming",
                due: "2020-12-31", readings: [("year_window", "rolling", "nonconform")]),
            Finding(
                rule: "r.gone", item: "62/QĐ", verdict: "undetermined", level: "note",
                missing: [("/qms/audits", "absent")]),
            Finding(rule: "r.same"),
        ]
        b.subjects[0].findings = [
            Finding(verdict: "nonconform", level: "error", reads: [("/qms/posted", false)], assumed: ["/qms/posted"]),
            Finding(rule: "r.due", verdict: "nonconform", level: "error", timing: "overdue", due: "2020-12-31"),
            Finding(
                rule: "r.year", occurrence: "2020-09-01", verdict: "undetermined", level: "note", due: "2021-08-31"),
            Finding(rule: "r.same"),
            Finding(rule: "r.new", set: "vn.a", verdict: "conform", assurance: "verified"),
        ]
        a.subjects.append(Subject(code: "MAU-02", path: "2.yaml"))
        return (a, b)
    }

    /// `RECORD_GOLDENS=1` records them anew.
    @Test func theWholeIsToldAsRecorded() throws {
        let (a, b) = Self.runs()
        let comparison = ReportComparison(try a.document("a.json"), try b.document("b.json"))
        let texts = [
            "diff.vi.txt": ComparisonText(.vi).text(comparison), "diff.en.txt": ComparisonText(.en).text(comparison),
            "diff.json": String(decoding: ComparisonJSON.bytes(comparison, version: "0"), as: UTF8.self),
        ]
        for (name, text) in texts {
            let file = Self.folder.appendingPathComponent(name)
            if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
        }
        let plain = ComparisonText(.vi).text(comparison)
        let coloured = ComparisonText(.vi, isColoured: true).text(comparison)
        #expect(coloured != plain && coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
}
