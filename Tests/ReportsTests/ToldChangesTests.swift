import Assessor
import Model
import Reports
import Testing

/// What a text advises: a way to meet the requirement, never a way round it.
@Suite struct ToldChangesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let facts: String
        let day: String
        let rule: String
        /// The lines that begin with “would change”; none where nothing honest is to be said.
        let told: [String]

        var testDescription: String { "\(rule): \(facts) on \(day)" }
    }

    static let rows: [Row] = [
        Row(
            facts: "edition: iso-9001-2008", day: "2020-06-15", rule: "r.edition",
            told: ["phiên bản áp dụng là TCVN ISO 9001:2015 (/qms/edition) → đáp ứng"]),
        Row(
            facts: "procedures: 5", day: "2020-06-15", rule: "r.own",
            told: ["số quy trình lớn hơn 10 (/qms/procedures) → đáp ứng"]),
        // A window that is still open may be filled.
        Row(
            facts: "audits: [{held_on: 2019-03-02}]", day: "2020-06-15", rule: "r.yearly",
            told: [
                "có các cuộc đánh giá trong thời gian từ 01/01/2020 đến 31/12/2020 (/qms/audits) → đáp ứng"
            ]),
        // One that is past may not.
        Row(facts: "audits: [{held_on: 2020-03-02}]", day: "2020-06-15", rule: "r.yearly", told: []),
        Row(facts: "declared: !none ", day: "2021-07-12", rule: "r.by", told: []),
        // What is not stated is asked for by name.
        Row(facts: "", day: "2020-06-15", rule: "r.yearly", told: []),
        Row(facts: "", day: "2020-06-15", rule: "r.edition", told: []),
    ]

    @Test(arguments: rows) func onlyHonestWaysAreTold(_ row: Row) throws {
        let (assessment, context) = try TestLibrary.assess(row.facts, statedOn: "2021-12-31", asOf: row.day)
        let run = ReportRun(
            version: "0", asOf: assessment.asOf, context: context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        var bytes: [UInt8] = []
        var report = TextReport(run, TextReport.Options(language: .vi, isVerbose: true)) { bytes += $0 }
        report.add(assessment) { Assessor.changes(for: $0, in: assessment, context: context) }
        let entries = String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").filter {
            $0.contains("[\(row.rule)]")
        }
        #expect(!entries.isEmpty)
        #expect(entries.flatMap { told(String($0)) } == row.told)
    }

    /// The lines of an entry under one label, each put together again.
    private func told(_ entry: String) -> [String] {
        var notes: [String] = []
        for line in entry.split(separator: "\n") {
            let words = line.drop { $0 == " " }
            if words.hasPrefix("= ") {
                notes.append(String(words.dropFirst(2)))
            } else if let last = notes.popLast() {
                notes.append("\(last) \(words)")
            }
        }
        let lead = "sẽ đổi nếu: "
        return notes.filter { $0.hasPrefix(lead) }.map { String($0.dropFirst(lead.count)) }
    }
}
