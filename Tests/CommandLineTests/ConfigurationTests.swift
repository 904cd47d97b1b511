import Foundation
import Testing

/// `tuanthu.yml`: where it is found, what overrides what, and what it changes.
@Suite struct ConfigurationTests {
    static let statement = """
        tuanthu: statement/1
        stated_on: 2026-10-01
        agency: {code: A, level: provincial_department}
        """

    /// A repository of one statement, with a configuration at its root.
    private func repository(_ configuration: String?, git: Bool = true) throws -> Scratch {
        let scratch = try Scratch()
        if git { try scratch.write("", "repo/.git/HEAD") }
        try scratch.write(Self.statement, "repo/co-quan/a.yaml")
        try scratch.write("", "repo/sub/deep/x.txt")
        if let configuration { try scratch.write("tuanthu: config/1\n" + configuration, "repo/tuanthu.yml") }
        return scratch
    }

    private func run(
        _ arguments: [String], _ scratch: Scratch, in folder: String = "repo", variables: [String: String] = [:]
    ) throws -> Program.Run {
        try Program.run(arguments, in: scratch.folder.appendingPathComponent(folder), variables: variables)
    }

    static let today = ["--as-of", "2026-11-10"]

    @Test func itIsFoundUpwardsToTheRootOfTheRepository() throws {
        let scratch = try repository("paths: [co-quan]\nlang: en\nfail_on: none\n")
        for (folder, shown) in [("repo", "co-quan/a.yaml"), ("repo/sub/deep", "../../co-quan/a.yaml")] {
            let run = try run(["check"] + Self.today, scratch, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("\(shown):"), "\(run.output.prefix(300))")
        }
        // The folder that holds .git is the last one looked into.
        try scratch.write("tuanthu: config/1\npaths: [repo/co-quan]\n", "tuanthu.yml")
        try FileManager.default.removeItem(at: scratch.folder.appendingPathComponent("repo/tuanthu.yml"))
        let stopped = try run(["check"] + Self.today, scratch, in: "repo/sub")
        #expect(stopped.status == 2 && stopped.output.isEmpty)
        try FileManager.default.removeItem(at: scratch.folder.appendingPathComponent("repo/.git"))
        let found = try run(["check", "--fail-on", "none"] + Self.today, scratch, in: "repo/sub")
        #expect(found.status == 0)
        // Home is the last one too.
        let home = try run(
            ["check"] + Self.today, scratch, in: "repo/sub",
            variables: ["HOME": scratch.folder.appendingPathComponent("repo").path])
        #expect(home.status == 2)
    }

    @Test func whoNamesTheFile() throws {
        let scratch = try repository("paths: [co-quan]\nfail_on: none\n")
        try scratch.write("tuanthu: config/1\npaths: [../repo/co-quan]\nfail_on: none\nlang: en\n", "other/c.yml")
        let named = try run(["check", "--config", "../other/c.yml"] + Self.today, scratch)
        #expect(named.output.contains("../other/../repo/co-quan/a.yaml:") && named.output.contains("Summary:"))
        let variable = try run(["check"] + Self.today, scratch, variables: ["TUANTHU_CONFIG": "../other/c.yml"])
        #expect(variable.output == named.output)
        for refused in [
            ["check", "--no-config"], ["check", "--config", "khong-co.yml"], ["check", "--config", "co-quan/a.yaml"],
            ["check", "--config", "tuanthu.yml", "--no-config"],
        ] {
            let run = try run(refused + Self.today, scratch)
            #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty, "\(refused)")
        }
    }

    /// Key, flag, variable's value, file's value, and the three values as they are shown.
    static let settings: [(key: String, flags: [String], variable: String, file: String)] = [
        ("profile", ["--profile", "flag"], "variable", "file"), ("rules", ["--rules", "flag"], "variable", "file"),
        ("baseline", ["--baseline", "flag"], "variable", "file"),
        ("waivers", ["--waivers", "flag"], "variable", "file"),
        ("select", ["--select", "flag"], "variable", "file"), ("ignore", ["--ignore", "flag"], "variable", "file"),
        ("holidays", ["--holidays", "flag"], "variable", "file"), ("paths", ["flag"], "variable", "file"),
        ("lang", ["--lang", "en"], "vi", "en"), ("fail_on", ["--fail-on", "note"], "warning", "none"),
        ("color", ["--color", "always"], "never", "auto"), ("formats", ["--format", "text"], "json=v", "json=f"),
        ("verbose", ["--verbose"], "false", "true"), ("next_failure", ["--next-failure"], "false", "true"),
        ("parameters", ["--parameter", "x=flag"], "x=variable", "{x: file}"),
        ("grades", ["--grade", "x=flag"], "x=variable", "{x: file}"),
        ("interpretations", ["--interpretation", "x=flag"], "x=variable", "{x: file}"),
    ]

