internal import CXLSXWriter
internal import CivilTime
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Writes workbooks as XLSX (ECMA-376). The same workbook has the same bytes.
public enum WorkbookWriter {
    /// The bytes of a workbook.
    public static func bytes(of workbook: Workbook) throws(SpreadsheetError) -> [UInt8] {
        // libxlsxwriter writes to files alone.
        let file = try TemporaryFile()
        defer { file.remove() }
        guard let book = workbook_new(file.path) else { throw .notWritten("no memory") }
        do throws(SpreadsheetError) {
            try fill(book, workbook)
        } catch {
            // Closing is the only way to give the library's memory back; what it writes is dropped with the file.
            workbook_close(book)
            throw error
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else { throw notWritten(result) }
        return try file.bytes()
    }

    private static func fill(
        _ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
    ) throws(SpreadsheetError) {
        setProperties(book, workbook)
        var names: Set<String> = []
        var fitted: [String: String] = [:]
        var ordered: [String] = []
        for sheet in workbook.sheets {
            let name = SheetName.fitted(sheet.name, taken: names)
            names.insert(name)
            fitted[sheet.name] = name
            ordered.append(name)
        }
        var formats = CellFormats(book)
        for (sheet, name) in zip(workbook.sheets, ordered) {
            guard let worksheet = workbook_add_worksheet(book, name) else {
                throw .notWritten("the sheet \(name) was refused")
            }
            var writer = SheetWriter(worksheet: worksheet, sheet: sheet, formats: formats)
            try writer.write()
            for choice in sheet.choices {
                try writer.choose(choice, from: fitted[choice.listSheet] ?? choice.listSheet)
            }
            formats = writer.formats
        }
    }

    private static func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook) {
        var properties = lxw_doc_properties()
        let seconds = (CivilDate(year: 1970, month: 1, day: 1).map { workbook.created - $0 } ?? 0) * 86_400
        // The library takes nought for “now”.
        properties.created = time_t(seconds == 0 ? 1 : seconds)
        workbook.title.withCString { title in
            properties.title = UnsafeMutablePointer(mutating: title)
            _ = workbook_set_properties(book, &properties)
        }
    }

    static func notWritten(_ code: lxw_error) -> SpreadsheetError {
        .notWritten(lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }
}

/// A file of our own that is gone when it is done with.
private struct TemporaryFile {
    let path: String

    init() throws(SpreadsheetError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/tuanthu-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notWritten("no temporary file in \(folder)") }
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { unlink(path) }

    func bytes() throws(SpreadsheetError) -> [UInt8] {
        guard let stream = fopen(path, "rb") else { throw .notWritten("the temporary file went away") }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, stream)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        if ferror(stream) != 0 { throw .notWritten("the temporary file could not be read") }
        return bytes
    }
}
