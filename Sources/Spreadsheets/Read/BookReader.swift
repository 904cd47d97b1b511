internal import CivilTime
internal import XMLReading
internal import ZipArchive

/// Reads XLSX workbooks (ECMA-376 Part 1, SpreadsheetML), transitional or strict: what cells hold, not how they look.
///
/// Nothing is computed and nothing outside the file is looked at.
public enum BookReader {
    /// Reads a workbook.
    public static func read(
        _ bytes: [UInt8], limits: BookLimits = .standard
    ) throws(SpreadsheetError) -> ReadBook {
        // The mark of the container that old workbooks and encrypted ones lie in.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .compoundFile }
        let parts: BookParts
        do throws(ZipError) {
            parts = BookParts(try ZipReader(bytes))
        } catch {
            throw error == .notAnArchive ? .notAWorkbook : .archive(error)
        }
        let main = try parts.mainPart()
        let book = try parts.tree(main)
        guard book.name.local == "workbook" else { throw .notAWorkbook }
        let links = try parts.links(of: main)
        let shared = try links.first { $0.kind == "sharedStrings" }.map { link throws(SpreadsheetError) in
            try SharedStrings.read(parts.bytes(link.target), part: link.target, maxCount: limits.maxCells)
        }
        let styles = try links.first { $0.kind == "styles" }.map { link throws(SpreadsheetError) in
            NumberFormats(try parts.tree(link.target))
        }
        let is1904 = ["1", "true", "on"].contains(book.first("workbookPr")?.value("date1904") ?? "")
        var reader = SheetReader(
            strings: shared ?? [], formats: styles ?? NumberFormats(), system: is1904 ? .from1904 : .from1900,
            cellsLeft: limits.maxCells, limits: limits)
        var sheets: [ReadSheet] = []
        for entry in book.first("sheets")?.elements("sheet") ?? [] {
            let id = entry.attributes.first { $0.name.local == "id" && !$0.name.namespace.isEmpty }?.value
            guard let link = links.first(where: { $0.id == id }) else {
                throw .missingPart(entry.value("name") ?? id ?? "sheet")
            }
            // Chart sheets and the like have no cells.
            guard link.kind == "worksheet" else { continue }
            let isHidden = (entry.value("state") ?? "visible") != "visible"
            let name = entry.value("name") ?? ""
            sheets.append(try reader.read(parts.bytes(link.target), part: link.target, name: name, isHidden: isHidden))
        }
        return ReadBook(sheets: sheets)
    }
}

/// The parts of a package by name (ECMA-376 Part 2).
private final class BookParts {
    private let reader: ZipReader

    init(_ reader: consuming ZipReader) { self.reader = reader }

    /// A link from one part to another.
    struct Link {
        let id: String
        /// The last word of its type.
        let kind: String
        let target: String
    }

    func bytes(_ name: String) throws(SpreadsheetError) -> [UInt8] {
        do throws(ZipError) {
            return try reader.bytes(of: name)
        } catch {
            if case .missing = error { throw .missingPart(name) }
            throw .archive(error)
        }
    }

    func tree(_ name: String) throws(SpreadsheetError) -> XMLElement {
        let bytes = try bytes(name)
        do throws(XMLError) {
            return try XMLElement.read(bytes)
        } catch {
            throw .part(name, error)
        }
    }

    /// The part that the package is about.
    func mainPart() throws(SpreadsheetError) -> String {
        guard reader.contains("_rels/.rels") else { throw .notAWorkbook }
        guard let link = try links(of: "").first(where: { $0.kind == "officeDocument" }) else { throw .notAWorkbook }
        return link.target
    }

    /// The links of a part to parts inside the package.
    func links(of part: String) throws(SpreadsheetError) -> [Link] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[..<$0]) } ?? ""
        let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
        let file = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        guard reader.contains(file) else { return [] }
        return try tree(file).elements("Relationship").compactMap { entry in
            guard let id = entry.value("Id"), let type = entry.value("Type"), let target = entry.value("Target"),
                entry.value("TargetMode") != "External"
            else { return nil }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            return Link(id: id, kind: kind, target: BookParts.path(target, from: folder))
        }
    }

    /// A target without `.` and `..`, from the folder of the part that names it.
    private static func path(_ target: String, from folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
