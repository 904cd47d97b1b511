import Foundation
import Testing

/// `diff`, end to end: real reports, one thing changed at a time, and what cannot be read.
@Suite struct DiffTests {
    /// The two reports a row compares: the arguments of `check`.
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let a: [String]
        let b: [String]
        /// The kinds of the causes of every change.
        let kinds: Set<String>
    }

    static let konTum = "examples/kon-tum-so-khcn/statement.yaml"
    static let invented = "examples/so-mau"

    static let rows: [Row] = [
        Row(
            testDescription: "nothing", a: [konTum, "--as-of", "2020-06-15"], b: [konTum, "--as-of", "2020-06-15"],
            kinds: []),
        Row(
            testDescription: "date", a: [konTum, "--as-of", "2020-06-15"], b: [konTum, "--as-of", "2021-07-01"],
            kinds: ["date"]),
        Row(
            testDescription: "facts", a: [konTum, "--as-of", "2020-06-15"],
            b: [konTum, "--as-of", "2020-06-15", "--assume", WhatIfTests.audit], kinds: ["facts"]),
        Row(
            testDescription: "reading", a: [invented, "--as-of", "2026-11-10"],
            b: [invented, "--as-of", "2026-11-10", "--interpretation", "year_window=rolling"], kinds: ["reading"]),
        Row(
            testDescription: "rules", a: [invented, "--as-of", "2026-11-10"],
            b: [invented, "--as-of", "2026-11-10", "--profile", "toi-thieu"], kinds: ["rules"]),
    ]

    private func check(_ arguments: [String], to file: String, _ scratch: Scratch) throws {
        let path = scratch.folder.appendingPathComponent(file).path
        let run = try Program.run(["check"] + arguments + ["--fail-on", "none", "--format", "json=\(path)"])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(arguments: rows)
    func everyChangeIsAttributed(_ row: Row) throws {
        let scratch = try Scratch()
        try check(row.a, to: "a.json", scratch)
        try check(row.b, to: "b.json", scratch)
        let run = try Program.run(["diff", "a.json", "b.json", "--format", "json"], in: scratch.folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        let result = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let agencies = try #require(result["agencies"] as? [[String: Any]])
        #expect(agencies.count == 1)
        let findings = agencies.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let causes = findings.map { ($0["causes"] as? [[String: Any]] ?? []) }
        #expect(Set(causes.joined().compactMap { $0["kind"] as? String }) == row.kinds)
        #expect(causes.allSatisfy { $0.count == 1 && $0[0]["certainty"] as? String == "only" })
        #expect(findings.isEmpty == row.kinds.isEmpty)
        let threshold = try Program.run(["diff", "a.json", "b.json", "--fail-on", "changed"], in: scratch.folder)
        #expect(threshold.status == (row.kinds.isEmpty ? 0 : 1))
    }

    @Test func worseIsAThreshold() throws {
        let scratch = try Scratch()
        try check(Self.rows[2].a, to: "a.json", scratch)
        try check(Self.rows[2].b, to: "b.json", scratch)
        let rows: [([String], Int32)] = [
            (["a.json", "b.json", "--fail-on", "worse"], 0), (["b.json", "a.json", "--fail-on", "worse"], 1),
            (["a.json", "b.json", "--fail-on", "changed"], 1), (["a.json", "b.json", "--fail-on", "none"], 0),
            (["a.json", "a.json", "--fail-on", "changed"], 0), (["a.json", "b.json", "--fail-on", "new"], 2),
        ]
        for (arguments, status) in rows {
            #expect(try Program.run(["diff"] + arguments, in: scratch.folder).status == status, "\(arguments)")
        }
    }

    @Test func textIsInBothLanguagesAndOneReportMayComeFromStandardInput() throws {
        let scratch = try Scratch()
        try check(Self.rows[2].a, to: "a.json", scratch)
        try check(Self.rows[2].b, to: "b.json", scratch)
        let input = try String(contentsOf: scratch.folder.appendingPathComponent("b.json"), encoding: .utf8)
        let vi = try Program.run(["diff", "a.json", "-"], in: scratch.folder, input: input)
        #expect(vi.status == 0 && vi.output.contains("  B: <stdin>, xét tại ngày 15/06/2020"))
        #expect(vi.output.contains("chưa khai → 01/03/2019 (giả định)"))
        let en = try Program.run(
            ["diff", "a.json", "b.json", "--lang", "en", "--format", "text=out.txt"], in: scratch.folder)
        #expect(en.status == 0 && en.output.isEmpty)
        let text = try String(contentsOf: scratch.folder.appendingPathComponent("out.txt"), encoding: .utf8)
        #expect(text.contains("not stated → 2019-03-01 (assumed)"))
        #expect(try Program.run(["diff", "-", "-"], in: scratch.folder).status == 2)
    }

    @Test func whatCannotBeReadGivesNoVerdict() throws {
        let scratch = try Scratch()
        try check(Self.rows[0].a, to: "a.json", scratch)
        let good = try String(contentsOf: scratch.folder.appendingPathComponent("a.json"), encoding: .utf8)
        let rows: [(String, String)] = [
            ("", "b.json:1:1: "), ("{\"a\":}", "b.json:1:6: "), (String(good.dropLast(3)), "b.json:"),
            (good + "{}", "b.json:"), ("[]", "b.json: is no JSON report"),
            (good.replacing("\"as_of\"", with: "\"asof\""), "b.json: the report lacks /as_of"),
            (String(repeating: "[", count: 100_000), "b.json:1:65: "),
        ]
        for (text, message) in rows {
            try scratch.write(text, "b.json")
            for arguments in [["a.json", "b.json"], ["b.json", "a.json"]] {
                let run = try Program.run(
                    ["diff", "--lang", "en", "--fail-on", "changed"] + arguments, in: scratch.folder)
                #expect(run.status == 2 && run.output.isEmpty)
                #expect(run.errors.contains(message), "\(run.errors)")
            }
        }
        let missing = try Program.run(["diff", "a.json", "none.json"], in: scratch.folder)
        #expect(missing.status == 2 && missing.errors.contains("none.json: không tìm thấy"))
    }
}
