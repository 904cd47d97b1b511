import Assessor
import CivilTime
import Model
import Portfolio
import Testing
import YAMLTree

/// Plans of a year's inspections: the third at the office, everybody at least by file, and who comes first.
@Suite struct InspectionPlanTests {
    private func context(
        _ interpretations: [String: String] = [:], inspections: [Inspection] = []
    ) throws -> AssessmentContext {
        let library = try #require(ShippedRules.library)
        return try AssessmentContext(
            library: library, profile: library.portfolioProfile?.id, interpretations: interpretations,
            inspections: inspections)
    }

    private func register(
        mandatory: Int, mandated: Int = 0, _ inspections: [String] = [], statedOn: String = "2025-12-31"
    ) throws -> Register {
        let units =
            (0..<mandatory).map { "  - {code: U\($0), class: mandatory}" }
            + (0..<mandated).map { "  - {code: V\($0), class: mandated}" }
        let rows = inspections.isEmpty ? " []" : "\n" + inspections.map { "  - {\($0)}" }.joined(separator: "\n")
        let text = """
            tuanthu: register/1
            stated_on: \(statedOn)
            units:\(units.isEmpty ? " []" : "\n" + units.joined(separator: "\n"))
            inspections:\(rows)
            """
        let loaded = try TestPortfolio.written(text)
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    private func plan(
        _ register: Register, year: Int = 2026, onSite: Int? = nil, _ interpretations: [String: String] = [:],
        inspections: [Inspection] = []
    ) throws -> InspectionPlan {
        try InspectionPlanner(
            register, in: try context(interpretations, inspections: inspections), year: year
        ).plan(onSite: onSite)
    }

    /// A third rounds up; who is not inspected at the office is inspected by file; carried out, the plan reaches both shares.
    @Test(arguments: [1, 2, 3, 4, 6, 7, 10, 11, 12, 31]) func theArithmetic(_ units: Int) throws {
        let plan = try plan(register(mandatory: units, mandated: 2))
        let third = (units + 2) / 3
        #expect(plan.needed == third && plan.counted == units...units)
        #expect(plan.visits(.onSite).count == third)
        #expect(plan.visits(.byFile).count == units - third)
        #expect(Set(plan.visits.map(\.unit.code)).count == units)
        #expect(plan.notCounted == ["V0", "V1"])
        #expect(plan.proof.map(\.verdict) == [.conform, .conform])
    }

    /// Whatever the register says of earlier years, the plan reaches both shares, plans nobody twice, and is the same every time.
    @Test func anyRegisterGivesAPlanThatReachesTheShares() throws {
        var random = SplitMix64(seed: 26)
        for _ in 0..<25 {
            let units = Int.random(in: 1...14, using: &random)
            let rows = (0..<Int.random(in: 0...20, using: &random)).map { index -> String in
                let form = Bool.random(using: &random) ? "on_site" : "by_file"
                let result = ["", ", result: meets", ", result: does_not_meet"].randomElement(using: &random) ?? ""
                let year = Int.random(in: 2019...2026, using: &random)
                let unit = Int.random(in: 0..<units, using: &random)
                return "ref: R\(index), unit: U\(unit), held_on: \(year)-05-10, form: \(form)\(result)"
            }
            let register = try register(mandatory: units, rows, statedOn: "2026-06-30")
            let plan = try plan(register)
            #expect(plan.proof.map(\.verdict) == [.conform, .conform])
            let codes = plan.visits.map(\.unit.code)
            #expect(Set(codes).count == codes.count)
            #expect(plan.visits(.onSite).count == max(0, plan.needed - plan.done.count))
            #expect(Set(plan.done).isDisjoint(with: codes))
            let again = try self.plan(register)
            #expect(again.visits.map(\.unit.code) == codes)
        }
    }

    /// Never before long ago, long ago before lately; in one year what was found by file; then the order of the register.
    @Test func whoComesFirst() throws {
        let register = try register(
            mandatory: 9,
            [
                "ref: a, unit: U0, held_on: 2024-01-02, form: on_site",
                "ref: b, unit: U1, held_on: 2021-12-30, form: on_site",
                "ref: c, unit: U2, held_on: 2021-01-04, form: on_site",
                "ref: d, unit: U2, held_on: 2025-04-01, form: by_file, result: meets",
                "ref: e, unit: U3, held_on: 2021-06-04, form: on_site",
                "ref: f, unit: U3, held_on: 2025-04-01, form: by_file, result: does_not_meet",
                "ref: g, unit: U4, held_on: 2025-04-01, form: by_file, result: meets",
                "ref: h, unit: U6, held_on: 2024-04-01, form: by_file, result: meets",
                "ref: i, unit: U6, held_on: 2025-04-01, form: by_file, result: does_not_meet",
                "ref: j, unit: U7, held_on: 2022-04-01, form: on_site",
                "ref: k, unit: U8, held_on: 2023-04-01, form: on_site",
            ])
        let order = try plan(register, onSite: 9).visits(.onSite).map(\.unit.code)
        #expect(order == ["U6", "U5", "U4", "U3", "U1", "U2", "U7", "U8", "U0"])
        #expect(try plan(register).visits(.onSite).map(\.unit.code) == ["U6", "U5", "U4"])
        let ground = try #require(try plan(register).visits(.onSite).first?.ground)
        #expect(ground.byFile?.result == .doesNotMeet && ground.lastOnSite == nil)
    }

    /// Corrections that are overdue, refused or without effect count as what was found.
    @Test func openCorrectionsComeFirst() throws {
        let vocabulary = try #require(ShippedRules.vocabulary)
        let text = """
            tuanthu: inspection/1
            agency: U2
            form: by_file
            signed_on: 2025-03-01
            record: 9/BB
            not_met: [{id: "1", says: x}]
            corrections: [{reported_on: 2025-04-01, replies: [{replied_on: 2025-05-01, accepted: false}]}]
            """
        let record = try #require(
            InspectionLoader(vocabulary: vocabulary).load(SourceText(name: "i", bytes: Array(text.utf8))).value)
        // Two records of one inspection are told once.
        let plan = try plan(register(mandatory: 3), inspections: [record, record])
        #expect(plan.visits(.onSite).map(\.unit.code) == ["U2"])
        #expect(plan.visits(.onSite).first?.ground.openRecords == ["9/BB"])
    }

