import Foundation
import Testing

/// `transition` and `rules lint`, as a person runs them.
@Suite struct TransitionCommandTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"

    private func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(["transition", Self.example] + arguments)
    }

    @Test func itAnswersInBothLanguagesAndFormats() throws {
        let vietnamese = try run("--to", "iso-9001-2015", "--as-of", "2020-06-15")
        #expect(vietnamese.status == 0 && vietnamese.errors.isEmpty)
        #expect(vietnamese.output.contains("Về pháp lý: chưa xác định được (chưa hoàn thành tính đến ngày 23/10/2019)"))
        let english = try run("--to", "iso-9001-2015", "--as-of", "2020-06-15", "--lang", "en")
        #expect(english.output.contains("No milestone names:"))
        let json = try run("--to", "iso-9001-2015", "--as-of", "2020-06-15", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let complete = object?["complete"] as? [String: [String: Any]]
        #expect(complete?["law"]?["answer"] as? String == "not_shown")
        #expect((object?["steps"] as? [Any])?.count == 18)
        #expect((object?["clauses"] as? [Any])?.count == 73)
        #expect(json.output == (try run("--to", "iso-9001-2015", "--as-of", "2020-06-15", "--format", "json")).output)
    }

    @Test func aProvisionalOneSaysSoOnEveryLine() throws {
        for (language, mark) in [("vi", "[tạm thời] "), ("en", "[provisional] ")] {
            let run = try run("--to", "iso-9001-2026", "--as-of", "2026-11-21", "--lang", language)
            #expect(run.status == 0)
            #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix(mark) })
        }
    }

    @Test func leastTimesCanBeOverridden() throws {
        let run = try run(
            "--to", "iso-9001-2015", "--as-of", "2019-10-23", "--lang", "en", "--takes", "write=P600D")
        #expect(run.output.contains("2021-06-29 (Letter 419/BKHCN-TĐC): too late by 70 days"))
    }

    @Test func badArgumentsGiveNoVerdict() throws {
        let rows: [([String], String)] = [
            (["--to", "iso-9001-2020"], "iso-9001-2008 → iso-9001-2015"),
            (["--to", "iso-9001-2015", "--takes", "writing=P1D"], "gap_review"),
            (["--to", "iso-9001-2015", "--takes", "write"], "STEP=PERIOD"),
            (["--to", "iso-9001-2015", "--takes", "write=1"], "--takes write=1"),
            (["--to", "iso-9001-2015", "--from", "iso-9001-2026"], "iso-9001-2015 → iso-9001-2026"),
            ([], "--to"),
        ]
        for (arguments, part) in rows {
            let run = try Program.run(
                ["transition", Self.example, "--as-of", "2020-01-01", "--lang", "en"] + arguments)
            #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
            #expect(run.errors.contains(part), "\(arguments): \(run.errors)")
        }
        let missing = try Program.run(["transition", "no-such.yaml", "--to", "iso-9001-2015"])
        #expect(missing.status == 2 && missing.output.isEmpty)
    }

    @Test func lintPrintsWhatRestsOnLess() throws {
        let run = try Program.run(["rules", "lint", "--lang", "en"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("total on both sides"))
        #expect(run.output.contains("from memory, to be checked (35):"))
    }

    @Test func lintStopsAtABrokenTable() throws {
        let scratch = try Scratch()
        let rules = scratch.folder.appendingPathComponent("rules")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("rules"), to: rules)
        let name = "transitions/iso-9001-2008-to-2015/clauses-2015-0-7.yaml"
        let text = try String(contentsOf: rules.appendingPathComponent(name), encoding: .utf8)
        let broken = text.replacing("clause: iso-9001-2015/7.1.6", with: "clause: iso-9001-2015/7.1.9")
        try #require(broken != text)
        try scratch.write(broken, "rules/" + name)
        let run = try Program.run(["rules", "lint", "--rules", rules.path, "--lang", "en"])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("there is no clause “iso-9001-2015/7.1.9”"))
        #expect(run.errors.contains("has no row for iso-9001-2015/7.1.6"))
    }
}
