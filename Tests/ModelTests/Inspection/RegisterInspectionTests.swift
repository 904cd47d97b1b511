import CivilTime
import Model
import Testing
import YAMLTree

/// Records among the inspections of a register, and campaigns beside one.
@Suite struct RegisterInspectionTests {
    private func register(_ inspections: String) throws -> Register {
        let text = """
            tuanthu: register/1
            stated_on: 2025-12-31
            portfolio: {code: MAU}
            units:
              - {code: A, class: mandatory}
              - {code: B, class: mandatory, dissolved_on: 2025-07-01}
            \(inspections)
            """
        return try RegisterLoader(vocabulary: try TestVocabulary.shipped())
            .load(SourceText(name: "r.yaml", bytes: Array(text.utf8))).get()
    }

    private func record(_ lines: String, agency: String = "A") throws -> Inspection {
        let text = "tuanthu: inspection/1\nagency: \(agency)\nsigned_on: 2025-03-12\n\(lines)\n"
        return try InspectionLoader(vocabulary: try TestVocabulary.shipped())
            .load(SourceText(name: "i.yaml", bytes: Array(text.utf8))).get()
    }

    private func added(_ register: Register, _ inspection: Inspection) throws -> RegisterWithRecords {
        register.adding([("A", inspection)], in: try TestVocabulary.shipped())
    }

    private func rows(_ whole: RegisterWithRecords) throws -> [String] {
        try whole.get().inspections.map { row in
            "\(row.unit) \(row.ref ?? "-") \(row.heldOn?.description ?? "-") \(row.form?.rawValue ?? "-")"
        }
    }

    /// Numbers of records begin anew each year: one number of two years is two inspections, be they of one unit.
    @Test(arguments: [
        ("2024-11-05", ["A 1/BB 2024-11-05 on_site", "A 1/BB 2025-03-12 on_site"]),
        ("2025-03-11", ["A 1/BB 2025-03-11 on_site"]), ("2025-12", ["A 1/BB 2025-12 on_site"]),
        ("2024/2025", ["A 1/BB 2024/2025 on_site"]),
    ]) func aNumberIsOfItsYear(_ listed: String, _ expected: [String]) throws {
        let register = try register("inspections: [{ref: 1/BB, unit: A, held_on: \(listed), form: on_site}]")
        #expect(try rows(added(register, record("record: 1/BB\nform: on_site"))) == expected)
    }

    /// What is signed after the turn of the year is of the inspection before it.
    @Test func signingMayFollowTheTurnOfTheYear() throws {
        let register = try register("inspections: [{ref: 9/BB, unit: A, held_on: 2024-12-30}]")
        let signed = try record("record: 9/BB\nform: on_site\nheld_on: 2024-12-30/2025-01-03")
        #expect(try rows(added(register, signed)) == ["A 9/BB 2024-12-30 on_site"])
    }

    /// Two records of one inspection are one row; those of two units are two, whatever their numbers.
    @Test func recordsOfOneNumberAreToldApartByUnit() throws {
        let register = try register("inspections: []")
        let whole = register.adding(
            [
                ("A", try record("record: 1/BB")), ("A", try record("record: 1/BB\nform: on_site")),
                ("B", try record("record: 1/BB", agency: "B")),
            ], in: try TestVocabulary.shipped())
        #expect(whole.diagnostics.isEmpty && whole.taken.count == 3)
        #expect(try rows(whole) == ["A 1/BB 2025-03-12 on_site", "B 1/BB 2025-03-12 -"])
    }

    /// A record that may not be taken takes no other with it, and leaves open what was inspected of its unit: so does one that
    /// could not be read.
    @Test func aBadRecordCostsItsUnitAlone() throws {
        let register = try register("inspections: []")
        let good = try record("record: 1/BB\nform: on_site")
        let other = try record("record: 2/BB", agency: "KHAC")
        let whole = register.adding(
            [("A", good), ("B", other)], unread: ["A"], in: try TestVocabulary.shipped())
        #expect(whole.taken.map(\.record) == ["1/BB"] && whole.diagnostics.count == 1)
        #expect(try rows(whole) == ["A 1/BB 2025-03-12 on_site", "B - - -", "A - - -"])
    }

