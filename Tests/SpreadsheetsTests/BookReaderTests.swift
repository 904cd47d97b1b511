import CivilTime
import Spreadsheets
import Testing
import XMLReading
import ZipArchive

/// A workbook written by hand, part by part, as other programs write them.
private struct HandMade {
    var sheet = ""
    var shared: String?
    var formats: [String] = []
    var properties = ""
    var merges = ""
    var rawSheet: String?

    func bytes() throws -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let custom = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
        var entries = [
            ZipEntry(
                name: "_rels/.rels",
                text: """
                    <Relationships xmlns="\(package)"><Relationship Id="r1" Type="\(office)/officeDocument" \
                    Target="xl/workbook.xml"/></Relationships>
                    """),
            ZipEntry(
                name: "xl/workbook.xml",
                text: """
                    <x:workbook xmlns:x="\(main)" xmlns:r="\(office)">\(properties)<x:sheets>\
                    <x:sheet name="Trang 1" sheetId="1" r:id="a"/></x:sheets></x:workbook>
                    """),
            ZipEntry(
                name: "xl/_rels/workbook.xml.rels",
                text: """
                    <Relationships xmlns="\(package)"><Relationship Id="a" Type="\(office)/worksheet" \
                    Target="worksheets/s.xml"/><Relationship Id="b" Type="\(office)/styles" Target="/xl/styles.xml"/>\
                    <Relationship Id="c" Type="\(office)/sharedStrings" Target="../xl/strings.xml"/></Relationships>
                    """),
            ZipEntry(
                name: "xl/styles.xml",
                text: """
                    <styleSheet xmlns="\(main)"><numFmts>\(custom)</numFmts><cellXfs><xf numFmtId="0"/>\
                    <xf numFmtId="14"/>\(styles)</cellXfs></styleSheet>
                    """),
            ZipEntry(
                name: "xl/worksheets/s.xml",
                text: rawSheet
                    ?? "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
            ),
        ]
        entries.append(ZipEntry(name: "xl/strings.xml", text: shared ?? "<sst xmlns=\"\(main)\"/>"))
        return try ZipWriter.archive(of: entries)
    }

    func read(limits: BookLimits = .standard) throws -> ReadSheet {
        try #require(try BookReader.read(try bytes(), limits: limits).sheets.first)
    }

    func failure(limits: BookLimits = .standard) throws -> SpreadsheetError? {
        let bytes = try bytes()
        do throws(SpreadsheetError) {
            _ = try BookReader.read(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}

private func date(_ year: Int, _ month: Int, _ day: Int, hasTime: Bool = false) throws -> ReadValue {
    .date(try #require(CivilDate(year: year, month: month, day: day)), hasTime: hasTime)
}

@Suite struct BookReading {
    @Test func kindsOfCells() throws {
        var book = HandMade()
        book.shared = """
            <sst xmlns="u"><si><t>một</t></si><si><r><t>ha</t></r><r><t xml:space="preserve">i </t></r>\
            <rPh><t>đọc</t></rPh></si><si><t>_x0041__x005F_x0042_</t></si></sst>
            """
        book.sheet = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="s"><v>2</v></c>\
            <c r="E2" t="inlineStr"><is><t>trong </t><r><t>ô</t></r></is></c></row>\
            <row><c><v>4.1</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1&amp;B1</f><v>ghép</v></c>\
            <c t="d"><v>2026-11-21</v></c><c/></row>
            """
        let sheet = try book.read()
        #expect(sheet.rowCount == 3)
        let second = (0..<5).map { sheet.value(row: 1, column: $0) }
        #expect(second == [.text("một"), .text("hai "), .text("A_x0042_"), nil, .text("trong ô")])
        let third = (0..<6).map { sheet.value(row: 2, column: $0) }
        #expect(
            third == [
                .number(4.1, shown: nil), .boolean(true), .error("#REF!"), .text("ghép"), try date(2026, 11, 21), nil,
            ])
    }

    @Test(arguments: [
        (1.0, 1900, 1, 1), (59, 1900, 2, 28), (61, 1900, 3, 1), (25_569, 1970, 1, 1), (46_347, 2026, 11, 21),
    ])
    func daysFrom1900(serial: Double, year: Int, month: Int, day: Int) throws {
        var book = HandMade()
        book.sheet = "<row><c s=\"1\"><v>\(serial)</v></c><c s=\"1\"><v>\(serial + 0.5)</v></c></row>"
        let sheet = try book.read()
        #expect(sheet.value(row: 0, column: 0) == (try date(year, month, day)))
        #expect(sheet.value(row: 0, column: 1) == (try date(year, month, day, hasTime: true)))
    }

    @Test func daysFrom1904() throws {
        var book = HandMade()
        book.properties = "<x:workbookPr date1904=\"1\"/>"
        book.sheet = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44885</v></c></row>"
        let sheet = try book.read()
        #expect(sheet.value(row: 0, column: 0) == (try date(1904, 1, 1)))
        #expect(sheet.value(row: 0, column: 1) == (try date(2026, 11, 21)))
    }

    /// The day that never was is no day.
    @Test func aNumberThatIsNoDay() throws {
        var book = HandMade()
        book.sheet = "<row><c s=\"1\"><v>60</v></c><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>0.5</v></c></row>"
        let sheet = try book.read()
        #expect(sheet.value(row: 0, column: 0) == .number(60, shown: nil))
        #expect(sheet.value(row: 0, column: 1) == .number(-1, shown: nil))
        #expect(sheet.value(row: 0, column: 2) == .number(0.5, shown: nil))
    }

    @Test(arguments: [
        ("dd/mm/yyyy", true), ("[$-42A]d mmmm yyyy", true), ("yyyy\\-mm\\-dd;@", true), ("&quot;ngày&quot; dd", true),
        ("0.00", false), ("&quot;d&quot;0", false), ("[Red]0", false), ("h:mm", false), ("General", false),
        ("#,##0\\ _d", false),
    ])
    func formatsOfDates(code: String, isDate: Bool) throws {
        var book = HandMade()
        book.formats = [code]
        book.sheet = "<row><c s=\"2\"><v>46347</v></c></row>"
        let value = try book.read().value(row: 0, column: 0)
        #expect(value == (isDate ? try date(2026, 11, 21) : .number(46_347, shown: nil)))
    }

    @Test func leadingZerosOfAFormatStay() throws {
        var book = HandMade()
        book.formats = ["000000"]
        book.sheet = "<row><c s=\"2\"><v>812</v></c><c s=\"2\"><v>8.5</v></c></row>"
        let sheet = try book.read()
        #expect(sheet.value(row: 0, column: 0) == .number(812, shown: "000812"))
        #expect(sheet.value(row: 0, column: 1) == .number(8.5, shown: nil))
    }

    /// A formula that was not worked out is no empty cell; one that gave an empty text is.
    @Test func formulasWithoutAValue() throws {
        var book = HandMade()
        book.sheet =
            "<row r=\"1\"><c r=\"A1\"><f>1/0</f></c><c r=\"B1\" t=\"str\"><f>C1</f><v></v></c><c r=\"C1\"><f>1+1</f><v>2</v></c><c r=\"D1\"/></row>"
        let sheet = try book.read()
        #expect((0...3).map { sheet.value(row: 0, column: $0) } == [.error(""), nil, .number(2, shown: nil), nil])
    }

    @Test func mergedCellsHoldWhatTheFirstHolds() throws {
        var book = HandMade()
        book.merges = "<mergeCell ref=\"A1:A3\"/>"
        book.sheet = "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row><row r=\"3\"><c r=\"B3\"><v>1</v></c></row>"
        let sheet = try book.read()
        #expect((0..<4).map { sheet.value(row: $0, column: 0) != nil } == [true, true, true, false])
        #expect(sheet.isBlank(row: 1))
    }
}

@Suite struct HostileWorkbooks {
    @Test func whatIsNone() throws {
        func failure(_ bytes: [UInt8]) -> SpreadsheetError? {
            do throws(SpreadsheetError) {
                _ = try BookReader.read(bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(failure([]) == .notAWorkbook)
        #expect(failure(Array("a,b\n1,2\n".utf8)) == .notAWorkbook)
        #expect(failure([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
        #expect(failure(try ZipWriter.archive(of: [ZipEntry(name: "a", text: "b")])) == .notAWorkbook)
    }

    @Test func brokenCells() throws {
        var book = HandMade()
        for (cell, name) in [
            ("<c r=\"A1\" t=\"s\"><v>9</v></c>", "A1"), ("<c r=\"B1\"><v>x</v></c>", "B1"), ("<c r=\"A2\"/>", "A2"),
            ("<c r=\"XFE1\"/>", "XFE1"), ("<c r=\"C1\" t=\"zz\"><v>1</v></c>", "C1"),
            ("<c r=\"A1\"><v>1e999</v></c>", "A1"),
        ] {
            book.sheet = "<row r=\"1\">\(cell)</row>"
            #expect(try book.failure() == .brokenCell(sheet: "Trang 1", cell: name))
        }
    }

    @Test func tooMuch() throws {
        var book = HandMade()
        book.sheet = "<row>" + String(repeating: "<c><v>1</v></c>", count: 11) + "</row>"
        #expect(try book.failure(limits: BookLimits(maxCells: 10)) == .tooManyCells(limit: 10))
        #expect(try book.failure(limits: BookLimits(maxCells: 11)) == nil)
    }

    @Test func anEntityIsRefused() throws {
        var book = HandMade()
        book.rawSheet = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>"
        guard case .part("xl/worksheets/s.xml", let error)? = try book.failure() else {
            Issue.record("the entity was accepted")
            return
        }
        #expect(error.problem == .documentType)
    }
}
