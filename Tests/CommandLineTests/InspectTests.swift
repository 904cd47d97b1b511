import Foundation
import Testing

/// `tuanthu inspect` as a person runs it: whole outputs kept in files, exit codes, drafts that can be gone on with.
@Suite struct InspectTests {
    private static let province = "examples/tinh-mau"
    private static let records = "\(province)/kiem-tra"
    private static let register = "\(province)/register.yaml"

    private func run(_ arguments: String..., language: String? = "vi") throws -> Program.Run {
        try Program.run(["inspect"] + arguments + ["--rules", "rules"] + (language.map { ["--lang", $0] } ?? []))
    }

    /// Whole outputs: `RECORD_GOLDENS=1 swift test` writes them, and fails once to say so.
    private func expect(_ output: String, _ name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Goldens/inspect/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try output.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name); look at it, and run again without RECORD_GOLDENS")
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let (old, new) = (kept.components(separatedBy: "\n"), output.components(separatedBy: "\n"))
        let first = zip(old, new).prefix { $0 == $1 }.count
        let now = first < new.count ? new[first] : "(end)"
        #expect(kept == output, "\(name):\(first + 1): now “\(now)”")
    }

    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        var status: Int32 = 0
        var format = "text"
        var testDescription: String { name }
    }

    static let pages = [
        Page(name: "plan", arguments: ["plan", register, "--year", "2026"]),
        Page(
            name: "pack",
            arguments: [
                "pack", "\(province)/ban-khai/so-c.yaml", "\(records)/so-c-2025.yaml", "--as-of", "2026-03-02",
                "--period", "2025-01-01/2025-12-31", "--seed", "20260302", "--sample", "3",
            ], format: "markdown"),
        Page(
            name: "record",
            arguments: [
                "record", "\(province)/ban-khai/so-c.yaml", "\(records)/so-c-2025.yaml", "--as-of", "2025-12-31",
            ]),
        Page(name: "follow-up", arguments: ["follow-up", records, "--as-of", "2026-03-01"], status: 1),
        Page(
            name: "campaign",
            arguments: ["campaign", "\(records)/dot-2025.yaml", register, "--as-of", "2025-12-31"]),
        Page(
            name: "bac-ninh",
            arguments: [
                "campaign", "examples/kiem-tra-cac-tinh/bac-ninh-2021.yaml", "--as-of", "2021-12-31",
            ]),
    ]

    @Test(arguments: pages, ["vi", "en"]) func pagesAreKept(_ page: Page, _ language: String) throws {
        let run = try Program.run(
            ["inspect"] + page.arguments + ["--rules", "rules", "--lang", language, "--format", page.format])
        #expect(run.status == page.status, "\(run.errors)")
        try expect(run.output, "\(page.name).\(language).\(page.format == "text" ? "txt" : "md")")
        if page.format == "text" {
            let long = run.output.components(separatedBy: "\n").filter { $0.count > 100 && !$0.contains("http") }
            #expect(long.isEmpty)
        }
    }

    @Test(arguments: pages) func theJSONIsOneObjectAndSaysTheSameInBothLanguages(_ page: Page) throws {
        let arguments = ["inspect"] + page.arguments + ["--rules", "rules", "--format", "json", "--lang"]
        let run = try Program.run(arguments + ["vi"])
        #expect(run.status == page.status)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["schema_version"] as? Int == 1)
        #expect(try Program.run(arguments + ["en"]).output == run.output)
        // `scripts/check_schemas.py` holds the kept ones against docs/schemas. A pack has every finding in it, which other tests keep.
        if page.name != "pack" { try expect(run.output, "\(page.name).json") }
    }

    /// A drafted plan is a campaign: it can be read, and has what a tool can know of the five contents.
    @Test func aDraftedPlanIsACampaign() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appendingPathComponent("ke-hoach.yaml").path
        let written = try run("plan", Self.register, "--year", "2026", "--write", path)
        #expect(written.status == 0 && written.output.isEmpty && written.errors.contains(path))
        try expect(try String(contentsOfFile: path, encoding: .utf8), "draft-plan.vi.yaml")
        let again = try run("plan", Self.register, "--year", "2026", "--write", path)
        #expect(again.status == 2 && again.output.isEmpty)
        let read = try run("campaign", path, Self.register, "--as-of", "2026-01-01", "--format", "json")
        #expect(read.status == 0, "\(read.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(read.output.utf8)) as? [String: Any]
        let contents = object?["contents"] as? [[String: Any]] ?? []
        #expect(contents.map { $0["there"] as? Bool } == [true, false, false, true, false])
        #expect((object?["visits"] as? [Any])?.count == 7)
    }

    /// A drafted record says nothing until its day of signing is there; then it says nothing but that.
    @Test func aDraftedRecordIsFilledIn() throws {
        let scratch = try Scratch()
        let statement = "\(Self.province)/ban-khai/so-c.yaml"
        let drafted = try run(
            "record", statement, "--as-of", "2026-03-02", "--write", "-", "--period", "2025-01-01/2025-12-31")
        #expect(drafted.status == 0)
        try expect(drafted.output, "draft-record.vi.yaml")
        let unsigned = try scratch.write(drafted.output, "draft.yaml").path
        let empty = try run("record", statement, unsigned, "--as-of", "2026-03-02", language: "en")
        #expect(empty.status == 2 && empty.errors.contains("lacks the key “signed_on”"))
        let text = drafted.output.replacing("signed_on:", with: "signed_on: 2026-03-01")
            .replacing("form:              #", with: "form: on_site #")
        let signed = try scratch.write(text, "signed.yaml").path
        let told = try run("record", statement, signed, "--as-of", "2026-03-02", "--format", "json")
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("\"verifies\": 0"))
        #expect(told.output.contains("\"state\": \"not_known\""))
    }

    /// A record beside a statement counts for `check`: the head shows what was found, and what was seen is verified.
    @Test func checkShowsWhatInspectorsFound() throws {
        let files = ["\(Self.province)/ban-khai/so-c.yaml", "\(Self.records)/so-c-2025.yaml"]
        let arguments = [
            "--rules", "rules", "--profile", "kiem-tra-dieu-36", "--as-of", "2025-12-31", "--fail-on", "none",
        ]
        let run = try Program.run(["check"] + files + arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("! BB-2025-1 ngày 12/03/2025 trái với bản khai"))
        let json = try Program.run(["check"] + files + arguments + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let subject = (object?["subjects"] as? [[String: Any]])?.first
        let checklist = (subject?["checklists"] as? [[String: Any]])?.first
        let heads = checklist?["heads"] as? [[String: Any]] ?? []
        let told = heads.filter { !(($0["inspected"] as? [Any])?.isEmpty ?? true) }.compactMap { $0["id"] as? String }
        #expect(told.count == 13)
    }

    /// The register's records count in the portfolio: verified facts, points by head, and rows of the set rules.
    @Test func thePortfolioTakesTheRecords() throws {
        let portfolio = try Program.run(
            ["portfolio", Self.register, "--rules", "rules", "--as-of", "2025-12-31", "--fail-on", "none"])
        #expect(portfolio.status == 0 && portfolio.errors.isEmpty)
        #expect(portfolio.output.contains("Kiểm tra năm 2025"))
        #expect(portfolio.output.contains("tại trụ sở: 4 cuộc, 3 cơ quan: SO-C, CC-A, H-X"))
        #expect(portfolio.output.contains("chưa đáp ứng, 36.2.c"))
        // Without the row of the list the record alone makes the year's visit.
        let scratch = try Scratch()
        let to = scratch.folder.appendingPathComponent("tinh")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent(Self.province), to: to)
        let table = to.appendingPathComponent("inspections.csv")
        let rows = try String(contentsOf: table, encoding: .utf8)
        try rows.components(separatedBy: "\n").filter { !$0.hasPrefix("BB-2025-1") }.joined(separator: "\n")
            .write(to: table, atomically: true, encoding: .utf8)
        let other = try Program.run(
            ["portfolio", to.appendingPathComponent("register.yaml").path, "--as-of", "2025-12-31"]
                + ["--fail-on", "none", "--rules", "rules"])
        #expect(other.output.contains("tại trụ sở: 4 cuộc, 3 cơ quan: SO-C, CC-A, H-X"))
        // A record with an error costs one message; the page comes all the same.
        try Data("tuanthu: inspection/1\nagency: SO-C\n".utf8)
            .write(to: to.appendingPathComponent("kiem-tra/so-c-2025.yaml"))
        let broken = try Program.run(
            ["portfolio", to.appendingPathComponent("register.yaml").path, "--as-of", "2025-12-31"]
                + ["--fail-on", "none", "--lang", "en", "--rules", "rules"])
        #expect(broken.status == 2 && broken.output.contains("at the office: inspections 3"))
        #expect(broken.errors.components(separatedBy: "error").count == 2)
    }

    @Test func aHeadThatIsNoneIsTold() throws {
        let scratch = try Scratch()
        let text = "tuanthu: inspection/1\nagency: A\nsigned_on: 2025-01-01\nheads: [{head: 36.1.x}]\n"
        let path = try scratch.write(text, "i.yaml").path
        let run = try run("follow-up", path, "--as-of", "2026-01-01", language: "en")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("i.yaml:4:") && run.errors.contains("36.1.x"))
    }

    @Test func badArgumentsGiveNoVerdict() throws {
        let statement = "\(Self.province)/ban-khai/so-c.yaml"
        let rows: [([String], String)] = [
            (["plan", Self.register], "--year"), (["plan", Self.register, "--year", "0"], "--year"),
            (["plan", Self.register, "--year", "2026", "--on-site", "1"], "fewer than the share needs: 3"),
            (["plan", Self.register, "--year", "2026", "--on-site", "8"], "more than there are mandatory units: 7"),
            (["plan", Self.register, "--year", "2026", "--force"], "--force is for --write"),
            (["plan", Self.register, "--year", "2010"], "cannot be counted"),
            (["plan", "no-such.yaml", "--year", "2026"], "no-such.yaml"),
            (["plan", statement, "--year", "2026"], "register/1"),
            (["pack", statement, "--period", "soon"], "--period soon"),
            (["pack", statement, "--sample", "0"], "--sample"), (["pack", statement, "--as-of", "2025"], "--as-of"),
            (["pack", "\(Self.province)/ban-khai"], "exactly one statement"), (["pack", "no-such"], "no-such"),
            (["record", statement, "--as-of", "2025-12-31"], "no record was signed"),
            (["follow-up", statement, "--as-of", "2025-12-31"], "no record was signed"),
            (["follow-up", "\(Self.records)/so-c-2025.yaml", "--as-of", "2025-01-01"], "no record was signed"),
            (["campaign", Self.register], "campaign/1"), (["campaign", "no-such.yaml"], "no-such.yaml"),
            (["pack", statement, "--profile", "none"], "none"), (["pack", statement, "--format", "xlsx"], "xlsx"),
        ]
        for (arguments, part) in rows {
            let run = try Program.run(["inspect"] + arguments + ["--rules", "rules", "--lang", "en"])
            #expect(run.status == 2 && run.output.isEmpty, "\(arguments): \(run.output)")
            #expect(run.errors.contains(part), "\(arguments): \(run.errors)")
        }
        // A year is a period too.
        let year = try run("pack", statement, "--period", "2025", "--as-of", "2025-12-31")
        #expect(year.status == 0 && year.output.contains("thời kỳ kiểm tra: năm 2025"))
    }
}
