import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing
import YAMLTree

/// Lists that are read into a statement or the table beside it.
@Suite struct Lists {
    static let bare = "tuanthu: statement/1\nstated_on: 2026-10-30\nagency: {code: A}\n"

    /// A sheet as somebody keeps one: other headers, other order, remarks.
    private func own(_ header: [String], _ rows: [[CellValue]], name: String = "Danh mục") -> Sheet {
        Sheet(
            name: name, preamble: [[.text("DANH MỤC THỦ TỤC")], []], columns: header.map { Column($0) },
            rows: rows.map { row in row.map { Cell($0) } })
    }

    private func outcome(
        _ sheet: Sheet, _ text: String = Lists.bare, _ tables: [String: String] = [:],
        _ options: WorkbookImport.Options = WorkbookImport.Options(lists: ["Danh mục": ["procedures"]])
    ) throws -> WorkbookImport.Outcome {
        var round = try Round(text, tables)
        round.sheets = [sheet]
        return try round.outcome(into: nil, options)
    }

    @Test func aListOfSomebodysOwn() throws {
        let day = try #require(CivilDate(year: 2020, month: 9, day: 15))
        let sheet = own(
            ["TT", "Tên thủ tục:", "MÃ  thu\u{309} tu\u{323}c (*)", "Công bố – ngày", "online"],
            [
                [.integer(1), .text(" Cấp phép "), .text("0.10"), .date(day), .text("có")],
                [.empty, .empty, .empty, .empty, .empty],
                [.integer(2), .text("Gia ha\u{323}n"), .integer(12), .text("tháng 3/2020"), .empty],
            ])
        let outcome = try outcome(sheet)
        #expect(outcome.told == [])
        #expect(
            outcome.text == Self.bare + """
                procedures:
                  - code: "0.10"
                    name: Cấp phép
                    published:
                      date: 2020-09-15
                    online: true
                  - code: "12"
                    name: Gia hạn
                    published:
                      date: 2020-03

                """)
    }

    @Test func manyRowsIntoATable() throws {
        let rows = (1...321).map { [CellValue.integer($0), .text("1.\($0)"), .text("Thủ tục \($0), \"loại\" \($0)")] }
        let sheet = own(["STT", "code", "name"], rows)
        let options = WorkbookImport.Options(lists: ["Danh mục": ["procedures"]], tables: ["procedures": "tt.csv"])
        let outcome = try outcome(sheet, Self.bare, [:], options)
        #expect(outcome.told == [] && outcome.changes.count == 321)
        #expect(outcome.text == Self.bare + "procedures:\n  from: tt.csv\n")
        let table = try #require(outcome.table("tt.csv"))
        #expect(table.hasPrefix("code,name\n1.1,\"Thủ tục 1, \"\"loại\"\" 1\"\n"))
        let after = try Sample.load(try #require(outcome.text), ["tt.csv": table])
        guard case .stated(.list(let list))? = after.fact(at: FactPath([.field("procedures")]))?.state else {
            Issue.record("there is no list")
            return
        }
        #expect(list.items.count == 321 && list.items[320].key == "1.321")
    }

    /// A table that is there is changed where it has to be, byte for byte.
    @Test func changesOfATable() throws {
        let text = Self.bare + "procedures: {from: tt.csv}   # danh mục\n"
        let table = "code;name;days\r\n1;một;5\r\n\"2\";\"hai; ba\"\r\n"
        var round = try Round(text, ["tt.csv": table])
        try round.fill(1, row: 0, "days", .integer(7))
        try round.fill(1, row: 1, "days", .text("(chưa biết)"))
        try round.fill(1, row: 1, "published.date", .text("2020"))
        try round.fill(1, row: 2, "code", .text("3"))
        try round.fill(1, row: 2, "name", .text("mới; thêm"))
        let outcome = try round.outcome()
        #expect(outcome.told == [] && outcome.document == nil)
        #expect(
            outcome.table("tt.csv")
                == "code;name;days;published.date\r\n1;một;7\r\n\"2\";\"hai; ba\";!unknown;2020\r\n3;\"mới; thêm\";;\r\n"
        )
    }

    /// An item keeps its lines; new ones follow in the document's way; what the sheet lacks stays.
    @Test func changesOfAListInTheFile() throws {
        let text =
            Self.bare + "procedures:\n  # nhóm một\n  - {code: \"1\", days: 5}   # cũ\n  - code: \"2\"\n    note: giữ\n"
        var round = try Round(text)
        try round.fill(1, row: 0, "days", .integer(6))
        round.sheets[1].rows[1] = round.sheets[1].rows[5]
        try round.fill(1, row: 1, "code", .text("3"))
        try round.fill(1, row: 2, "code", .text("4"))
        try round.fill(1, row: 2, "online", .text("có"))
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        let added = "  - code: \"3\"\n  - code: \"4\"\n    online: true\n"
        #expect(outcome.text == text.replacing("days: 5", with: "days: 6") + added)
        let flow = try Round(Self.bare + "procedures: [{code: \"1\"}]")
        var more = flow
        try more.fill(1, row: 1, "code", .text("2"))
        try more.fill(1, row: 2, "code", .text("3"))
        #expect(try more.outcome().text == Self.bare + "procedures: [{code: \"1\"}, {code: \"2\"}, {code: \"3\"}]")
        #expect(outcome.sheets[1].leftOut == 1)
    }

    /// Items without keys are known by their running numbers.
    @Test func itemsWithoutKeys() throws {
        let text = Self.bare + "issues:\n  - {text: a}\n  - {text: b}\n"
        var round = try Round(text)
        let issues = try #require(round.sheets.firstIndex { $0.name.hasPrefix("Các vấn đề") })
        try round.fill(issues, row: 1, "text", .text("c"))
        try round.fill(issues, row: 2, "text", .text("d"))
        #expect(try round.outcome().text == text.replacing("{text: b}", with: "{text: c}") + "  - text: d\n")
    }

    @Test(arguments: [
        "procedures: []\n", "procedures: !unknown\n", "procedures: !none chưa có # ghi\n", "procedures:\n",
    ])
    func aListThatBegins(line: String) throws {
        let sheet = own(["code"], [[.text("1")]], name: "procedures")
        let outcome = try outcome(sheet, Self.bare + line + "issues: [{text: a}]\n", [:], WorkbookImport.Options())
        #expect(outcome.told == [])
        let after = try Sample.load(try #require(outcome.text))
        #expect(after.itemKey(of: FactPath([.field("procedures"), .index(0)])) == "1")
        #expect(outcome.text?.contains("issues: [{text: a}]") == true)
    }

    @Test func whatIsWrongWithASheet() throws {
        let sheet = own(
            ["code", "nmae", "name", "name", ""],
            [
                [.text("1"), .text("x"), .empty, .empty, .text("y")], [.text("1")],
                [.empty, .empty, .text("không mã")],
                [.integer(5), .empty, .text("a | b")],
            ])
        let told = try outcome(sheet).told
        #expect(
            told.contains {
                $0.hasPrefix(
                    "Danh mục!B3: “nmae” không phải là thông tin của danh sách “danh mục thủ tục”; có phải “name” không?"
                )
            })
        #expect(told.contains("Danh mục!D3: cột thứ hai cho “name”"))
        #expect(told.contains("Danh mục!E3: cột không có tiêu đề"))
        #expect(told.contains("Danh mục!A5: “1” đã có ở dòng 4"))
        #expect(told.contains("Danh mục!A6: dòng mới phải có “mã thủ tục”"))
        #expect(told.count == 5, "\(told)")
    }

    /// A row whose key is wrong is left out, whatever else may be written: nobody would know the item again.
    @Test func aRowWithAWrongKeyIsNoItem() throws {
        let sheet = own(
            ["text", "seen"],
            [[.text("a"), .text("hôm qua")], [.text("b"), .text("2020-01-02")], [.empty, .text("mai")]])
        let options = WorkbookImport.Options(lists: ["Danh mục": ["issues"]], skipsBadCells: true)
        let outcome = try outcome(sheet, Self.bare, [:], options)
        #expect(outcome.told.count == 2 && outcome.told[0].hasPrefix("Danh mục!B4: ghi “hôm qua”"), "\(outcome.told)")
        #expect(outcome.text == Self.bare + "issues:\n  - text: b\n    seen: 2020-01-02\n")
    }

    /// Lists that people keep have short headers: what they begin is proposed.
    @Test func aShortHeaderIsUnderstood() throws {
        let told = try outcome(own(["code", "Trực"], [[.text("1"), .text("x")]])).told
        #expect(told.count == 1 && told[0].hasSuffix("có phải “trực tuyến” không?"), "\(told)")
    }

    @Test func listsAndSheetsThatAreNotThere() throws {
        let sheet = own(["a"], [[.text("1")]])
        #expect(
            try outcome(sheet).told == [
                "Danh mục: không có dòng nào là tiêu đề của danh sách “danh mục thủ tục”; dòng tiêu đề phải ghi tên các thông tin, "
                    + "chẳng hạn “mã thủ tục”, “tên thủ tục”, “công bố”, “công bố – số”, “công bố – ngày”, “số ngày giải quyết”"
            ])
        let list = WorkbookImport.Options(lists: ["Danh mục": ["procedure"]])
        #expect(
            try outcome(sheet, Self.bare, [:], list).told == [
                "Danh mục: không có danh sách procedure; có phải “procedures” không?"
            ])
        let name = WorkbookImport.Options(lists: ["Danh muc": ["procedures"]])
        #expect(
            try outcome(sheet, Self.bare, [:], name).told == [
                "Danh muc: bảng tính không có trang này; có phải “Danh mục” không?"
            ])
    }

    /// The workbook of a register read into a statement is told in one sentence, not cell by cell.
    @Test func aWorkbookOfAnotherKindOfFile() throws {
        var round = try Round(Self.bare)
        let marked = Sheet(
            name: "Cơ quan", preamble: [[.text("Cơ quan")], [.text(SheetMark.list("/units"))], [.text("#")]],
            columns: [Column("code")], rows: [[Cell(.text("1"))]])
        round.sheets = [round.sheets[0], marked]
        try round.answer("/stated_on", .text("2026-11-01"))
        let outcome = try round.outcome(into: nil, WorkbookImport.Options(skipsBadCells: true))
        #expect(outcome.document == nil)
        #expect(
            outcome.told == [
                "Cơ quan: bảng tính này là của loại tệp khác (có danh sách /units, tệp nêu ở --into không có danh sách như vậy); "
                    + "hãy chọn lại tệp"
            ])
    }

    /// A day in a cell that is formatted as a number is a number: what to do about it is told.
    @Test func aDayWrittenAsANumber() throws {
        let told = try outcome(own(["code", "Công bố – ngày"], [[.text("1"), .integer(46_000)]])).told
        #expect(
            told == [
                "Danh mục!B4: ghi số 46000, phải là ngày; nếu đúng là ngày thì hãy đổi ô sang dạng ngày (dd/mm/yyyy)"
            ])
    }

    @Test func aTableIsRefusedWhereItIsThereAlready() throws {
        let options = WorkbookImport.Options(lists: ["Danh mục": ["procedures"]], tables: ["procedures": "tt.csv"])
        let outcome = try outcome(own(["code"], [[.text("1")]]), Self.bare, ["tt.csv": "code\n9\n"], options)
        #expect(outcome.document == nil && outcome.tables.isEmpty)
        #expect(
            outcome.told == [
                "Danh mục: không ghi được thay đổi này vào tệp theo cách tệp đang trình bày; hãy sửa ngay trong tệp"
            ])
    }
}
