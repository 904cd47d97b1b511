import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// The two months of Article 37.2.c, and what follows them.
@Suite struct FollowUpTests {
    static func record(_ lines: String) throws -> Inspection {
        let library = try ShippedRules.library()
        let text = "tuanthu: inspection/1\nagency: A\n\(lines)\n"
        return try InspectionLoader(vocabulary: library.vocabulary)
            .load(SourceText(name: "i.yaml", bytes: Array(text.utf8))).get()
    }

    static func followUp(
        _ lines: String, _ asOf: String, readings: [String: String] = [:]
    ) throws -> FollowUp {
        let context = try AssessmentContext(library: try ShippedRules.library(), interpretations: readings)
        return FollowUp(try record(lines), in: context, asOf: try day(asOf))
    }

    struct Term: Sendable, CustomTestStringConvertible {
        let signed: String
        let due: String
        /// The last day where the day of signing counts.
        let counted: String
        var testDescription: String { signed }
    }

    /// A month without the day ends the period with its last day (Civil Code 148.3).
    static let terms = [
        Term(signed: "2025-03-12", due: "2025-05-12", counted: "2025-05-11"),
        Term(signed: "2025-12-31", due: "2026-02-28", counted: "2026-02-28"),
        Term(signed: "2025-12-30", due: "2026-02-28", counted: "2026-02-28"),
        Term(signed: "2025-12-29", due: "2026-02-28", counted: "2026-02-28"),
        Term(signed: "2025-12-28", due: "2026-02-28", counted: "2026-02-27"),
        Term(signed: "2023-12-31", due: "2024-02-29", counted: "2024-02-29"),
        Term(signed: "2023-12-29", due: "2024-02-29", counted: "2024-02-28"),
        Term(signed: "2025-01-31", due: "2025-03-31", counted: "2025-03-30"),
        Term(signed: "2025-02-28", due: "2025-04-28", counted: "2025-04-27"),
        Term(signed: "2025-07-31", due: "2025-09-30", counted: "2025-09-30"),
        Term(signed: "2025-08-01", due: "2025-10-01", counted: "2025-09-30"),
    ]

    @Test(arguments: terms) func twoMonths(_ term: Term) throws {
        let lines = "form: on_site\nsigned_on: \(term.signed)\nnot_met: [{id: \"1\", says: x}]"
        let due = try day(term.due)
        let onTheDay = try Self.followUp(lines, term.due)
        #expect(onTheDay.term.due == due && onTheDay.standing == .upcoming && onTheDay.daysLeft == 0)
        let after = try #require(due.adding(days: 1))
        let overdue = try Self.followUp(lines, after.description)
        #expect(overdue.standing == .overdue && overdue.daysLeft == -1)
        let counted = try Self.followUp(lines, term.due, readings: ["first_day": "counted"])
        #expect(counted.term.due?.description == term.counted)
        // The other reading is shown where it differs, and only there.
        let other = onTheDay.term.others.first { $0.interpretation == "first_day" }
        #expect(other?.due?.description == (term.counted == term.due ? nil : term.counted))
        let reported = lines + "\ncorrections: [{reported_on: \(term.due)}]"
        #expect(try Self.followUp(reported, "2026-12-31").standing == .onTime)
        let late = lines + "\ncorrections: [{reported_on: \(after)}]"
        #expect(try Self.followUp(late, "2026-12-31").standing == .late)
    }

    /// The same day as `check` gives for the agency's own account of the inspection.
    @Test(arguments: terms) func theTermIsThatOfTheRule(_ term: Term) throws {
        let library = try ShippedRules.library()
        let text = """
            tuanthu: statement/1
            stated_on: \(term.signed)
            agency: {code: A, level: provincial_department}
            qms:
              inspections: [{signed_on: \(term.signed), form: on_site, findings: [{code: "1", statement: x}]}]
            """
        let statement = try StatementLoader(vocabulary: library.vocabulary)
            .load(SourceText(name: "s.yaml", bytes: Array(text.utf8))).get()
        let scheme = try #require(library.inspectionScheme)
        let context = try AssessmentContext(testing: scheme.corrections, in: library)
        let findings = Assessor.assess(statement, in: context, asOf: try day(term.signed)).findings
        let due = try day(term.due)
        #expect(findings.map(\.timing.due) == [due])
    }

    struct StateRow: Sendable, CustomTestStringConvertible {
        let asOf: String
        let state: FollowUp.State
        let points: [FollowUp.State]
        let standing: FollowUp.Standing
        var testDescription: String { asOf }
    }

