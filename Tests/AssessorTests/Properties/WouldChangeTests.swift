import Assessor
import CivilTime
import Model
import Testing

/// Every change that is said to change a verdict does so when it is made.
@Suite struct WouldChangeTests {
    @Test(arguments: Example.all) func aClaimedChangeChangesTheVerdict(_ example: Example) throws {
        let library = try ShippedRules.library()
        let context = try example.context(profile: ShippedRules.everyRuleProfile)
        let statement = try example.statement()
        var random = SplitMix64(seed: 6)
        for days in [-400, 0, 300] {
            let day = try #require(statement.statedOn.adding(days: days))
            let assessment = Assessor.assess(statement, in: context, asOf: day)
            let open = assessment.findings.filter { $0.verdict != .conform && $0.verdict != .notInForce }
            for finding in random.sample(open, Trials.isThorough ? .max : 12) {
                let alone = try AssessmentContext(testing: finding.rule.id, in: library)
                for change in Assessor.changes(for: finding, in: assessment, context: context) {
                    let target = change.exampleTarget(in: statement)
                    let changed = statement.replacing(target, with: change.example, in: library.vocabulary)
                    let findings = Assessor.assess(changed, in: alone, asOf: day).findings
                    let same = findings.first { FindingIdentity($0) == FindingIdentity(finding) }
                    let after = same ?? (findings.count == 1 ? findings.first : nil)
                    let what = "\(FindingIdentity(finding)) on \(day): \(change.path.dotted) \(change.need)"
                    #expect(after?.verdict == change.verdict, "\(what)")
                    #expect(after?.verdict != finding.verdict, "\(what)")
                }
            }
        }
    }

    /// What keeps a finding open can be said, or there is no single fact that would do.
    @Test(arguments: [
        ("plain", "{ok: false}", ["work.ok"]), ("plain", "{}", ["work.ok"]),
        ("all_read", "{ok: true, half: true}", ["work.count"]),
        ("all_read", "{ok: true, half: true, count: 2}", ["work.count"]),
        ("all_read", "{ok: false, half: false, count: 2}", []),
        ("halves", "{ok: false, half: false}", ["work.ok", "work.half"]), ("for_upper", "{ok: true}", ["agency.level"]),
        ("by", "{done_on: !none }", ["work.done_on"]), ("by", "{}", ["work.done_on"]),
        ("within", "{begun_on: 2018-01-01, done_on: !none }", ["work.done_on", "work.begun_on"]),
        ("yearly", "{begun_on: 2019-06-01, acts: []}", ["work.acts", "work.begun_on"]), ("plain", "{ok: true}", []),
    ])
    func namesTheFactThatDecides(_ rule: String, _ work: String, _ paths: [String]) throws {
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: \(work)\n")
        let context = try AssessmentContext(library: try SmallWorld.library())
        let assessment = Assessor.assess(statement, in: context, asOf: try day("2021-12-31"))
        let findings = assessment.findings.filter { $0.rule.id == rule && !$0.isHistory }
        let finding = try #require(findings.first)
        let changes = Assessor.changes(for: finding, in: assessment, context: context)
        #expect(changes.map(\.path.dotted).filter { !paths.contains($0) } == [])
        #expect(changes.isEmpty == paths.isEmpty)
        if let first = paths.first { #expect(changes.map(\.path.dotted).contains(first)) }
    }

    /// A further act is one that counts: in the window, and as the rule's condition asks; with or without a list.
    @Test(arguments: [
        ("by_any_act", "{acts: []}", "2021-12-31"), ("by_any_act", "{}", "2021-12-31"),
        ("by_any_act", "{acts: [{code: A1, held_on: 2019-01-01, passed: false}]}", "2020-01-15"),
        ("yearly", "{begun_on: 2019-06-01}", "2020-01-15"),
        ("december", "{begun_on: 2019-06-01, acts: []}", "2020-01-15"),
        ("after_event", "{begun_on: 2019-06-01, acts: []}", "2020-01-15"),
        ("order", "{done_on: 2019-06-01, acts: []}", "2020-01-15"),
    ])
    func aFurtherActCounts(_ rule: String, _ work: String, _ text: String) throws {
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: \(work)\n")
        let context = try AssessmentContext(library: try SmallWorld.library())
        let assessment = Assessor.assess(statement, in: context, asOf: try day(text))
        let finding = try #require(assessment.findings.first { $0.rule.id == rule })
        let acts = Assessor.changes(for: finding, in: assessment, context: context).filter {
            if case .item("held_on", _) = $0.need { true } else { false }
        }
        #expect(acts.map(\.path.dotted) == ["work.acts"])
        #expect(acts.map(\.verdict) == [.conform])
    }

    /// Kon Tum's department would have switched in time with a declaration to the edition of 2015.
    @Test func aDeclarationWouldCompleteTheSwitch() throws {
        let example = try Example.named("kon-tum-so-khcn")
        let context = try example.context()
        let assessment = Assessor.assess(try example.statement(), in: context, asOf: try day("2020-06-15"))
        let finding = try #require(assessment.findings.first { $0.rule.id == "letters.419.2" })
        let changes = Assessor.changes(for: finding, in: assessment, context: context)
        #expect(changes.map(\.path.dotted).contains("qms.declarations"))
        #expect(changes.first { $0.path.dotted == "qms.declarations" }?.verdict == .conform)
    }
}
