import Assessor
import CivilTime
import Model
import Testing

/// How well the facts that decided are shown: the weakest counts, and what lies after the as-of day does not.
@Suite struct AssuranceTests {
    private static let facts = """
        agency: {code: A}
        work:
          ok: {value: true, evidence: [{ref: P1, dated: 2019-01-10, filed_on: 2019-02-10}]}
          half: {value: true, evidence: [{ref: P2}]}
          count: 5
          acts:
            - {code: A1, held_on: 2019-03-01, passed: true, evidence: [{title: P3}]}
            - {code: A2, held_on: 2019-09-01, passed: true}

        """

    @Test func theWeakestFactCounts() throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        #expect(try SmallWorld.finding("plain", statement, on: "2020-01-15").assurance == .evidenced)
        let three = try SmallWorld.finding("all_read", statement, on: "2020-01-15")
        #expect(three.assurance == .stated)
        let expected: [Assurance] = [.evidenced, .evidenced, .stated]
        #expect(three.reads.map(\.assurance) == expected)
        #expect(three.reads.map(\.path.dotted) == ["work.ok", "work.half", "work.count"])
    }

    @Test func evidenceOfARecordSpeaksForItsFacts() throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let findings = try SmallWorld.findings("each_act", statement, on: "2020-01-15")
        #expect(findings.map(\.assurance) == [.evidenced, .stated])
        #expect(findings[0].reads.flatMap(\.evidence).map(\.title) == ["P3"])
    }

    @Test(arguments: [("2019-01-09", 0), ("2019-01-10", 0), ("2019-02-09", 0), ("2019-02-10", 1), ("2020-01-15", 1)])
    func evidenceCountsOnceItIsFiled(_ day: String, _ count: Int) throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let finding = try SmallWorld.finding("plain", statement, on: day)
        #expect(finding.reads.flatMap(\.evidence).count == count)
        #expect(finding.assurance == (count == 0 ? .stated : .evidenced))
    }

    @Test(arguments: [("2019-11-30", false), ("2019-12-01", true), ("2020-06-01", true)])
    func anInspectionCountsOnceItIsSigned(_ day: String, _ isVerified: Bool) throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let inspection = try SmallWorld.inspection(
            signedOn: "2019-12-01", "verifies: [{fact: work.ok}, {fact: work.acts, item: A2}]")
        let finding = try SmallWorld.finding("plain", statement, on: day, inspections: [inspection])
        #expect((finding.assurance == .verified) == isVerified)
        let acts = try SmallWorld.findings("each_act", statement, on: day, inspections: [inspection])
        #expect(acts.map(\.assurance) == [.evidenced, isVerified ? .verified : .stated])
    }

    @Test func anInspectorHasNotSeenWhatCameLater() throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let inspection = try SmallWorld.inspection(signedOn: "2019-06-01", "verifies: [{fact: work.acts}]")
        let acts = try SmallWorld.findings("each_act", statement, on: "2020-01-15", inspections: [inspection])
        #expect(acts.map(\.assurance) == [.verified, .stated])
    }

    @Test func aContradictedFactIsShownAndNeverVerified() throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let text = "verifies: [{fact: work}]\ncontradicts: [{fact: work.ok, found: no, says: not so}]"
        let inspection = try SmallWorld.inspection(signedOn: "2019-12-01", text)
        let finding = try SmallWorld.finding("plain", statement, on: "2020-01-15", inspections: [inspection])
        #expect(finding.verdict == .conform)
        #expect(finding.assurance == .evidenced)
        #expect(finding.reads.compactMap(\.contradiction?.says) == ["not so"])
        let before = try SmallWorld.finding("plain", statement, on: "2019-11-30", inspections: [inspection])
        #expect(before.reads.allSatisfy { $0.contradiction == nil })
    }

    @Test func anotherAgencysInspectionSaysNothing() throws {
        let statement = try SmallWorld.statement("agency: {code: B}\nwork: {ok: true}\n")
        let inspection = try SmallWorld.inspection(signedOn: "2019-12-01", "verifies: [{fact: work.ok}]")
        let finding = try SmallWorld.finding("plain", statement, on: "2020-01-15", inspections: [inspection])
        #expect(finding.assurance == .stated)
    }

    @Test(arguments: [
        ("2020-01-14", "statedLater"), ("2020-01-15", "current"), ("2021-01-15", "current"), ("2021-01-16", "stale"),
    ])
    func ageIsShown(_ day: String, _ age: String) throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let finding = try SmallWorld.finding("all_read", statement, on: day)
        #expect(finding.verdict == .conform, "age changes no verdict")
        #expect("\(finding.reads[0].age)".hasPrefix(age))
        // Only `ok` goes stale.
        #expect("\(finding.reads[1].age)" == (day < "2020-01-15" ? "statedLater" : "current"))
    }

    @Test func staleFactsTellTheirAge() throws {
        let statement = try SmallWorld.statement(AssuranceTests.facts)
        let finding = try SmallWorld.finding("plain", statement, on: "2021-02-15")
        #expect(finding.reads.map(\.age) == [.stale(days: 397)])
    }
}
