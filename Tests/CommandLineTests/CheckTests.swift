import Foundation
import Testing

/// What `check` prints, and where.
@Suite struct CheckTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--as-of", "2020-06-15", "--fail-on", "none"]

    @Test func coloursAreForTerminalsAndThoseWhoAsk() throws {
        let rows: [([String], [String: String], Bool)] = [
            ([], [:], false), (["--color", "auto"], [:], false), (["--color", "always"], [:], true),
            (["--color", "always"], ["NO_COLOR": "1"], true), (["--color", "never"], [:], false),
            ([], ["NO_COLOR": "1"], false), (["--color", "auto"], ["NO_COLOR": ""], false),
        ]
        for (arguments, variables, isColoured) in rows {
            let run = try Program.run(["check", Self.example] + Self.day + arguments, variables: variables)
            #expect(run.output.contains("\u{1B}[") == isColoured, "\(arguments) \(variables)")
        }
    }

    @Test func aTerminalGetsColoursUnlessNoColorIsSet() throws {
        let command = "\(Program.path.path) check \(Self.example) \(Self.day.joined(separator: " "))"
        for (prefix, isColoured) in [("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false)] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["script", "-qec", "env \(prefix) \(command)", "/dev/null"]
            process.environment = Program.surroundings
            process.currentDirectoryURL = Program.root
            let output = Pipe()
            process.standardOutput = output
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let data = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("Kon Tum"))
            #expect(text.contains("\u{1B}[1m") == isColoured, "\(prefix)")
        }
    }

    @Test func reportsGoWhereTheyAreAskedTo() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("report.json")
        let run = try Program.run(
            ["check", Self.example, "--format", "text", "--format", "json=\(file.path)"] + Self.day)
        let alone = try Program.run(["check", Self.example, "--format", "json"] + Self.day)
        let text = try Program.run(["check", Self.example] + Self.day)
        #expect(run.output == text.output)
        #expect(try String(contentsOf: file, encoding: .utf8) == alone.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["report.json"])
        let refused = try Program.run(["check", Self.example, "--format", "json=/no/such/folder/r.json"] + Self.day)
        #expect(refused.status == 2)
    }

    @Test func theSameBytesInGiveTheSameBytesOut() throws {
        for format in ["text", "json"] {
            let arguments = ["check", "examples", "--format", format] + Self.day
            let first = try Program.run(arguments)
            #expect(first.output == (try Program.run(arguments)).output)
            #expect(!first.output.contains(Program.root.path))
        }
    }

    @Test func standardInputIsReadUnderItsName() throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent(Self.example), encoding: .utf8)
        let named = try Program.run(["check", "-", "--stdin-filename", Self.example] + Self.day, input: text)
        let file = try Program.run(["check", Self.example] + Self.day)
        #expect(named.output == file.output)
        let plain = try Program.run(["check", "-"] + Self.day, input: text)
        #expect(plain.output.contains("<stdin>:"))
        let empty = try Program.run(["check", "-"] + Self.day, input: "")
        #expect(empty.status == 2 && empty.output.isEmpty)
    }

    /// In a folder other programs' files are passed over; what was meant for this one is not.
    @Test func aFolderHidesNoStatementThatCannotBeRead() throws {
        let scratch = try Scratch()
        let example = try Data(contentsOf: Program.root.appendingPathComponent(Self.example))
        try scratch.write(String(decoding: example, as: UTF8.self), "f/a.yaml")
        try scratch.write("tuanthu: statemnt/1\nstated_on: 2021-01-01\n", "f/mistyped.yaml")
        let wide = "tuanthu: statement/1\nstated_on: 2021-01-01\n".utf16
        for (name, isLittle) in [("little", true), ("big", false)] {
            let units = [0xFEFF] + Array(wide)
            let bytes = units.flatMap { unit -> [UInt8] in
                let halves = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
                return isLittle ? halves : halves.reversed()
            }
            try scratch.write(bytes, "f/\(name).yaml")
        }
        try scratch.write("", "f/empty.yaml")
        try scratch.write("tuanthu:\n  image: x\n", "f/services.yaml")
        try scratch.write("name: other\n", "f/other.yaml")
        let run = try Program.run(["check", "f", "--lang", "en"] + Self.day, in: scratch.folder)
        #expect(run.status == 2)
        let messages = run.errors.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(messages.count == 3, "\(run.errors)")
        #expect(run.errors.contains("mistyped.yaml:1:10: error: there is no kind of file “statemnt/1”; did you mean"))
        #expect(run.errors.contains("little.yaml:1:1: error: the file is in UTF-16"))
        #expect(run.errors.contains("big.yaml:1:1: error: the file is in UTF-16"))
        #expect(run.output.contains(" × 1 statement "))
    }

    @Test func inspectionsBelongToTheStatementOfTheirAgency() throws {
        let scratch = try Scratch()
        try scratch.write("tuanthu: statement/1\nstated_on: 2020-01-15\nagency: {code: A}\n", "a.yaml")
        let inspection = "tuanthu: inspection/1\nagency: A\nsigned_on: 2020-01-10\n"
        try scratch.write(inspection, "k.yaml")
        try scratch.write(inspection.replacingOccurrences(of: ": A", with: ": B"), "l.yaml")
        let run = try Program.run(["check", ".", "--format", "json"] + Self.day, in: scratch.folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("./l.yaml") && !run.errors.contains("./k.yaml"))
        #expect(run.output.contains(#""path":"./k.yaml""#))
    }

    @Test func rulesAreFoundWhereTheyLie() throws {
        let scratch = try Scratch()
        let rules = Program.root.appendingPathComponent("rules").path
        let text = try String(contentsOf: Program.root.appendingPathComponent(Self.example), encoding: .utf8)
        let statement = try scratch.write(text, "s.yaml")
        func origin(_ arguments: [String], _ variables: [String: String], program: URL? = nil) throws -> String {
            let run = try Program.run(
                ["check", statement.path, "--format", "json"] + Self.day + arguments, variables: variables)
            let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            return try #require((report["context"] as? [String: Any])?["rules"] as? String)
        }
        #expect(try origin([], [:]) == "embedded")
        #expect(try origin([], ["TUANTHU_RULES": rules]) == rules)
        #expect(try origin(["--rules", rules], ["TUANTHU_RULES": "/no/such/folder"]) == rules)
        let embedded = try Program.run(["rules", "list"])
        let folder = try Program.run(["rules", "list", "--rules", rules])
        #expect(embedded.output == folder.output)
    }

    /// A folder that is called as reports call the copy inside the program is still a folder, read and checked whole.
    @Test func aFolderIsNotTheCopyInsideForItsName() throws {
        let scratch = try Scratch()
        try scratch.write("tuanthu: statement/1\nstated_on: 2020-01-15\nagency: {code: A}\n", "s.yaml")
        try scratch.write("tuanthu: vocabulary/1\nwrong: 1\n", "embedded/vocabulary/v.yaml")
        let run = try Program.run(["check", "s.yaml", "--rules", "embedded"] + Self.day, in: scratch.folder)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("embedded/vocabulary/v.yaml:2:1"))
    }

    @Test func theOtherCommandsAnswer() throws {
        let rows: [([String], String)] = [
            (["rules", "list"], "letters.419.2"), (["rules", "show", "letters.419.2"], "419/BKHCN-TĐC"),
            (["explain", "letters.419.2", "--in", Self.example, "--as-of", "2020-06-15"], "qms.declarations"),
            (["schema", "statement"], "https://json-schema.org/draft/2020-12/schema"),
            (["eval", "qms.declarations.size()", "--in", Self.example, "--as-of", "2020-06-15"], "→ 2"),
            (["generate-docs", "verdicts"], "| verdict"),
        ]
        for (arguments, part) in rows {
            let run = try Program.run(arguments)
            #expect(run.status == 0, "\(arguments)")
            #expect(run.output.contains(part), "\(arguments)")
            #expect(run.errors.isEmpty)
        }
    }

    @Test func ruleTestsTellWhatFails() throws {
        let passing = try Program.run(["rules", "test", "--rules", "rules"])
        #expect(passing.status == 0)
        let scratch = try Scratch()
        let path = "rules/vn/edition-letters"
        let folder = Program.root.appendingPathComponent(path)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".test.yaml") })
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        try scratch.write(text.replacingOccurrences(of: "verdict: pending", with: "verdict: partial"), "x.test.yaml")
        let failing = try Program.run(["rules", "test", scratch.folder.path, "--rules", "rules"])
        #expect(failing.status == 1)
        #expect(failing.output.contains("x.test.yaml:"))
    }
}
