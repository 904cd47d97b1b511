import Assessor
import CivilTime
import Model
import Portfolio
import Reports
import Testing
import YAMLTree

/// What a register says is so on every day it speaks of: what was done stays done, what is of one agency is not of another, what ended
/// is told to have ended.
@Suite struct TrueRegisterTests {
    typealias Made = MadeSnapshots

    private static func statement(_ text: String) throws -> Statement {
        let source = SourceText(name: "s.yaml", bytes: Array("tuanthu: statement/1\n\(text)".utf8))
        let loaded = StatementLoader(vocabulary: try #require(ShippedRules.vocabulary)).load(source)
        #expect(loaded.diagnostics.isEmpty)
        return try #require(loaded.value)
    }

    private static func portfolio(_ register: String, _ statements: [String: String]) throws -> TestPortfolio {
        let loaded = try TestPortfolio.written("tuanthu: register/1\nstated_on: 2021-07-31\n\(register)")
        #expect(loaded.diagnostics.isEmpty)
        return TestPortfolio(
            register: try #require(loaded.value), statements: try statements.mapValues { try statement($0) })
    }

    // MARK: Steps

    private static let inTheMiddle = """
        stated_on: 2021-07-31
        agency: {code: A, level: provincial_department}
        qms:
          declarations: [{decision: 1/QĐ, date: 2015-01-12, edition: iso-9001-2008}]
          steering_board: [{decision: 3/QĐ, date: 2020-04-14}]
          conversion_plans: []
          document_sets: [{edition: iso-9001-2015, written_on: 2020-08-19}]

        """

    struct StepRow: Sendable, CustomTestStringConvertible {
        let day: String
        let steps: [String]
        var testDescription: String { day }
    }

    /// The board and the documents are of what is in use on the day of the statement, which is looked at before that day and after.
    static let steps = [
        StepRow(day: "2020-04-13", steps: []),
        StepRow(day: "2020-04-14", steps: ["board 2020-04-14"]),
        StepRow(day: "2020-08-18", steps: ["board 2020-04-14"]),
        StepRow(day: "2020-08-19", steps: ["board 2020-04-14", "write 2020-08-19"]),
        StepRow(day: "2021-07-30", steps: ["board 2020-04-14", "write 2020-08-19"]),
        StepRow(day: "2021-07-31", steps: ["board 2020-04-14", "write 2020-08-19"]),
        StepRow(day: "2021-08-01", steps: ["board 2020-04-14", "write 2020-08-19"]),
    ]

    @Test(arguments: steps) func whatWasDoneStaysDone(_ row: StepRow) throws {
        let portfolio = try Self.portfolio(
            "units: [{code: A, class: mandatory, statement: a.yaml}]\n", ["a.yaml": Self.inTheMiddle])
        let note = try #require(portfolio.assess(on: row.day).units.first?.result?.conversion)
        #expect(note.steps.map { "\($0.step) \($0.on)" } == row.steps)
    }

    /// Before the board of today there may have been another one: that none was set up is not known.
    @Test func whatIsNotShownIsNotKnown() throws {
        let library = try #require(ShippedRules.library)
        let context = try AssessmentContext(library: library, profile: library.portfolioProfile?.id)
        let transition = try #require(library.transitions.first)
        let progress = Assessor.progress(
            of: transition, try Self.statement(Self.inTheMiddle), in: context, asOf: try CivilDate.parse("2020-04-13"))
        for id in ["board", "write"] {
            let step = try #require(progress.steps.first { $0.step.id == id })
            guard case .notKnown = step.state else {
                Issue.record("\(id): \(step.state)")
                continue
            }
        }
    }

    // MARK: Whose statement it is

    private static func agency(_ code: String) -> String {
        """
        stated_on: 2021-07-31
        agency: {code: \(code), level: provincial_department}
        qms:
          tthc: [{code: \(code).1, status: in_force}]
          procedures: [{code: QT, status: in_use, covers: [\(code).1]}]

        """
    }

    @Test func aStatementOfAnotherAgencyIsNoStatementOfTheUnit() throws {
        let register = """
            units:
              - {code: B, class: mandatory, statement: a.yaml}
              - {code: A, class: mandatory, statement: a.yaml}
            systems: [{id: HT-A, units: [A]}, {id: HT-B, units: [B]}]

            """
        let portfolio = try Self.portfolio(register, ["a.yaml": Self.agency("A")])
        let assessor = try portfolio.assessor(on: "2021-07-31")
        let statement = try #require(portfolio.statements["a.yaml"])
        let faults = assessor.faults(of: statement, at: "a.yaml")
        #expect(faults.count == 1 && faults.allSatisfy { $0.severity == .error })
        guard case .register(.statementOfOther(path: "a.yaml", found: "A", unit: "B"))? = faults.first?.problem else {
            Issue.record("\(faults)")
            return
        }
        let assessment = try portfolio.assess(on: "2021-07-31")
        #expect(assessment.unreadable.map(\.unit.code) == ["B"])
        #expect(assessment.units.last?.result != nil)
        let share = try #require(assessment.sets.first { $0.rule.id == "tt26.art36.1.a.tthc" })
        #expect(share.unlisted == ["B"] && share.count?.numerator == 1...1)
    }

    @Test func aSystemSharedIsAStatementShared() throws {
        let register = """
            units:
              - {code: A, class: mandatory, statement: a.yaml}
              - {code: B, class: mandatory, statement: a.yaml}
            systems: [{id: HT, units: [A, B]}]

            """
        let portfolio = try Self.portfolio(register, ["a.yaml": Self.agency("A")])
        let assessor = try portfolio.assessor(on: "2021-07-31")
        #expect(assessor.faults(of: try #require(portfolio.statements["a.yaml"]), at: "a.yaml").isEmpty)
        let assessment = try portfolio.assess(on: "2021-07-31")
        #expect(assessment.unreadable.isEmpty && assessment.units.map(\.sharesStatement) == [false, true])
    }

    /// A statement of neither of the units that apply the system.
    @Test func aSystemsStatementIsOfOneOfItsUnits() throws {
        let register = """
            units: [{code: A, class: mandatory}, {code: B, class: mandatory}]
            systems: [{id: HT, units: [A, B], statement: c.yaml}]

            """
        let portfolio = try Self.portfolio(register, ["c.yaml": Self.agency("C")])
        let assessor = try portfolio.assessor(on: "2021-07-31")
        #expect(assessor.faults(of: try #require(portfolio.statements["c.yaml"]), at: "c.yaml").count == 2)
        #expect(try portfolio.assess(on: "2021-07-31").unreadable.map(\.unit.code) == ["A", "B"])
    }

    // MARK: Duties of the agency whose statement it is

    /// The committee of the invented province and its office share a statement; what the committee owes for those it directs is its own.
    @Test func theDutiesOfACommitteeAreItsOwn() throws {
        let assessment = try TestPortfolio.example(on: "2025-12-31")
        let committee = try #require(assessment.units.first { $0.unit.code == "UB" })
        let office = try #require(assessment.units.first { $0.unit.code == "VP" })
        #expect(office.sharesStatement && !committee.sharesStatement)
        let own = committee.deadlines.map(\.rule)
        #expect(own.contains("qd19.art12.6.periodic") && own.contains("tt26.art34.1"))
        #expect(
            !office.deadlines.contains { ["qd19.art12.6.periodic", "tt26.art34.1", "tt26.art38.1"].contains($0.rule) })
        for group in assessment.ahead where group.units.contains(where: { $0.unit.code == "VP" }) {
            #expect(office.isAsked(group.note.rule))
        }
        // What is asked of the system is asked of both.
        let audit = "qd19.art4.4.b.audit"
        let verdicts = [committee, office].map { $0.rules.first { $0.rule == audit }?.verdict }
        #expect(verdicts[0] == verdicts[1] && verdicts[0] != .notApplicable)
        #expect(office.rules.first { $0.rule == "qd19.art12.6.periodic" }?.verdict == .notApplicable)
    }

    // MARK: Units that end

    @Test func whatWasInspectedBeforeTheEndCounts() throws {
        func count(_ day: String) throws -> [String] {
            let figure = try #require(
                TestPortfolio.example(on: day).figures.first { $0.figure.id == "tt26.figures.inspections" })
            return figure.rows.map { "\($0.kind ?? "-") \($0.count)" }
        }
        // The figure is that of the list of the year's inspections, which never left the district out.
        for day in ["2025-06-30", "2025-07-01", "2025-12-31"] {
            let told = try TestPortfolio.example(on: day).inspections.forms.filter { $0.inspections > 0 }
            #expect(try Set(count(day)) == Set(told.map { "\($0.form.rawValue) \($0.inspections)" }), "\(day)")
        }
        #expect(try Set(count("2025-12-31")) == ["on_site 3", "by_file 4"])
        // The year after it is another one.
        #expect(try count("2026-01-01").isEmpty)
    }

