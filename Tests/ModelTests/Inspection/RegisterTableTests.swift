import CSVTable
import CivilTime
@testable import Model
import Testing
import YAMLTree

/// Registers whose units stand in a table beside them.
@Suite struct RegisterTableTests {
    private static let head = "tuanthu: register/1\nstated_on: 2025-12-31\nportfolio: {code: MAU}\n"

    private func load(_ lists: String, _ tables: [String: String]) throws -> Loaded<Register> {
        RegisterLoader(vocabulary: try TestVocabulary.shipped()).load(
            SourceText(name: "r.yaml", bytes: Array((Self.head + lists).utf8)),
            tables: { name in tables[name].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound) })
    }

    private func whole(_ lists: String, _ tables: [String: String]) throws -> Register {
        try #require(try load(lists, tables).value)
    }

    @Test func aTableSaysWhatTheListSays() throws {
        let listed = try whole(
            """
            units:
              - {code: A, name: Sở A, class: mandatory, statement: a.yaml, inspection_records: [k/1.yaml, k/2.yaml]}
              - {code: B, name: Xã B, parent: A, class: mandated, founded_on: 2020-07, plans: []}
              - {code: C, class: mandated, dissolved_on: 2025-07-01, successor: B}
            """, [:]
        )
        let table = try whole(
            "units: {from: don-vi.csv}",
            [
                "don-vi.csv": """
                code;name;parent;class;founded_on;dissolved_on;successor;statement;inspection_records;plans
                A;Sở A;;mandatory;;;;a.yaml;k/1.yaml|k/2.yaml;
                B;Xã B;A;mandated;2020-07;;;;;!none
                C;;;mandated;;2025-07-01;B;;;
                """
            ]
        )
        func text(_ unit: RegisterUnit) -> String {
            let parts: [String?] = [
                unit.code, unit.name.on(listed.statedOn), unit.parent.on(listed.statedOn),
                unit.unitClass.on(listed.statedOn), unit.foundedOn?.description, unit.dissolvedOn?.description,
                unit.successor, unit.statement, unit.inspectionRecords.joined(separator: " "),
                unit.plans.joined(separator: " "),
            ]
            return parts.map { $0 ?? "-" }.joined(separator: ";")
        }
        #expect(table.units.map { text($0) } == listed.units.map { text($0) })
        #expect(table.units[1].place.file == "don-vi.csv" && table.units[1].place.range.start.line == 3)
        let wrong = try load("units: {from: don-vi.csv}", ["don-vi.csv": "code,class,parent\nA,mandatory,B\n"])
        #expect(
            wrong.diagnostics.map { "\($0.place?.file ?? ""):\($0.place?.range.start.line ?? 0)" } == ["don-vi.csv:2"])
    }

    /// A register may have far more in its tables than a statement.
    @Test func aRegisterMayHaveMoreThanAStatement() throws {
        let note = String(repeating: "x", count: 50_000)
        let rows = (1...100).map { "U\($0),mandatory,\(note)\n" }.joined()
        let table = "code,class,note\n" + rows
        #expect(table.utf8.count > CSVLimits.standard.maxBytes)
        #expect(try whole("units: {from: u.csv}", ["u.csv": table]).units.count == 100)
        let vocabulary = try TestVocabulary.shipped()
        let text = "tuanthu: statement/1\nstated_on: 2025-12-31\nqms: {tthc: {from: u.csv}}\n"
        let statement = StatementLoader(vocabulary: vocabulary).load(
            SourceText(name: "s.yaml", bytes: Array(text.utf8)), tables: { _ in .found(Array(table.utf8)) })
        let isRefused = statement.diagnostics.contains {
            if case .statement(.table(.tooLarge)) = $0.problem { true } else { false }
        }
        #expect(isRefused)
    }

    /// What its tables hold together is bounded, however often one is used.
    @Test(arguments: [(12, true), (11, false)]) func cellsAreBounded(_ limit: Int, _ isLoaded: Bool) throws {
        let text = Self.head + "units: {from: u.csv}\ninspections: {from: i.csv}\n"
        let tables = [
            "u.csv": "code,class\nA,mandatory\nB,mandatory\n", "i.csv": "unit,held_on\nA,2020-01-01\nB,2021-01-01\n",
        ]
        let loaded = StatementLoader(vocabulary: try TestVocabulary.shipped().ofRegisters).load(
            YAMLReader.read(Array(text.utf8), name: "r.yaml"), as: .register,
            tables: { name in tables[name].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound) },
            limits: TableLimits(file: .standard, cells: limit))
        let problems = loaded.diagnostics.filter {
            if case .statement(.tooManyTableCells(limit: limit)) = $0.problem { true } else { false }
        }
        #expect((loaded.value != nil) == isLoaded && problems.isEmpty == isLoaded)
        #expect(TableLimits.register.cells > TableLimits.statement.cells)
    }
}