    /// What is not known of one inspection leaves open when its unit was last inspected.
    @Test func aVagueInspectionLeavesItsUnitOpen() throws {
        let plan = try plan(register(mandatory: 3, ["unit: U1", "unit: U2, held_on: 2024-05-01, form: on_site"]))
        let grounds = plan.visits.map { "\($0.unit.code) \($0.ground.mayHaveMore)" }.sorted()
        #expect(grounds == ["U0 false", "U1 true", "U2 false"])
    }

    @Test func whoWasInspectedThisYearIsNotPlannedAgain() throws {
        let register = try register(
            mandatory: 4,
            [
                "ref: a, unit: U1, held_on: 2026-02-01, form: on_site",
                "ref: b, unit: U2, held_on: 2026-02-01, form: by_file",
            ], statedOn: "2026-03-01")
        let plan = try plan(register)
        #expect(plan.done == ["U1"] && plan.needed == 2)
        // By file is done for U2; it may still be chosen for its office.
        #expect(plan.visits.map { "\($0.unit.code) \($0.form.rawValue)" } == ["U0 on_site", "U3 by_file"])
    }

    /// Readings and classes: the mandated are planned for where they are read as inspected, and files for all where the floor is read so.
    @Test func theReadingsOfTheSharesAreThePlans() throws {
        let register = try register(mandatory: 3, mandated: 3)
        let withMandated = try plan(register, ["inspected_units": "with_mandated"])
        #expect(withMandated.counted == 6...6 && withMandated.needed == 2 && withMandated.visits.count == 6)
        let library = try #require(ShippedRules.library)
        let floor = try #require(library.interpretations["file_floor"]?.choices.map(\.id).first { $0 != "either_form" })
        let everyFile = try plan(register, ["file_floor": floor])
        #expect(everyFile.visits(.byFile).count == 3 && everyFile.visits(.onSite).count == 1)
        #expect(everyFile.proof.map(\.verdict) == [.conform, .conform])
    }

    @Test func aUnitOfUnknownClassIsPlannedForAsIfItCounted() throws {
        let text = """
            tuanthu: register/1
            stated_on: 2025-12-31
            units:
              - {code: A, class: mandatory}
              - {code: B}
              - {code: C, class: mandatory, dissolved_on: 2026-07-01}
            inspections: []
            """
        let register = try #require(try TestPortfolio.written(text).value)
        let plan = try plan(register)
        #expect(plan.counted == 1...2 && plan.undecided == ["B"])
        // C is no longer there at the end of the year.
        #expect(plan.visits.map(\.unit.code).sorted() == ["A", "B"])
    }

    @Test func whatCannotBePlanned() throws {
        let register = try register(mandatory: 6)
        func fault(_ make: () throws -> InspectionPlan) -> String {
            do { return "\(try make().needed)" } catch { return "\(error)" }
        }
        #expect(fault { try plan(register, onSite: 1) }.contains("tooFew"))
        #expect(fault { try plan(register, onSite: 7) }.contains("tooMany"))
        #expect(fault { try plan(register, year: 12_000) }.contains("year"))
        #expect(try plan(register, onSite: 5).visits(.onSite).count == 5)
        // Before the Circular no share was asked for.
        #expect(fault { try plan(register, year: 2013) }.contains("share"))
    }
}
