import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// Packs over the large example, and heads that show what inspectors wrote.
@Suite struct InspectionPackTests {
    private func pack(_ asOf: String, period: (String, String)? = nil, seed: String = "1", count: Int = 10) throws
        -> InspectionPack
    {
        let example = try Example.named("so-mau")
        let days = try period.map { try #require(CivilInterval(first: try day($0.0), last: try day($0.1))) }
        let pack = Assessor.pack(
            try example.statement(), in: try example.context(profile: "kiem-tra-dieu-36"), asOf: try day(asOf),
            period: days, seed: seed, count: count)
        return try #require(pack)
    }

    @Test func theThirteenHeadsWithTheirFindings() throws {
        let pack = try pack("2026-11-10")
        #expect(pack.heads.count == 13)
        let example = try Example.named("so-mau")
        let assessment = Assessor.assess(
            try example.statement(), in: try example.context(profile: "kiem-tra-dieu-36"), asOf: try day("2026-11-10"))
        let heads = ChecklistVerdicts.of(assessment, in: try example.context(profile: "kiem-tra-dieu-36"))
            .flatMap(\.heads)
        // Without a period a pack says what a report says.
        #expect(pack.heads.map(\.verdict.verdict) == heads.map(\.verdict))
        #expect(pack.heads.map(\.verdict.rules) == heads.map(\.rules))
        #expect(pack.heads.allSatisfy { $0.outsidePeriod.isEmpty })
    }

    /// The inspector found otherwise: the head shows it, its verdict stays what the agency's statement gives.
    @Test func aContradictionStandsUnderItsHead() throws {
        let example = try Example.named("so-mau")
        let context = try example.context(profile: "kiem-tra-dieu-36")
        let assessment = Assessor.assess(try example.statement(), in: context, asOf: try day("2026-11-10"))
        let verdicts = try #require(ChecklistVerdicts.of(assessment, in: context).first)
        let shown = verdicts.heads.filter { !$0.inspected.isEmpty }
        #expect(shown.map(\.head.id) == ["36.1.d"])
        #expect(shown.first?.inspected.first?.contradictions.map(\.fact.fact.dotted) == ["qms.applied_in_practice"])
        #expect(shown.first?.verdict == .conform)
        #expect(verdicts.unplaced.isEmpty)
        // Before it was signed nobody knows of it.
        let earlier = Assessor.assess(try example.statement(), in: context, asOf: try day("2025-11-17"))
        #expect(ChecklistVerdicts.of(earlier, in: context).flatMap(\.heads).allSatisfy { $0.inspected.isEmpty })
        let onTheDay = Assessor.assess(try example.statement(), in: context, asOf: try day("2025-11-18"))
        #expect(ChecklistVerdicts.of(onTheDay, in: context).flatMap(\.heads).contains { !$0.inspected.isEmpty })
    }

    /// A contradiction that no head rests on is not lost.
    @Test func whatLiesBehindNoHeadIsToldApart() throws {
        let library = try ShippedRules.library()
        let text = """
            tuanthu: inspection/1
            agency: MAU-01
            signed_on: 2026-01-10
            heads: [{head: 36.2.a, conclusion: does_not_meet, says: thiếu}]
            contradicts:
              - {fact: agency.website, found: khác}
              - {fact: qms.participation, head: 36.2.a, found: không họp}
            """
        let record = try InspectionLoader(vocabulary: library.vocabulary)
            .load(SourceText(name: "i.yaml", bytes: Array(text.utf8))).get()
        let whole = try AssessmentContext(library: library, profile: "kiem-tra-dieu-36", inspections: [record])
        let example = try Example.named("so-mau")
        let assessment = Assessor.assess(try example.statement(), in: whole, asOf: try day("2026-11-10"))
        let verdicts = try #require(ChecklistVerdicts.of(assessment, in: whole).first)
        let told = verdicts.heads.flatMap(\.inspected).flatMap(\.contradictions) + verdicts.unplaced
        #expect(Set(told) == Set(record.contradicts))
        let head = try #require(verdicts.heads.first { $0.head.id == "36.2.a" })
        #expect(head.inspected.map(\.answer) == [.doesNotMeet])
        #expect(head.inspected.first?.contradictions.map(\.found) == ["không họp"])
    }

    /// A yearly duty of another year does not count in the period; one of the period does, be it history by now.
    @Test func aPeriodChoosesTheWindows() throws {
        let now = try pack("2026-11-10")
        let year = try pack("2026-11-10", period: ("2023-01-01", "2023-12-31"))
        let occurrences = year.heads.flatMap(\.findings).compactMap(\.occurrence)
        #expect(!occurrences.isEmpty && occurrences.allSatisfy { $0.year == 2023 })
        #expect(year.heads.flatMap(\.outsidePeriod).allSatisfy { $0.occurrence?.year != 2023 })
        #expect(now.heads.flatMap(\.findings).compactMap(\.occurrence).allSatisfy { $0.year >= 2025 })
        // What is no recurring duty is the same.
        let one = now.heads.flatMap(\.findings).filter { $0.occurrence == nil }.map(\.fingerprint)
        let other = year.heads.flatMap(\.findings).filter { $0.occurrence == nil }.map(\.fingerprint)
        #expect(one == other)
    }

    @Test func theSampleIsOfWhatIsInForce() throws {
        let first = try #require(try pack("2026-11-10", seed: "42").sample)
        let again = try #require(try pack("2026-11-10", seed: "42").sample)
        #expect(first.items.map(\.key) == again.items.map(\.key))
        #expect(first.items.count == 10 && first.frame == 58 && !first.mayHaveMore)
        #expect(first.strata.map(\.total).reduce(0, +) == 58)
        #expect(first.strata.map(\.drawn).reduce(0, +) == 10)
        // 0.000059 is not in force yet, 0.000060 no longer.
        let all = try #require(try pack("2026-11-10", count: 100).sample)
        #expect(all.items.count == 58)
        #expect(!all.items.contains { $0.key == "0.000059" || $0.key == "0.000060" })
        #expect(try pack("2026-11-10", seed: "43").sample?.items.map(\.key) != first.items.map(\.key))
    }
}
