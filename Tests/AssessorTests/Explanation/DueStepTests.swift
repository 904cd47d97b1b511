import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// How a date came about ends with the date itself.
@Suite struct DueStepTests {
    /// The days that steps lead to; those of a window or an event lead nowhere by themselves.
    private func end(_ step: DueStep) -> CivilDate? {
        switch step {
        case .counted(_, _, let end), .monthEnd(_, let end), .dayOffStays(let end), .dayOffMoves(_, let end),
            .workingDay(let end), .workingDays(_, _, _, let end), .ahead(_, _, let end), .atOnce(_, let end),
            .before(_, let end), .validUntil(let end):
            return end
        case .event, .ifOn, .needsDaysOff, .window, .due: return nil
        }
    }

    private func explained(_ test: RuleTest, _ library: RuleLibrary) throws -> Explanation {
        let context = try AssessmentContext(
            testing: test.rule, in: library, interpretations: test.interpretations, holidays: test.holidays)
        let rule = try #require(library.rule(test.rule))
        return Assessor.explain(rule, test.statement, in: context, asOf: test.asOf)
    }

    private func check(_ cases: [RuleTest], _ library: RuleLibrary) throws -> Int {
        var checked = 0
        for test in cases {
            let explanation = try explained(test, library)
            for finding in explanation.findings {
                let steps = try #require(explanation.dueDates[finding.fingerprint])
                guard let due = finding.timing.due, case .clock = finding.reason else { continue }
                guard case .due(due)? = steps.last else {
                    Issue.record("\(test.rule), \(test.name): \(steps)")
                    continue
                }
                // A window or a step ends on its own last day.
                guard let last = steps.compactMap({ end($0) }).last else { continue }
                #expect(last == due, "\(test.rule), \(test.name): \(steps)")
                checked += 1
            }
        }
        return checked
    }

    @Test func everyClockOfTheTable() throws {
        let library = try ClockLibrary.library()
        let cases = try ClockCaseTests.files.flatMap { try ClockLibrary.cases($0, library) }
        #expect(try check(cases, library) > 60)
    }

    @Test func theClocksOfTheRulesThatShip() throws {
        let library = try ShippedRules.library()
        let loader = RuleTestLoader(library: library)
        let clocks = try ShippedRules.testFiles().flatMap { try loader.load($0).get() }.filter { test in
            guard case .obligation(let obligation)? = library.rule(test.rule)?.requirement else { return false }
            switch obligation.kind {
            case .fixed, .within, .workingDays, .aheadOf, .atOnce, .expiry: return true
            case .atLeast, .monthWindow, .onEventNoTerm, .beforeStep, .throughout: return false
            }
        }
        var random = SplitMix64(seed: 11)
        let some = random.sample(clocks, Trials.isThorough ? .max : 120)
        let checked = try check(some, library)
        #expect(checked > 12, "\(checked) of \(clocks.count)")
    }

    struct Row: Sendable {
        let from: String
        let readings: [String: String]
        let steps: [String]
    }

    /// Three months after a legal change, by the readings of the Civil Code.
    static let rows: [Row] = [
        Row(
            from: "2023-11-30", readings: ["first_day": "not_counted", "last_day_off": "stays"],
            steps: ["event 2023-11-30", "counted P3M false 2024-02-29", "monthEnd 30 2024-02-29", "due 2024-02-29"]),
        Row(
            from: "2023-05-20", readings: ["first_day": "counted", "last_day_off": "stays"],
            steps: ["event 2023-05-20", "counted P3M true 2023-08-19", "stays 2023-08-19", "due 2023-08-19"]),
        Row(
            from: "2023-05-19", readings: ["first_day": "not_counted", "last_day_off": "moves"],
            steps: ["event 2023-05-19", "counted P3M false 2023-08-19", "needs 2023-08-19 2023"]),
        Row(
            from: "2023-05", readings: ["first_day": "not_counted", "last_day_off": "stays"],
            steps: [
                "event 2023-05", "if 2023-05-01", "counted P3M false 2023-08-01", "if 2023-05-31",
                "counted P3M false 2023-08-31",
            ]),
    ]

    @Test(arguments: rows) func eachStepIsTold(_ row: Row) throws {
        let library = try ShippedRules.library()
        let rule = try #require(library.rule("qd19.art4.4.a"))
        var names: [String: String] = [:]
        for name in rule.readings { names[library.interpretations[name]?.kind.rawValue ?? ""] = name }
        var readings: [String: String] = [:]
        for (kind, choice) in row.readings { readings[try #require(names[kind])] = choice }
        let context = try AssessmentContext(testing: "qd19.art4.4.a", in: library, interpretations: readings)
        let text = """
            tuanthu: statement/1
            stated_on: 2026-01-15
            agency: {code: A, level: provincial_department, adopted: true, mandated: true}
            qms:
              applied_from: 2015-01-01
              declarations: [{decision: 1/QĐ, date: 2015-07-04, edition: iso-9001-2008}]
              legal_changes:
                - {document: 1/TT, in_force_from: \(row.from), affects_work: true, applied_on: !none }
            """
        let statement = try StatementLoader(vocabulary: library.vocabulary)
            .load(.init(name: "s.yaml", bytes: Array(text.utf8))).get()
        let explanation = Assessor.explain(rule, statement, in: context, asOf: try day("2026-01-15"))
        let finding = try #require(explanation.findings.first)
        #expect(explanation.dueDates[finding.fingerprint]?.map { told($0) } == row.steps)
    }

    private func told(_ step: DueStep) -> String {
        switch step {
        case .event(let date, _, _): "event \(date)"
        case .ifOn(let day): "if \(day)"
        case .counted(let period, let first, let end): "counted \(period) \(first) \(end)"
        case .monthEnd(let wanted, let end): "monthEnd \(wanted) \(end)"
        case .dayOffStays(let end): "stays \(end)"
        case .dayOffMoves(let end, let moved): "moves \(end) \(moved)"
        case .workingDay(let end): "working \(end)"
        case .needsDaysOff(let day, let year): "needs \(day) \(year)"
        case .workingDays(let count, let first, let passed, let end): "days \(count) \(first) \(passed) \(end)"
        case .ahead(let period, let back, let end): "ahead \(period) \(back) \(end)"
        case .atOnce(let limit, let end): "at once \(limit.rawValue) \(end)"
        case .before(let day, let end): "before \(day) \(end)"
        case .validUntil(let day): "valid \(day)"
        case .window(let days, let required): "window \(days.first) \(days.last) \(required ?? 0)"
        case .due(let day): "due \(day)"
        }
    }
}
