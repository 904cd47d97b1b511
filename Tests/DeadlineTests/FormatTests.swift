import Assessor
import Foundation
import Model
import Testing

@testable import Reports

/// The formats as wholes, in both languages.
@Suite struct FormatTests {
    static let facts = [
        TestDeadlines.Facts(
            """
            declared: !none , audits: [{held_on: 2020-02-10}],
              changes: [{number: '=1+2', from: 2020-03-15, applied: !none }, {number: 9/2020/TT, from: 2020-05-01, applied: 2020-06-01}],
              plans: [{issuer: '+Ủy ban nhân dân, tỉnh', ref: '5/KH;"UB"', finish: 2020-12-31}]
            """, agency: "MAU-01", name: "Sở Khoa học và Công nghệ tỉnh Ví Dụ"),
        TestDeadlines.Facts("audits: []", agency: "MAU-02", name: "Sở Mẫu", statedOn: "2020-01-15"),
    ]

    private func report() throws -> DeadlineReport {
        try TestDeadlines.report(Self.facts, asOf: "2020-06-15", within: "P14M")
    }

    @Test(arguments: Language.allCases)
    func goldens(_ language: Language) throws {
        let report = try report()
        try Golden.expect(Array(DeadlineText(report, language).text.utf8), "deadlines.\(language.rawValue).txt")
        try Golden.expect(DeadlineCSV(report, language).bytes, "deadlines.\(language.rawValue).csv")
        try Golden.expect(DeadlineCalendar(report, language).bytes, "deadlines.\(language.rawValue).ics")
    }

    @Test func theJSONGolden() throws { try Golden.expect(DeadlineJSON(report()).bytes, "deadlines.json") }

    @Test func theSameInputGivesTheSameBytes() throws {
        let one = try report()
        let two = try report()
        #expect(DeadlineText(one, .vi).text == DeadlineText(two, .vi).text)
        #expect(DeadlineCSV(one, .vi).bytes == DeadlineCSV(two, .vi).bytes)
        #expect(DeadlineJSON(one).bytes == DeadlineJSON(two).bytes)
        #expect(DeadlineCalendar(one, .vi).bytes == DeadlineCalendar(two, .vi).bytes)
    }

    @Test func nothingIsWrittenWithoutAStatement() throws {
        let empty = try TestDeadlines.report([], asOf: "2020-06-15")
        #expect(DeadlineText(empty, .vi).text.isEmpty)
        #expect(DeadlineCSV(empty, .vi).bytes.isEmpty)
        #expect(DeadlineJSON(empty).bytes.isEmpty)
        #expect(DeadlineCalendar(empty, .vi).bytes.isEmpty)
    }

    @Test func textFits100ColumnsAndColourChangesNothingElse() throws {
        for language in Language.allCases {
            let plain = DeadlineText(try report(), language).text
            for line in plain.split(separator: "\n") { #expect(DisplayWidth.columns(String(line)) <= 100, "\(line)") }
            let coloured = DeadlineText(try report(), language, isColoured: true).text
            #expect(coloured != plain && coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        }
    }

    @Test func anEmptyListAndUnreadInputAreSaid() throws {
        let quiet = try TestDeadlines.report(
            "declared: 2020-01-01, audits: [{held_on: 2019-12-01}], changes: []", asOf: "2020-06-15")
        #expect(DeadlineText(quiet, .en).text.hasSuffix("\nNothing is due in this time.\n"))
        let problem = InputProblem(LocalizedText(vi: "a.yaml: không tìm thấy", en: "a.yaml: not found"))
        let partial = DeadlineReport(quiet.run, quiet.list, problems: [problem])
        #expect(DeadlineText(partial, .vi).text.hasSuffix("Chưa đầy đủ: có tệp không đọc được.\n"))
        #expect(String(decoding: DeadlineJSON(partial).bytes, as: UTF8.self).contains("a.yaml: not found"))
    }

    @Test func jsonIsOneObjectWithEveryListedDeadline() throws {
        let report = try report()
        let bytes = DeadlineJSON(report).bytes
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let deadlines = try #require(object["deadlines"] as? [[String: Any]])
        #expect(deadlines.compactMap { $0["key"] as? String } == report.list.listed.map(\.key))
        #expect(deadlines.contains { ($0["standing"] as? String)?.hasPrefix("done") == true })
        #expect(object["until"] as? String == "2021-08-15")
    }

    static let formulas: [(String, String)] = [
        ("=1+2", "'=1+2"), ("+84", "'+84"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("a=1", "a=1"), ("", ""), ("Ủy ban", "Ủy ban"), ("'=1", "'=1"),
    ]

    @Test(arguments: formulas)
    func noTextIsAFormula(_ text: String, _ expected: String) { #expect(CSVLine.harmless(text) == expected) }

    @Test func cellsAreQuotedWhereTheyMustBe() {
        var bytes: [UInt8] = []
        CSVLine.write(
            [.text("a,b"), .text("say \"x\""), .text("two\nlines"), .own("-12"), .text("=A1,\"")], to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-12,\"'=A1,\"\"\"\r\n")
    }

    @Test func aMarkOnAQuoteHidesItNot() {
        var bytes: [UInt8] = []
        CSVLine.write([.text("a\"\u{301},b"), .text("=\u{301}1")], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a\"\"\u{301},b\",'=\u{301}1\r\n")
    }

    @Test func everyRowHasEveryColumn() throws {
        let report = try report()
        let bytes = DeadlineCSV(report, .vi).bytes
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = Self.rows(bytes.dropFirst(3))
        #expect(rows.first == DeadlineCSV.columns)
        #expect(rows.count == report.list.open.count + 1)
        for row in rows { #expect(row.count == DeadlineCSV.columns.count) }
    }

    /// The rows of a CSV file, read byte by byte.
    static func rows(_ bytes: some Sequence<UInt8>) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case 0x0D where !isQuoted: continue
            case 0x0A where !isQuoted:
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                row = []
                cell = []
            default: cell.append(byte)
            }
        }
        return rows
    }
}