    private static let course = """
        form: on_site
        signed_on: 2025-03-12
        not_met: [{id: "1", says: x}, {id: "2", says: y}]
        fix_by: 2025-04-30
        corrections:
          - {reported_on: 2025-04-28, action: taken, points: ["2"], replies: [{replied_on: 2025-05-06, accepted: true}]}
          - {reported_on: 2025-05-12, action: proposed, points: ["1"], replies: [{replied_on: 2025-05-20, accepted: false, again_by: 2025-06-20}]}
          - {reported_on: 2025-06-26, action: taken, points: ["1"], replies: [{replied_on: 2025-07-04, accepted: true}]}
        rechecks:
          - {rechecked_on: 2025-12-09, points: ["2"], effective: true}
          - {rechecked_on: 2026-02-03, points: ["1"], effective: false}
        """

    /// Acts after the day are hidden; the record stands where its least advanced point does.
    static let states = [
        StateRow(asOf: "2025-03-12", state: .open, points: [.open, .open], standing: .upcoming),
        StateRow(asOf: "2025-04-28", state: .open, points: [.open, .reported], standing: .upcoming),
        StateRow(asOf: "2025-05-06", state: .open, points: [.open, .accepted], standing: .upcoming),
        StateRow(asOf: "2025-05-12", state: .proposed, points: [.proposed, .accepted], standing: .onTime),
        StateRow(asOf: "2025-05-20", state: .notAccepted, points: [.notAccepted, .accepted], standing: .onTime),
        StateRow(asOf: "2025-06-26", state: .reported, points: [.reported, .accepted], standing: .onTime),
        StateRow(asOf: "2025-07-04", state: .accepted, points: [.accepted, .accepted], standing: .onTime),
        StateRow(asOf: "2025-12-09", state: .accepted, points: [.accepted, .effective], standing: .onTime),
        StateRow(asOf: "2026-02-03", state: .notEffective, points: [.notEffective, .effective], standing: .onTime),
    ]

    @Test(arguments: states) func theCourse(_ row: StateRow) throws {
        let followUp = try Self.followUp(Self.course, row.asOf)
        #expect(followUp.state == row.state)
        #expect(followUp.points.map(\.state) == row.points)
        #expect(followUp.standing == row.standing)
    }

    /// The unit's own day is told beside the law's, and is the last letter's.
    @Test func theDirectedDayIsTheLastLetters() throws {
        #expect(try Self.followUp(Self.course, "2025-05-01").directedBy?.description == "2025-04-30")
        #expect(try Self.followUp(Self.course, "2025-05-01").isPastDirected)
        #expect(try Self.followUp(Self.course, "2025-06-20").directedBy?.description == "2025-06-20")
        #expect(try !Self.followUp(Self.course, "2025-06-20").isPastDirected)
        #expect(try Self.followUp(Self.course, "2025-06-21").isPastDirected)
        #expect(try !Self.followUp(Self.course, "2025-06-26").isPastDirected)
    }

    /// By file the Circular sets no term; where the form is not stated it is not known.
    @Test func onlyAtTheOfficeThereIsATerm() throws {
        let points = "signed_on: 2025-03-12\nnot_met: [{id: \"1\", says: x}]"
        #expect(try Self.followUp("form: by_file\n" + points, "2026-01-01").standing == .noTerm)
        let open = try Self.followUp(points, "2026-01-01")
        #expect(open.standing == .notKnown && open.term.due?.description == "2025-05-12")
        let early = "form: on_site\n" + points.replacing("2025-03-12", with: "2014-11-30")
        #expect(try Self.followUp(early, "2016-01-01").standing == .noTerm)
        let first = "form: on_site\n" + points.replacing("2025-03-12", with: "2014-12-01")
        #expect(try Self.followUp(first, "2016-01-01").standing == .overdue)
    }

    /// Silence is not "nothing to correct".
    @Test func whatIsToBeCorrected() throws {
        let head = "form: on_site\nsigned_on: 2025-03-12\n"
        let rows: [(String, FollowUp.State, FollowUp.Standing)] = [
            ("", .notKnown, .notKnown), ("result: meets", .nothing, .noTerm), ("not_met: []", .nothing, .noTerm),
            ("result: does_not_meet", .open, .overdue), ("result: does_not_meet\nnot_met: []", .open, .overdue),
            ("result: meets\nnot_met: []", .nothing, .noTerm),
        ]
        for (lines, state, standing) in rows {
            let followUp = try Self.followUp(head + lines, "2026-01-01")
            #expect(followUp.state == state && followUp.standing == standing, "\(lines)")
        }
    }

    /// A last day off moves where that reading is chosen, and without the days off nobody knows whither.
    @Test func aLastDayOffNeedsTheFileOfItsYear() throws {
        // 2 March 2025 is a Sunday; the period from 2 January ends with it.
        let lines = "form: on_site\nsigned_on: 2025-01-02\nnot_met: [{id: \"1\", says: x}]"
        let followUp = try Self.followUp(lines, "2025-02-01", readings: ["last_day_off": "moves"])
        #expect(followUp.term.due == nil && followUp.term.missingHolidays == 2025)
        #expect(followUp.standing == .notKnown)
    }
}
