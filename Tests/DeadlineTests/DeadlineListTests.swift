import Assessor
import CivilTime
import Model
import Reports
import Testing

/// Which dates a list holds, and how they stand.
@Suite struct DeadlineListTests {
    struct Row: CustomTestStringConvertible {
        let facts: String
        let asOf: String
        var statedOn = "2020-12-31"
        var within = "P90D"
        /// `rule due standing days`, with `@authority` for a directed date; what is done in brackets.
        let expected: [String]

        var testDescription: String { "\(facts) on \(asOf)" }
    }

    static let none = "declared: !none , audits: [], changes: [], plans: []"

    static let rows: [Row] = [
        // Open and known not to be done: the day before, the day, the day after.
        Row(
            facts:
                "declared: !none , changes: [{number: C, from: 2020-03-15, applied: !none }], audits: [{held_on: 2020-02-01}], plans: []",
            asOf: "2020-06-14",
            expected: [
                "d.audit 2019-12-31 overdue -166", "d.update 2020-06-15 due_soon 1",
            ]),
        Row(
            facts:
                "declared: !none , changes: [{number: C, from: 2020-03-15, applied: !none }], audits: [{held_on: 2019-12-01}]",
            asOf: "2020-06-15",
            expected: [
                "d.update 2020-06-15 due_soon 0"
            ]),
        Row(
            facts:
                "declared: !none , changes: [{number: C, from: 2020-03-15, applied: !none }], audits: [{held_on: 2019-12-01}]",
            asOf: "2020-06-16",
            expected: ["d.update 2020-06-15 overdue -1"]),
        // The statement was silent by then: overdue only if not done.
        Row(
            facts:
                "declared: !none , changes: [{number: C, from: 2020-03-15, applied: !none }], audits: [{held_on: 2019-12-01}]",
            asOf: "2020-06-16", statedOn: "2020-06-01",
            expected: ["d.update 2020-06-15 overdue_if_not_done -1"]),
        // Not stated at all.
        Row(
            facts: "declared: 2020-01-01, changes: [{number: C, from: 2020-03-15}], audits: [{held_on: 2019-12-01}]",
            asOf: "2020-06-16", expected: ["d.update 2020-06-15 overdue_if_not_done -1"]),
        Row(
            facts: "declared: 2020-01-01, changes: [{number: C, from: 2020-06-01}], audits: [{held_on: 2019-12-01}]",
            asOf: "2020-06-16", expected: ["d.update 2020-09-01 upcoming? 77"]),
        // Done, on time, late, and not known when: shown within the horizon only.
        Row(
            facts: """
                declared: 2020-01-01, audits: [{held_on: 2019-12-01}],
                  changes: [{number: C, from: 2020-03-15, applied: 2020-06-10}, {number: D, from: 2020-03-16, applied: 2020-06-18},
                  {number: E, from: 2020-03-17, applied: 2020-06}, {number: F, from: 2019-03-17, applied: 2019-04-01}]
                """,
            asOf: "2020-07-01",
            expected: [
                "(d.update 2020-06-15 done_on_time 5)", "(d.update 2020-06-16 done_late -2)",
                "(d.update 2020-06-17 done nil)",
            ]),
        // Another authority's date is an entry of its own where it differs.
        Row(
            facts: """
                declared: !none , audits: [{held_on: 2019-12-01}, {held_on: 2020-12-01}], changes: [],
                  plans: [{issuer: Tỉnh, ref: 1/KH, finish: 2020-12-31}, {issuer: Sở, ref: 2/KH, finish: 2021-06-29}]
                """,
            asOf: "2021-01-02", statedOn: "2021-01-02", within: "P1Y",
            expected: [
                "d.switch@Tỉnh 2020-12-31 overdue -2", "(d.audit 2020-12-31 done_on_time 30)",
                "(d.report 2020-12-31 done_on_time 30)",
                "d.switch 2021-06-29 due_soon 178", "d.audit 2021-12-31 upcoming 363",
                "d.report 2021-12-31 upcoming 363",
            ]),
        // A directed date that fell in the silence after the statement, while the legal one is still ahead.
        Row(
            facts:
                "declared: !none , audits: [{held_on: 2019-12-01}], plans: [{ref: 1/KH, issuer: Tỉnh, finish: 2020-06-01}]",
            asOf: "2020-06-15", statedOn: "2020-05-31",
            expected: ["d.switch@Tỉnh 2020-06-01 overdue_if_not_done -14"]),
        // A duty without a term has no date; an order of steps is no deadline once the step is taken.
        Row(
            facts:
                "declared: !none , audits: [{held_on: 2019-12-01}], changes: [], applied: 2020-01-01, approved: !none ",
            asOf: "2020-06-15", expected: []),
        // Nothing stated: the legal date is there all the same, and recurring windows.
        Row(
            facts: "", asOf: "2021-06-29", statedOn: "2021-06-29",
            expected: [
                "d.audit 2020-12-31 overdue_if_not_done -180", "d.report 2020-12-31 overdue_if_not_done -180",
                "d.switch 2021-06-29 due_soon? 0",
            ]),
        // The horizon is inclusive.
        Row(
            facts: Self.none, asOf: "2020-06-15", within: "P0D",
            expected: ["d.audit 2019-12-31 overdue -167", "d.report 2019-12-31 overdue -167"]),
        Row(
            facts: Self.none, asOf: "2020-06-15", within: "P199D",
            expected: [
                "d.audit 2019-12-31 overdue -167", "d.report 2019-12-31 overdue -167",
                "d.audit 2020-12-31 upcoming 199",
                "d.report 2020-12-31 upcoming 199",
            ]),
        Row(
            facts: Self.none, asOf: "2020-06-15", within: "P198D",
            expected: ["d.audit 2019-12-31 overdue -167", "d.report 2019-12-31 overdue -167"]),
    ]

