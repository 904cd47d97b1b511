import Foundation
import Testing

/// `--assume`: what would follow from a fact nobody stated, never to be taken for what was stated.
@Suite struct WhatIfTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--as-of", "2020-06-15", "--fail-on", "none"]
    static let audit = "qms.internal_audits=[{held_on: 2019-03-01, evidence: [{ref: BC-1}]}]"

    private func report(_ arguments: [String]) throws -> [String: Any] {
        let run = try Program.run(["check", Self.example] + Self.day + ["--format", "json"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func findings(_ report: [String: Any], of rule: String) -> [[String: Any]] {
        let subjects = report["subjects"] as? [[String: Any]] ?? []
        let findings = subjects.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        return findings.filter { $0["rule"] as? String == rule }
    }

    @Test func anAssumptionDecidesAndIsMarked() throws {
        let rule = "qd19.art4.4.b.audit"
        let plain = try report([])
        let assumed = try report(["--assume", Self.audit])
        let before = findings(plain, of: rule).filter { $0["occurrence"] as? String == "2019-01-01" }
        let after = findings(assumed, of: rule).filter { $0["occurrence"] as? String == "2019-01-01" }
        #expect(before.compactMap { $0["verdict"] as? String } == ["undetermined"])
        #expect(after.compactMap { $0["verdict"] as? String } == ["conform"])
        // Evidence beside an assumption shows nothing.
        #expect(after.compactMap { $0["assurance"] as? String } == ["stated"])
        let reads = after.flatMap { $0["reads"] as? [[String: Any]] ?? [] }
        let marked = reads.filter { $0["assumed"] as? Bool == true }.compactMap { $0["pointer"] as? String }
        #expect(!marked.isEmpty && marked.allSatisfy { $0.hasPrefix("/qms/internal_audits") })
        let others = reads.filter { $0["assumed"] as? Bool == false }.compactMap { $0["pointer"] as? String }
        #expect(others.allSatisfy { !$0.hasPrefix("/qms/internal_audits") })
        let context = try #require(assumed["context"] as? [String: Any])
        let told = try #require(context["assumptions"] as? [[String: String]])
        #expect(told.map { "\($0["fact"] ?? "")=\($0["value"] ?? "")" } == [Self.audit])
        #expect((plain["context"] as? [String: Any])?["assumptions"] as? [[String: String]] == [])
        // The digest is that of the file, in which nothing was assumed.
        func digest(_ report: [String: Any]) -> String? {
            let subject = (report["subjects"] as? [[String: Any]])?.first
            return (subject?["input"] as? [String: Any])?["sha256"] as? String
        }
        #expect(digest(plain) == digest(assumed) && digest(plain) != nil)
    }

    @Test func theReportSaysWhatWasAssumed() throws {
        let rows = [
            ("vi", "GIẢ ĐỊNH, không phải nội dung cơ quan khai:", "với 2 giả định", "= giả định: "),
            ("en", "ASSUMED, not stated by the agency:", "under 2 assumptions", "= assumed: "),
        ]
        for (language, heading, summary, note) in rows {
            let run = try Program.run(
                [
                    "check", Self.example, "--lang", language, "-v", "--assume", Self.audit, "--assume",
                    "agency.level=!unknown",
                ]
                    + Self.day)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.contains("\(heading)\n  • qms.internal_audits = [{held_on: 2019-03-01"))
            #expect(run.output.contains("  • agency.level = !unknown\n"))
            let unwrapped = run.output.replacing(/\s+/, with: " ")
            #expect(unwrapped.contains(summary) && unwrapped.contains(note))
        }
    }

    @Test func explainAssumesToo() throws {
        let arguments = [
            "explain", "qd19.art4.4.b.audit", "--in", Self.example, "--as-of", "2020-06-15", "--lang", "en",
        ]
        let run = try Program.run(arguments + ["--assume", Self.audit])
        #expect(run.status == 0)
        #expect(run.output.contains("ASSUMED, not stated by the agency:") && run.output.contains("= assumed: "))
        #expect(!(try Program.run(arguments).output.contains("ASSUMED")))
    }

    @Test func theDayOfTheStatementCanBeAssumed() throws {
        let later = ["--assume", "stated_on=2020-06-15", "--assume", "qms.internal_audits=[]"]
        let found = findings(try report(later), of: "qd19.art4.4.b.audit")
        let verdicts = found.filter { $0["history"] as? Bool == false }.compactMap { $0["verdict"] as? String }
        #expect(verdicts.contains("nonconform"))
    }

    static let wrong: [(String, String)] = [
        (
            "qms.declaratons[0].date=2019-01-01",
            "--assume:1:5: error: there is no fact “declaratons”; did you mean “qms.declarations[0].date”?"
        ),
        ("qms.declarations[\"63/QĐ-SKHC\"].date=2019", "did you mean “63/QĐ-SKHCN”?"),
        ("qms.declarations[7].date=2019", "--assume:1:17: error: the list has 2 items"),
        ("qms.declarations[0].date=2019-02-29", "--assume:1:26: error: "),
        ("agency.level", "--assume:1:13: error: "),
    ]

    @Test func aWrongAssumptionGivesNoVerdict() throws {
        for (text, message) in Self.wrong {
            for command in [["check", Self.example], ["explain", "qd19.art4.4.b.audit", "--in", Self.example]] {
                let run = try Program.run(command + ["--as-of", "2020-06-15", "--lang", "en", "--assume", text])
                #expect(run.status == 2 && run.output.isEmpty, "\(text)")
                #expect(run.errors.contains(message), "\(run.errors)")
            }
        }
    }

    @Test func anAssumptionThatFitsOneStatementOnlyIsAnErrorOfTheOther() throws {
        let scratch = try Scratch()
        let head = "tuanthu: statement/1\nstated_on: 2020-01-15\nagency: {code: "
        try scratch.write(head + "A}\nqms: {declarations: [{decision: 1/QĐ}]}\n", "a.yaml")
        try scratch.write(head + "B}\n", "b.yaml")
        let run = try Program.run(
            ["check", ".", "--as-of", "2020-06-15", "--lang", "en", "--assume", "qms.declarations[0].date=2019-01-01"],
            in: scratch.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("the statement has no list “qms.declarations”"))
    }
}
