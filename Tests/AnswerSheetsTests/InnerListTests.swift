import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing

/// Lists that lie in the items of another list, such as the findings of each internal audit: a column says of which item a row is.
@Suite struct InnerLists {
    static let text =
        Lists.bare + """
            procedures:
              - code: "1"
                steps:
                  - {title: nhận}   # giữ
                  - title: xét
              - {code: "2", days: 3}
              - {code: "3", steps: !none không có}
              - {code: "4", steps: []}

            """

    private func outcome(
        _ header: [String], _ rows: [[CellValue]], _ options: WorkbookImport.Options? = nil,
        text: String = InnerLists.text, tables: [String: String] = [:]
    ) throws -> WorkbookImport.Outcome {
        var round = try Round(text, tables)
        round.sheets = [
            Sheet(
                name: "Bước", preamble: [], columns: header.map { Column($0) },
                rows: rows.map { row in row.map { Cell($0) } })
        ]
        return try round.outcome(
            into: nil, options ?? WorkbookImport.Options(lists: ["Bước": ["procedures", "steps"]]))
    }

    @Test func aSheetOfItsOwn() throws {
        let round = try Round(Self.text)
        let sheet = try #require(round.sheets.first { $0.name == "Các bước" })
        #expect(sheet.columns.map(\.header).prefix(3) == ["STT", "thủ tục", "tên bước"])
        #expect(sheet.rows[0].prefix(3).map(\.value) == [.integer(1), .text("1"), .text("nhận")])
        #expect(sheet.rows[1].prefix(3).map(\.value) == [.integer(2), .text("1"), .text("xét")])
        #expect(sheet.rows.count == 12)
        #expect(try Round(Lists.bare + "procedures: [{code: \"1\"}]\n").sheets.allSatisfy { $0.name != "Các bước" })
        let outcome = try round.outcome()
        #expect(outcome.told == [] && outcome.document == nil)
        #expect(outcome.sheets.contains { $0.list == "procedures.steps" && $0.filled == 2 && $0.leftOut == 0 })
    }

