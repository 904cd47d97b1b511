import Assessor
import CivilTime
import Model
import Portfolio
import Testing

/// What the invented province comes to, by tables made by hand from `examples/tinh-mau`.
@Suite struct ExampleProvinceTests {
    /// One share on one day.
    struct ShareRow: Sendable, CustomTestStringConvertible {
        let day: String
        let rule: String
        var window: String?
        let verdict: Verdict
        let met: String
        let of: String
        var missing: [String] = []
        var open: [String] = []

        var testDescription: String { "\(rule) on \(day)" }
    }

    static let onSite = "tt26.art33.2.b.units"
    static let anyForm = "tt26.art33.2.a.units"
    static let switched = "letters.419.2.units"

    static let rows: [ShareRow] = [
        // 2020: SO-A, SO-B and H-X at their office; nine must apply, three are a third.
        ShareRow(day: "2021-03-01", rule: onSite, window: "2020-01-01", verdict: .conform, met: "3", of: "9"),
        ShareRow(
            day: "2021-03-01", rule: onSite, window: "2021-01-01", verdict: .pending, met: "0", of: "9",
            missing: ["UB", "VP", "SO-A", "SO-B", "SO-C", "SO-D", "CC-A", "H-X", "H-Y"]),
        ShareRow(day: "2020-06-01", rule: onSite, window: "2020-01-01", verdict: .pending, met: "2", of: "9"),
        ShareRow(day: "2020-06-02", rule: onSite, window: "2020-01-01", verdict: .conform, met: "3", of: "9"),
        ShareRow(day: "2021-03-01", rule: anyForm, window: "2020-01-01", verdict: .conform, met: "9", of: "9"),
        // The last one, H-Y, came on 31 December.
        ShareRow(
            day: "2020-12-30", rule: anyForm, window: "2020-01-01", verdict: .pending, met: "8", of: "9",
            missing: ["H-Y"]),
        // 2025: the districts ended on 1 July, so that H-X's inspection of April counts up to June and no longer.
        ShareRow(day: "2025-06-30", rule: onSite, window: "2025-01-01", verdict: .pending, met: "2", of: "9"),
        ShareRow(day: "2025-07-01", rule: onSite, window: "2025-01-01", verdict: .pending, met: "1", of: "7"),
        ShareRow(
            day: "2025-12-31", rule: onSite, window: "2025-01-01", verdict: .pending, met: "2", of: "7",
            missing: ["UB", "VP", "SO-A", "SO-B", "SO-D"]),
        ShareRow(
            day: "2026-01-01", rule: onSite, window: "2025-01-01", verdict: .nonconform, met: "2", of: "7",
            missing: ["UB", "VP", "SO-A", "SO-B", "SO-D"]),
        ShareRow(
            day: "2026-01-01", rule: anyForm, window: "2025-01-01", verdict: .nonconform, met: "6", of: "7",
            missing: ["SO-D"]),
        // The register speaks up to 2025, so 2026 is open.
        ShareRow(
            day: "2026-01-01", rule: onSite, window: "2026-01-01", verdict: .undetermined, met: "0..7", of: "7",
            open: ["UB", "VP", "SO-A", "SO-B", "SO-C", "SO-D", "CC-A"]),
        // Whether H-Y, of which there is no statement, had to switch is not known.
        ShareRow(
            day: "2021-03-01", rule: switched, verdict: .pending, met: "5..6", of: "8..9",
            missing: ["SO-B", "SO-C", "SO-D"], open: ["H-Y"]),
        ShareRow(
            day: "2021-06-29", rule: switched, verdict: .pending, met: "6..7", of: "8..9",
            missing: ["SO-B", "SO-C"], open: ["H-Y"]),
        ShareRow(
            day: "2021-06-30", rule: switched, verdict: .nonconform, met: "6..7", of: "8..9",
            missing: ["SO-B", "SO-C"], open: ["H-Y"]),
        // SO-B was late; the district counts as it did on the day that bound it.
        ShareRow(
            day: "2025-12-31", rule: switched, verdict: .nonconform, met: "7..8", of: "8..9", missing: ["SO-C"],
            open: ["H-Y"]),
        // Nobody speaks of 2026, but what was not done on its day by the end of 2025 stays so.
        ShareRow(
            day: "2026-01-01", rule: switched, verdict: .nonconform, met: "7..8", of: "8..9", missing: ["SO-C"],
            open: ["H-Y"]),
        // 3 + 5 + 3 of 4 + 0 of 3 + 2 + 2 + 6 administrative procedures; the new commune has no statement.
        ShareRow(
            day: "2025-12-31", rule: "tt26.art36.1.a.tthc", verdict: .nonconform, met: "21", of: "25",
            missing: ["SO-B/SO-B.04", "SO-C/SO-C.01", "SO-C/SO-C.02", "SO-C/SO-C.03"]),
    ]