    @Test func theEndedAreToldWithWhatTookOver() throws {
        func told(_ day: String, inYear: Bool) throws -> [String] {
            try TestPortfolio.example(on: day).ended(inYear: inYear).map {
                "\($0.code) \($0.name ?? "-") \($0.on) \($0.successor ?? "-") \($0.successorName ?? "-")"
            }
        }
        let both = ["H-X Huyện X 2025-07-01 X-1 Xã Một", "H-Y Huyện Y 2025-07-01 X-2 Phường Hai"]
        #expect(try told("2025-06-30", inYear: true).isEmpty)
        #expect(try told("2025-07-01", inYear: true) == both)
        #expect(try told("2026-01-01", inYear: true).isEmpty)
        #expect(try told("2026-01-01", inYear: false) == both)
    }

    @Test func aComparisonAcrossAnEndSaysSo() throws {
        let example = try TestPortfolio.example()
        let before = try example.snapshot(on: "2025-06-30")
        let after = try example.snapshot(on: "2025-07-01")
        #expect(before.statements.contains { $0.agency == "H-X" } && !after.statements.contains { $0.agency == "H-X" })
        let comparison = SnapshotComparison(before, after)
        let ended = comparison.units.filter { $0.after == nil }
        #expect(ended.map { $0.ended?.successor } == ["X-1", "X-2"])
        let gone = comparison.withoutPartner
        #expect(gone.map(\.agency) == ["H-X"] && gone.allSatisfy { comparison.hasEnded($0) })
        #expect(gone.allSatisfy { $0.unchanged == 0 && !$0.changes.isEmpty })
        // Its findings are neither better nor worse nor different: they are not compared.
        let own = comparison.statements.filter { $0.wasThere && $0.isThere }.flatMap(\.changes)
        for direction in SnapshotComparison.FindingChange.Direction.allCases {
            #expect(comparison.count(direction) == own.count { $0.direction == direction })
        }
        let library = try #require(ShippedRules.library)
        let text = SnapshotComparisonText(.vi, library: library).text(comparison)
        #expect(text.contains("Huyện X (H-X): từ ngày 01/07/2025, hợp nhất vào Xã Một (X-1)"))
        #expect(text.contains("Không so phát hiện của H-X: cơ quan không còn hoạt động"))
    }
}
