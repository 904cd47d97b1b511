import CivilTime
import Model
import Testing
import YAMLTree

@Suite struct StatementLoaderTests {
    static let head = "tuanthu: statement/1\nstated_on: 2020-01-15\n"

    /// A value under a key and how its fact reads.
    struct Row: Sendable, CustomTestStringConvertible {
        let path: String
        let body: String
        let shown: String
        var testDescription: String { body }

        init(_ path: String, _ body: String, _ shown: String) {
            self.path = path
            self.body = body
            self.shown = shown
        }
    }

    static let facts: [Row] = [
        Row("agency.code", "agency: {code: 012}", "text 012"),
        Row("agency.code", "agency: {code: no}", "text no"),
        Row("agency.code", "agency: {code: {value: A-1}}", "text A-1"),
        Row("agency.code", "agency: {code: {value: A-1, evidence: [{ref: 1/QĐ}]}}", "text A-1 [1/QĐ]"),
        Row("agency.code", "agency: {code: !unknown }", "unknown"),
        Row("agency.code", "agency: {code: !!str 12}", "text 12"),
        Row("agency.name", "agency: {code: A, name: \"So\u{031B}\u{0309} To\u{0300}a\"}", "text Sở Tòa"),
        Row("agency.name", "agency: {code: A, name: [{value: X}, {from: 2016, value: Y}]}", "X, from 2016 Y"),
        Row("agency.name", "agency: {code: A, name: {value: [{value: X}], evidence: [{file: a.pdf}]}}", "X [a.pdf]"),
        Row("agency.name", "agency: {code: A, name: {value: !none chưa đặt }}", "none chưa đặt"),
        Row("agency.level", "agency: {code: A, level: ministry}", "choice ministry"),
        Row("agency.staff", "agency: {code: A, staff: -12}", "integer -12"),
        Row("agency.staff", "agency: {code: A, staff: \"12\"}", "integer 12"),
        Row("agency.staff", "agency: {code: A, staff: !none }", "none"),
        Row("agency.staff", "agency: {code: A, staff: {state: unknown}}", "unknown"),
        Row(
            "agency.staff", "agency: {code: A, staff: {state: none, reason: đã tách, evidence: [{title: T}]}}",
            "none đã tách [T]"),
        Row("agency.adopts", "agency: {code: A, adopts: false}", "boolean false"),
        Row("agency.adopts", "agency: {code: A, adopts: ~}", "absent"),
        Row("qms", "agency: {code: A}\nqms: !none chưa có", "none chưa có"),
        Row("qms.fields", "agency: {code: A}\nqms: {fields: []}", "list complete"),
        Row(
            "qms.fields", "agency: {code: A}\nqms: {fields: [land, labour]}",
            "list complete land=choice land labour=choice labour"),
        Row("qms.fields", "agency: {code: A}\nqms: {fields: [land, !unknown ]}", "list open land=choice land"),
        Row(
            "qms.fields", "agency: {code: A}\nqms: {fields: [{value: land, evidence: [{ref: R}]}, {state: unknown}]}",
            "list open land=choice land [R]"),
        Row("qms.fields", "agency: {code: A}\nqms: {fields: [land, null]}", "list open land=choice land"),
        Row(
            "qms.fields", "agency: {code: A}\nqms: {fields: {value: [land], evidence: [{ref: R}]}}",
            "list complete land=choice land [R]"),
        Row(
            "qms.internal_audits",
            "agency: {code: A}\nqms: {internal_audits: [{held_on: 2019-Q4}, {code: B1, held_on: 2018}, {auditors: []}]}",
            "list complete 2019-Q4=record held_on=date 2019-Q4 B1=record code=text B1 held_on=date 2018 #3=record auditors=list complete"
        ),
        Row(
            "qms.internal_audits",
            "agency: {code: A}\nqms: {internal_audits: [{value: {held_on: 2019}, evidence: [{ref: R}]}]}",
            "list complete 2019=record held_on=date 2019 [R]"),
        Row(
            "qms.internal_audits", "agency: {code: A}\nqms: {internal_audits: [{code: !unknown , held_on: 2019}]}",
            "list complete 2019=record code=unknown held_on=date 2019"),
        // A record with a field of its own called `state` or `value` has the field and not the long form.
        Row("qms.certificate", "agency: {code: A}\nqms: {certificate: {state: unknown}}", "record state=text unknown"),
        Row("qms.certificate", "agency: {code: A}\nqms: {certificate: {value: 5}}", "record value=integer 5"),
        Row("qms.certificate.state", "agency: {code: A}\nqms: {certificate: {state: {state: unknown}}}", "unknown"),
        Row("qms.certificate", "agency: {code: A}\nqms: {certificate: !unknown }", "unknown"),
        Row(
            "qms.certificate", "agency: {code: A}\nqms: {certificate: {evidence: [{ref: R}], note: n}}",
            "record note n evidence R"),
    ]

    @Test(arguments: facts)
    func fact(_ row: Row) throws {
        let statement = try load(row.body)
        let names = row.path.split(separator: ".").map { FactPath.Step.field(String($0)) }
        let shown = statement.fact(at: FactPath(names)).map(FactText.text) ?? "absent"
        #expect(shown == row.shown)
    }

