import Foundation
import Testing

/// The commands on the rule library, and which part of it a run reads.
@Suite struct RuleLibraryTests {
    private static let day = ["--as-of", "2026-11-10", "--fail-on", "none", "--lang", "en"]

    private static var profiles: [String] {
        let folder = Program.root.appendingPathComponent("rules/profiles")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The copy inside the program is read in part, a folder of rules as a whole; the findings are the same.
    @Test func aPartOfTheLibraryGivesTheSameFindings() throws {
        #expect(Self.profiles.count >= 5)
        for profile in Self.profiles {
            let arguments = ["check", "examples/so-mau", "--profile", profile] + Self.day
            let part = try Program.run(arguments)
            let whole = try Program.run(arguments + ["--rules", "rules"])
            #expect(part.status == 0, "\(profile)")
            #expect(part.errors.isEmpty, "\(profile): \(part.errors)")
            #expect(part.output == whole.output, "\(profile)")
        }
        let arguments = ["check", "examples/kon-tum-so-khcn", "--format", "json"] + Self.day
        let part = try Program.run(arguments).output
        let whole = try Program.run(arguments + ["--rules", "rules"]).output
        #expect(part.replacing("\"rules\":\"embedded\"", with: "\"rules\":\"rules\"") == whole)
    }

    /// Every set lies in the folder its id names: that is how a run finds the sets it needs.
    @Test func setsLieWhereTheirIdsSay() throws {
        let rules = Program.root.appendingPathComponent("rules")
        var count = 0
        for case let file as URL in FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)
            ?? .init()
        {
            guard file.lastPathComponent == "set.yaml" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            let id = try #require(text.firstMatch(of: /\nset:\n  id: (\S+)\n/)).1
            let folder = file.deletingLastPathComponent().path.dropFirst(rules.path.count + 1)
            #expect(folder.replacingOccurrences(of: "/", with: ".") == id)
            count += 1
        }
        #expect(count >= 20)
    }

    @Test(arguments: [("vn.nd-118-2025", "vn/nd-118-2025"), ("vn.provinces.kon-tum", "vn/provinces/kon-tum")])
    func aNewRuleLoadsAndItsCasesPass(_ set: String, _ folder: String) throws {
        let scratch = try Scratch()
        let copy = scratch.folder.appendingPathComponent("rules")
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("rules"), to: copy)
        let new = ["rules", "new", "x.new", "--set", set, "--rules", copy.path, "--lang", "en"]
        let made = try Program.run(new)
        #expect(made.status == 0, "\(made.errors)")
        let cases = copy.path + "/\(folder)/x.new.test.yaml"
        #expect(made.output.contains(cases))
        let passed = try Program.run(["rules", "test", cases, "--rules", copy.path, "--lang", "en"])
        #expect(passed.status == 0, "\(passed.output)\(passed.errors)")
        let again = try Program.run(new)
        #expect(again.status == 2)
        #expect(again.output.isEmpty)
    }

    @Test(arguments: [
        (["rules", "new", "Điều 4", "--set", "vn.nd-118-2025", "--rules", "rules"], "lower-case"),
        (["rules", "new", "qd19.art2.1", "--set", "vn.nd-118-2025", "--rules", "rules"], "already"),
        (["rules", "new", "x.y", "--set", "vn.none", "--rules", "rules"], "vn.nd-118-2025"),
        (["rules", "new", "x.y", "--set", "vn.nd-118-2025"], "--rules"),
        (["rules", "mutate", "qd19.art2.9", "--rules", "rules"], "qd19.art2.1"),
    ])
    func whatCannotBeDoneIsSaid(_ arguments: [String], _ part: String) throws {
        let run = try Program.run(arguments + ["--lang", "en"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(part), "\(run.errors)")
    }

    @Test func mutantsOfOneRuleAreCounted() throws {
        let run = try Program.run(["rules", "mutate", "nd63.*", "--rules", "rules", "--lang", "en"])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("vn.nd-63-2010: "))
        #expect(!run.output.contains("vn.nd-118-2025"))
    }

    /// A path that holds the cases of one set says nothing of the rules of the others.
    @Test func aPathIsAskedForCasesOfItsOwnSetsAlone() throws {
        let cases = "rules/vn/nd-118-2025/procedures.test.yaml"
        let run = try Program.run(["rules", "test", cases, "--rules", "rules", "--lang", "en"])
        #expect(run.status == 0 && run.output.contains(" passed, 0 failed"))
        #expect(!run.output.contains("without a case"), "\(run.output)")
        let scratch = try Scratch()
        let text = try String(contentsOf: Program.root.appendingPathComponent(cases), encoding: .utf8)
        let parts = text.components(separatedBy: "\n  - rule: ")
        try scratch.write(parts.prefix(2).joined(separator: "\n  - rule: ") + "\n", "one.test.yaml")
        let path = scratch.folder.appendingPathComponent("one.test.yaml").path
        let part = try Program.run(["rules", "test", path, "--rules", "rules", "--lang", "en"])
        #expect(part.output.contains("without a case: nd118."), "\(part.output)")
        #expect(!part.output.contains("qd19."))
    }

    @Test func theFormOfAnInspectionIsTold() throws {
        let arguments = ["check", "examples/so-mau", "--profile", "kiem-tra-dieu-36"] + Self.day
        let text = try Program.run(arguments).output
        #expect(text.contains("── By the 13 heads of Article 36 of Circular 26/2014/TT-BKHCN"))
        #expect(text.contains("  36.1.a The scope takes in every activity"))
        #expect(!(try Program.run(["check", "examples/so-mau"] + Self.day).output).contains("13 heads"))
        let json = try Program.run(arguments + ["--format", "json"]).output
        #expect(json.contains("\"checklists\":[{\"id\":\"article-36\""))
        #expect(json.components(separatedBy: "{\"id\":\"36.").count == 14)
    }

    @Test func setsThatMayOrMayNotBindAreToldOnce() throws {
        let arguments = ["check", "examples/so-lao-dong"] + Self.day
        let text = try Program.run(arguments).output
        #expect(text.contains("It is not known whether 10 rule sets"))
        #expect(!text.contains("[kontum."))
        #expect(text.contains("rules of sets that do not bind the agency."))
        let whole = try Program.run(arguments + ["--verbose"]).output
        #expect(whole.contains("[kontum.") && whole.contains("Not binding on this agency, left out: vn.provinces."))
    }
}
