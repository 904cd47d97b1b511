import Foundation
import Testing

/// `deadlines`, as a person runs it.
@Suite struct DeadlinesTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    static let day = ["--as-of", "2020-06-15"]

    /// The example with another end of its plan, for another agency.
    static func statement(finish: String = "2020-12-31", code: String = "kon-tum-so-khcn") throws -> String {
        try String(contentsOf: Program.root.appendingPathComponent(example), encoding: .utf8)
            .replacingOccurrences(of: "finish_before: 2020-12-31", with: "finish_before: \(finish) ")
            .replacingOccurrences(of: "code: kon-tum-so-khcn", with: "code: \(code)")
    }

    @Test func theLawsDateAndTheDirectedOneAreBothTold() throws {
        let run = try Program.run(["deadlines", Self.example, "--within", "P2Y", "--lang", "en"] + Self.day)
        #expect(run.status == 0 && run.errors.isEmpty)
        let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("20") }
        #expect(heads.contains { $0.hasPrefix("2020-12-30  198 days left: The switch") })
        #expect(heads.contains { $0.hasPrefix("2021-06-29  379 days left: The switch") })
        #expect(heads.map { $0.prefix(10) } == heads.map { $0.prefix(10) }.sorted())
        let near = try Program.run(["deadlines", Self.example, "--lang", "en"] + Self.day)
        #expect(!near.output.contains("The switch") && near.output.contains("up to 2020-09-13"))
    }

    @Test func readingsAreChosen() throws {
        let run = try Program.run(
            ["deadlines", Self.example, "--within", "P2Y", "--interpretation", "year_window=rolling"] + Self.day)
        let standard = try Program.run(["deadlines", Self.example, "--within", "P2Y"] + Self.day)
        #expect(run.status == 0 && run.output != standard.output)
    }

    /// An assumed fact makes its date, and is told; what could not tell it is refused.
    @Test func assumptionsAreToldOrRefused() throws {
        let assumed = ["--assume", "qms.conversion_plans=[]"]
        let arguments = ["deadlines", Self.example, "--within", "P2Y"] + Self.day
        let standard = try Program.run(arguments)
        let run = try Program.run(arguments + assumed)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("GIẢ ĐỊNH, không phải nội dung cơ quan khai:\n  • qms.conversion_plans = []\n"))
        #expect(standard.output.contains("mốc chỉ đạo") && !run.output.contains("mốc chỉ đạo"))
        let json = try Program.run(arguments + assumed + ["--format", "json"])
        #expect(json.output.contains("\"fact\":\"qms.conversion_plans\""))
        for format in ["csv", "ics"] {
            let refused = try Program.run(arguments + assumed + ["--format", format])
            #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains("--assume"), "\(format)")
        }
    }

    @Test func everyFormatGoesWhereItIsAskedTo() throws {
        let scratch = try Scratch()
        let arguments = ["deadlines", "examples", "--as-of", "2026-11-21"]
        let formats = ["json", "csv", "ics"]
        let files = formats.flatMap { ["--format", "\($0)=\(scratch.folder.path)/d.\($0)"] }
        let run = try Program.run(arguments + ["--format", "text"] + files)
        #expect(run.status == 0 && run.errors.isEmpty)
        let text = try Program.run(arguments)
        #expect(run.output == text.output)
        for format in formats {
            let alone = try Program.run(arguments + ["--format", format])
            let url = scratch.folder.appendingPathComponent("d.\(format)")
            let written = try String(contentsOf: url, encoding: .utf8)
            #expect(written == alone.output, "\(format)")
            #expect(!alone.output.contains(Program.root.path))
        }
    }

    @Test func theNextCalendarFollowsThePrevious() throws {
        let scratch = try Scratch()
        func calendar(_ finish: String, asOf: String, _ more: [String] = ["--previous", "h.ics"]) throws -> String {
            try scratch.write(Self.statement(finish: finish), "s.yaml")
            let run = try Program.run(
                ["deadlines", "s.yaml", "--as-of", asOf, "--profile", "ci", "--format", "ics=h.ics", "--lang", "en"]
                    + more,
                in: scratch.folder)
            #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
            return try String(contentsOf: scratch.folder.appendingPathComponent("h.ics"), encoding: .utf8)
        }
        let first = try calendar("2020-12-31", asOf: "2020-12-01", [])
        #expect(first.contains("SEQUENCE:0\r\nDTSTART;VALUE=DATE:20201230\r\nDTEND;VALUE=DATE:20201231\r\n"))
        #expect(!first.contains("SEQUENCE:1"))
        let moved = try calendar("2021-01-16", asOf: "2020-12-02")
        #expect(moved.contains("SEQUENCE:1\r\nDTSTART;VALUE=DATE:20210115\r\nDTEND;VALUE=DATE:20210116\r\n"))
        #expect(!moved.contains("20201230"))
        let gone = try calendar("!none", asOf: "2020-12-03")
        #expect(
            gone.contains("SEQUENCE:2\r\nDTSTART;VALUE=DATE:20210115\r\nDTEND;VALUE=DATE:20210116\r\nSTATUS:CANCELLED"))
        #expect(try calendar("!none", asOf: "2020-12-03") == gone)
    }

    @Test func anUnreadableStatementCancelsNothingAndIsSaid() throws {
        let scratch = try Scratch()
        for code in ["a", "b"] { try scratch.write(Self.statement(code: code), "\(code).yaml") }
        let arguments = ["deadlines", "a.yaml", "b.yaml", "--format", "ics"] + Self.day
        let first = try Program.run(arguments, in: scratch.folder)
        #expect(first.status == 0)
        try scratch.write(first.output, "h.ics")
        try scratch.write("tuanthu: statement/1\nstated_on: never\n", "b.yaml")
        let broken = try Program.run(arguments + ["--previous", "h.ics"], in: scratch.folder)
        #expect(broken.status == 2 && broken.errors.contains("b.yaml:2:"))
        // Only the calendar's name differs: it is now that of one agency.
        let events = try [first, broken].map { run in
            let start = try #require(run.output.range(of: "BEGIN:VEVENT"))
            return run.output[start.lowerBound...]
        }
        #expect(events[0] == events[1])
        #expect(events[0].contains("X-TUANTHU-AGENCY:b\r\n"))
    }

    @Test func twoStatementsOfOneAgencyMakeNoCalendar() throws {
        let scratch = try Scratch()
        for name in ["a.yaml", "b.yaml"] { try scratch.write(Self.statement(code: "A"), name) }
        let run = try Program.run(["deadlines", ".", "--format", "ics"] + Self.day, in: scratch.folder)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("“A”"))
        #expect(try Program.run(["deadlines", "."] + Self.day, in: scratch.folder).status == 0)
    }

    static let refused: [([String], String)] = [
        ([], "at least one statement"), ([example, "--within", "90"], "--within 90"),
        ([example, "--within", "-P1D"], "--within"), ([example, "--format", "xml"], "xml"),
        ([example, "--format", "csv", "--format", "ics"], "same place"),
        ([example, "--previous", "x.ics"], "--previous is of use with --format ics only"),
        ([example, "--format", "ics", "--previous", "no/such.ics"], "no/such.ics"),
        ([example, "--format", "ics", "--previous", "README.md"], "README.md: line 1: not a calendar"),
        ([example, "--profile", "khong-co"], "khong-co"), (["no/such/file.yaml"], "no/such/file.yaml"),
        ([example, "--as-of", "2020-02-30"], "2020-02-30"), (["docs"], "docs"), (["-", "-"], "twice"),
        ([example, "--interpretation", "year_window=x"], "year_window"),
        ([example, "--fail-on", "error"], "--fail-on"),
    ]

    @Test(arguments: refused)
    func whatCannotBeToldExitsWith2(_ arguments: [String], _ words: String) throws {
        let run = try Program.run(["deadlines", "--lang", "en"] + arguments)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test func standardInputIsRead() throws {
        let text = try String(contentsOf: Program.root.appendingPathComponent(Self.example), encoding: .utf8)
        let named = try Program.run(["deadlines", "-", "--stdin-filename", Self.example] + Self.day, input: text)
        let file = try Program.run(["deadlines", Self.example] + Self.day)
        #expect(named.status == 0 && named.output == file.output)
    }
}