    @Test(arguments: rows)
    func theList(_ row: Row) throws {
        let facts = TestDeadlines.Facts(row.facts, statedOn: row.statedOn)
        let report = try TestDeadlines.report([facts], asOf: row.asOf, within: row.within)
        #expect(report.list.listed.map { Self.line($0) } == row.expected)
    }

    static func line(_ deadline: Deadline) -> String {
        var who = ""
        if case .directed(let authority, _, _, _) = deadline.authority { who = "@\(authority)" }
        let isSaid = deadline.isDoneKnown || deadline.standing == .overdueIfNotDone
        let standing = deadline.standing.rawValue + (isSaid ? "" : "?")
        let days = deadline.days.map(String.init) ?? "nil"
        let line = "\(deadline.finding.rule.id)\(who) \(deadline.due) \(standing) \(days)"
        return deadline.standing.isDone ? "(\(line))" : line
    }

    @Test func whetherItIsDoneIsKnownUnlessOpen() throws {
        for row in Self.rows {
            let facts = TestDeadlines.Facts(row.facts, statedOn: row.statedOn)
            let list = try TestDeadlines.report([facts], asOf: row.asOf, within: row.within).list
            for deadline in list.all where deadline.standing == .overdueIfNotDone { #expect(!deadline.isDoneKnown) }
            for deadline in list.all where deadline.standing == .overdue { #expect(deadline.isDoneKnown) }
        }
    }

    @Test func keysTellEveryDeadlineApartAndSurviveEdits() throws {
        // The second of two dates of one document, and of two documents of one authority.
        let plans =
            "{issuer: Tỉnh, finish: 2020-12-31}, {issuer: Tỉnh, finish: 2021-01-31}, {issuer: Tỉnh, ref: 3/KH, finish: 2020-12-31}"
        let changes = "{number: C, from: 2020-03-15}, {number: D, from: 2020-03-15}"
        let one = try TestDeadlines.report(
            "changes: [\(changes)], plans: [\(plans)]", asOf: "2020-06-15", within: "P2Y")
        let keys = one.list.all.map(\.key)
        #expect(Set(keys).count == keys.count && keys.count > 6)
        let moved = "{number: E, from: 2020-01-15}, {number: D, from: 2020-04-15}, {number: C, from: 2020-03-15}"
        let two = try TestDeadlines.report(
            "plans: [{issuer: Sở, finish: 2020-11-30}, \(plans)], changes: [\(moved)]", asOf: "2020-07-15",
            within: "P2Y")
        #expect(Set(keys).isSubset(of: Set(two.list.all.map(\.key))))
    }

    @Test func severalAgenciesComeInOrderOfDate() throws {
        let first = TestDeadlines.Facts("changes: [{number: C, from: 2020-05-15}]", agency: "B")
        let second = TestDeadlines.Facts("changes: [{number: C, from: 2020-04-15}]", agency: "A")
        let list = try TestDeadlines.report([first, second], asOf: "2020-06-15").list
        let dates = list.listed.map(\.due)
        #expect(dates == dates.sorted())
        #expect(list.listed.suffix(2).map { $0.statement.agencyCode } == ["A", "B"])
        #expect(list.repeatedAgency == nil)
        #expect(try TestDeadlines.report([first, first], asOf: "2020-06-15").list.repeatedAgency == "B")
    }

    @Test func whoCanSay() throws {
        let facts = "changes: [{number: C, from: 2020-03-15, applied: !none }], audits: [], declared: !none "
        let report = try TestDeadlines.report(facts, asOf: "2020-06-15", within: "P2Y")
        let rows = report.list.listed.map { ($0.finding.rule.id, $0.fact?.dotted ?? "") }
        let expected = [
            "d.switch": "qms.declared", "d.update": "qms.changes[0].applied", "d.audit": "qms.audits",
            "d.report": "qms.audits",
        ]
        #expect(rows.count > 3)
        for (rule, fact) in rows { #expect(fact == expected[rule], "\(rule)") }
    }
}
