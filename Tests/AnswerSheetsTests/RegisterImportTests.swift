import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing
import YAMLTree

/// Registers read from workbooks: what does not fit together is told by its cell, and left out where the rest is wanted.
@Suite struct RegisterImports {
    private static func field(_ name: String, _ type: String, _ more: String = "") -> String {
        "      \(name): {type: \(type), \(more)label: {vi: \(name), en: \(name)}, question: {vi: \"\(name)?\", en: \"\(name)?\"}}\n"
    }

    private static let vocabularyText =
        "tuanthu: vocabulary/1\nrespondents:\n  head: {vi: a, en: a}\ndocuments:\n  decision: {vi: a, en: a}\nrecords:\n"
        + "  unit:\n    label: {vi: cơ quan, en: unit}\n    key: [code]\n    fields:\n"
        + field("code", "text", "required: true, ") + field("name", "text", "varies: true, ")
        + field("parent", "text", "varies: true, ") + field("plans", "list", "of: text, ") + field("statement", "text")
        + field("founded_on", "date", "role: scheduled, ") + field("dissolved_on", "date", "role: scheduled, ")
        + field("successor", "text")
        + "  plan:\n    label: {vi: kế hoạch, en: plan}\n    key: [id]\n    fields:\n" + field("id", "text")
        + field("ref", "text", "required: true, ") + field("issued_on", "date")
        + field("finish_before", "date", "role: scheduled, ")
        + "  system:\n    label: {vi: hệ thống, en: system}\n    key: [id]\n    fields:\n"
        + field("id", "text", "required: true, ") + field("units", "list", "of: text, ")
        + "facts:\n  note: {type: text, label: {vi: a, en: a}, question: {vi: a, en: a}}\nregister:\n"
        + ["plans: plan", "units: unit", "systems: system"].map { line in
            let parts = line.split(separator: " ")
            return
                "  \(parts[0]) {type: list, of: \(parts[1]), label: {vi: \(parts[1])s, en: \(parts[1])s}, question: {vi: a, en: a}}\n"
        }.joined()

    static let register = """
        tuanthu: register/1
        stated_on: 2020-12-31
        plans: [{id: K1, ref: 1/KH}]
        units:
          - {code: UB}   # trên hết
          - {code: A, parent: UB}
          - {code: B, parent: A}
          - {code: C, parent: UB, dissolved_on: 2020-07-01, successor: A}

        """

    private func vocabulary() throws -> Vocabulary {
        let loaded = VocabularyLoader.load([SourceText(name: "v.yaml", bytes: Array(Self.vocabularyText.utf8))])
        #expect(loaded.diagnostics.map { $0.text(.en) } == [])
        return try #require(loaded.value)
    }