    private func load(_ body: String, tables: [String: String] = [:]) throws -> Statement {
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        let file = SourceText(name: "d/s.yaml", bytes: Array((Self.head + body).utf8))
        let loaded = loader.load(file) { name in
            tables[name].map { .found(Array($0.utf8)) } ?? .unreadable(.notFound)
        }
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The same list from YAML and from a table is the same but for its places.
    @Test func tableAndYAMLAgree() throws {
        let yaml = """
            agency: {code: A}
            qms:
              tthc:
                - {code: "01", name: Cấp phép, fields: [land, labour], days: 5, online: true,
                   publication: {decision: 1/QĐ, date: 2019-05}, note: ghi chú, evidence: [{ref: 5/BC, dated: 2019}]}
                - {code: T2, name: !unknown , days: !none không tính, publication: !none , fields: [land, !unknown ]}
                - {code: T3}
            """
        let csv = """
            \u{FEFF}code;name;fields;days;online;publication.decision;publication.date;publication;note;evidence.ref;evidence.dated\r
             01 ;"Cấp phép";land| labour;5;true;1/QĐ;2019-05;;ghi chú;5/BC;2019\r
            T2;!unknown;land|!unknown;!none không tính;;;;!none\r
            ;;;;;;;;;;\r
            T3\r
            """
        let fromYAML = try load(yaml)
        let table = "agency: {code: A}\nqms: {tthc: {from: tthc.csv, evidence: [{ref: R}]}}"
        let fromTable = try load(table, tables: ["tthc.csv": csv])
        let path = FactPath([.field("qms"), .field("tthc")])
        let list = try #require(fromYAML.fact(at: path))
        let same = try #require(fromTable.fact(at: path))
        #expect(FactText.text(same) == FactText.text(list) + " [R]")
        #expect(fromTable.inputs.map(\.name) == ["d/s.yaml", "d/tthc.csv"])
        let cell = try #require(fromTable.fact(at: FactPath(path.steps + [.index(1), .field("days")])))
        #expect(cell.place.position == "d/tthc.csv:3:27")
        let inner = try #require(fromTable.fact(at: FactPath(path.steps + [.index(0), .field("publication")])))
        #expect(inner.place.position == "d/tthc.csv:2:37")
        #expect(inner.place.range.end.column == 49)
    }

    @Test func statedOnCodeAndReports() throws {
        let body = """
            agency: {code: MAU-01, name: [{value: Sở A}, {from: 2016, value: Sở B}]}
            reported:
              - {about: qms.tthc.publication, by: Đoàn kiểm tra, date: 2019-11, ref: 5/BC, says: chậm}
            """
        let statement = try load(body)
        #expect(statement.statedOn.description == "2020-01-15")
        #expect(statement.statedOnPlace.position == "d/s.yaml:2:12")
        #expect(statement.agencyCode == "MAU-01")
        #expect(statement.agencyName == "Sở B")
        let report = try #require(statement.reported.first)
        #expect(report.about.dotted == "qms.tthc.publication")
        #expect(
            [report.by, report.says, report.ref ?? "", report.date?.description ?? ""] == [
                "Đoàn kiểm tra", "chậm", "5/BC", "2019-11",
            ])
    }

    /// Reordering keys changes nothing but places.
    @Test func orderOfKeysDoesNotMatter() throws {
        let one = try load("agency: {code: A, staff: 3}\nqms: {fields: [land], internal_audits: []}")
        let other = try load("qms: {internal_audits: [], fields: [land]}\nagency: {staff: 3, code: A}")
        #expect(FactText.text(.record(one.root)) == FactText.text(.record(other.root)))
    }

    /// A hostile statement costs no more than an honest one: a table used over and over, a thousand mistakes.
    @Test func limits() throws {
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        let rows = (1...20_000).map { "\($0)\n" }.joined()
        let uses = (1...60).map { "    - {code: T\($0), steps: {from: steps.csv}}\n" }.joined()
        let text = Self.head + "agency: {code: A}\nqms:\n  tthc:\n" + uses
        let loaded = loader.load(SourceText(name: "s.yaml", bytes: Array(text.utf8))) { _ in
            .found(Array("number\n\(rows)".utf8))
        }
        let isTooMany = loaded.diagnostics.contains {
            if case .statement(.tooManyTableCells) = $0.problem { true } else { false }
        }
        #expect(isTooMany && loaded.value == nil)
        let wrong = (1...5000).map { "k\($0): 1\n" }.joined()
        let many = loader.load(SourceText(name: "s.yaml", bytes: Array((Self.head + wrong).utf8)))
        #expect(many.diagnostics.count == 1001)
    }

    /// No bytes make the loader crash, and every place lies in its file.
    @Test func anyBytes() throws {
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        let pieces = [
            "tuanthu: statement/1\n", "stated_on: 2020-01-15\n", "agency:", " {", "}", "\n", "  ", "code: ", "A",
            "name: ",
            "[", "]", "- ", ", ", "!unknown ", "!none ", "value: ", "state: ", "from: ", "t.csv", "qms: ", "tthc: ",
            "fields: ", "land", "evidence: ", "reported: ", "about: ", "null", "2019-02-30", "\"", "ạ", "e\u{323}",
        ]
        var random = SplitMix64(seed: 20)
        for _ in 0..<2000 {
            var text = Self.head
            for _ in 0..<Int.random(in: 0..<24, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            let table = pieces.shuffled(using: &random).joined(separator: ",")
            let loaded = loader.load(SourceText(name: "s.yaml", bytes: Array(text.utf8))) { _ in
                .found(Array(table.utf8))
            }
            for diagnostic in loaded.diagnostics {
                let place = try #require(diagnostic.place)
                #expect(place.range.end.offset <= place.source.bytes.count)
                #expect(place.range.start <= place.range.end)
                _ = diagnostic.text(.vi)
            }
        }
    }
}
