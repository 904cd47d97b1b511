import ZipArchive

/// A document as a word processor saves it, with a body of one's own.
struct TemplateFile {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    var body: String
    var prefix = "w"
    var documentNamespace = TemplateFile.namespace
    var type = TemplateFile.base + "document.main+xml"
    var header: String?
    var relations = ""
    var further: [ZipEntry] = []
    /// In place of the whole of `word/document.xml`.
    var document: String?

    init(_ body: String) { self.body = body }

    /// A paragraph of runs, each of one text.
    static func paragraph(_ runs: String...) -> String {
        "<w:p>" + runs.map { "<w:r><w:rPr><w:b/></w:rPr><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
    }

    var documentPart: String {
        let open = prefix.isEmpty ? "" : prefix + ":"
        let declared = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
        return document
            ?? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<\(open)document \(declared)=\"\(documentNamespace)\">"
            + "<\(open)body>\(body)</\(open)body></\(open)document>"
    }

    var entries: [ZipEntry] {
        let types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"\(type)\"/>"
            + "<Override PartName=\"/word/header1.xml\" ContentType=\"\(TemplateFile.base)header+xml\"/></Types>"
        var entries = [
            ZipEntry(name: "[Content_Types].xml", text: types),
            ZipEntry(name: "word/document.xml", text: documentPart),
            ZipEntry(
                name: "word/_rels/document.xml.rels",
                text:
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations)</Relationships>"
            ),
            ZipEntry(name: "word/media/quốc huy.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]),
        ]
        if let header {
            entries.append(
                ZipEntry(
                    name: "word/header1.xml", text: "<w:hdr xmlns:w=\"\(TemplateFile.namespace)\">\(header)</w:hdr>"))
        }
        return entries + further
    }

    var bytes: [UInt8] {
        get throws { try ZipWriter.archive(of: entries) }
    }
}
