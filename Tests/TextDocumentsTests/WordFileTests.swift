import CivilTime
import Model
import Testing
import TextDocuments
import XMLReading
import ZipArchive

@Suite("Files of word processors")
struct WordFileTests {
    private func document(_ text: String, language: Language = .vi) throws -> TextDocument {
        let table = DocumentTable(
            columns: [.init("STT", share: 1, isNumber: true), .init("Cơ quan", share: 5)],
            rows: [.group("I. Sở"), .cells([.init("1"), .init(text)])], summary: "Danh sách")
        let day = try CivilDate.parse("2026-11-10")
        let section = DocumentSection(
            footer: "Tính đến ngày 10/11/2026",
            blocks: [.text(.title, text), .text(.heading1, "I. Tổng hợp"), .table(table)])
        return TextDocument(title: text, language: language, day: day, sections: [section])
    }

    private func part(_ name: String, _ bytes: [UInt8]) throws -> XMLElement {
        let archive = try ZipReader(bytes)
        return try XMLElement.read(try archive.bytes(of: name))
    }

    @Test("the same document has the same bytes, and no clock in them")
    func determinism() throws {
        let first = try document("Sở Mẫu").wordFile()
        #expect(first == (try document("Sở Mẫu").wordFile()))
        let core = try part("docProps/core.xml", first)
        #expect(core.first("created")?.text == "2026-11-10T00:00:00Z")
        #expect(core.first("modified")?.text == "2026-11-10T00:00:00Z")
    }

    @Test(
        "what XML would take for markup, or does not allow, arrives as text",
        arguments: [
            ("A & B < C > \"D\"", "A & B < C > \"D\""), ("]]>", "]]>"), ("a\u{0}b\u{1F}c", "a\u{FFFD}b\u{FFFD}c"),
            ("\u{FFFE}", "\u{FFFD}"), ("Đắk Lắk – 𝒳", "Đắk Lắk – 𝒳"), (" hai  khoảng trắng ", " hai  khoảng trắng "),
        ])
    func escaping(_ text: String, _ read: String) throws {
        let bytes = try document(text).wordFile()
        let body = try #require(try part("word/document.xml", bytes).first("body"))
        #expect(body.first("p")?.text == read)
        #expect(try part("docProps/core.xml", bytes).first("title")?.text == read)
    }

    @Test("line feeds and tabs are elements")
    func breaks() throws {
        let bytes = try document("một\nhai\tba").wordFile()
        let paragraph = try #require(try part("word/document.xml", bytes).first("body")?.first("p"))
        let run = try #require(paragraph.first("r"))
        #expect(run.elements.map(\.name.local) == ["t", "br", "t", "tab", "t"])
    }

    @Test("every part is one that the list of contents names, and every reference leads to a part")
    func parts() throws {
        let bytes = try document("Sở Mẫu").wordFile()
        let archive = try ZipReader(bytes)
        let types = try part("[Content_Types].xml", bytes)
        for override in types.elements("Override") {
            let name = try #require(override.value("PartName"))
            let isThere = archive.contains(String(name.dropFirst()))
            #expect(isThere, "\(name)")
        }
        let relations = try part("word/_rels/document.xml.rels", bytes).elements("Relationship")
        for relation in relations {
            let isThere = archive.contains("word/" + (relation.value("Target") ?? ""))
            #expect(isThere, "\(relation)")
        }
        let ids = Set(relations.compactMap { $0.value("Id") })
        let section = try #require(try part("word/document.xml", bytes).first("body")?.first("sectPr"))
        let used = section.elements.compactMap { $0.value("id") }
        #expect(used.count == 3 && ids.isSuperset(of: used))
    }

    @Test("the head of a table stands on every page; widths fill the page")
    func tables() throws {
        let bytes = try document("Sở Mẫu").wordFile()
        let table = try #require(try part("word/document.xml", bytes).first("body")?.first("tbl"))
        let rows = table.elements("tr")
        #expect(rows.map { $0.first("trPr")?.first("tblHeader") != nil } == [true, false, false])
        let widths = table.first("tblGrid")?.elements("gridCol").compactMap { $0.value("w").flatMap(Int.init) } ?? []
        #expect(widths.reduce(0, +) == 11906 - 1701 - 850)
        #expect(rows[1].first("tc")?.first("tcPr")?.first("gridSpan")?.value("val") == "2")
    }

    @Test("the language of the text is named", arguments: [(Language.vi, "vi-VN"), (.en, "en-GB")])
    func language(_ language: Language, _ tag: String) throws {
        let bytes = try document("Sở Mẫu", language: language).wordFile()
        let run = try part("word/styles.xml", bytes).first("docDefaults")?.first("rPrDefault")?.first("rPr")
        #expect(run?.first("lang")?.value("val") == tag)
        #expect(run?.first("rFonts")?.value("ascii") == "Times New Roman")
    }
}
