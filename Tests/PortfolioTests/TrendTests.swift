import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

@testable import Portfolio

/// The curve of a switch, and what it says of the days to come.
@Suite struct TrendTests {
    typealias Made = MadeSnapshots

    private func trend(_ snapshots: [SnapshotOverview], _ window: Period = .days(366)) throws -> Trend {
        try #require(Trend(snapshots, Trend.Options(window: window)))
    }

    @Test func theExampleProvinceIsThatOfItsShare() throws {
        let example = try TestPortfolio.example()
        let days = ["2020-06-01", "2021-03-01", "2021-06-30"]
        let trend = try trend(days.map { try example.snapshot(on: $0).overview })
        // The same figures as the share `letters.419.2.units`, counted by other code.
        #expect(trend.points.map(\.units) == [8...9, 8...9, 8...9])
        #expect(trend.points.map(\.converted) == [0...1, 5...6, 6...7])
        for (point, day) in zip(trend.points, days) {
            let share = try TestPortfolio.example(on: day).sets.first { $0.rule.id == ExampleProvinceTests.switched }
            #expect(share?.count?.numerator == point.converted)
        }
        #expect(trend.legalDate == (try Made.day("2021-06-29")))
        #expect(trend.open == ["SO-B", "SO-C", "H-Y"])
        // District Y has no statement: its day is that of the plan that binds it, to be finished before 1 April.
        #expect(trend.points.map(\.planned) == [0, 6, 9] && trend.withoutPlan == [])
        #expect(trend.points.last?.withoutStatement == 1)
        #expect(trend.needed == nil)
    }

    @Test func theRequiredWayIsStraightAndRoundedUp() throws {
        let start = (day: try Made.day("2021-01-01"), converted: 2)
        let end = (day: try Made.day("2021-01-11"), units: 12)
        for (day, required) in [
            ("2021-01-01", 2), ("2021-01-02", 3), ("2021-01-06", 7), ("2021-01-11", 12), ("2021-03-01", 12),
        ] {
            #expect(Trend.required(from: start, to: end, on: try Made.day(day)) == required)
        }
        let steep = (day: try Made.day("2021-01-04"), units: 3)
        #expect(Trend.required(from: start, to: steep, on: try Made.day("2021-01-02")) == 3)
        // Whoever begins with more than there are to be has nothing left to do.
        #expect(Trend.required(from: start, to: (end.day, 1), on: try Made.day("2021-01-05")) == 2)
    }

    @Test func whatIsNotKnownMakesAnInterval() throws {
        let units = [
            try Made.unit("A", .yes, declared: .yes), try Made.unit("B", .unknown, declared: .yes),
            try Made.unit("C", .no, declared: .yes), try Made.unit("D", .yes, declared: .unknown), Made.silent("E"),
        ]
        let trend = try trend([SnapshotOverview(head: try Made.head("2021-01-01"), units: units)])
        #expect(trend.points[0].units == 2...4)
        #expect(trend.points[0].converted == 1...4)
        #expect(trend.open == ["D", "E"])
        #expect(trend.points[0].planned == nil)
    }

    @Test func thePlanIsTheFirstOneKnown() throws {
        func overview(_ day: String, _ plan: String) throws -> SnapshotOverview {
            SnapshotOverview(head: try Made.head(day), units: [try Made.unit("A", planned: plan), try Made.unit("B")])
        }
        let trend = try trend([try overview("2021-01-01", "2021-02"), try overview("2021-03-01", "2021-05")])
        #expect(trend.points.map(\.planned) == [0, 1])
        #expect(trend.withoutPlan == ["B"])
    }

