import Assessor
import CivilTime
import Model
import Testing

/// The cases of `Fixtures/cases`: every kind of rule, in the product's own form of rule tests.
@Suite struct RuleCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let test: RuleTest
        var testDescription: String { "\(test.rule): \(test.name)" }
    }

    private static let loaded = Result { try load() }

    static func cases() throws -> [Case] { try loaded.get() }

    private static func load() throws -> [Case] {
        let loader = RuleTestLoader(library: try SmallWorld.library())
        return try SmallWorld.files(below: "cases").flatMap { try loader.load($0).get() }.map { Case(test: $0) }
    }

    @Test(arguments: try cases()) func comesOutAsTheCaseSays(_ example: Case) throws {
        let result = RuleTestRunner(library: try SmallWorld.library()).run(example.test)
        let got = result.surplus.map { finding in
            let clock = "\(finding.timing.state.rawValue) \(finding.timing.due?.description ?? "-")"
            let days = finding.timing.days.map(String.init) ?? "-"
            let missing = finding.undeterminedBy.map(\.path.dotted)
            let key = finding.item?.key ?? finding.occurrence?.description ?? "-"
            return "\(key) \(finding.verdict.rawValue) \(clock) \(days) \(finding.level?.rawValue ?? "none") \(missing)"
        }
        #expect(result.passed, "\(example.test.rule), \(example.test.name): \(got) \(result.unmet.count) unmet")
    }
}
