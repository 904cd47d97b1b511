import Foundation
import Testing

/// `schema`, `init` and `ask` as a person runs them.
@Suite struct EditingTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    static let formats = [
        "statement", "rules", "vocabulary", "profile", "tests", "inspection", "roadmap", "holidays", "report",
        "deadlines", "transition", "diff", "ask", "explain", "config", "waivers",
    ]

    @Test(arguments: formats) func everyFormatHasASchema(_ format: String) throws {
        let run = try Program.run(["schema", format])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(try object(run.output)["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    /// The schemas of reports are those that are published.
    @Test(arguments: ["report", "deadlines", "transition", "diff", "ask", "explain"])
    func theSchemasOfReportsAreThePublishedOnes(_ report: String) throws {
        let published = Program.root.appendingPathComponent("docs/schemas/\(report).schema.json")
        let run = try Program.run(["schema", report])
        #expect(run.output == (try String(contentsOf: published, encoding: .utf8)))
    }

    @Test func anExpandedStatementIsCheckedTheSame() throws {
        let scratch = try Scratch()
        let check = ["--as-of", "2024-12-31", "--fail-on", "none", "--format", "json"]
        func verdicts(_ path: String) throws -> [String] {
            let report = try object(try Program.run(["check", path] + check).output)
            let subjects = report["subjects"] as? [[String: Any]] ?? []
            return subjects.flatMap { $0["findings"] as? [[String: Any]] ?? [] }.map { finding in
                "\(finding["fingerprint"] ?? "") \(finding["verdict"] ?? "") \(finding["assurance"] ?? "")"
            }
        }
        let plain = try verdicts("examples/so-mau/statement.yaml")
        #expect(plain.count > 100)
        for format in ["yaml", "json"] {
            let run = try Program.run(
                ["schema", "statement", "--expand", "examples/so-mau/statement.yaml", "--format", format])
            #expect(run.status == 0)
            let file = try scratch.write(run.output, "expanded.\(format == "json" ? "yml" : format)")
            #expect(try verdicts(file.path) == plain)
        }
    }

    @Test func whatCannotBeExpandedIsSaid() throws {
        for (arguments, words) in [
            (["schema", "rules", "--expand", Self.example], "are for statements"),
            (["schema", "statement", "--expanded", "--expand", Self.example], "not both"),
            (["schema", "statement", "--expand", "no-such.yaml"], "no-such.yaml"),
            (["schema", "statment"], "statment"),
        ] {
            let run = try Program.run(arguments + ["--lang", "en"])
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test func initNeverWritesOverAFileUnasked() throws {
        let scratch = try Scratch()
        try scratch.write("mine", "s.yaml")
        let arguments = ["init", "--class", "commune_committee", "-o", "s.yaml", "--as-of", "2026-11-21"]
        let refused = try Program.run(arguments, in: scratch.folder)
        #expect(refused.status == 2)
        #expect(try String(contentsOf: scratch.folder.appendingPathComponent("s.yaml"), encoding: .utf8) == "mine")
        #expect(try Program.run(arguments + ["--force"], in: scratch.folder).status == 0)
        let check = try Program.run(["check", "s.yaml", "--as-of", "2026-11-21"], in: scratch.folder)
        #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
    }

    @Test func aClassThatIsNoneIsRefused() throws {
        for (language, words) in [
            ("vi", "không có loại cơ quan “commune”"), ("en", "there is no kind of agency “commune”"),
        ] {
            for command in [["init"], ["ask", "--blank"]] {
                let run = try Program.run(command + ["--class", "commune", "--lang", language])
                #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
                #expect(run.errors.contains("commune_committee"))
            }
        }
        let near = try Program.run(["init", "--class", "comune_committee", "--lang", "en"])
        #expect(near.errors.contains("did you mean “commune_committee”?"))
    }

    @Test func askTellsTheQuestions() throws {
        let ask = ["ask", Self.example, "--as-of", "2024-12-31"]
        let text = try Program.run(ask + ["--limit", "3", "--lang", "en"])
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.output.matches(of: /(?m)^\d\.\s/).count == 3)
        #expect(text.output.contains("more questions (--all)"))
        let all = try Program.run(ask + ["--all", "--by-unit"])
        #expect(all.output.contains("── thư ký ISO: ") && !all.output.contains("--all"))
        #expect(all.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let report = try object(try Program.run(ask + ["--format", "json"]).output)
        let subject = try #require((report["subjects"] as? [[String: Any]])?.first)
        let questions = try #require(subject["questions"] as? [[String: Any]])
        #expect(all.output.matches(of: /(?m)^\d+\.\s/).count == questions.count)
        #expect(try Program.run(ask + ["--format", "json"]).output == Program.run(ask + ["--format", "json"]).output)
    }

    @Test func askSaysWhatIsWrong() throws {
        for arguments in [["ask"], ["ask", "--blank", Self.example], ["ask", Self.example, "--class", "ministry"]] {
            let run = try Program.run(arguments)
            #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
        }
        #expect(try Program.run(["ask", "no-such.yaml"]).status == 2)
        let piped = try Program.run(
            ["ask", "-", "--stdin-filename", "x.yaml", "--lang", "en", "--as-of", "2020-01-15"],
            input: "tuanthu: statement/1\nstated_on: 2020-01-15\n")
        #expect(piped.status == 0 && piped.output.contains("x.yaml:1:1"))
    }
}
