import Assessor
import CivilTime
import Foundation
import Model
import Reports
import Testing
import TextDocuments
import XMLReading
import YAMLTree
import ZipArchive

/// An invented agency under a small rule set with three heads.
struct TestAgency {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static let statement = """
        tuanthu: statement/1
        stated_on: 2026-10-30
        agency: {code: MAU-01, name: "Sở Mẫu & <Ví Dụ>"}
        qms:
          posted: false
          scope: Toàn bộ thủ tục hành chính
          procedures: 16934
          changes:
            - {number: 1/2026/TT, from: 2026-05-18, applied: !none chưa cập nhật}
            - {number: 2/2026/TT, from: 2026-10-01, applied: !none chưa cập nhật}
            - {number: 3/2026/TT, from: 2026-01-01, applied: 2026-02-01}
          inspections:
            - record: 03/BB-KT
              signed_on: 2022-08-23
              result: meets
              findings: []
              corrective_report_on: 2022-09-01
            - record: 05/BB-KT
              signed_on: 2026-09-18
              inspecting_unit: Chi cục Mẫu
              form: on_site
              result: does_not_meet
              findings:
                - {code: "1", statement: Chưa niêm yết, fixed_on: 2026-10-12, evidence: [{ref: Biên bản 9/BB, dated: 2026-10-12}]}
                - {code: "2", statement: "Thiếu 2 < 10 phiếu & sổ", fixed_on: 2027-01-01}
              corrective_report_on: !none đang làm

        """

    let run: ReportRun
    let assessments: [Assessment]

    init(
        asOf: String = "2026-11-10", statements: [String] = [TestAgency.statement], inspection: String? = nil
    ) throws {
        let library = try TestAgency.library()
        let inspections = try inspection.map { text in
            let source = SourceText(name: "biên bản.yaml", bytes: Array(text.utf8))
            return [try #require(InspectionLoader(vocabulary: library.vocabulary).load(source).value)]
        }
        let context = try AssessmentContext(
            library: library, profile: AssessmentContext.profile(nil, in: library), inspections: inspections ?? [])
        let day = try CivilDate.parse(asOf)
        var assessments: [Assessment] = []
        for (index, text) in statements.enumerated() {
            let source = SourceText(name: "ban-khai-\(index).yaml", bytes: Array(text.utf8))
            let loaded = StatementLoader(vocabulary: library.vocabulary).load(source)
            #expect(loaded.diagnostics.map { $0.text(.en) } == [])
            assessments.append(Assessor.assess(try #require(loaded.value), in: context, asOf: day))
        }
        self.assessments = assessments
        run = ReportRun(
            version: "0.0.0", asOf: day, context: context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
    }

    private static func library() throws -> RuleLibrary {
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: fixtures.appendingPathComponent(name)))
        }
        let vocabulary = VocabularyLoader.load([SourceText(name: "v", bytes: try bytes("vocabulary.yaml"))])
        #expect(vocabulary.diagnostics.map { $0.text(.en) } == [])
        let rules = RuleFolder(name: "test", files: [RuleFile(name: "rules.yaml", bytes: try bytes("rules.yaml"))])
        let profile = RuleFile(name: "profile.yaml", bytes: try bytes("profile.yaml"))
        let reading = RuleLibraryLoader.load([rules], profiles: [profile], vocabulary: try #require(vocabulary.value))
        #expect(reading.diagnostics.map { $0.text(.en) } == [])
        return try #require(reading.library)
    }

    /// What a report of the run writes.
    func written(
        _ language: Language = .vi, isVerbose: Bool = false, template: DocumentTemplate? = nil
    ) -> (bytes: [UInt8], failures: [String]) {
        var bytes: [UInt8] = []
        var failures: [String] = []
        let options = TextReport.Options(language: language, isColoured: false, isVerbose: isVerbose)
        let report = AgencyDocument(
            run, options, template: template, fail: { failures.append($0) }, sink: { bytes += $0 })
        finish(report)
        return (bytes, failures)
    }

    /// What the corrective report of the run writes.
    func corrective(
        _ language: Language = .vi, template: DocumentTemplate? = nil
    ) -> (bytes: [UInt8], failures: [String]) {
        var bytes: [UInt8] = []
        var failures: [String] = []
        let options = TextReport.Options(language: language, isColoured: false, isVerbose: false)
        finish(
            CorrectiveDocument(run, options, template: template, fail: { failures.append($0) }, sink: { bytes += $0 }))
        return (bytes, failures)
    }

    private func finish(_ report: some StreamedReport) {
        var report = report
        for assessment in assessments { report.add(assessment) { _ in [] } }
        report.finish(RunResult(RunSummary(), threshold: .error, problems: []))
    }
}

/// A document read back.
struct ReadDocument {
    let body: XMLElement

    init(_ bytes: [UInt8]) throws {
        let archive = try ZipReader(bytes)
        body = try #require(try XMLElement.read(try archive.bytes(of: "word/document.xml")).first("body"))
    }

    /// The paragraphs of a style, by id, those in tables included.
    func texts(_ style: String) -> [String] {
        ReadDocument.paragraphs(body).filter { ReadDocument.style($0) == style }.map(\.text)
    }

    /// The tables as texts, row by row.
    var tables: [[[String]]] {
        body.elements("tbl").map { $0.elements("tr").map { $0.elements("tc").map(\.text) } }
    }

    var text: String { body.text }

    private static func style(_ paragraph: XMLElement) -> String {
        paragraph.first("pPr")?.first("pStyle")?.value("val") ?? "Normal"
    }

    private static func paragraphs(_ element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { $0.name.local == "p" ? [$0] : paragraphs($0) }
    }
}
