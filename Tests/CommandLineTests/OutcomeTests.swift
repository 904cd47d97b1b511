import Foundation
import Testing

/// The last line, the JSON report and the exit code tell the same outcome; what gives no verdict exits with 2.
@Suite struct OutcomeTests {
    static let inputs = ["examples/kon-tum-so-khcn", "examples/so-mau", "examples/lang-son-xa"]

    @Test(arguments: ["error", "warning", "note", "undetermined", "new", "none"])
    func theLastLineAndTheExitCodeAgree(_ threshold: String) throws {
        let scratch = try Scratch()
        try scratch.write("tuanthu: statement/1\nstated_on: 2019-02-30\n", "bad.yaml")
        let broken = scratch.folder.appendingPathComponent("bad.yaml").path
        let runs = Self.inputs.map { [$0] } + [[Self.inputs[0], broken]]
        for inputs in runs {
            let arguments = ["check"] + inputs + ["--as-of", "2021-03-01", "--fail-on", threshold, "--lang", "en"]
            let run = try Program.run(arguments)
            let last = try #require(run.output.split(separator: "\n").last)
            let told: Int32 =
                last.hasPrefix("Result: no findings at") ? 0 : last.hasPrefix("Result: findings at") ? 1 : 2
            #expect(run.status == told, "\(last)")
            #expect((run.status == 2) == inputs.contains(broken))
            #expect(last.hasPrefix("Result: "))
            let json = try Program.run(arguments + ["-f", "json"])
            let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            let outcome = try #require(report?["outcome"] as? String)
            #expect(["no_findings": 0, "findings": 1, "incomplete": 2][outcome] == json.status)
            #expect(json.status == run.status)
        }
    }

    /// Nothing to check, paths and selectors that meet nothing.
    static let nothing: [[String]] = [
        ["check"], ["check", "docs"], ["check", "examples/khong-co"], ["check", "examples/so-mau", "khong-co.yaml"],
        ["check", "examples/so-mau", "--select", "khong.co"], ["check", "examples/so-mau", "--ignore", "tag:khong-co"],
        ["check", "examples/so-mau", "--select", "letters.419.2", "--ignore", "letters.*"],
        ["check", "examples/so-mau", "--waivers", "khong-co.yaml"], ["check", "examples/so-mau", "--parameter", "x"],
        ["check", "examples/so-mau", "--waivers", "a", "--no-waivers"],
        ["check", "examples/so-mau", "--grade", "qd19.art3.1={nonconform: minor}"], ["waivers", "list"],
        ["baseline", "diff", "examples/so-mau"], ["baseline", "diff", "examples/so-mau", "--baseline", "README.md"],
        ["baseline", "write", "docs", "--baseline", "x.json"],
    ]

    @Test(arguments: nothing)
    func whatMeetsNothingGivesNoVerdict(_ arguments: [String]) throws {
        let run = try Program.run(arguments + ["--as-of", "2021-03-01"])
        #expect(run.status == 2)
        #expect(!run.errors.isEmpty)
        // A path that is not there beside one that is: the report says it is incomplete; else there is none.
        #expect(run.output.isEmpty || run.output.contains("chưa đầy đủ"))
    }

    @Test func twoRunsAreTheSameByteForByte() throws {
        let scratch = try Scratch()
        let baseline = scratch.folder.appendingPathComponent("b.json").path
        let day = ["--as-of", "2021-03-01"]
        _ = try Program.run(["baseline", "write", "examples", "--baseline", baseline] + day)
        let first = try String(contentsOfFile: baseline, encoding: .utf8)
        _ = try Program.run(["baseline", "write", "examples", "--baseline", baseline, "--force"] + day)
        #expect(first == (try String(contentsOfFile: baseline, encoding: .utf8)))
        for arguments in [
            ["check", "examples", "-f", "json", "--baseline", baseline, "--next-failure", "--fail-on", "new"],
            ["check", "examples", "--baseline", baseline], ["baseline", "diff", "examples", "--baseline", baseline],
            ["check", "--show-config"],
        ] {
            let runs = try (0..<2).map { _ in try Program.run(arguments + day) }
            #expect(runs[0].output == runs[1].output && runs[0].status == runs[1].status, "\(arguments)")
        }
    }
}
