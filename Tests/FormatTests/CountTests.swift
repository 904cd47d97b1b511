import Assessor
import Foundation
import Model
import Reports
import Testing

/// Every format counts what ``RunSummary`` counts.
@Suite struct CountTests {
    private let test: TestRun
    private let summary: RunSummary

    init() throws {
        test = try TestRun()
        summary = test.result.summary
    }

    private func object(_ format: TestFormat) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(format.bytes(test))) as? [String: Any])
    }

    private func verdicts(_ names: [String]) -> [Verdict: Int] {
        var counts: [Verdict: Int] = [:]
        for name in names { if let verdict = Verdict(rawValue: name) { counts[verdict, default: 0] += 1 } }
        return counts
    }

    private var all: Int { summary.findings.values.reduce(0, +) }
    /// What a waiver accepts keeps a level in the formats, which say that it is accepted.
    private var withLevel: Int { summary.levels.values.reduce(0, +) + summary.waivedFindings }

    @Test func json() throws {
        let subjects = try #require(try object(.json)["subjects"] as? [[String: Any]])
        let findings = subjects.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let counted = findings.filter { $0["history"] as? Bool == false }
        #expect(verdicts(counted.compactMap { $0["verdict"] as? String }) == summary.findings)
        #expect(findings.count - counted.count == summary.history)
        let telling = counted.filter { $0["level"] is String || $0["waiver"] is [String: Any] }
        let states = telling.compactMap { $0["baseline_state"] as? String }
        for state in BaselineState.allCases where state != .resolved {
            #expect(states.count { $0 == state.rawValue } == summary.states[state] ?? 0)
        }
        let counts = try #require(try object(.json)["summary"] as? [String: Any])
        let waived = try #require(counts["waived"] as? [String: Int])
        #expect(waived.values.reduce(0, +) == summary.waivedFindings)
        #expect(
            findings.count { ($0["waiver"] as? [String: Any])?["state"] as? String == "expired" }
                == summary.expiredWaivers)
    }

    @Test func sarif() throws {
        let run = try #require((try object(.sarif)["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        let properties = results.compactMap { $0["properties"] as? [String: Any] }
        var expected = summary.findings
        expected[.error] = nil
        #expect(verdicts(properties.compactMap { $0["verdict"] as? String }) == expected)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        let failures = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
        #expect(failures.count == summary.findings[.error])
        #expect(invocation["exitCode"] as? Int32 == test.result.outcome.exitCode)
        let states = results.flatMap { $0["suppressions"] as? [[String: Any]] ?? [] }.compactMap {
            $0["status"] as? String
        }
        #expect(states.count { $0 == "accepted" } == summary.waivedFindings)
        #expect(states.count { $0 == "rejected" } == summary.expiredWaivers)
        let counts = try #require((run["properties"] as? [String: Any])?["summary"] as? [String: Any])
        let findings = try #require(counts["findings"] as? [String: Int])
        for verdict in Verdict.allCases { #expect(findings[verdict.rawValue] == summary.findings[verdict] ?? 0) }
    }

    @Test func junit() {
        let text = TestFormat.junit.string(test)
        func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }
        let failed = (summary.findings[.nonconform] ?? 0) + (summary.findings[.partial] ?? 0)
        #expect(count("<testcase ") == all)
        #expect(count("<failure ") == failed - summary.waivedFindings)
        #expect(count("<error ") == summary.findings[.error])
        let skipped = [Verdict.pending, .undetermined, .notApplicable, .notInForce].map { summary.findings[$0] ?? 0 }
        #expect(count("<skipped ") == skipped.reduce(0, +) + summary.waivedFindings)
        let sums = text.matches(of: /tests="(\d+)"/).compactMap { Int($0.output.1) }
        #expect(sums.reduce(0, +) == all)
    }

    @Test func annotations() throws {
        let entries = try #require(
            try JSONSerialization.jsonObject(with: Data(TestFormat.gitlab.bytes(test))) as? [[String: Any]])
        #expect(entries.count == withLevel)
        #expect(entries.count { $0["severity"] as? String == "critical" } == summary.levels[.error])
        let checkstyle = TestFormat.checkstyle.string(test)
        #expect(checkstyle.components(separatedBy: "<error ").count - 1 == withLevel)
        // The one waiver in force accepts a warning, which is then no annotation.
        let gitHub = TestFormat.github.string(test).split(separator: "\n")
        let rows: [(String, Int)] = [
            ("error", summary.levels[.error] ?? 0), ("warning", summary.levels[.warning] ?? 0),
            ("notice", summary.levels[.note] ?? 0),
        ]
        for (command, count) in rows {
            #expect(
                gitHub.count { $0.hasPrefix("::\(command) ") || $0.hasPrefix("\(command)[") } == count, "\(command)")
        }
    }

    @Test func csv() throws {
        let lines = TestFormat.csv.string(test).components(separatedBy: "\r\n").dropLast()
        let history = try #require(CSVReport.columns.firstIndex(of: "history"))
        let verdict = try #require(CSVReport.columns.firstIndex(of: "verdict"))
        var names: [String] = []
        for line in lines.dropFirst() {
            let cells = CSVCells.split(String(line))
            #expect(cells.count == CSVReport.columns.count)
            if cells[history] == "false" { names.append(cells[verdict]) }
        }
        #expect(verdicts(names) == summary.findings)
        #expect(lines.count - 1 == all + summary.history)
    }

    @Test func markdown() {
        let text = TestFormat.markdown.string(test, .en)
        for verdict in Verdict.allCases {
            let name = AxisNames.name(verdict).en
            #expect(
                text.contains("| \(name) | \(summary.findings[verdict] ?? 0) | \(summary.rules[verdict] ?? 0) |"),
                "\(name)")
        }
        let rows = text.split(separator: "\n").count { $0.contains("| `r.") }
        #expect(rows == all)
    }

    @Test func oscal() throws {
        let document = try #require(try object(.oscal)["assessment-results"] as? [String: Any])
        let results = try #require(document["results"] as? [[String: Any]])
        let observations = results.flatMap { $0["observations"] as? [[String: Any]] ?? [] }
        let names = observations.flatMap { $0["props"] as? [[String: Any]] ?? [] }
            .filter { $0["name"] as? String == "verdict" }.compactMap { $0["value"] as? String }
        #expect(verdicts(names) == summary.findings)
        let findings = results.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let failed = (summary.findings[.nonconform] ?? 0) + (summary.findings[.partial] ?? 0)
        #expect(findings.count == failed + (summary.findings[.conform] ?? 0))
        let plan = try #require(try object(.plan)["plan-of-action-and-milestones"] as? [String: Any])
        let items = try #require(plan["poam-items"] as? [[String: Any]])
        #expect(items.count == failed + (summary.findings[.pending] ?? 0))
    }

    @Test func theLastLineOfTextSaysWhatTheExitCodeSays() throws {
        let problem = InputProblem(LocalizedText(vi: "không đọc được", en: "unreadable"))
        var outcomes: Set<RunResult.Outcome> = []
        for threshold in FailureThreshold.allCases {
            for problems in [[], [problem]] {
                let result = RunResult(summary, threshold: threshold, problems: problems)
                outcomes.insert(result.outcome)
                let last = try #require(
                    TestFormat.text.string(test.ending(with: result), .en).split(separator: "\n").last)
                let new = " (there is no --baseline, so all that is wrong is new)"
                let told = "--fail-on \(threshold.rawValue)\(threshold == .new ? new : "")"
                let expected: String
                switch result.outcome.exitCode {
                case 0: expected = "Result: no findings at \(told)."
                case 1: expected = "Result: findings at \(told)."
                default: expected = "Result: incomplete, some input could not be read."
                }
                #expect(String(last) == expected)
            }
        }
        #expect(outcomes == [.noFindings, .findings, .incomplete])
        #expect(RunResult(RunSummary(), threshold: .none, problems: []).outcome.exitCode == 2)
    }
}

/// The cells of one row that RFC 4180 writes on one line.
enum CSVCells {
    static func split(_ line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        for scalar in line.unicodeScalars {
            if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ",", !isQuoted {
                cells.append(cell)
                cell = ""
            } else {
                cell.unicodeScalars.append(scalar)
            }
        }
        return cells + [cell]
    }
}