    /// What comes of sheets read into a register, whose tables lie beside it in a folder.
    private func outcome(
        _ sheets: [Sheet], _ text: String = Self.register, _ tables: [String: String] = [:], skips: Bool = true
    ) throws -> WorkbookImport.Outcome {
        let vocabulary = try vocabulary()
        let loader = RegisterLoader(vocabulary: vocabulary)
        func lookup(_ name: String, _ changed: [String: [UInt8]]) -> TableLookup {
            (changed[name] ?? tables[name].map { Array($0.utf8) }).map { .found($0) } ?? .unreadable(.notFound)
        }
        let source = SourceText(name: "danh sách/r.yaml", bytes: Array(text.utf8))
        let loaded = loader.load(source) { lookup($0, [:]) }
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map { $0.text(.en) } == [])
        let day = try #require(CivilDate(year: 2020, month: 12, day: 31))
        let book = try BookReader.read(try WorkbookWriter.bytes(of: Workbook(title: "", created: day, sheets: sheets)))
        return WorkbookImport(
            into: try #require(loaded.value).facts, vocabulary.ofRegisters,
            WorkbookImport.Options(skipsBadCells: skips)
        ).outcome(
            of: book, tables: { name in tables[name].map { Array($0.utf8) } },
            reload: { source, changed in
                let loaded = loader.load(source) { lookup($0, changed) }
                return Loaded(loaded.value?.facts, loaded.diagnostics)
            })
    }

    private func sheet(_ name: String, _ header: [String], _ rows: [[String]]) -> Sheet {
        Sheet(
            name: name, columns: header.map { Column($0) },
            rows: rows.map { row in row.map { $0.isEmpty ? .empty : Cell(.text($0)) } })
    }

    /// One bad cell each: what is told in English, and a line of the register that the rest gives.
    @Test(arguments: [
        (["A", "XX"], "units!B2: there is no unit “XX”", "  - {code: A, parent: UB}\n"),
        (["A", "B"], "units!B2: units stand under one another in a circle: A → B → A", "  - {code: A, parent: UB}\n"),
        (["UB", "B"], "units!B2: units stand under one another in a circle", "  - {code: UB}   # trên hết\n"),
        (
            ["UB", "UB"], "units!B2: units stand under one another in a circle: UB → UB",
            "  - {code: UB}   # trên hết\n"
        ),
        (["D", "XX"], "units!B2: there is no unit “XX”", "  - {code: D}\n"),
        (["D", "", "A|XX"], "units!C2: there is no plan “A”", "  - {code: D}\n"),
        (["A", "", "K2"], "units!C2: there is no plan “K2”; did you mean “K1”?", "  - {code: A, parent: UB}\n"),
        (["A", "", "", "../a.yaml"], "units!D2: the file “../a.yaml” must be", "  - {code: A, parent: UB}\n"),
        (["A", "", "", "", "2020-01-01"], "", "  - {code: A, parent: UB, dissolved_on: 2020-01-01}\n"),
        (
            ["A", "", "", "", "", "B"], "units!F2: unit “A” has a successor, but no “dissolved_on”",
            "code: A, parent: UB}\n"
        ),
        (["C", "", "", "", "", "C"], "units!F2: unit “C” cannot be its own successor", "successor: A}\n"),
        (["C", "", "", "", "", "", "2021-01-01"], "units!G2: a unit ends (2020-07-01) no later", "successor: A}\n"),
    ]) func aBadCellIsNamedAndLeftOut(_ row: [String], _ told: String, _ kept: String) throws {
        let header = ["code", "parent", "plans", "statement", "dissolved_on", "successor", "founded_on"]
        // A row that is right goes in with it.
        let bad = sheet("units", Array(header.prefix(max(2, row.count))), [row, ["E", "UB"]])
        let outcome = try outcome([bad])
        let problems = outcome.problems.map { "\($0.position): \($0.problem.message(.en))" }
        #expect(told.isEmpty ? problems.isEmpty : problems.count == 1 && problems[0].hasPrefix(told), "\(problems)")
        let text = try #require(outcome.text)
        #expect(text.contains(kept.hasPrefix("  - {code: D") ? "code: D\n" : kept), "\(text)")
        #expect(text.contains("code: E"), "\(text)")
        let all = try self.outcome([bad], skips: false)
        #expect(all.problems == outcome.problems)
        #expect((all.document == nil) == !told.isEmpty)
    }

    /// Every bad cell of every sheet is told at once, those that are wrong by themselves and those that only do not fit together.
    @Test func everyBadCellIsTold() throws {
        let units = sheet(
            "units", ["code", "parent", "dissolved_on"],
            [["D", "E", ""], ["E", "XX", "hôm qua"], ["B", "YY", ""], ["A", "B", ""], ["F", "D", ""]])
        let systems = sheet("systems", ["id", "units"], [["S1", "A|ZZ"], ["S2", "F|B"]])
        for skips in [false, true] {
            let outcome = try outcome([units, systems], skips: skips)
            let problems = outcome.problems.map { "\($0.position): \($0.problem.message(.en))" }
            let told = [
                "units!B3: there is no unit “XX”", "units!C3: found “hôm qua”", "units!B4: there is no unit “YY”",
                "units!B5: units stand under one another in a circle: A → B → A", "systems!B2: there is no unit “ZZ”",
            ]
            #expect(problems.count == told.count, "\(problems)")
            for start in told { #expect(problems.contains { $0.hasPrefix(start) }, "\(start): \(problems)") }
            guard skips else {
                #expect(outcome.document == nil && outcome.changes.isEmpty)
                continue
            }
            let text = try #require(outcome.text)
            let added = "  - code: D\n    parent: E\n  - code: E\n  - code: F\n    parent: D\n"
            #expect(
                text.hasSuffix(added + "systems:\n  - id: S1\n  - id: S2\n    units:\n      - F\n      - B\n"),
                "\(text)")
            #expect(outcome.changes.count == 5)
        }
    }

    /// Units that stand in a table beside the register: the cell of the workbook is named, not that of the table.
    @Test func unitsOfATable() throws {
        let text = "tuanthu: register/1\nstated_on: 2020-12-31\nunits: {from: u.csv}\n"
        let table = "code,parent\nUB,\nA,UB\n"
        let rows = [["A", "B"], ["B", "XX"], ["C", "UB"], ["D", "A"]]
        let outcome = try outcome([sheet("units", ["code", "parent"], rows)], text, ["u.csv": table])
        let problems = outcome.problems.map { "\($0.position): \($0.problem.message(.en))" }
        #expect(problems.count == 1 && problems[0].hasPrefix("units!B3: there is no unit “XX”"), "\(problems)")
        #expect(outcome.table("u.csv") == "code,parent\nUB,\nA,B\nB,\nC,UB\nD,A\n")
        #expect(outcome.document == nil)
    }

    /// What names an item that is left out is told to do so, and is left out too.
    @Test func whatNamesAnItemThatIsLeftOut() throws {
        let plans = sheet("plans", ["id", "ref"], [["K2", ""], ["K3", "3/KH"]])
        let units = sheet("units", ["code", "plans"], [["D", "K2"], ["E", "K3|K1"]])
        let outcome = try outcome([plans, units])
        let problems = outcome.problems.map { "\($0.position): \($0.problem.message(.en))" }
        #expect(
            problems == [
                "plans!B2: a new row needs “ref”",
                "units!B2: “K2” stands in plans!A2, which is not taken in for an error of its own",
            ])
        #expect(outcome.text?.contains("  - code: D\n  - code: E\n    plans:\n      - K3\n      - K1\n") == true)
    }

    /// Where the reader names no place of the workbook, the answer with which it begins to refuse is found.
    @Test(arguments: ["B1", "B7", "B12"])
    func anErrorWithoutAPlace(_ wrong: String) throws {
        let vocabulary = try Sample.vocabulary()
        let statement = try Sample.load(Lists.bare)
        let sheet = sheet("procedures", ["code", "name"], (1...12).map { ["A\($0)", "B\($0)"] })
        let day = try #require(CivilDate(year: 2026, month: 11, day: 21))
        let bytes = try WorkbookWriter.bytes(of: Workbook(title: "", created: day, sheets: [sheet]))
        let loader = StatementLoader(vocabulary: vocabulary)
        let outcome = WorkbookImport(into: statement, vocabulary, WorkbookImport.Options(skipsBadCells: true)).outcome(
            of: try BookReader.read(bytes), tables: { _ in nil },
            reload: { source, _ in
                let loaded = loader.load(source)
                let text = String(decoding: source.bytes, as: UTF8.self)
                guard text.contains("name: \(wrong)\n") else { return loaded }
                return Loaded(nil, [Diagnostic(.error, .missingKey("k", in: "m"), at: nil)])
            })
        #expect(outcome.problems.map(\.position) == ["procedures!A\((Int(wrong.dropFirst()) ?? 0) + 1)"])
        let codes = (1...12).filter { "B\($0)" != wrong }.map { "  - code: A\($0)\n    name: B\($0)\n" }
        #expect(outcome.text == Lists.bare + "procedures:\n" + codes.joined())
    }
}