    @Test(arguments: rows) func sharesAreThoseCountedByHand(_ row: ShareRow) throws {
        let portfolio = try TestPortfolio.example(on: row.day)
        let window = try row.window.map { try CivilDate.parse($0) }
        let finding = try #require(
            portfolio.sets.first { $0.rule.id == row.rule && $0.occurrence == window })
        #expect(finding.verdict == row.verdict)
        #expect(finding.count?.numerator.text == row.met)
        #expect(finding.count?.denominator.text == row.of)
        if row.verdict != .conform && !row.missing.isEmpty { #expect(finding.missing.map(\.text) == row.missing) }
        #expect(finding.open.map(\.text) == row.open)
    }

    /// Department B declared on 2021-07-20, three weeks after the day; of district Y it is not known.
    @Test(arguments: [("2021-06-29", nil), ("2021-06-30", 0...1), ("2025-12-31", 1...2), ("2026-01-01", 1...2)])
    func whoCameLateIsCountedApart(_ day: String, _ late: ClosedRange<Int>?) throws {
        let portfolio = try TestPortfolio.example(on: day)
        #expect(portfolio.sets.first { $0.rule.id == Self.switched }?.late == late)
        #expect(portfolio.sets.allSatisfy { $0.rule.id == Self.switched || $0.late == nil })
    }

    /// 31/KH-MAU was issued on 2025-08-04: before that there was no such plan.
    @Test(arguments: [("2021-03-01", 2), ("2025-07-01", 2), ("2025-12-31", 3)])
    func plansAreThoseOfTheDay(_ day: String, _ count: Int) throws {
        let portfolio = try TestPortfolio.example(on: day)
        let library = try #require(ShippedRules.library)
        #expect(portfolio.plans(in: library).count == count)
        let unit = try #require(portfolio.units.first { $0.unit.code == "SO-A" })
        #expect(portfolio.plans(of: unit).count == count - 1)
    }

    /// One day: units in being, those without a statement, and where the others stand.
    struct DayRow: Sendable, CustomTestStringConvertible {
        let day: String
        let units: Int
        let systems: Int
        let statements: Int
        let withoutStatement: [String]
        /// Units by the last step known to be taken.
        let steps: [String: [String]]
        let late: [String]
        let notMoving: [String]

        var testDescription: String { day }
    }

    static let days: [DayRow] = [
        DayRow(
            day: "2020-01-31", units: 11, systems: 9, statements: 9, withoutStatement: ["H-Y"],
            steps: [
                "gap_review": ["UB", "VP", "SO-A", "H-X"], "brief": ["SO-D"], "board": [],
                "plan": ["SO-B", "SO-C", "X-2"], "post": ["CC-A"], "train_auditors": [],
            ], late: [], notMoving: ["SO-A", "H-X", "X-2"]),
        DayRow(
            day: "2021-03-01", units: 11, systems: 9, statements: 9, withoutStatement: ["H-Y"],
            steps: [
                "plan": ["SO-C"], "apply": ["SO-B"], "audit": ["SO-D"],
                "post": ["UB", "VP", "SO-A", "CC-A", "H-X", "X-2", "TT"],
            ], late: [], notMoving: ["SO-C"]),
        DayRow(
            day: "2021-06-30", units: 11, systems: 9, statements: 9, withoutStatement: ["H-Y"],
            steps: ["plan": ["SO-C"], "confirm": ["SO-B"]], late: ["SO-B", "SO-C"], notMoving: ["SO-C"]),
        DayRow(
            day: "2025-12-31", units: 10, systems: 8, statements: 8, withoutStatement: ["X-1"],
            steps: ["plan": ["SO-C"], "post": ["UB", "VP", "SO-A", "SO-B", "SO-D", "CC-A", "X-2", "TT"]],
            late: ["SO-C"], notMoving: ["SO-C"]),
    ]

    @Test(arguments: days) func unitsStandWhereTheHandTableSays(_ row: DayRow) throws {
        let portfolio = try TestPortfolio.example(on: row.day)
        #expect(portfolio.units.count == row.units)
        #expect(portfolio.systems == row.systems)
        #expect(portfolio.total.statements == row.statements)
        #expect(portfolio.withoutStatement.map(\.unit.code) == row.withoutStatement)
        #expect(portfolio.unreadable.isEmpty)
        for (step, codes) in row.steps {
            let group = portfolio.byStep.first { $0.step == step }
            #expect(group?.units.map(\.unit.code) == codes, "\(step)")
        }
        #expect(portfolio.units(.late).map(\.unit.code) == row.late)
        #expect(portfolio.units(.notMoving).map(\.unit.code) == row.notMoving)
    }

    @Test func namesAndParentsAreThoseOfTheDay() throws {
        let before = try #require(try TestPortfolio.example(on: "2025-06-30").units.first { $0.unit.code == "X-2" })
        #expect(before.name == "Xã Hai" && before.parent == "H-Y")
        let after = try #require(try TestPortfolio.example(on: "2025-07-01").units.first { $0.unit.code == "X-2" })
        #expect(after.name == "Phường Hai" && after.parent == "UB")
    }

