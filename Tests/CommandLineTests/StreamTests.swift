import Foundation
import Testing

/// `stream`, as a person or another program runs it.
@Suite struct StreamTests {
    private static let day = "2024-12-31"

    private func run(_ arguments: String..., input: String) throws -> Program.Run {
        try Program.run(["stream", "--rules", "rules", "--as-of", Self.day] + arguments, input: input)
    }

    /// A line of input: an example with the tables that lie beside it.
    private static func line(_ path: String) throws -> String {
        let url = Program.root.appendingPathComponent(path)
        var object: [String: Any] = ["path": path, "yaml": try String(contentsOf: url, encoding: .utf8)]
        let folder = url.deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        var tables: [String: String] = [:]
        for name in names {
            tables[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        if !tables.isEmpty { object["tables"] = tables }
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }

    private static let examples = [
        "examples/so-mau/statement.yaml", "examples/chi-cuc-mau/statement.yaml",
        "examples/bac-kan-co-quan/statement.yaml", "examples/lang-son-xa/statement.yaml",
    ]

    private static func objects(_ text: String) throws -> [NSDictionary] {
        try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
        }
    }

    @Test func eachLineIsTheSubjectOfTheReport() throws {
        let input = try Self.examples.map { try Self.line($0) }.joined()
        let run = try run("--changes", "--fail-on", "none", input: input)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let lines = try Self.objects(run.output)
        #expect(lines.compactMap { $0["path"] as? String } == Self.examples)
        for (path, line) in zip(Self.examples, lines) {
            // Inspections that lie beside a statement are files of their own, which a line does not have.
            let report = try Program.run([
                "check", path, "--rules", "rules", "--as-of", Self.day, "--format", "json", "--fail-on", "none",
                "--no-next-failure",
            ])
            let object = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? NSDictionary
            let subject = try #require((object?["subjects"] as? [NSDictionary])?.first)
            #expect(line.count == subject.count + 2)
            for case let key as String in subject.allKeys {
                let own = line[key] as? NSObject
                #expect(own != nil && own == subject[key] as? NSObject, "\(path): \(key)")
            }
            #expect((line["errors"] as? [Any])?.isEmpty == true)
        }
        let keys = ["path", "agency", "input", "findings", "checklists", "not_bound", "summary", "errors"]
        let first = try #require(run.output.split(separator: "\n").first.map(String.init))
        var rest = first[...]
        for key in keys {
            let found = try #require(rest.range(of: "\"\(key)\":"), "\(key) stands in order")
            rest = rest[found.upperBound...]
        }
    }

    @Test func withoutAskingNothingIsTried() throws {
        let run = try run("--fail-on", "none", input: try Self.line(Self.examples[0]))
        let findings = try Self.objects(run.output).first?["findings"] as? [NSDictionary]
        #expect(findings?.isEmpty == false)
        #expect(findings?.allSatisfy { $0["would_change"] is NSNull } == true)
        let lines = try Program.run([
            "check", Self.examples[1], "--rules", "rules", "--as-of", Self.day, "--format", "jsonl", "--fail-on",
            "none",
        ])
        let streamed = try self.run("--fail-on", "none", input: try Self.line(Self.examples[1]))
        #expect(lines.output == streamed.output && lines.status == 0)
    }

    @Test func theOrderIsThatOfTheInputHoweverMany() throws {
        let line = try Self.line("examples/lang-son-xa/statement.yaml")
        let input = (0..<90).map { line.replacingOccurrences(of: "lang-son-xa", with: "xa-\($0)") }.joined()
        let run = try run("--fail-on", "none", input: input)
        let paths = try Self.objects(run.output).compactMap { $0["path"] as? String }
        #expect(paths == (0..<90).map { "examples/xa-\($0)/statement.yaml" })
    }

    /// A bad line, its message, and the path its result names.
    static let badLines: [(line: String, message: String, path: String?)] = [
        ("{", "is not JSON", nil), ("[]", "must be an object", nil), ("{}", "“path” is missing", nil),
        (#"{"path":7,"yaml":""}"#, "“path” must be a string", nil),
        (#"{"path":"","yaml":""}"#, "“path” must be a string", nil),
        (#"{"path":"a"}"#, "“yaml” is missing", "a"), (#"{"path":"a","yaml":[]}"#, "“yaml” must be a string", "a"),
        (#"{"path":"a","yaml":"","tables":[]}"#, "“tables” must be an object", "a"),
        (#"{"path":"a","yaml":"","tables":{"t.csv":1}}"#, "“tables.t.csv” must be a string", "a"),
        (#"{"path":"a","yaml":"","yml":""}"#, "no key “yml”", "a"),
        (#"{"path":"a","path":"b","yaml":""}"#, "is not JSON", nil),
        (#"{"path":"a.yaml","yaml":"tuanthu: statement/1\nstated_on: soon\n"}"#, "a.yaml:2:12", "a.yaml"),
        (
            #"{"path":"a.yaml","yaml":"tuanthu: statement/1\nstated_on: 2020-01-01\nqms: {tthc: {from: no.csv}}\n"}"#,
            "no.csv", "a.yaml"
        ),
        ("\u{0}", "is not JSON", nil),
    ]

    @Test(arguments: badLines) func oneBadLineCostsOneMessage(_ line: String, _ message: String, _ path: String?) throws
    {
        let good = try Self.line("examples/lang-son-xa/statement.yaml")
        let alone = try run("--fail-on", "none", "--lang", "en", input: good)
        let run = try run("--fail-on", "none", "--lang", "en", input: good + line + "\n\n" + good)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        let lines = run.output.split(separator: "\n").map { $0 + "\n" }
        #expect(lines.count == 3 && lines.first == alone.output[...] && lines.last == alone.output[...])
        let bad = try #require(try Self.objects(String(lines[1])).first)
        #expect(bad["path"] as? String == path)
        #expect((bad["errors"] as? [Any])?.count == 1 && bad.count == 2)
        let going = try self.run("--fail-on", "none", "--keep-going", input: good + line + "\n")
        #expect(going.status == 0)
    }

    @Test func aLineIsBounded() throws {
        let good = try Self.line("examples/lang-son-xa/statement.yaml")
        let long = #"{"path":"a","yaml":""# + String(repeating: "x", count: 1 << 21) + "\"}\n"
        let run = try run("--max-line", "1", "--fail-on", "none", "--lang", "en", input: good + long + good)
        #expect(run.status == 2 && run.errors == "tuanthu: line 2: the line is longer than the limit\n")
        #expect(try Self.objects(run.output).map { $0.count } == [8, 2, 8])
        let unended = try self.run("--max-line", "1", "--fail-on", "none", input: good + String(long.dropLast()))
        #expect(try Self.objects(unended.output).map { $0.count } == [8, 2])
    }

    @Test func theExitCodeIsThatOfCheck() throws {
        let good = try Self.line(Self.examples[0])
        #expect(try run(input: good).status == 1)
        #expect(try run("--profile", "toi-thieu", "--fail-on", "none", input: String(good.dropLast())).status == 0)
        let none = try run("--lang", "en", input: "\n \n")
        #expect(none.status == 2 && none.output.isEmpty && none.errors == "tuanthu: no line came on standard input\n")
        #expect(try run("--keep-going", input: "").status == 0)
        for arguments in [
            ["--max-line", "0"], ["--as-of", "soon"], ["--cache-limit", "-1"], ["x"], ["--profile", "no"],
        ] {
            let run = try Program.run(["stream", "--rules", "rules"] + arguments, input: good)
            #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty, "\(arguments)")
        }
    }
}
