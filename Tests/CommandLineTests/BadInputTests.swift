import Foundation
import Testing

/// Input that cannot be read: a line with its place, exit code 2, and no half of a report.
@Suite struct BadInputTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let message: String

        init(_ name: String, _ text: String, _ message: String) {
            self.name = name
            bytes = Array(text.utf8)
            self.message = message
        }

        var testDescription: String { name }
    }

    static let head = "tuanthu: statement/1\nstated_on: 2020-01-15\n"

    static let rows: [Row] = [
        Row("empty", "", "f.yaml:1:1: "),
        Row("only a comment", "# nothing\n", "f.yaml:1:"),
        Row("broken YAML", head + "qms: [\n", "f.yaml:4:1: "),
        Row("wrong shape", "- a\n", "f.yaml:1:1: "),
        Row("another kind", "tuanthu: vocabulary/1\n", "f.yaml:1:10: "),
        Row("no kind", "stated_on: 2020-01-15\n", "f.yaml:1:1: "),
        Row("another version", "tuanthu: statement/9\nstated_on: 2020-01-15\n", "f.yaml:1:10: "),
        Row("no day", "tuanthu: statement/1\n", "stated_on"),
        Row("unknown key", head + "qms: {polcy: 1}\n", "f.yaml:3:7: "),
        Row("impossible date", "tuanthu: statement/1\nstated_on: 2019-02-29\n", "f.yaml:2:12: "),
        Row("wrong type", head + "agency: {code: [1]}\n", "f.yaml:3:16: "),
        Row("unknown choice", head + "agency: {level: provincal_department}\n", "provincial_department"),
        Row("duplicate key", head + "agency: {}\nagency: {}\n", "f.yaml:4:1: "),
        Row("duplicate item", head + "qms:\n  declarations: [{decision: a}, {decision: a}]\n", "f.yaml:4:"),
        Row("table not found", head + "qms:\n  tthc: {from: none.csv}\n", "f.yaml:4:"),
        Row("table climbs", head + "qms:\n  tthc: {from: ../none.csv}\n", "f.yaml:4:"),
        Row("no UTF-8", head + "agency: {name: \u{0}}\n", "f.yaml:3:"),
    ]

    @Test(arguments: rows)
    func isToldWithItsPlace(_ row: Row) throws {
        let scratch = try Scratch()
        try scratch.write(row.bytes, "f.yaml")
        for format in ["text", "json"] {
            let run = try Program.run(["check", "f.yaml", "--lang", "en", "--format", format], in: scratch.folder)
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains(row.message), "\(run.errors)")
        }
    }

    @Test func unreadableFilesAreTold() throws {
        let scratch = try Scratch()
        try scratch.write([0xFF, 0xFE, 0x00], "bytes.yaml")
        try scratch.write([UInt8](repeating: UInt8(ascii: "a"), count: (16 << 20) + 1), "large.yaml")
        for file in ["bytes.yaml", "large.yaml", "missing.yaml", "/dev/null"] {
            let run = try Program.run(["check", file], in: scratch.folder)
            #expect(run.status == 2, "\(file)")
            #expect(run.output.isEmpty && run.errors.contains(file), "\(run.errors)")
        }
    }

    @Test func oneBadStatementAmongManyLeavesTheOthers() throws {
        let scratch = try Scratch()
        try scratch.write(Self.head + "agency: {code: A}\n", "a.yaml")
        try scratch.write(Self.head + "agncy: {code: B}\n", "b.yaml")
        try scratch.write(Self.head + "agency: {code: C}\n", "c/c.yml")
        try scratch.write("anything: else\n", "d.yaml")
        let run = try Program.run(
            ["check", ".", "--as-of", "2020-06-15", "--format", "json", "--fail-on", "note"], in: scratch.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("./b.yaml:3:1: "))
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let subjects = try #require(report["subjects"] as? [[String: Any]])
        let paths = subjects.compactMap { ($0["input"] as? [String: Any])?["path"] as? String }
        #expect(paths == ["./a.yaml", "./c/c.yml"])
        #expect((report["errors"] as? [Any])?.count == 1)
    }

    @Test func aFileNamedTwiceCountsOnce() throws {
        let scratch = try Scratch()
        try scratch.write(Self.head, "a.yaml")
        let run = try Program.run(
            ["check", "a.yaml", "./a.yaml", ".", "--as-of", "2020-06-15", "--lang", "en"], in: scratch.folder)
        #expect(run.status == 0)
        #expect(run.output.contains("× 1 statement as of"))
    }

    @Test func brokenRulesGiveNoVerdict() throws {
        let scratch = try Scratch()
        try scratch.write(Self.head, "a.yaml")
        let rules = Program.root.appendingPathComponent("rules").path
        let copy = scratch.folder.appendingPathComponent("rules").path
        try FileManager.default.copyItem(atPath: rules, toPath: copy)
        let rows = [
            ("vn/qd-19-2014/article-02.yaml", "agency.", "agncy."),
            ("profiles/mac-dinh.yaml", "vn.qd-19-2014", "vn.khong-co"),
            ("vocabulary/agency.yaml", "type: text", "type: txt"),
        ]
        for (file, original, wrong) in rows {
            let path = scratch.folder.appendingPathComponent("rules/\(file)")
            let text = try String(contentsOf: path, encoding: .utf8)
            try text.replacingOccurrences(of: original, with: wrong).write(to: path, atomically: true, encoding: .utf8)
            let run = try Program.run(["check", "a.yaml", "--rules", "rules"], in: scratch.folder)
            #expect(run.status == 2, "\(file)")
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("rules/\(file):"), "\(run.errors)")
            try text.write(to: path, atomically: true, encoding: .utf8)
        }
    }
}