    @Test(arguments: settings.indices)
    func flagBeforeVariableBeforeFileBeforeDefault(_ index: Int) throws {
        let (key, flags, variable, file) = Self.settings[index]
        let scratch = try repository("\(key): \(file)\n")
        let name = "TUANTHU_\(key.uppercased())"
        func origin(_ arguments: [String], _ variables: [String: String]) throws -> (value: String, from: String) {
            let run = try run(["check", "--show-config"] + arguments, scratch, variables: variables)
            #expect(run.status == 0, "\(run.errors)")
            let line = try #require(
                run.output.split(separator: "\n").first { $0.hasPrefix("\(key):") || $0.hasPrefix("\(key).x:") })
            let parts = line.split(separator: "#").map { $0.trimmingCharacters(in: .whitespaces) }
            return (parts[0].split(separator: ":", maxSplits: 1)[1].trimmingCharacters(in: .whitespaces), parts[1])
        }
        let shown = { (text: String) in text.split(separator: "=").last.map(String.init) ?? text }
        let flag = try origin(flags, [name: variable])
        #expect(flag.from.hasPrefix("--") || flag.from == "PATH")
        if let last = flags.last, !last.hasPrefix("--") { #expect(shown(flag.value) == shown(last)) }
        let second = try origin([], [name: variable])
        #expect(second.from == name && shown(second.value) == shown(variable))
        let third = try origin([], [:])
        #expect(third.from == "tuanthu.yml:2")
        #expect(file.contains(shown(third.value)))
        let none = try origin(["--no-config"], [:])
        #expect(none.from == "mặc định" || none.from == "default")
    }

