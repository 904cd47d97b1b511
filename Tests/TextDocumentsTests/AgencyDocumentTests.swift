import CivilTime
import Foundation
import Model
import Reports
import Testing
import TextDocuments
import ZipArchive

@Suite("The agency's report as a document")
struct AgencyDocumentTests {
    @Test("the text of the document is the golden one", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        let bytes = try TestAgency().written(language).bytes
        let text = try ZipReader(bytes).bytes(of: "word/document.xml")
        let file = TestAgency.fixtures.appendingPathComponent("agency-\(language.rawValue).xml")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil { try Data(text).write(to: file) }
        #expect(text == Array(try Data(contentsOf: file)), "RECORD_GOLDENS=1 writes \(file.lastPathComponent) anew")
    }

    @Test("the same run gives the same bytes")
    func determinism() throws {
        for language in Language.allCases {
            #expect(try TestAgency().written(language).bytes == TestAgency().written(language).bytes)
        }
    }

    @Test("heads in their order, each by the worst rule under it; one without a rule of the run is not assessed")
    func heads() throws {
        let document = try ReadDocument(try TestAgency().written().bytes)
        let glance = document.tables[1]
        #expect(glance.map { $0[1] } == ["Mục", "36.a", "36.đ", "36.e"])
        #expect(glance.map { $0[3] } == ["Kết luận", "chưa đáp ứng", "chưa xác định được", "chưa xem xét"])
        #expect(
            document.texts("Heading2") == [
                "36.a. Niêm yết & cập nhật", "36.đ. Khiếu nại", "36.e. Không chọn", "Yêu cầu ngoài các nội dung trên",
            ])
    }

    static let inspection = """
        tuanthu: inspection/1
        agency: MAU-01
        signed_on: 2026-09-18
        record: 05/BB-KT
        heads:
          - {head: 36.a, conclusion: meets, says: Đã niêm yết}
          - {head: 36.đ, conclusion: does_not_meet}
        not_met: [{id: "1", head: 36.đ, says: Chưa có sổ khiếu nại}]
        to_note: [{id: "2", head: 36.e, says: Nên có sổ.}]
        contradicts:
          - {fact: qms.complaints, found: có hai khiếu nại, head: 36.đ}
          - {fact: agency.name, found: tên khác}

        """

    @Test("what inspectors concluded stands beside the verdict on the statement, and where they differ it says so")
    func inspected() throws {
        let document = try ReadDocument(try TestAgency(inspection: Self.inspection).written().bytes)
        let glance = document.tables[1]
        #expect(glance[0][3...4] == ["Kết luận theo bản khai", "Kết luận của đoàn kiểm tra"])
        #expect(
            glance.dropFirst().map { $0[3] } == ["chưa đáp ứng", "chưa xác định được", "chưa xem xét"])
        #expect(
            glance.dropFirst().map { $0[4] } == [
                "đáp ứng (05/BB-KT ngày 18/09/2026)Khác với bản khai",
                "chưa đáp ứng (05/BB-KT ngày 18/09/2026)Có dữ liệu khác với bản khai",
                "chưa kết luận (05/BB-KT ngày 18/09/2026)",
            ])
        let texts = document.texts("Normal")
        #expect(
            texts.contains(
                "Kết luận của đoàn kiểm tra (05/BB-KT ngày 18/09/2026): đáp ứng – khác với bản khai: theo bản khai là chưa đáp ứng."
            ))
        #expect(texts.contains { $0.hasPrefix("Đoàn kiểm tra thấy khác với bản khai") && $0.contains("tên khác") })
        let notes = document.texts("Note")
        #expect(notes.contains("– Đã niêm yết.") && notes.contains("– Điểm chưa đáp ứng 1: Chưa có sổ khiếu nại."))
        #expect(notes.contains("– Điểm lưu ý 2: Nên có sổ."))
        // Without a record there is no column of it.
        #expect(try ReadDocument(try TestAgency().written().bytes).tables[1][0].count == 5)
        let english = try ReadDocument(try TestAgency(inspection: Self.inspection).written(.en).bytes)
        #expect(english.text.contains("meets – differs from the statement, by which it is: "))
    }

    @Test(
        "what differs: a conclusion and a verdict that cannot both be so",
        arguments: [
            ("meets", "36.a", true), ("does_not_meet", "36.a", false), ("not_applicable", "36.a", true),
            ("not_looked_at", "36.a", false), ("meets", "36.đ", false), ("does_not_meet", "36.đ", false),
            ("meets", "36.e", false), ("does_not_meet", "36.e", false),
        ])
    func differing(_ conclusion: String, _ head: String, _ differs: Bool) throws {
        let text =
            "tuanthu: inspection/1\nagency: MAU-01\nsigned_on: 2026-09-18\nheads: [{head: \(head), conclusion: \(conclusion), says: x}]\n"
        let agency = try TestAgency(inspection: text)
        let report = AgencyReport(agency.assessments[0], agency.run, .vi)
        #expect(report.heads.first { $0.id == head }?.inspected.map(\.differs) == [differs])
        // Where the statement meets everything, only what does not meet differs.
        var met = TestAgency.statement.replacing("posted: false", with: "posted: true")
        met = met.replacing("!none chưa cập nhật", with: "2026-05-20")
        let other = try TestAgency(
            statements: [met.replacing("2026-10-01, applied: 2026-05-20", with: "2026-10-01, applied: 2026-10-02")],
            inspection: text)
        let verdict = AgencyReport(other.assessments[0], other.run, .vi).heads.first { $0.id == head }
        if head == "36.a" {
            #expect(verdict?.verdict == "đáp ứng")
            #expect(verdict?.inspected.map(\.differs) == [conclusion == "does_not_meet"])
        }
    }

    @Test("findings are told the worst first, with why, basis, what to do and what to state")
    func findings() throws {
        let document = try ReadDocument(try TestAgency().written().bytes)
        let rows = document.tables[2]
        #expect(rows.map { $0[0] } == ["STT", "1", "2", "3"])
        #expect(rows[1][1].hasPrefix("Cập nhật văn bản (1/2026/TT)Điều 8 Quyết định 1/QĐ"))
        #expect(rows[1][2].contains("Hạn: 18/08/2026") && rows[1][2].contains("Quá hạn 84 ngày"))
        #expect(rows[2][3].contains("Cần làm: Niêm yết <tại trụ sở>"))
        #expect(document.tables[3][1][3].contains("Cần khai: Có khiếu nại không?"))
        #expect(document.text.contains("Đáp ứng (1): Có phạm vi."))
    }

    @Test("dates, actions and what is not stated")
    func lists() throws {
        let report = AgencyReport(try TestAgency().assessments[0], try TestAgency().run, .vi)
        #expect(report.deadlines.map(\.day) == ["18/08/2026", "18/11/2026", "01/01/2027"])
        #expect(report.deadlines.map(\.owner) == ["thư ký ISO", "thư ký ISO", "thư ký ISO"])
        let actions = report.actions.map { [$0.remedy, $0.items, $0.due] }
        #expect(
            actions == [
                ["Cập nhật", "1/2026/TT, 2/2026/TT", "làm ngay (hạn 18/08/2026 đã qua); 01/01/2027"],
                ["Niêm yết <tại trụ sở>", "", "văn bản không ấn định; cơ quan tự đặt: …"],
                ["Gửi báo cáo", "05/BB-KT", "18/11/2026"],
            ])
        #expect(
            report.questions.map { [$0.question, $0.owner, $0.place, $0.requirements] } == [
                ["Có khiếu nại không?", "người đứng đầu", "/qms/complaints", "1"]
            ])
    }

    @Test("what conforms is told one by one where everything is asked for")
    func verbose() throws {
        let document = try ReadDocument(try TestAgency().written(isVerbose: true).bytes)
        #expect(document.tables[2].contains { $0[1].hasPrefix("Có phạm vi") })
        #expect(!document.text.contains("Đáp ứng (1):"))
    }

    @Test("every agency begins a section")
    func severalAgencies() throws {
        let second = TestAgency.statement.replacing("MAU-01", with: "MAU-02")
        let bytes = try TestAgency(statements: [TestAgency.statement, second]).written().bytes
        let document = try ReadDocument(bytes)
        #expect(document.texts("Title").count == 2)
        #expect(document.texts("SectionEnd") == [""])
        let names = try ZipReader(bytes).names
        #expect(names.contains("word/footer1.xml") && names.contains("word/footer2.xml"))
    }

    @Test("nothing is written without a statement")
    func nothing() throws {
        let (bytes, failures) = try TestAgency(statements: []).written()
        #expect(bytes.isEmpty && failures.isEmpty)
    }

    // MARK: Fields

    @Test("every field of the list has a value, and every value is in the list")
    func fieldsAndValues() throws {
        let agency = try TestAgency()
        let report = AgencyReport(agency.assessments[0], agency.run, .vi)
        let fields = AgencyReport.templateFields(in: agency.run.context)
        #expect(fields.map(\.name).contains("head.36.đ.verdict"))
        #expect(FieldCheck.differences(fields, report.templateValues) == [])
    }

    @Test("a template takes the place of the layout")
    func template() throws {
        let agency = try TestAgency()
        let p = TemplateFile.paragraph
        let file = TemplateFile(
            p("{{agency", ".name}}: {{head.36.a.verdict}}") + p("{{#heads}}{{id}} {{verdict}}{{/heads}}")
                + p("{{#head.36.a.findings}}{{number}}. {{title}} – {{due}}{{/head.36.a.findings}}"))
        let template = try DocumentTemplate(
            try file.bytes, fields: AgencyReport.templateFields(in: agency.run.context))
        let document = try ReadDocument(agency.written(template: template).bytes)
        #expect(
            document.texts("Normal") == [
                "Sở Mẫu & <Ví Dụ>: chưa đáp ứng", "36.a chưa đáp ứng", "36.đ chưa xác định được", "36.e chưa xem xét",
                "1. Cập nhật văn bản (1/2026/TT) – 18/08/2026", "2. Niêm yết – ",
                "3. Cập nhật văn bản (2/2026/TT) – 01/01/2027",
            ])
        let inspected = try TestAgency(inspection: Self.inspection)
        let heads = TemplateFile(p("{{#heads}}{{id}}: {{inspected}} [{{differs}}]{{/heads}}"))
        let form = try DocumentTemplate(
            try heads.bytes, fields: AgencyReport.templateFields(in: inspected.run.context))
        let texts = try ReadDocument(inspected.written(template: form).bytes).texts("Normal")
        #expect(
            texts.first
                == "36.a: 05/BB-KT ngày 18/09/2026: đáp ứng; Đã niêm yết [05/BB-KT ngày 18/09/2026]")
        let two = try TestAgency(statements: [TestAgency.statement, TestAgency.statement])
        let (bytes, failures) = two.written(template: template)
        #expect(bytes.isEmpty && failures == [TemplateProblem.severalAgencies(2).message(.vi)])
    }
}

/// Holds a list of fields against values.
enum FieldCheck {
    static func differences(_ fields: [TemplateField], _ values: TemplateValues, at path: String = "") -> [String] {
        var found: [String] = []
        var names: Set<String> = []
        for field in fields {
            let name = path + field.name
            if !names.insert(field.name).inserted { found.append("\(name) is listed twice") }
            switch (field.kind, values.values[field.name]) {
            case (.text, .text?): continue
            case (.list(let inner), .list(let records)?):
                for record in records { found += differences(inner, record, at: name + "/") }
            case (_, nil): found.append("\(name) has no value")
            case (.text, .list?), (.list, .text?): found.append("\(name) is of another kind")
            }
        }
        found += values.values.keys.filter { !names.contains($0) }.sorted().map { "\(path)\($0) is not listed" }
        return found
    }
}