    @Test func aRecordIsARowOfItsOwn() throws {
        let register = try register("inspections: []")
        let whole = try added(register, record("record: 1/BB\nform: on_site\nresult: meets\nrating: tốt")).get()
        #expect(whole.inspections.map(\.ref) == ["1/BB"])
        #expect(whole.inspections[0].heldOn?.description == "2025-03-12")
        #expect(whole.inspections[0].form == .onSite && whole.inspections[0].result == .meets)
        #expect(whole.inspections[0].rating == "tốt")
        #expect(whole.listsInspections)
    }

    /// A row that is there already is not counted twice, and takes from the record what it leaves open.
    @Test func aListedRecordFillsItsRow() throws {
        let register = try register("inspections: [{ref: 1/BB, unit: A, held_on: 2025-03-11}]")
        let whole = try added(register, record("record: 1/BB\nform: on_site")).get()
        #expect(whole.inspections.count == 1)
        #expect(whole.inspections[0].heldOn?.description == "2025-03-11" && whole.inspections[0].form == .onSite)
    }

    @Test func aRecordWithoutANumberIsFoundByUnitAndDay() throws {
        let register = try register("inspections: [{unit: A, held_on: 2025-03-12}, {unit: B, held_on: 2025-03-12}]")
        let whole = try added(register, record("form: by_file")).get()
        #expect(whole.inspections.map(\.form) == [.byFile, nil])
    }

    /// Of a list that is not stated nobody knows the rest.
    @Test func anAbsentListStaysOpen() throws {
        let whole = try added(try register(""), record("record: 1/BB\nform: on_site")).get()
        #expect(whole.inspections.count == 1 && !whole.listsInspections)
    }

    @Test func whatDisagreesIsToldWithBothPlaces() throws {
        let register = try register("inspections: [{ref: 1/BB, unit: A, form: by_file, result: meets}]")
        let loaded = try added(register, record("record: 1/BB\nform: on_site\nresult: does_not_meet"))
        #expect(loaded.taken.isEmpty)
        #expect(try rows(loaded) == ["A 1/BB - by_file", "A - - -"])
        let messages = loaded.diagnostics.map { $0.message(.en) }.sorted()
        #expect(
            messages == [
                "the record “1/BB” says form: on_site, the register says by_file",
                "the record “1/BB” says result: does_not_meet, the register says meets",
            ])
        #expect(loaded.diagnostics.allSatisfy { $0.related.count == 1 })
        let other = try added(register, record("record: 2/BB", agency: "B"))
        #expect(
            other.diagnostics.map { $0.message(.en) } == [
                "this is a record of “B”, not of the unit “A” that names the file"
            ])
    }

    @Test func aCampaignIsHeldAgainstItsRegister() throws {
        let register = try register("inspections: []")
        let text = """
            tuanthu: campaign/1
            year: 2025
            portfolio: KHAC
            visits: [{unit: A}, {unit: B}, {unit: AA}]
            """
        let campaign = try CampaignLoader.load(SourceText(name: "c.yaml", bytes: Array(text.utf8))).get()
        let faults = campaign.faults(against: register)
        #expect(
            faults.map { $0.message(.en) } == [
                "the campaign is of the portfolio “KHAC”, not of “MAU”",
                "the unit “B” is no longer in being at the end of 2025",
                "there is no unit “AA”; did you mean “A”?",
            ])
        #expect(faults.map(\.severity) == [.error, .warning, .error])
    }

    /// The forms, results, papers and contents the program knows are those of the vocabulary.
    @Test func theWordsAreTheVocabularys() throws {
        let choices = try TestVocabulary.shipped().choices
        #expect(choices[InspectionNames.forms]?.choices.map(\.id) == InspectionForm.allCases.map(\.rawValue))
        #expect(choices[InspectionNames.results]?.choices.map(\.id) == InspectionResult.allCases.map(\.rawValue))
    }
}

extension RegisterWithRecords {
    /// The register, or a failure that names what is wrong.
    fileprivate func get() throws -> Register {
        try #require(value, "\(diagnostics.map { $0.text(.en) }.joined())")
    }
}

extension Loaded {
    /// The value, or a failure that names what is wrong.
    fileprivate func get() throws -> Value {
        try #require(value, "\(diagnostics.map { $0.text(.en) }.joined())")
    }
}