    /// A configuration may name every format that the command line may.
    @Test func everyFormatCanBeConfigured() throws {
        let formats = [
            "json", "sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "csv", "oscal", "oscal-poam",
        ]
        let list = formats.map { "\($0)=bao-cao/\($0)" }.joined(separator: ", ")
        let scratch = try repository("formats: [text, \(list)]\n")
        try FileManager.default.createDirectory(
            at: scratch.folder.appendingPathComponent("repo/bao-cao"), withIntermediateDirectories: true)
        let statement = Program.root.appendingPathComponent("examples/kon-tum-so-khcn/statement.yaml").path
        let run = try run(["check", statement, "--fail-on", "none"] + Self.today, scratch)
        #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty, "\(run.errors)")
        let folder = scratch.folder.appendingPathComponent("repo/bao-cao").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == formats.sorted())
    }

    @Test func showConfigIsForProgramsToo() throws {
        let scratch = try repository(
            "profile: ci\nselect: [\"tag:one_stop\"]\nparameters: {legal_update_limit: {months: 2}}\n")
        let run = try run(["check", "--show-config", "-f", "json", "--lang", "en"] + Self.today, scratch)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(report["config"] as? String == "tuanthu.yml")
        let settings = try #require(report["settings"] as? [[String: Any]])
        func origin(_ name: String) -> [String: Any] {
            settings.first { $0["name"] as? String == name }?["origin"] as? [String: Any] ?? [:]
        }
        #expect(origin("profile")["kind"] as? String == "file" && origin("profile")["line"] as? Int == 2)
        #expect(origin("lang")["kind"] as? String == "flag" && origin("lang")["name"] as? String == "--lang")
        #expect(origin("rules")["kind"] as? String == "default")
        #expect(origin("as_of")["name"] as? String == "--as-of")
        let parameter = try #require(settings.first { $0["key"] as? String == "legal_update_limit" })
        #expect((parameter["value"] as? [String: String]) == ["months": "2"])
    }

    /// What stands in a configuration, and what is said of it.
    static let refused: [(String, String)] = [
        (
            "paths: [co-quan]\nselects: [x]\n",
            "tuanthu.yml:3:1: lỗi: khóa “selects” không có trong “config”; có phải bạn muốn viết “select”?"
        ),
        ("paths: [khong-co]\n", "khong-co: không tìm thấy"), ("paths: [co-quan]\nprofile: cii\n", "“cii”"),
        (
            "paths: [co-quan]\nselect: [vn.qd-19-2041]\n",
            "tuanthu.yml:3:10: lỗi: “vn.qd-19-2041” không chọn được yêu cầu nào; có phải bạn muốn viết “vn.qd-19-2014”?"
        ),
        ("paths: [co-quan]\nignore: [\"tag:one-stop\"]\n", "“tag:one_stop”"),
        ("paths: [co-quan]\nignore: [\"*\"]\n", "không còn yêu cầu nào"),
        (
            "paths: [co-quan]\nparameters: {legal_update_limit: 3}\n",
            "tuanthu.yml:3:34: lỗi: “3” không phải là thời hạn"
        ),
        ("paths: [co-quan]\nparameters: {legal_update_limits: P3M}\n", "“legal_update_limit”"),
        ("paths: [co-quan]\ninterpretations: {year_window: rollin}\n", "“rolling”"),
        ("paths: [co-quan]\ngrades: {qd19.art3.1: {nonconform: minor}}\n", "tuanthu.yml:3:10"),
        ("paths: [co-quan]\nwaivers: khong-co.yaml\n", "khong-co.yaml: không tìm thấy"),
        ("paths: [co-quan]\nbaseline: khong-co.json\n", "khong-co.json: không tìm thấy"),
        ("paths: [co-quan]\nas_of: 2026-11-10\n", "khóa “as_of” không có"),
    ]

    @Test(arguments: refused.indices)
    func whatIsWrongStopsTheRunAtItsPlace(_ index: Int) throws {
        let (text, part) = Self.refused[index]
        let scratch = try repository(text)
        let run = try run(["check"] + Self.today, scratch)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(part), "\(run.errors)")
    }

    @Test func otherCommandsFollowIt() throws {
        let scratch = try repository("parameters: {legal_update_limit: P2M}\nlang: en\n")
        let value = try run(["eval", "param.legal_update_limit", "--in", "co-quan/a.yaml"] + Self.today, scratch)
        #expect(value.status == 0 && value.output.contains("2 months"), "\(value.output)\(value.errors)")
        let plain = try run(
            ["eval", "param.legal_update_limit", "--in", "co-quan/a.yaml", "--no-config"] + Self.today, scratch)
        #expect(plain.output.contains("3 tháng"), "\(plain.output)")
        let why = try run(["explain", "letters.419.2", "--in", "co-quan/a.yaml"] + Self.today, scratch)
        #expect(why.status == 0 && why.output.contains("basis"), "\(why.errors)")
    }

    @Test func whatItSelectsAndSetsIsWhatRuns() throws {
        let scratch = try repository(
            "paths: [co-quan]\nselect: [\"profile:ci\", vn.provinces.kon-tum]\nignore: [vn.edition-letters]\nparameters: {legal_update_limit: P2M}\n"
        )
        let run = try run(["check", "-f", "json", "--fail-on", "none"] + Self.today, scratch)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let context = try #require(report["context"] as? [String: Any])
        let selection = try #require(context["selection"] as? [String])
        #expect(selection.contains { $0.hasPrefix("qd19.") } && !selection.contains { $0.hasPrefix("letters.") })
        #expect(
            (context["rule_sets"] as? [[String: Any]])?.contains { $0["id"] as? String == "vn.provinces.kon-tum" }
                == true)
        #expect((context["parameters"] as? [String: Any])?["legal_update_limit"] as? String == "P2M")
        let plain = try self.run(
            ["check", "co-quan", "--no-config", "-f", "json", "--fail-on", "none"] + Self.today, scratch)
        #expect(plain.output.contains(#""selection":null"#))
        let flags = try self.run(
            ["check", "--select", "tag:one_stop", "--ignore", "source:khong-co"] + Self.today, scratch)
        #expect(flags.status == 2 && flags.errors.contains("source:khong-co"))
    }
}
