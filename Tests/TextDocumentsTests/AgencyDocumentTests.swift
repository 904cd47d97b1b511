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
