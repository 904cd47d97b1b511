import CivilTime
import Foundation
import Model
import Reports
import Testing
import TextDocuments
import ZipArchive

@Suite("The corrective report as a document")
struct CorrectiveDocumentTests {
    static let inspection = """
        tuanthu: inspection/1
        agency: MAU-01
        period: {from: 2026-01-01, to: 2026-08-31}
        signed_on: 2026-09-18
        record: 05/BB-KT
        team_leader: Trưởng đoàn Mẫu
        contradicts: [{fact: qms.scope, found: chỉ một phòng, says: Phạm vi chưa đủ.}]

        """

    @Test("the text of the document is the golden one", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        let bytes = try TestAgency(inspection: Self.inspection).corrective(language).bytes
        let text = try ZipReader(bytes).bytes(of: "word/document.xml")
        let file = TestAgency.fixtures.appendingPathComponent("corrective-\(language.rawValue).xml")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil { try Data(text).write(to: file) }
        #expect(text == Array(try Data(contentsOf: file)), "RECORD_GOLDENS=1 writes \(file.lastPathComponent) anew")
    }

    @Test("the latest inspection, what it found, and the last day of the report")
    func contents() throws {
        let document = try ReadDocument(try TestAgency(inspection: Self.inspection).corrective().bytes)
        let facts = document.tables[0].map { $0.joined(separator: ": ") }
        #expect(
            facts == [
                "Số biên bản kiểm tra: 05/BB-KT", "Ngày ký biên bản: 18/09/2026", "Đơn vị kiểm tra: Chi cục Mẫu",
                "Trưởng đoàn kiểm tra: Trưởng đoàn Mẫu", "Hình thức kiểm tra: tại trụ sở cơ quan",
                "Thời kỳ được kiểm tra: từ 01/01/2026 đến 31/08/2026", "Kết luận kiểm tra: chưa đáp ứng",
                "Hạn báo cáo khắc phục: 18/11/2026 (còn 8 ngày)",
            ])
        let rows = document.tables[1].dropFirst()
        #expect(
            Array(rows) == [
                ["1", "Chưa niêm yết (1)", "", "", "12/10/2026", "Biên bản 9/BB ngày 12/10/2026"],
                // Corrected after the day assessed: not known yet.
                ["2", "Thiếu 2 < 10 phiếu & sổ (2)", "", "", "", ""],
                ["3", "Phạm vi áp dụng: Phạm vi chưa đủ. chỉ một phòng (khác bản khai)", "", "", "", ""],
            ])
        #expect(document.text.contains("không phải mẫu biểu chính thức"))
    }

    @Test("every field of the list has a value, and every value is in the list")
    func fieldsAndValues() throws {
        let agency = try TestAgency(inspection: Self.inspection)
        let draft = try #require(CorrectiveDraft.latest(in: agency.assessments[0], agency.run, .vi))
        #expect(FieldCheck.differences(CorrectiveDraft.templateFields, draft.templateValues) == [])
    }

    @Test("a template takes the place of the layout")
    func template() throws {
        let p = TemplateFile.paragraph
        let file = TemplateFile(
            p("{{agency.name}}, {{inspection.record}} ngày {{inspection.signed_on}}, hạn {{due}} ({{standing}})")
                + p("Trưởng đoàn: {{inspection.team_leader}}; ngày báo cáo: {{inspection.reported_on}}.")
                + p("{{#points}}{{number}}. {{found}} ({{reference}}): {{cause}}|{{done_on}}{{/points}}")
                + p("{{#particulars}}{{name}}: {{value}}{{/particulars}}"))
        let template = try DocumentTemplate(try file.bytes, fields: CorrectiveDraft.templateFields)
        let agency = try TestAgency(inspection: Self.inspection)
        let texts = try ReadDocument(agency.corrective(template: template).bytes).texts("Normal")
        #expect(
            Array(texts.prefix(6)) == [
                "Sở Mẫu & <Ví Dụ>, 05/BB-KT ngày 18/09/2026, hạn 18/11/2026 (còn 8 ngày)",
                "Trưởng đoàn: Trưởng đoàn Mẫu; ngày báo cáo: .", "1. Chưa niêm yết (1): |12/10/2026",
                "2. Thiếu 2 < 10 phiếu & sổ (2): |",
                "3. Phạm vi áp dụng: Phạm vi chưa đủ. chỉ một phòng (khác bản khai): |",
                "Số biên bản kiểm tra: 05/BB-KT",
            ])
        let two = try TestAgency(statements: [TestAgency.statement, TestAgency.statement])
        let (bytes, failures) = two.corrective(template: template)
        #expect(bytes.isEmpty && failures == [TemplateProblem.severalAgencies(2).message(.vi)])
        // Where no inspection found something there is no document, template or not.
        let (none, why) = try TestAgency(asOf: "2022-12-01").corrective(template: template)
        #expect(none.isEmpty && why.count == 1 && why[0].contains("qms.inspections"))
    }

    @Test(
        "before the record was signed, and where nothing was found, there is none",
        arguments: ["2026-09-17", "2022-12-01"])
    func none(_ day: String) throws {
        let (bytes, failures) = try TestAgency(asOf: day).corrective()
        #expect(bytes.isEmpty && failures.count == 1 && failures[0].contains("qms.inspections"))
    }

    @Test("points of the inspector's record come first, with what the agency stated and reported of them")
    func pointsOfTheRecord() throws {
        let record = """
            tuanthu: inspection/1
            agency: MAU-01
            signed_on: 2026-09-18
            not_met:
              - {id: "1", head: 36.a, says: Chưa niêm yết tại trụ sở}
              - {id: "3", says: Thiếu sổ}
            corrections:
              - {report: 7/BC, reported_on: 2026-10-20, action: taken, points: ["1"]}
              - {report: 9/BC, reported_on: 2026-11-20, action: proposed}

            """
        let document = try ReadDocument(try TestAgency(inspection: record).corrective().bytes)
        #expect(
            Array(document.tables[1].dropFirst()) == [
                [
                    "1", "Chưa niêm yết tại trụ sở (1; 36.a)", "", "đã làm (báo cáo 7/BC ngày 20/10/2026)",
                    "12/10/2026", "Biên bản 9/BB ngày 12/10/2026",
                ],
                ["2", "Thiếu sổ (3)", "", "", "", ""], ["3", "Thiếu 2 < 10 phiếu & sổ (2)", "", "", "", ""],
            ])
    }

    @Test("a record that the statement does not tell of stands alone")
    func recordAlone() throws {
        let record = """
            tuanthu: inspection/1
            agency: MAU-01
            signed_on: 2026-10-02
            record: 06/BB-KT
            form: on_site
            result: does_not_meet

            """
        let document = try ReadDocument(try TestAgency(inspection: record).corrective().bytes)
        #expect(
            document.tables[0].map { $0.joined(separator: ": ") } == [
                "Số biên bản kiểm tra: 06/BB-KT", "Ngày ký biên bản: 02/10/2026",
                "Hình thức kiểm tra: tại trụ sở cơ quan", "Kết luận kiểm tra: chưa đáp ứng",
            ])
        #expect(document.tables[1].dropFirst() == [["1", "", "", "", "", ""]])
    }

    @Test("a record that found something nobody has written down yet has a row to write in")
    func emptyRow() throws {
        let start = try #require(TestAgency.statement.firstRange(of: "      findings:\n"))
        let end = try #require(TestAgency.statement.firstRange(of: "      corrective_report_on: !none"))
        var text = TestAgency.statement
        text.removeSubrange(start.lowerBound..<end.lowerBound)
        let document = try ReadDocument(try TestAgency(statements: [text]).corrective().bytes)
        #expect(document.tables[1].dropFirst() == [["1", "", "", "", "", ""]])
    }
}
