import Foundation
import Testing

/// `portfolio`, as a person runs it.
@Suite struct PortfolioCommandTests {
    static let example = "examples/tinh-mau/register.yaml"

    private func run(_ arguments: String..., register: String = example) throws -> Program.Run {
        try Program.run(["portfolio", register, "--rules", "rules"] + arguments)
    }

    @Test func itTellsThePageInEveryFormat() throws {
        let vietnamese = try run("--as-of", "2021-03-01", "--lang", "vi")
        #expect(vietnamese.status == 0 && vietnamese.errors.isEmpty)
        #expect(vietnamese.output.hasPrefix("Tỉnh Mẫu: tính đến ngày 01/03/2021\n"))
        let json = try run("--as-of", "2021-03-01", "--format", "json")
        #expect(json.output == (try run("--as-of", "2021-03-01", "--format", "json")).output)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let keys = [
            "as_of", "clause_groups", "context", "conversion", "counts", "deadlines", "ended", "errors", "figures",
            "inspections",
            "missed",
            "no_step_in",
            "plans",
            "quotas",
            "register", "rollups", "schema_version", "tool", "units", "within",
        ]
        #expect(object?.keys.sorted() == keys)
        let table = try run("--as-of", "2021-03-01", "--format", "csv")
        #expect(table.output.contains("code,name,block,level,parent,class,"))
    }

    @Test func aMissedShareFailsTheRun() throws {
        #expect(try run("--as-of", "2021-06-30").status == 1)
        #expect(try run("--as-of", "2021-06-30", "--fail-on", "none").status == 0)
        #expect(try run("--as-of", "2021-06-30", "--profile", "toi-thieu").status == 0)
    }

    /// What a run leaves out of its profile is left out, the shares that it selects beside it are not.
    @Test func leavingOutARuleLeavesTheShares() throws {
        func shares(_ arguments: String...) throws -> [String] {
            let json = try Program.run(
                ["portfolio", Self.example, "--rules", "rules", "--as-of", "2021-06-30", "-f", "json"] + arguments)
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            let quotas = object?["quotas"] as? [[String: Any]] ?? []
            return Set(quotas.compactMap { $0["rule"] as? String }).sorted()
        }
        let whole = try shares()
        #expect(whole.contains("letters.419.2.units") && whole.count > 3)
        #expect(try shares("--ignore", "qd19.art4.4.b.audit") == whole)
        #expect(try shares("--ignore", "letters.419.2.units") == whole.filter { $0 != "letters.419.2.units" })
        #expect(try shares("--select", "vn.edition-letters") == ["letters.419.2.units"])
        #expect(try shares("--select", "profile:ban-chi-dao") == whole)
    }

    @Test func oneBadStatementCostsOneMessage() throws {
        let scratch = try Scratch()
        let from = Program.root.appendingPathComponent("examples/tinh-mau")
        let to = scratch.folder.appendingPathComponent("tinh")
        try FileManager.default.copyItem(at: from, to: to)
        let whole = try run("--as-of", "2021-03-01", register: to.appendingPathComponent("register.yaml").path)
        #expect(whole.status == 0)
        try Data("tuanthu: statement/1\nstated_on: soon\n".utf8)
            .write(to: to.appendingPathComponent("ban-khai/so-b.yaml"))
        let run = try run(
            "--as-of", "2021-03-01", "--lang", "en", register: to.appendingPathComponent("register.yaml").path)
        #expect(run.status == 2)
        #expect(run.errors.components(separatedBy: "error").count == 2, "\(run.errors)")
        #expect(run.errors.contains("so-b.yaml:2:12"))
        #expect(run.output.contains("1 unit whose statement could not be read"))
        #expect(run.output.contains("5 to 7 of 7 to 9 units that have to switch"))
        try FileManager.default.removeItem(at: to.appendingPathComponent("ban-khai/so-b.yaml"))
        let missing = try Program.run(
            ["portfolio", to.appendingPathComponent("register.yaml").path, "--rules", "rules", "--as-of", "2021-03-01"])
        #expect(missing.status == 2 && !missing.output.isEmpty)
    }

    /// The plans that bind a unit are told on its page with what they bring it, and a misspelt one is an error at its place.
    @Test func plansAreToldAndMisspeltOnesRefused() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appendingPathComponent("pages")
        let page = scratch.folder.appendingPathComponent("page.html")
        let run = try run(
            "--as-of", "2025-12-31", "--fail-on", "none", "--lang", "en", "-f", "html=\(page.path)", "--pages",
            folder.path)
        #expect(run.status == 0, "\(run.errors)")
        let bound = try String(contentsOf: folder.appendingPathComponent("SO-A.html"), encoding: .utf8)
        #expect(bound.contains("27/KH-MAU, of Ủy ban nhân dân tỉnh Mẫu, issued 2019-01-21: the switch finished before"))
        #expect(bound.contains("31/KH-MAU") && bound.contains("rules of the set") && bound.contains("(vn.nd-63-2010)"))
        let other = try String(contentsOf: folder.appendingPathComponent("SO-C.html"), encoding: .utf8)
        #expect(other.contains("27/KH-MAU") && !other.contains("rules of the set"))
        #expect(try String(contentsOf: page, encoding: .utf8).contains("own plan has it declare, else the term"))

        let from = Program.root.appendingPathComponent("examples/tinh-mau")
        let to = scratch.folder.appendingPathComponent("tinh")
        try FileManager.default.copyItem(at: from, to: to)
        let register = to.appendingPathComponent("register.yaml")
        let text = try String(contentsOf: register, encoding: .utf8)
        for (right, wrong, says) in [
            ("27/KH-MAU, 31/KH-MAU]}", "27/KH-MAU, 31/KH-MUA]}", "did you mean “31/KH-MAU”?"),
            ("[vn.nd-63-2010]", "[vn.nd-63-2001]", "did you mean “vn.nd-63-2010”?"),
        ] {
            try Data(text.replacingOccurrences(of: right, with: wrong).utf8).write(to: register)
            let refused = try self.run("--as-of", "2021-03-01", "--lang", "en", register: register.path)
            #expect(refused.status == 2 && refused.output.isEmpty)
            #expect(refused.errors.contains(says), "\(refused.errors)")
            let snapshot = try Program.run([
                "snapshot", register.path, "--rules", "rules", "--as-of", "2021-03-01", "--lang", "en", "--jsonl", "-",
            ])
            #expect(snapshot.status == 2 && snapshot.errors.contains(says), "\(snapshot.errors)")
        }
    }

    /// The committee's page, and a page beside it for every unit, linked both ways.
    @Test func pagesOfUnitsStandBesideThePage() throws {
        let scratch = try Scratch()
        let page = scratch.folder.appendingPathComponent("trang.html")
        let folder = scratch.folder.appendingPathComponent("cơ quan/trang")
        let run = try run("--as-of", "2021-03-01", "-f", "html=\(page.path)", "--pages", folder.path)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        let text = try String(contentsOf: page, encoding: .utf8)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 11 && names.contains("SO-B.html"))
        for name in names {
            #expect(text.contains("href=\"c%C6%A1%20quan/trang/\(name)\""), "\(name)")
            let unit = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(unit.contains("href=\"../../trang.html\""))
        }
        let plain = try self.run("--as-of", "2021-03-01", "-f", "html")
        #expect(plain.output.hasPrefix("<!DOCTYPE html>") && !plain.output.contains("SO-B.html"))
        let blocked = try self.run("--as-of", "2021-03-01", "-f", "html", "--pages", page.path)
        #expect(blocked.status == 2 && blocked.output.isEmpty && blocked.errors.contains(page.path))
    }

    @Test func badArgumentsGiveNoVerdict() throws {
        for arguments in [
            ["--within", "90"], ["--no-step-in", "long"], ["--as-of", "2021"], ["--to", "iso-9001-2020"],
            ["--profile", "none"], ["--format", "pdf"], ["--pages", ""], ["--format", "text", "--format", "json"],
        ] {
            let run = try Program.run(["portfolio", Self.example, "--rules", "rules"] + arguments)
            #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
            #expect(!run.errors.isEmpty)
        }
        let statement = try run("--as-of", "2021-03-01", register: "examples/so-mau/statement.yaml")
        #expect(statement.status == 2 && statement.output.isEmpty)
        #expect(try run("--as-of", "2021-03-01", register: "no-such.yaml").status == 2)
    }
}
