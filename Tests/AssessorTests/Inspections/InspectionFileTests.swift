import Assessor
import CivilTime
import Model
import Testing

/// The ten papers of Article 39.
@Suite struct InspectionFileTests {
    private func standings(_ lines: String, _ asOf: String) throws -> [InspectionFile.Standing] {
        let context = try AssessmentContext(library: try ShippedRules.library())
        let followUp = FollowUp(try FollowUpTests.record(lines), in: context, asOf: try day(asOf))
        return try #require(InspectionFile(followUp, in: context)).rows.map(\.standing)
    }

    @Test func theSchemeHasTheTenPapersInOrder() throws {
        let library = try ShippedRules.library()
        let scheme = try #require(library.inspectionScheme)
        #expect(scheme.papers.map(\.citation.clause) == (1...10).map { "\($0)" })
        #expect(scheme.papers.allSatisfy { $0.citation.article == "39" })
        let choices = library.vocabulary.choices[InspectionNames.papers]?.choices.map(\.id)
        #expect(scheme.papers.map(\.paper) == choices)
        #expect(scheme.plan.map(\.citation.point) == ["a", "b", "c", "d", "đ"])
        #expect(scheme.plan.map(\.content) == library.vocabulary.choices[InspectionNames.contents]?.choices.map(\.id))
        #expect(library.profiles.contains { $0.id == scheme.profile })
    }

    @Test func whatIsKeptAndWhatIsNot() throws {
        let onSite = """
            form: on_site
            planned: true
            signed_on: 2025-03-12
            not_met: [{id: "1", says: x}]
            papers:
              - {paper: paper_plan, dated: 2024-12-20}
              - {paper: paper_decision}
              - {paper: paper_team_report, dated: 2025-06-01}
              - {paper: paper_request, arose: false}
            """
        // On 1 April: the team's report is of June, the corrective report is not due, the roll-up is in November.
        #expect(
            try standings(onSite, "2025-04-01") == [
                .kept, .didNotArise, .missing, .none, .kept, .missing, .notYet, .missing, .notYet, .none,
            ])
        #expect(
            try standings(onSite, "2025-12-01") == [
                .kept, .didNotArise, .missing, .none, .kept, .missing, .missing, .kept, .missing, .none,
            ])
    }

    @Test func byFileThereIsALetterWhereSomethingIsNotMet() throws {
        let byFile = "form: by_file\nplanned: false\nsigned_on: 2025-03-12\npapers: []\n"
        #expect(
            try standings(byFile + "result: does_not_meet", "2025-11-30") == [
                .none, .none, .none, .missing, .none, .none, .notYet, .none, .notYet, .none,
            ])
        #expect(try standings(byFile + "result: meets", "2025-12-01")[3] == .none)
        #expect(try standings(byFile + "result: meets", "2025-12-01")[8] == .missing)
    }

    /// Nothing is missing of which nothing is stated, and what depends on the form is open where the form is.
    @Test func silenceIsNotMissing() throws {
        let silent = try standings("signed_on: 2025-03-12", "2026-01-01")
        #expect(silent[0] == .notKnown && silent[4] == .notKnown && silent[8] == .notStated)
        #expect(!silent.contains(.missing))
        // Signed after the month of the roll-up: its results go into the next one.
        #expect(try standings("form: on_site\nsigned_on: 2025-12-01\npapers: []", "2026-11-30")[8] == .notYet)
        #expect(try standings("form: on_site\nsigned_on: 2025-12-01\npapers: []", "2026-12-01")[8] == .missing)
    }
}
