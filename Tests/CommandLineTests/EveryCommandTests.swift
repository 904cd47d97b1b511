import Foundation
import Testing

/// What holds for every command that reports, in every one of its formats: standard output is the report and nothing else, two runs are the
/// same, and what meets nothing gives no verdict. The other formats of `check` are held to the same by `FormatOutputTests`.
@Suite struct EveryCommandTests {
    /// How a format is read alone.
    enum Reader: Sendable {
        case json, xml, csv, calendar, text
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let reader: Reader
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let statement = "examples/kon-tum-so-khcn/statement.yaml"
    static let register = "examples/tinh-mau/register.yaml"
    static let waivers = "examples/kho-mau/chap-nhan.yaml"
    static let baseline = "examples/kho-mau/moc.json"
    static let day = ["--as-of", "2026-11-10"]

    private static func rows(_ arguments: [String], _ formats: [(String, Reader)]) -> [Row] {
        formats.map { Row(arguments: arguments + ["-f", $0.0] + day, reader: $0.1) }
    }

    static let reports: [Row] =
        rows(
            ["check", statement, "--fail-on", "none"], [("text", .text), ("junit", .xml)])
        + rows(["check", "--show-config"], [("text", .text), ("json", .json)])
        + rows(["deadlines", statement], [("text", .text), ("json", .json), ("csv", .csv), ("ics", .calendar)])
        + rows(["deadlines", "--show-config"], [("text", .text), ("json", .json)])
        + rows(["ask", statement], [("text", .text), ("json", .json)])
        + rows(["explain", "qd19.art4.4.a", "--in", statement], [("text", .text), ("json", .json)])
        + rows(["transition", statement, "--to", "iso-9001-2015"], [("text", .text), ("json", .json)])
        + rows(["portfolio", register, "--fail-on", "none"], [("text", .text), ("json", .json), ("csv", .csv)])
        + rows(["waivers", "list", "--waivers", waivers], [("text", .text), ("json", .json)])
        + rows(
            ["baseline", "diff", "examples/chi-cuc-mau", "--baseline", baseline],
            [("text", .text), ("json", .json)])

    @Test(arguments: reports) func standardOutputIsTheReportAloneAndTheSameTwice(_ row: Row) throws {
        let runs = try (0..<2).map { _ in try Program.run(row.arguments) }
        #expect(runs[0].status == 0, "\(runs[0].errors)")
        #expect(runs[0].output == runs[1].output && runs[0].errors == runs[1].errors)
        #expect(!runs[0].output.isEmpty)
        let data = Data(runs[0].output.utf8)
        switch row.reader {
        case .json: _ = try JSONSerialization.jsonObject(with: data)
        case .xml: #expect(runs[0].output.hasPrefix("<?xml ") && runs[0].output.hasSuffix("</testsuites>\n"))
        case .csv:
            // Foundation drops the byte order mark when it reads the output.
            let fields = runs[0].output.split(separator: "\r\n").first?.split(separator: ",").count ?? 0
            #expect(fields > 3 && runs[0].output.hasSuffix("\r\n"))
        case .calendar:
            #expect(runs[0].output.hasPrefix("BEGIN:VCALENDAR\r\n") && runs[0].output.hasSuffix("END:VCALENDAR\r\n"))
        case .text: #expect(runs[0].output.hasSuffix("\n") && !runs[0].output.hasSuffix("\n\n\n"))
        }
    }

    /// No file, a path that meets nothing, a selector that meets nothing: by command.
    static let nothing: [[String]] =
        [["check"], ["deadlines"], ["ask"]].flatMap { command in
            [command, command + ["docs"], command + ["khong-co.yaml"], command + [statement, "--select", "khong.co"]]
        }
        + [
            ["explain", "khong.co", "--in", statement], ["explain", "qd19.art4.4.a", "--in", "khong-co.yaml"],
            ["transition", "khong-co.yaml", "--to", "iso-9001-2015"],
            ["transition", statement, "--to", "iso-9001-2099"],
            ["portfolio", "khong-co.yaml"], ["portfolio", statement],
            ["portfolio", register, "--select", "khong.co"], ["waivers", "list"],
            ["waivers", "list", "--waivers", "khong-co.yaml"],
            ["waivers", "list", "khong-co.yaml", "--waivers", waivers],
            ["baseline", "diff", "--baseline", baseline], ["baseline", "diff", "docs", "--baseline", baseline],
            ["baseline", "diff", "khong-co.yaml", "--baseline", baseline],
            ["baseline", "diff", statement, "--select", "khong.co", "--baseline", baseline],
            ["schema", "khong-co"], ["fmt", "khong-co.yaml"], ["fmt", "Benchmarks/khong-co"],
        ]

    @Test(arguments: nothing) func whatMeetsNothingGivesNoVerdict(_ arguments: [String]) throws {
        let takesDay = arguments[0] != "schema" && arguments[0] != "fmt"
        let run = try Program.run(arguments + (takesDay ? Self.day : []))
        #expect(run.status == 2)
        #expect(!run.errors.isEmpty)
        // A machine that reads standard output gets no report it could take for a clean one.
        guard !["waivers", "baseline", "schema", "fmt", "explain", "transition"].contains(arguments[0]) else {
            return #expect(run.output.isEmpty)
        }
        let json = try Program.run(arguments + Self.day + ["-f", "json"])
        #expect(json.status == 2 && (json.output.isEmpty || json.output.contains("\"errors\"")))
    }

    /// What a terminal would act on is told by its escape, whatever part of a statement it stands in.
    @Test func controlCharactersAreSeen() throws {
        let scratch = try Scratch()
        let text = """
            tuanthu: statement/1
            stated_on: 2026-10-30
            agency: {code: A, name: "Sở\\e[31m Mẫu\\u202E\\a", level: provincial_department}
            qms:
              legal_changes: [{document: "1\\e[2J/NĐ", affects_work: true, in_force_from: 2020-01-01, applied_on: 2025-01-01}]
            """
        let path = try scratch.write(text, "a.yaml").path
        for command in [["check", "-v", "--fail-on", "none"], ["ask"], ["deadlines"]] {
            let run = try Program.run(command + [path, "--lang", "en"] + Self.day)
            #expect(run.status == 0, "\(run.errors)")
            let bad = run.output.unicodeScalars.filter {
                $0.value != 10 && ($0.properties.generalCategory == .control || $0.value == 0x202E)
            }
            #expect(bad.isEmpty, "\(command)")
            #expect(run.output.contains("Sở\\u001B[31m"), "\(command)")
        }
    }
}
