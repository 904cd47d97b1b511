internal import XMLReading
internal import ZipArchive

/// What a template's file says of itself: which parts hold text, and whether there is anything in it that a report must not carry.
struct TemplatePackage {
    /// The parts that hold text: the document, headers, footers, notes.
    let texts: Set<String>

    private static let base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    private static let textTypes = ["header+xml", "footer+xml", "footnotes+xml", "endnotes+xml"]

    /// Looks through a file.
    ///
    /// Macros are refused: a report goes from office to office, and nobody could say what its code does. So is every reference to
    /// something outside the file that is fetched when it is opened (a linked template, picture or object); a hyperlink, which is
    /// followed only when it is clicked, is left alone.
    init(_ entries: [ZipEntry]) throws(TemplateProblem) {
        guard let types = entries.first(where: { $0.name == "[Content_Types].xml" }) else { throw .notADocument }
        for entry in entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
            if !TemplatePackage.isUTF8(entry.bytes) { throw .notUTF8(part: entry.name) }
        }
        var texts: Set<String> = []
        var hasDocument = false
        for element in try TemplatePackage.read(types).elements {
            let type = element.value("ContentType") ?? ""
            let part = (element.value("PartName") ?? element.value("Extension") ?? "").drop { $0 == "/" }
            if type.contains("macroEnabled") || type.contains("vbaProject") { throw .macros(part: String(part)) }
            if type == TemplatePackage.base + "template.main+xml" { throw .templateFile }
            if type == TemplatePackage.base + "document.main+xml" {
                hasDocument = true
                texts.insert(String(part))
            }
            if TemplatePackage.textTypes.contains(where: { type == TemplatePackage.base + $0 }) {
                texts.insert(String(part))
            }
        }
        guard hasDocument else { throw .notADocument }
        self.texts = texts
        for entry in entries {
            if entry.name.hasSuffix("vbaProject.bin") { throw .macros(part: entry.name) }
            if entry.name.hasPrefix("_xmlsignatures/") { throw .signed(part: entry.name) }
            if entry.name.hasSuffix(".rels") { try TemplatePackage.refuseExternal(entry) }
            // What is carried over unread is well formed and has no document type either.
            if entry.name.hasSuffix(".xml") { try TemplatePackage.check(entry) }
        }
    }

    private static func refuseExternal(_ entry: ZipEntry) throws(TemplateProblem) {
        for relation in try read(entry).elements where relation.value("TargetMode") == "External" {
            let kind = String((relation.value("Type") ?? "").split(separator: "/").last ?? "")
            if kind == "hyperlink" { continue }
            throw .external(part: entry.name, kind: kind, target: String((relation.value("Target") ?? "").prefix(120)))
        }
    }

    private static func read(_ entry: ZipEntry) throws(TemplateProblem) -> XMLElement {
        do throws(XMLError) {
            return try XMLElement.read(entry.bytes)
        } catch {
            throw .malformed(part: entry.name, error)
        }
    }

    private static func check(_ entry: ZipEntry) throws(TemplateProblem) {
        do throws(XMLError) {
            try XMLReader.read(entry.bytes) { _ in .proceed }
        } catch {
            throw .malformed(part: entry.name, error)
        }
    }

    /// Whether the bytes say, or leave it to be understood, that they are UTF-8.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.prefix(2).contains(0) {
            return false
        }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let declaration = start.split(separator: ">").first, let name = declaration.firstRange(of: "encoding=")
        else {
            return true
        }
        let value = declaration[name.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }.lowercased()
        return value == "utf-8" || value == "us-ascii"
    }
}