    /// Of a unit without a statement the register's plan tells: the highest of those that bind it, issued by the day, no draft; a unit
    /// that no plan binds has no day.
    @Test(
        arguments: [
            ("[1/KH]", "2020-06-01", "2020-12-31"), ("[2/KH]", "2020-06-01", "2020-09-30"),
            ("[1/KH, 2/KH]", "2020-06-01", "2020-12-31"),
            ("[2/KH]", "2020-03-01", nil), ("[3/KH]", "2020-06-01", nil), ("[4/KH]", "2020-06-01", nil),
            ("[]", "2020-06-01", nil),
        ] as [(String, String, String?)]) func aUnitWithoutAStatementHasTheDayOfItsPlan(
            _ row: (String, String, String?)
        ) throws
    {
        let register = try TestPortfolio.written(
            """
            tuanthu: register/1
            stated_on: 2020-12-31
            plans:
              - {ref: 1/KH, class: plan, issuer: Tỉnh, issued_on: 2020-01-02, finish_before: 2021-01-01}
              - {ref: 2/KH, issuer: Sở, issued_on: 2020-05-04, finish_before: 2020-10-01}
              - {ref: 3/KH, class: plan, issuer: Tỉnh, issued_on: !none dự thảo, finish_before: 2020-07-01}
              - {ref: 4/KH, class: plan, issuer: Tỉnh, issued_on: 2020-01-02}
            units: [{code: A, class: mandatory, plans: \(row.0)}]

            """)
        let portfolio = TestPortfolio(register: try #require(register.value), statements: [:])
        let tail = SnapshotTail(try portfolio.assess(on: row.1))
        #expect(tail.units.map(\.planned?.description) == [row.2])
        #expect(tail.units.map(\.conversion) == [nil])
    }

    /// By the milestone that declares; without one by the day of the plan; a draft counts for nothing.
    @Test(
        arguments: [
            ("", "", "2020-07"), ("          steps: [declare]\n", "", "2020-12-30"),
            ("      issued_on: 2019-10-02\n", "      issued_on: {state: none, reason: dự thảo}\n", nil),
        ] as [(String, String, String?)]) func thePlannedDayIsThatOfTheAgencysPlan(_ row: (String, String, String?))
        throws
    {
        let vocabulary = try #require(ShippedRules.vocabulary)
        let url = ShippedRules.root.appendingPathComponent("examples/kon-tum-so-khcn/statement.yaml")
        let whole = String(decoding: try #require(ShippedRules.bytes(url)), as: UTF8.self)
        #expect(row.0.isEmpty || whole.contains(row.0))
        let text = row.0.isEmpty ? whole : whole.replacing(row.0, with: row.1)
        let source = SourceText(name: "s.yaml", bytes: Array(text.utf8))
        let statement = try #require(StatementLoader(vocabulary: vocabulary).load(source).value)
        let code = try #require(statement.agencyCode)
        let register = try TestPortfolio.written(
            "tuanthu: register/1\nstated_on: 2020-12-31\nunits: [{code: \(code), class: mandatory, statement: s.yaml}]\n"
        )
        let portfolio = TestPortfolio(register: try #require(register.value), statements: ["s.yaml": statement])
        let conversion = try #require(portfolio.assess(on: "2020-01-31").units.first?.result?.conversion)
        #expect(conversion.planned?.description == row.2)
        #expect(conversion.due == (try Made.day("2021-06-29")) && conversion.hasToSwitch == .yes)
    }

    @Test func otherRulersAreLeftOut() throws {
        let trend = try trend([
            try Made.overview("2021-03-01", declared: 3, of: 9, ruler: "r2"),
            try Made.overview("2021-01-01", declared: 5, of: 9),
            try Made.overview("2021-02-01", declared: 1, of: 9, ruler: "r2"),
        ])
        #expect(trend.points.map(\.converted.lowerBound) == [1, 3])
        #expect(trend.leftOut == 1)
        #expect(Trend([], Trend.Options(window: .days(1))) == nil)
    }

    @Test func unitsThatCameOrWentDidNotConvert() throws {
        let first = SnapshotOverview(
            head: try Made.head("2021-01-01"),
            units: [try Made.unit("A"), try Made.unit("B", declared: .yes), try Made.unit("C", declared: .yes)])
        let second = SnapshotOverview(
            head: try Made.head("2021-02-01"),
            units: [try Made.unit("A", declared: .yes), try Made.unit("B"), try Made.unit("N", declared: .yes)])
        let trend = try trend([first, second])
        #expect(trend.points[1].gained == ["A"] && trend.points[1].lost == ["B"])
        #expect(trend.points[1].entered == ["N"] && trend.points[1].left == ["C"])
        #expect(trend.points[0].entered.isEmpty && trend.points[0].left.isEmpty)
        #expect(trend.pace.converted == 0)
    }

    struct WantRow: Sendable {
        let days: [String]
        let declared: [Int]
        let wants: [Forecast.Want]
    }

    static let wantRows: [WantRow] = [
        WantRow(
            days: ["2021-01-01"], declared: [1],
            wants: [.snapshots(0, of: 4), .days(0, of: 90), .conversions(0, of: 5)]),
        WantRow(
            days: ["2020-09-01", "2020-12-01", "2021-03-01"], declared: [1, 5, 9], wants: [.snapshots(3, of: 4)]),
        WantRow(
            days: ["2021-01-01", "2021-01-02", "2021-01-03", "2021-01-04"], declared: [1, 5, 9, 12],
            wants: [.days(3, of: 90)]),
        WantRow(
            days: ["2020-09-01", "2020-12-01", "2021-03-01", "2021-06-01"], declared: [1, 2, 3, 4],
            wants: [.conversions(3, of: 5)]),
        // Thirty at once and nobody else: as good as one event.
        WantRow(
            days: ["2020-09-01", "2020-12-01", "2021-03-01", "2021-06-01"], declared: [0, 0, 30, 30],
            wants: [.evenness(of: 2)]),
        WantRow(days: ["2020-09-01", "2020-12-01", "2021-03-01", "2021-06-01"], declared: [0, 3, 5, 8], wants: []),
    ]

    @Test(arguments: wantRows) func tooLittleIsSaidByItsRule(_ row: WantRow) throws {
        let trend = try trend(zip(row.days, row.declared).map { try Made.overview($0, declared: $1, of: 40) })
        switch trend.forecast {
        case .tooLittle(let wants): #expect(wants == row.wants)
        case .expected(let expected):
            #expect(row.wants.isEmpty)
            let (early, middle, late) = (
                try #require(expected.early), try #require(expected.middle), try #require(expected.late)
            )
            #expect(early < middle && middle < late)
        case .finished: Issue.record("40 units are not all done")
        }
    }

    @Test func nothingLeftIsFinished() throws {
        let trend = try trend([try Made.overview("2021-01-01", declared: 4, of: 4)])
        #expect(trend.forecast == .finished && trend.needed == nil && trend.open.isEmpty)
    }

    @Test func onlyTheWindowCounts() throws {
        let days = ["2019-01-01", "2020-09-01", "2020-12-01", "2021-03-01", "2021-06-01"]
        let declared = [0, 30, 32, 34, 36]
        let trend = try trend(zip(days, declared).map { try Made.overview($0, declared: $1, of: 40) })
        #expect(trend.pace.converted == 6 && trend.pace.intervals.count == 3)
    }
}
