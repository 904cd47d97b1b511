import Assessor
import CivilTime
import Model
import Testing

/// Nothing is known after the day a statement speaks to, so time alone makes nobody late.
@Suite struct SilenceAfterTests {
    @Test(arguments: Example.all) func timeAloneMakesNobodyLate(_ example: Example) throws {
        let statement = try example.statement()
        let context = try example.context(profile: ShippedRules.everyRuleProfile)
        let spoken = statement.statedOn
        let atOnce = Assessor.assess(statement, in: context, asOf: spoken).findings
        let before = Dictionary(atOnce.map { (FindingIdentity($0), $0.verdict) }) { first, _ in first }
        for days in [1, 2, 10, 31, 60, 100, 200, 365, 366, 700, 1000, 2500] {
            let later = try #require(spoken.adding(days: days))
            for finding in Assessor.assess(statement, in: context, asOf: later).findings {
                guard finding.verdict == .nonconform || finding.timing.state == .overdue else { continue }
                if let due = finding.timing.due, due <= spoken { continue }
                let verdict = before[FindingIdentity(finding)]
                #expect(
                    verdict == .nonconform || verdict == .notInForce,
                    "\(FindingIdentity(finding)) is \(finding.verdict) on \(later) and was not on \(spoken)")
            }
        }
    }
}
