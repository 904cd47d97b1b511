import Assessor
import CivilTime
import Foundation
import Model
import Testing

/// The examples' verdicts, compared with tables made by hand from the law, the rules' text and the statements.
@Suite struct VerdictTableTests {
    @Test(arguments: VerdictTable.all) func agreesWithTheTable(_ table: VerdictTable) throws {
        let example = try Example.named(table.example)
        let context = try example.context(profile: table.profile)
        let assessment = Assessor.assess(try example.statement(), in: context, asOf: try day(table.day))
        let counted = assessment.findings.filter { !$0.isHistory }
        let judged = Set(table.rows.map(\.rule))
        let findings = table.isComplete ? counted : counted.filter { judged.contains($0.rule.id) }
        var lines = findings.flatMap { VerdictTable.Row.rows(of: $0) }
        var missing: [VerdictTable.Row] = []
        for row in table.rows {
            if let index = lines.firstIndex(where: { row.agrees(with: $0) }) {
                lines.remove(at: index)
            } else {
                missing.append(row)
            }
        }
        // A directed date that the table does not judge is no fault.
        lines.removeAll { $0.isDirected && !table.isComplete }
        #expect(missing.isEmpty, "the table has, the engine has not: \(missing.map(\.text))")
        #expect(lines.isEmpty, "the engine has, the table has not: \(lines.map(\.text))")
    }

    /// `examples/so-mau` shows every verdict, every state of a clock and every assurance.
    @Test func theInventedExampleShowsEverything() throws {
        let example = try Example.named("so-mau")
        let context = try example.context(profile: "chuyen-doi")
        let statement = try example.statement()
        let findings = try ["2026-11-10", "2017-12-31"].flatMap { text in
            Assessor.assess(statement, in: context, asOf: try day(text)).findings
        }
        #expect(Set(findings.map(\.verdict)) == Set(Verdict.allCases))
        #expect(Set(findings.map(\.timing.state)) == Set(Timing.State.allCases))
        #expect(Set(findings.map(\.assurance)) == Set(Assurance.allCases))
        #expect(findings.contains { $0.isHistory })
    }

    @Test func noAgencyOfTheNewsIsSaidToFail() throws {
        for example in Example.all where !example.isLarge {
            for day in try example.days() {
                let failing = try example.assessment(on: day).findings.filter {
                    $0.verdict == .nonconform || $0.verdict == .error || $0.timing.state == .overdue
                }
                #expect(failing.map(\.rule.id) == [], "\(example.name) on \(day)")
            }
        }
    }
}

/// One hand-made table: `EXAMPLE.DAY.txt`.
struct VerdictTable: Sendable, CustomTestStringConvertible {
    let example: String
    let day: String
    let profile: String
    /// Whether every finding is judged.
    let isComplete: Bool
    let rows: [Row]

    var testDescription: String { "\(example) on \(day)" }

    private static let folder = "Tests/AssessorTests/Verdicts"

    static let all: [VerdictTable] = {
        let names = (try? Repository.paths(below: folder, suffix: ".txt")) ?? []
        return names.compactMap { name in (try? Repository.bytes("\(folder)/\(name)")).map { VerdictTable(name, $0) } }
    }()

    private init(_ name: String, _ bytes: [UInt8]) {
        let parts = name.split(separator: ".").map(String.init)
        example = parts[0]
        day = parts[1]
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        isComplete = !lines[0].contains("Only these rules")
        profile = lines[0].contains("profile chuyen-doi") ? "chuyen-doi" : "mac-dinh"
        rows = lines.filter { !$0.hasPrefix("#") }.map { Row($0) }
    }

    /// One finding, or one directed date of a finding.
    struct Row: Sendable {
        /// Rule, item, verdict, timing, due, days, assurance, level.
        private let cells: [String]

        fileprivate init(_ line: String) {
            cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }

        private init(_ cells: [String]) { self.cells = cells }

        fileprivate static func rows(of finding: Finding) -> [Row] {
            let rule = finding.rule.id
            let timing = finding.timing
            let item = finding.item?.key ?? finding.occurrence?.description ?? "-"
            let own = Row(
                [rule, item, finding.verdict.rawValue]
                    + clock(timing.state, timing.due, timing.days)
                    + [finding.assurance.rawValue, finding.level?.rawValue ?? "none"])
            let others = timing.others.map { other in
                Row([rule, "@\(other.authority)", "*"] + clock(other.state, other.due, other.days) + ["*", "*"])
            }
            return [own] + others
        }

        private static func clock(_ state: Timing.State, _ due: CivilDate?, _ days: Int?) -> [String] {
            [state.rawValue, due?.description ?? "-", days.map(String.init) ?? "-"]
        }

        var rule: String { cells[0] }
        var isDirected: Bool { cells[1].hasPrefix("@") }
        var text: String { cells.joined(separator: " | ") }

        fileprivate func agrees(with other: Row) -> Bool {
            cells.count == other.cells.count && zip(cells, other.cells).allSatisfy { $0 == "*" || $0 == $1 }
        }
    }
}
