import CivilTime
import Model
import Testing
import YAMLTree

@Suite struct VocabularyLoaderTests {
    @Test func partsOfSeveralFilesAreOne() throws {
        let vocabulary = try TestVocabulary.load()
        #expect(vocabulary.roots.fields.map(\.name) == ["agency", "qms"])
        #expect(vocabulary.respondents.keys.sorted() == ["office"])
        #expect(vocabulary.documents["decision"]?.vi == "quyết định")
        #expect(vocabulary.choices["level"]?.choices.map(\.id) == ["ministry", "department", "commune"])
        #expect(vocabulary.choices["level"]?.label(of: "commune")?.en == "commune")
        #expect(vocabulary.records["audit"]?.key == ["code", "held_on"])
        #expect(vocabulary.records["audit"]?.date == "held_on")
    }

    @Test func fieldsAreLinked() throws {
        let vocabulary = try TestVocabulary.load()
        let types: [(path: String, type: FieldType)] = [
            ("agency", .record("agency")), ("agency.name", .text), ("agency.staff", .integer),
            ("agency.adopts", .boolean), ("agency.level", .choice("level")), ("qms.tthc", .list(.record("procedure"))),
            ("qms.tthc.fields", .list(.choice("field"))), ("qms.internal_audits.auditors", .list(.text)),
            ("qms.tthc.publication.date", .date(.act)), ("qms.tthc.publication.in_force_from", .date(.scheduled)),
        ]
        for row in types {
            #expect(vocabulary.field(at: row.path.split(separator: ".").map(String.init))?.type == row.type)
        }
        #expect(vocabulary.field(at: []) == nil)
        #expect(vocabulary.field(at: ["agency", "code", "x"]) == nil)
        #expect(vocabulary.field(at: ["agency", "level"])?.varies == true)
        #expect(vocabulary.field(at: ["agency", "code"])?.respondent == "office")
        #expect(vocabulary.field(at: ["qms", "tthc", "publication", "decision"])?.evidence == ["decision"])
    }

    @Test func staleness() throws {
        let text = """
            tuanthu: vocabulary/1
            facts:
              a: {type: text, stale_after: P1Y, label: {vi: nhãn, en: label}, question: {vi: Hỏi?, en: Ask?}}
              b: {type: text, stale_after: {months: 3}, label: {vi: nhãn, en: label}, question: {vi: Hỏi?, en: Ask?}}
            """
        let vocabulary = try #require(
            VocabularyLoader.load([SourceText(name: "v.yaml", bytes: Array(text.utf8))]).value)
        #expect(vocabulary.roots.fields.map(\.staleAfter?.description) == ["P1Y", "P3M"])
    }

    /// A chain of thousands of records is refused without following it to its end.
    @Test func aChainOfRecordsIsCutShort() {
        let words = "label: {vi: a, en: a}, question: {vi: a, en: a}"
        var text = "tuanthu: vocabulary/1\nrecords:\n"
        for index in 0..<3000 {
            text += "  r\(index): {label: {vi: a, en: a}, fields: {f: {type: record, of: r\(index + 1), \(words)}}}\n"
        }
        text += "  r3000: {label: {vi: a, en: a}, fields: {f: {type: text, \(words)}}}\n"
        text += "facts:\n  a: {type: record, of: r0, \(words)}\n"
        let loaded = VocabularyLoader.load([SourceText(name: "v.yaml", bytes: Array(text.utf8))])
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.count < 1002)
    }
}
