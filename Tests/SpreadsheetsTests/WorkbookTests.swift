import CivilTime
import Spreadsheets
import Testing
import ZipArchive

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
}

@Suite struct WorkbookWriting {
    private func book() throws -> Workbook {
        let texts = [
            "Quảng Ngãi", "=1+1", "+84 255", "-1", "@SUM(A1)", "\tx", "001", "4.10", "_x0041_", "dòng một\ndòng hai",
            "http://example.org", "{=1}", "a\u{1}b",
        ]
        let rows = try texts.map { [Cell.text($0), .date(try day(2026, 11, 21)), .integer(16_934), .empty] }
        let list = Sheet(
            name: "Danh mục", columns: [Column("Chọn")], rows: [[.text("có")], [.text("không")]], isFiltered: false)
        let choice = ChoiceRange(column: 3, rows: 0...12, listSheet: "Danh mục", listColumn: 0, listRows: 1...2)
        let sheet = Sheet(
            name: "Câu hỏi: 1/2", preamble: [[.text("Câu hỏi", .title)], []],
            columns: [Column("Chữ"), Column("Ngày"), Column("Số"), Column("Trả lời", isInput: true)], rows: rows,
            choices: [choice])
        return Workbook(title: "Thử", created: try day(2026, 11, 21), sheets: [sheet, list])
    }

    @Test func whatIsWrittenIsRead() throws {
        let book = try book()
        let read = try BookReader.read(try WorkbookWriter.bytes(of: book))
        #expect(read.sheets.map(\.name) == ["Câu hỏi- 1-2", "Danh mục"])
        let sheet = read.sheets[0]
        #expect(sheet.value(row: 0, column: 0) == .text("Câu hỏi"))
        #expect(sheet.isBlank(row: 1))
        #expect(sheet.value(row: 2, column: 3) == .text("Trả lời"))
        for (index, row) in book.sheets[0].rows.enumerated() {
            guard case .text(let text) = row[0].value else { continue }
            let expected = text.replacing("\u{1}", with: "\u{FFFD}")
            #expect(sheet.value(row: 3 + index, column: 0) == .text(expected))
            #expect(sheet.value(row: 3 + index, column: 1) == .date(try day(2026, 11, 21), hasTime: false))
            #expect(sheet.value(row: 3 + index, column: 2) == .number(16_934, shown: nil))
            #expect(sheet.value(row: 3 + index, column: 3) == nil)
        }
    }

    @Test func bytesRepeat() throws {
        let book = try book()
        let bytes = try WorkbookWriter.bytes(of: book)
        // More than a second apart would be seen in a stamp; the properties hold the only one, and it is the workbook's.
        #expect(try WorkbookWriter.bytes(of: book) == bytes)
        let properties = String(decoding: try ZipReader(bytes).bytes(of: "docProps/core.xml"), as: UTF8.self)
        #expect(properties.contains("2026-11-21T00:00:00Z"))
    }

    @Test func nothingIsAFormula() throws {
        let bytes = try WorkbookWriter.bytes(of: try book())
        let sheet = String(decoding: try ZipReader(bytes).bytes(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink"))
        #expect(sheet.contains("<pageSetup paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""))
        #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter") && sheet.contains("dataValidation"))
        let properties = String(decoding: try ZipReader(bytes).bytes(of: "xl/workbook.xml"), as: UTF8.self)
        #expect(properties.contains("Print_Titles"))
    }

    @Test func aTextThatIsTooLongIsCut() throws {
        let long = String(repeating: "ư", count: 40_000)
        let sheet = Sheet(name: "a", columns: [Column("b")], rows: [[.text(long)]])
        let bytes = try WorkbookWriter.bytes(of: Workbook(title: "", created: try day(1970, 1, 1), sheets: [sheet]))
        guard case .text(let text)? = try BookReader.read(bytes).sheets[0].value(row: 1, column: 0) else {
            Issue.record("the text is gone")
            return
        }
        #expect(text.utf16.count == 32_767 && text.hasSuffix("ư…"))
    }

    @Test(
        arguments: [
            ("Sheet", "Sheet", []), ("a/b:c", "a-b-c", []), ("'x'", "x", []), ("", "-", []),
            ("Thủ tục hành chính thuộc phạm vi của hệ thống", "Thủ tục hành chính thuộc phạm…", []),
            ("Ba mươi mốt chữ cái vừa khít tên", "Ba mươi mốt chữ cái vừa khít…", []),
            ("Danh mục thủ tục (hành chính công)", "Danh mục thủ tục (hành chính…", []),
            ("Rấtdàikhôngcókhoảngtrắngnàotrongtên", "Rấtdàikhôngcókhoảngtrắngnàotro…", []),
            (
                "Thủ tục hành chính thuộc phạm vi của hệ thống", "Thủ tục hành chính thuộc… (2)",
                ["thủ tục hành chính thuộc phạm…"]
            ),
            ("Nguồn", "Nguồn (2)", ["nguồn"]), ("Nguồn", "Nguồn (3)", ["nguồn", "Nguồn (2)"]),
        ] as [(String, String, Set<String>)])
    func names(text: String, name: String, taken: Set<String>) {
        let fitted = SheetName.fitted(text, taken: taken)
        #expect(fitted == name && fitted.utf16.count <= 31)
    }
}

@Suite struct CellReferences {
    @Test(arguments: [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)])
    func round(text: String, row: Int, column: Int) {
        #expect(CellReference(text) == CellReference(row: row, column: column))
        #expect(CellReference(row: row, column: column).description == text)
    }

    @Test(arguments: ["", "A", "1", "1A", "A0", "XFE1", "A1048577", "A1B", "Ă1", "A-1"])
    func refused(text: String) { #expect(CellReference(text) == nil) }
}
