import Foundation
import Testing

/// Documents for word processors as a clerk asks for them. What is in them `scripts/check_documents.py` reads.
@Suite struct DocumentTests {
    static let agency = "examples/chi-cuc-mau/statement.yaml"
    static let register = "examples/tinh-mau/register.yaml"

    private func isArchive(_ url: URL) throws -> Bool {
        try Data(contentsOf: url).starts(with: Data("PK\u{3}\u{4}".utf8))
    }

    @Test func aCheckWritesDocumentsBesideOtherReports() throws {
        let scratch = try Scratch()
        let (report, json) = (
            scratch.folder.appendingPathComponent("báo cáo.docx"), scratch.folder.appendingPathComponent("r.json")
        )
        let arguments = ["check", Self.agency, "--as-of", "2026-11-10", "--fail-on", "none"]
        let run = try Program.run(arguments + ["-f", "docx=\(report.path)", "-f", "json=\(json.path)"])
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        #expect(try isArchive(report))
        // A report for programs is the same whether a document is written beside it or not.
        #expect(try String(contentsOf: json, encoding: .utf8) == Program.run(arguments + ["-f", "json"]).output)
        let first = try Data(contentsOf: report)
        _ = try Program.run(arguments + ["-f", "docx=\(report.path)"])
        #expect(try Data(contentsOf: report) == first)
    }

    @Test func theCorrectiveReportNeedsAnInspectionThatFoundSomething() throws {
        let scratch = try Scratch()
        let report = scratch.folder.appendingPathComponent("k.docx")
        let found = try Program.run([
            "check", "examples/so-mau", "--as-of", "2026-01-05", "--fail-on", "none", "-f",
            "docx-corrective=\(report.path)",
        ])
        #expect(found.status == 0)
        #expect(try isArchive(report))
        let other = scratch.folder.appendingPathComponent("o.docx")
        let none = try Program.run([
            "check", Self.agency, "--as-of", "2026-11-10", "--fail-on", "none", "-f", "docx-corrective=\(other.path)",
        ])
        #expect(none.status == 2 && none.errors.contains("qms.inspections"))
        #expect(!FileManager.default.fileExists(atPath: other.path))
    }

    @Test func aPortfolioWritesItsTable() throws {
        let scratch = try Scratch()
        let report = scratch.folder.appendingPathComponent("t.docx")
        let run = try Program.run([
            "portfolio", Self.register, "--as-of", "2021-06-30", "--fail-on", "none", "-f", "docx=\(report.path)",
        ])
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(try isArchive(report))
    }

    @Test(arguments: [
        ["check", agency, "--template-fields"], ["check", agency, "--template-fields", "-f", "docx-corrective=x"],
        ["portfolio", register, "--template-fields", "--lang", "en"],
    ])
    func theFieldsAreListed(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("{{as_of}}  ") && run.output.contains("\n    {{number}}  "))
    }

    @Test(arguments: [("documents.md", "en"), ("documents.vi.md", "vi")])
    func everyFieldOfTheProgramIsInTheManual(_ name: String, _ language: String) throws {
        let page = try String(contentsOf: Program.root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
        let documents = [
            ["check", Self.agency], ["check", Self.agency, "-f", "docx-corrective=x"], ["portfolio", Self.register],
        ]
        for arguments in documents {
            let listed = try Program.run(arguments + ["--template-fields", "--lang", language]).output
            let isThere = page.contains("```text\n" + listed + "```\n")
            #expect(isThere, "docs/\(name) has another list than \(arguments)")
        }
    }

    @Test func whatIsWrongWithATemplateIsSaidBeforeAnythingIsWritten() throws {
        let scratch = try Scratch()
        let template = try scratch.write("không phải docx", "mẫu.docx")
        let report = scratch.folder.appendingPathComponent("r.docx")
        let wanted = ["--as-of", "2026-11-10", "--template", template.path]
        let run = try Program.run(["check", Self.agency, "-f", "docx=\(report.path)"] + wanted)
        #expect(run.status == 2 && run.errors.contains("ZIP"))
        #expect(!FileManager.default.fileExists(atPath: report.path))
        let without = try Program.run(["check", Self.agency] + wanted)
        #expect(without.status == 2 && without.errors.contains("-f docx"))
        let both = try Program.run(
            ["check", Self.agency, "-f", "docx=\(report.path)", "-f", "docx-corrective=\(report.path)2"] + wanted)
        #expect(both.status == 2 && both.errors.contains("-f docx-corrective"))
        let absent = try Program.run([
            "portfolio", Self.register, "-f", "docx=\(report.path)", "--template", "không có.docx",
        ])
        #expect(absent.status == 2 && absent.errors.contains("không có.docx"))
    }
}