    /// Rows go to their items, whether these have such a list, say there is none, or say nothing.
    @Test func rowsGoToTheirItems() throws {
        let outcome = try outcome(
            ["STT", "Thủ tục", "Tên bước"],
            [
                [.integer(1), .text("1"), .text("trả")], [.integer(2), .text("2"), .text("nhận")],
                [.integer(3), .text("2"), .text("xét")], [.integer(4), .text("3"), .text("một")],
                [.integer(5), .text("4"), .text("hai")], [.integer(6), .text("1"), .text("nhận")],
            ])
        #expect(outcome.told == [])
        let after = try Sample.load(try #require(outcome.text))
        func titles(_ index: Int) -> [String] {
            let path = FactPath([.field("procedures"), .index(index), .field("steps")])
            guard case .stated(.list(let list))? = after.fact(at: path)?.state else { return [] }
            return list.items.map(\.key)
        }
        #expect(titles(0) == ["nhận", "xét", "trả"] && titles(1) == ["nhận", "xét"])
        #expect(titles(2) == ["một"] && titles(3) == ["hai"])
        #expect(outcome.text?.contains("- {title: nhận}   # giữ\n") == true)
        #expect(outcome.changes.map(\.path).first == "procedures[0].steps" && outcome.changes.count == 5)
    }

    @Test func whatIsWrongWithARow() throws {
        let told = try outcome(
            ["procedures", "title"], [[.text("9"), .text("a")], [.empty, .text("b")], [.text("1"), .text("nhận")]]
        ).told
        #expect(
            told == [
                "Bước!A2: không có mục “9” trong “danh mục thủ tục”; mục mới thì nhập trước, bằng trang của danh sách đó",
                "Bước!A3: dòng mới phải có “thủ tục”",
            ])
        #expect(
            try outcome(["title"], [[.text("a")]]).told == [
                "Bước!A1: không có cột nào cho biết mỗi dòng là của “thủ tục” nào"
            ])
    }

    /// An item and what is within it may come in one workbook, in whatever order the sheets stand; what is within an item that is
    /// left out is told.
    @Test func newItemsWithWhatIsWithinThem() throws {
        func sheet(_ name: String, _ header: [String], _ rows: [[CellValue]]) -> Sheet {
            Sheet(
                name: name, preamble: [], columns: header.map { Column($0) },
                rows: rows.map { row in row.map { Cell($0) } })
        }
        let lists = ["Bước": ["procedures", "steps"], "Danh mục": ["procedures"]]
        var round = try Round(Lists.bare)
        round.sheets = [
            sheet("Bước", ["procedures", "title"], [[.text("7"), .text("a")], [.text("8"), .text("b")]]),
            sheet("Danh mục", ["code", "days"], [[.text("7"), .integer(2)], [.text("8"), .text("hai")]]),
        ]
        let whole = try round.outcome(into: nil, WorkbookImport.Options(lists: lists, skipsBadCells: true))
        #expect(whole.told.count == 1 && whole.told[0].hasPrefix("Danh mục!B3: ghi “hai”"), "\(whole.told)")
        let written =
            "procedures:\n  - code: \"7\"\n    days: 2\n    steps:\n      - title: a\n  - code: \"8\"\n    steps:\n      - title: b\n"
        #expect(whole.text == Lists.bare + written)
        #expect(whole.changes.map(\.path).contains("procedures.steps") && whole.changes.count == 4)
        round.sheets[1] = sheet("Danh mục", ["code", "days"], [[.text("7"), .integer(2)]])
        let left = try round.outcome(into: nil, WorkbookImport.Options(lists: lists, skipsBadCells: true))
        #expect(left.told.count == 1 && left.told[0].hasPrefix("Bước!A3: không có mục “8”"), "\(left.told)")
        #expect(left.text?.contains("title: b") == false)
    }

    /// New items with a list within cannot come into a table (CSV): they are told, and nothing of them is lost.
    @Test func newItemsOfATableHoldNoList() throws {
        let outcome = try outcome(
            ["procedures", "title"], [[.text("2"), .text("a")]],
            WorkbookImport.Options(
                lists: ["Bước": ["procedures", "steps"]], skipsBadCells: true),
            text: Lists.bare + "procedures: {from: tt.csv}\n", tables: ["tt.csv": "code\n1\n"])
        #expect(outcome.document == nil && outcome.tables.isEmpty && outcome.told.count == 1, "\(outcome.told)")
    }

    /// A list in a row of a table (CSV) has nowhere to stand: nothing is written, and it is told.
    @Test func anItemOfATable() throws {
        let outcome = try outcome(
            ["procedures", "title"], [[.text("1"), .text("a")]], text: Lists.bare + "procedures: {from: tt.csv}\n",
            tables: ["tt.csv": "code\n1\n"])
        #expect(outcome.document == nil && outcome.told.count == 1, "\(outcome.told)")
    }

    // MARK: Rows and columns that are no items

    private func own(_ header: [String], _ rows: [[CellValue]]) throws -> WorkbookImport.Outcome {
        var round = try Round(Lists.bare)
        round.sheets = [
            Sheet(
                name: "Danh mục", preamble: [], columns: header.map { Column($0) },
                rows: rows.map { row in row.map { Cell($0) } })
        ]
        let options = WorkbookImport.Options(lists: ["Danh mục": ["procedures"]])
        return try round.outcome(into: nil, options)
    }

    /// Totals, and headings with a Roman number or a letter for a running number, are no items; the sheet tells that they were not read.
    @Test func totalsAndHeadingsAreNoItems() throws {
        let outcome = try own(
            ["STT", "Mã thủ tục", "Tên thủ tục", "Số ngày giải quyết"],
            [
                [.text("I"), .text("ĐẤT ĐAI")], [.integer(1), .text("1"), .text("a"), .integer(3)],
                [.text("B."), .empty, .text("NƯỚC")], [.text("2a"), .text("2"), .text("Tổng hợp")],
                [.text("Tổng cộng:"), .integer(12), .empty, .integer(3)],
            ])
        #expect(outcome.told == [])
        #expect(
            outcome.text == Lists.bare
                + "procedures:\n  - code: \"1\"\n    name: a\n    days: 3\n  - code: \"2\"\n    name: Tổng hợp\n")
        #expect(outcome.sheets.map(\.passedOver) == [[2, 4, 6]])
        let text = ImportText(language: .vi, isWritten: true).summary(outcome)
        #expect(text.contains("3 dòng tiêu đề, dòng cộng không đọc (dòng 2, 4, 6)"), "\(text)")
    }

    /// Without the column of their key nobody would know new items again, whatever else is skipped.
    @Test func nothingIsAddedWithoutTheColumnOfTheKey() throws {
        var round = try Round(Lists.bare)
        round.sheets = [
            Sheet(
                name: "Vấn đề", preamble: [], columns: ["Ngày", "Nội dung"].map { Column($0) },
                rows: [[.text("2020-01-02"), .text("a")].map { Cell($0) }])
        ]
        let options = WorkbookImport.Options(lists: ["Vấn đề": ["issues"]], skipsBadCells: true)
        let told = try round.outcome(into: nil, options)
        #expect(told.document == nil)
        #expect(
            told.told == [
                "Vấn đề!A1: “Ngày” không phải là thông tin của danh sách “các vấn đề”; có phải “ngày thấy” không?",
                "Vấn đề!A1: không có cột “ngày thấy”, mà cột này không đọc được; thiếu cột đó thì không nhận dòng mới nào",
            ])
    }

    @Test(arguments: [
        ("Mã", "có phải “mã thủ tục” không?"), ("giải quyết ngày", "có phải “số ngày giải quyết” không?"),
        ("Công bố: số", "có phải “công bố – số” không?"), ("Phí", nil),
    ])
    func whatAHeaderMayHaveMeant(header: String, proposed: String?) throws {
        let told = try own(["code", header], [[.text("1"), .text("x")]]).told
        let first = try #require(told.first)
        #expect(proposed.map { first.hasSuffix($0) } ?? !first.contains("có phải"), "\(told)")
    }
}