    /// Figures at the end of 2025. The committee and its office share a statement, but each was inspected.
    @Test(
        arguments: [
            (
                "qd19.figures.level",
                [
                    "provincial_committee 1", "provincial_department 5", "sub_department 1", "commune_committee 2",
                    "public_service_unit 1",
                ], 0, []
            ),
            ("qd19.figures.edition", ["iso-9001-2008 1", "iso-9001-2015 8"], 1, []),
            ("qd19.figures.procedures", ["for_tthc 6"], 0, ["X-1"]),
            // The district that ended in July was inspected in April.
            ("tt26.figures.inspections", ["on_site 3", "by_file 4"], 0, []),
        ] as [(String, [String], Int, [String])])
    func figuresAreThoseCountedByHand(_ id: String, _ rows: [String], _ open: Int, _ unlisted: [String]) throws {
        let portfolio = try TestPortfolio.example(on: "2025-12-31")
        let count = try #require(portfolio.figures.first { $0.figure.id == id })
        #expect(count.rows.map { "\($0.kind ?? "-") \($0.count)" } == rows)
        #expect(count.open == open)
        #expect(count.unlisted == unlisted)
        #expect(count.failure == nil)
    }

    /// Groups of units add up to the whole, but for a statement that two groups share; groups of rules always do.
    @Test func rollUpsAddUp() throws {
        let library = try #require(ShippedRules.library)
        let portfolio = try TestPortfolio.example(on: "2021-03-01")
        let total = portfolio.total
        for key in RollUpKey.allCases {
            let rows = portfolio.rollUp(by: key, in: library)
            switch key {
            case .block:
                #expect(rows.reduce(0) { $0 + $1.units } == total.units)
                #expect(rows.reduce(0) { $0 + $1.statements } == total.statements)
                #expect(rows.reduce(0) { $0 + $1.applicable } == total.applicable)
            case .level, .parent:
                // The provincial committee and its office share a statement and are of two levels.
                #expect(rows.reduce(0) { $0 + $1.units } == total.units)
                #expect(rows.reduce(0) { $0 + $1.statements } == total.statements + 1)
            case .tag:
                // Departments B and C leave out administrative procedures; what that was in 2021 is not known.
                let later = try TestPortfolio.example(on: "2025-12-31").rollUp(by: key, in: library)
                let head = try #require(later.first { $0.key == "head-36-1-a" })
                #expect(head.rules[.nonconform] == 2)
            case .source, .clause:
                #expect(rows.reduce(0) { $0 + $1.applicable } == total.applicable)
                #expect(rows.reduce(0) { $0 + $1.conforming.lowerBound } == total.conforming.lowerBound)
                #expect(rows.reduce(0) { $0 + $1.conforming.upperBound } == total.conforming.upperBound)
            }
        }
        #expect(portfolio.rollUp(by: .block, in: library).map(\.key).first == "Ủy ban nhân dân tỉnh")
    }

    /// What is asked of the provincial committee as such is not asked of its office, which applies one system with it: neither on the
    /// office's own line nor in a group that holds the office alone.
    @Test func aGroupHasWhatIsAskedOfItsUnits() throws {
        let library = try #require(ShippedRules.library)
        let portfolio = try TestPortfolio.example(on: "2025-12-31")
        func applicable(_ code: String) throws -> Int {
            let unit = try #require(portfolio.units.first { $0.unit.code == code })
            return unit.rules.count { $0.verdict != .notApplicable && $0.verdict != .notInForce }
        }
        #expect(try applicable("VP") < applicable("UB"))
        func row(_ by: RollUpKey, _ key: String) -> RollUpRow? {
            portfolio.rollUp(by: by, in: library).first { $0.key == key }
        }
        let departments = try ["VP", "SO-A", "SO-B", "SO-C", "SO-D"].map(applicable).reduce(0, +)
        #expect(row(.level, "provincial_department")?.applicable == departments)
        let directed = try ["VP", "SO-A", "SO-B", "SO-C", "SO-D", "X-2"].map(applicable).reduce(0, +)
        #expect(row(.parent, "UB")?.applicable == directed)
        // Where both are of one group, their statement counts once, as the committee's.
        #expect(row(.block, "Ủy ban nhân dân tỉnh")?.applicable == (try applicable("UB")))
    }

    @Test func aStatementThatCannotBeReadIsABucketOfItsOwn() throws {
        var example = try TestPortfolio.example()
        example.statements["ban-khai/so-b.yaml"] = nil
        let portfolio = try example.assess(on: "2021-03-01")
        #expect(portfolio.unreadable.map(\.unit.code) == ["SO-B"])
        #expect(portfolio.withoutStatement.map(\.unit.code) == ["H-Y"])
        let finding = try #require(portfolio.sets.first { $0.rule.id == Self.switched })
        #expect(finding.open.map(\.text) == ["SO-B", "H-Y"])
    }
}
