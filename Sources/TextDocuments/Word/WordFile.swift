internal import CivilTime
internal import Model
public import ZipArchive

extension TextDocument {
    /// The file as a word processor reads it (Office Open XML, ECMA-376): the same bytes for the same document.
    public func wordFile() throws(ZipError) -> [UInt8] { try ZipWriter.archive(of: WordFile(document: self).entries) }
}

/// The parts of a file.
struct WordFile {
    let document: TextDocument

    /// The parts in the order in which readers want them.
    var entries: [ZipEntry] {
        let fixed = [
            ZipEntry(name: "[Content_Types].xml", text: contentTypes),
            ZipEntry(name: "_rels/.rels", text: packageRelations),
            ZipEntry(name: "docProps/core.xml", text: properties),
            ZipEntry(name: "word/document.xml", text: WordBody.part(document)),
            ZipEntry(name: "word/_rels/document.xml.rels", text: relations),
            ZipEntry(name: "word/styles.xml", text: WordStyles.part(document.language)),
            ZipEntry(name: "word/settings.xml", text: settings),
            ZipEntry(name: "word/header1.xml", text: header),
        ]
        return fixed + document.sections.enumerated().map { footer($0.element, number: $0.offset + 1) }
    }

    private var footerNumbers: ClosedRange<Int> { 1...max(1, document.sections.count) }

    private var contentTypes: String {
        let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let parts =
            [("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header")]
            + footerNumbers.map { ("footer\($0)", "footer") }
        return WordXML.declaration
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + parts.map { "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(base)\($0.1)+xml\"/>" }.joined()
            + "</Types>\n"
    }

    private var packageRelations: String {
        relationships([
            ("rId1", "\(WordXML.relationships)/officeDocument", "word/document.xml"),
            (
                "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"
            ),
        ])
    }

    private var relations: String {
        let fixed = [
            ("rIdStyles", "\(WordXML.relationships)/styles", "styles.xml"),
            ("rIdSettings", "\(WordXML.relationships)/settings", "settings.xml"),
            ("rIdHeader", "\(WordXML.relationships)/header", "header1.xml"),
        ]
        return relationships(
            fixed + footerNumbers.map { ("rIdFooter\($0)", "\(WordXML.relationships)/footer", "footer\($0).xml") })
    }

    private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
        WordXML.declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }.joined()
            + "</Relationships>\n"
    }

    private var properties: String {
        let day = "<dcterms:TYPE xsi:type=\"dcterms:W3CDTF\">\(document.day)T00:00:00Z</dcterms:TYPE>"
        return WordXML.declaration
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<dc:title>\(WordXML.escaped(document.title))</dc:title><dc:creator>tuanthu</dc:creator>"
            + "<dc:language>\(WordStyles.tag(document.language))</dc:language>"
            + day.replacing("TYPE", with: "created") + day.replacing("TYPE", with: "modified")
            + "</cp:coreProperties>\n"
    }

    private var settings: String {
        let tag = WordStyles.tag(document.language)
        return WordXML.declaration + "<w:settings xmlns:w=\"\(WordXML.namespace)\"><w:defaultTabStop w:val=\"720\"/>"
            + "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\""
            + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
            + "<w:themeFontLang w:val=\"\(tag)\"/></w:settings>\n"
    }

    /// The number of the page above its middle.
    private var header: String {
        WordXML.declaration + "<w:hdr xmlns:w=\"\(WordXML.namespace)\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>\n"
    }

    private func footer(_ section: DocumentSection, number: Int) -> ZipEntry {
        let text = WordXML.runContents(section.footer)
        let part =
            WordXML.declaration
            + "<w:ftr xmlns:w=\"\(WordXML.namespace)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
            + "<w:r>\(text)</w:r></w:p></w:ftr>\n"
        return ZipEntry(name: "word/footer\(number).xml", text: part)
    }
}
