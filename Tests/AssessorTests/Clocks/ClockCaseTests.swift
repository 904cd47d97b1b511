import Assessor
import CivilTime
import Model
import Testing

/// The table of clocks: for each the day before, the day and the day after, and what happens where facts are missing.
@Suite struct ClockCaseTests {
    static let files = ["clocks.test.yaml", "articles.test.yaml"]

    @Test func everyCaseHolds() throws {
        let library = try ClockLibrary.library()
        let cases = try Self.files.flatMap { try ClockLibrary.cases($0, library) }
        #expect(cases.count > 100)
        let runner = RuleTestRunner(library: library)
        for test in cases {
            let result = runner.run(test)
            let came = result.surplus.map { finding in
                let timing = finding.timing
                return "\(finding.verdict) \(timing.state) due \(timing.due.map(\.description) ?? "-") "
                    + "days \(timing.days.map(String.init) ?? "-") occurrence "
                    + "\(finding.occurrence.map(\.description) ?? "-") \(finding.level.map(\.rawValue) ?? "none") "
                    + "\(finding.undeterminedBy.map(\.path.dotted)) \(finding.reason)".prefix(300)
            }
            #expect(result.passed, "\(test.rule), \(test.name): came \(came.joined(separator: "; "))")
        }
    }

    /// Every rule of the fixture has cases, and every verdict a clock can give is among those expected.
    @Test func everyRuleHasCases() throws {
        let library = try ClockLibrary.library()
        let cases = try Self.files.flatMap { try ClockLibrary.cases($0, library) }
        #expect(Set(cases.map(\.rule)) == Set(library.rules.map(\.id)))
        let verdicts = Set(cases.flatMap(\.expectations).compactMap(\.verdict))
        #expect(verdicts == [.conform, .pending, .nonconform, .undetermined, .notApplicable, .notInForce])
    }
}
