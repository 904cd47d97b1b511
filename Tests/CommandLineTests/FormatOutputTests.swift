import Foundation
import Testing

/// The formats of `check` as a build uses them: several from one run, each readable alone, and an exit code that agrees.
@Suite struct FormatOutputTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--as-of", "2020-06-15"]
    static let machine = [
        "json", "sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "csv", "oscal", "oscal-poam",
    ]

    /// Whether a text is a whole report of a format.
    private func isWhole(_ text: String, _ format: String) -> Bool {
        switch format {
        case "json", "sarif", "gitlab", "oscal", "oscal-poam":
            return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil && text.hasSuffix("\n")
        case "junit": return text.hasPrefix("<?xml ") && text.hasSuffix("</testsuites>\n")
        case "checkstyle": return text.hasPrefix("<?xml ") && text.hasSuffix("</checkstyle>\n")
        // Foundation drops the byte order mark when it reads the file.
        case "csv": return text.hasPrefix("agency_code,") && text.hasSuffix("\r\n")
        case "markdown": return text.hasPrefix("# ") && text.hasSuffix("**\n")
        case "github": return text.split(separator: "\n").last?.hasPrefix("Kết quả: ") == true
        default: return false
        }
    }

    @Test(arguments: machine)
    func standardOutputIsTheReportAlone(_ format: String) throws {
        let scratch = try Scratch()
        let broken = try scratch.write("tuanthu: statement/1\nstated_on: [\n", "hỏng.yaml")
        let arguments = ["check", Self.example, "--fail-on", "none", "-f", format] + Self.day
        let run = try Program.run(arguments)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(isWhole(run.output, format))
        #expect(run.output == (try Program.run(arguments)).output)
        #expect(!run.output.contains(Program.root.path))
        let incomplete = try Program.run(arguments + [broken.path])
        #expect(incomplete.status == 2 && !incomplete.errors.isEmpty)
        #expect(isWhole(incomplete.output, format))
        let nothing = try Program.run(["check", broken.path, "-f", format])
        #expect(nothing.status == 2 && nothing.output.isEmpty)
    }

    @Test func severalReportsComeFromOneRun() throws {
        let scratch = try Scratch()
        var arguments = ["check", Self.example, "--fail-on", "none", "-f", "text"] + Self.day
        for format in Self.machine { arguments += ["-f", "\(format)=\(scratch.folder.path)/\(format)"] }
        let run = try Program.run(arguments)
        let text = try Program.run(["check", Self.example, "--fail-on", "none"] + Self.day)
        #expect(run.status == 0 && run.output == text.output)
        for format in Self.machine {
            let alone = try Program.run(["check", Self.example, "--fail-on", "none", "-f", format] + Self.day)
            let file = scratch.folder.appendingPathComponent(format)
            #expect(try String(contentsOf: file, encoding: .utf8) == alone.output, "\(format)")
        }
        let written = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(written.sorted() == Self.machine.sorted())
    }

    @Test func theLastLineAndTheExitCodeAgree() throws {
        let rows: [([String], Int32, String)] = [
            (["--fail-on", "error"], 0, "Result: no findings at --fail-on error."),
            (["--fail-on", "note"], 1, "Result: findings at --fail-on note."),
            (["--fail-on", "none", "no/such.yaml"], 2, "Result: incomplete, some input could not be read."),
        ]
        for (arguments, status, line) in rows {
            for format in ["text", "github"] {
                let run = try Program.run(["check", Self.example, "--lang", "en", "-f", format] + Self.day + arguments)
                #expect(run.status == status, "\(arguments)")
                #expect(run.output.split(separator: "\n").last.map(String.init) == line, "\(format) \(arguments)")
            }
        }
    }

    @Test func theJobSummaryIsAddedToAndOnlyByTheFormatOfItsBuild() throws {
        let scratch = try Scratch()
        let file = try scratch.write("# trước\n", "tóm tắt.md")
        let variables = ["GITHUB_STEP_SUMMARY": file.path]
        let arguments = ["check", Self.example, "--fail-on", "none"] + Self.day
        for format in ["text", "markdown", "json"] {
            _ = try Program.run(arguments + ["-f", format], variables: variables)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "# trước\n")
        let page = try Program.run(arguments + ["-f", "markdown"]).output
        for count in 1...2 {
            let run = try Program.run(arguments + ["-f", "github"], variables: variables)
            #expect(run.status == 0)
            let expected = "# trước\n" + String(repeating: page, count: count)
            #expect(try String(contentsOf: file, encoding: .utf8) == expected)
        }
        let refused = try Program.run(
            arguments + ["-f", "github"], variables: ["GITHUB_STEP_SUMMARY": "/no/such/folder/s.md"])
        #expect(refused.status == 2 && refused.errors.contains("/no/such/folder/s.md"))
        let empty = try Program.run(arguments + ["-f", "github"], variables: ["GITHUB_STEP_SUMMARY": ""])
        #expect(empty.status == 0)
    }

    @Test func verboseTellsInSARIFAndMarkdownToo() throws {
        for (format, mark) in [("sarif", "\"kind\":\"notApplicable\""), ("markdown", "|  | `")] {
            let arguments = ["check", Self.example, "--fail-on", "none", "-f", format] + Self.day
            #expect(!(try Program.run(arguments).output.contains(mark)), "\(format)")
            #expect(try Program.run(arguments + ["-v"]).output.contains(mark), "\(format)")
        }
    }
}
