import AnswerSheets
import CivilTime
import Model
import Spreadsheets
import Testing
import YAMLTree

/// What answers become in the statement, and which are named as wrong.
@Suite struct Answers {
    static let bare = "tuanthu: statement/1\nstated_on: 2026-10-30\nagency:\n  code: A   # mã\n"

    /// How a person may write an answer, and what the statement says then.
    @Test(arguments: [
        ("/agency/level", CellValue.text("Sở"), "level: department"),
        ("/agency/level", .text("COMMUNE  committee"), "level: commune"),
        ("/agency/level", .text("commune"), "level: commune"),
        ("/agency/founded", .text("21/11/2026"), "founded: 2026-11-21"),
        ("/agency/founded", .text("tháng 02/2020"), "founded: 2020-02"),
        ("/agency/founded", .text("quý IV/2020"), "founded: 2020-Q4"),
        ("/agency/founded", .integer(2020), "founded: 2020"),
        ("/agency/founded", .text(" 2020-05 "), "founded: 2020-05"),
        ("/agency/staff", .text("16.934"), "staff: 16934"), ("/agency/staff", .integer(12), "staff: 12"),
        ("/agency/mandated", .text("Có"), "mandated: true"), ("/agency/mandated", .text("x"), "mandated: true"),
        ("/agency/mandated", .text("NO"), "mandated: false"),
        ("/agency/mandated", .text("(Không có) chưa giao"), "mandated: !none chưa giao"),
        ("/agency/staff", .text("(not known)"), "staff: !unknown"), ("/agency/name", .integer(812), "name: \"812\""),
        ("/agency/name", .text("=1+1"), "name: \"=1+1\""),
        ("/agency/name", .text("Quảng Nga\u{303}i"), "name: Quảng Ngãi"),
        (
            "/agency/name", .text("Xã Hai; 2025-07: Phường Hai"),
            "name:\n    - value: Xã Hai\n    - from: 2025-07\n      value: Phường Hai"
        ),
        ("/agency/fields", .text("Đất đai | water"), "fields:\n    - land\n    - water"),
        ("/agency/fields", .text("Khác [other-b]"), "fields:\n    - other-b"),
        ("/agency/fields", .text("(Danh sách trống)"), "fields: []"),
        ("/agency/tags", .text("một\nhai"), "tags:\n    - một\n    - hai"),
        ("/agency/mandate", .text("(không có)"), "mandate: !none"),
        ("/agency/mandate/ref", .text("27/KH"), "mandate:\n    ref: \"27/KH\""),
    ])
    func whatIsWritten(pointer: String, value: CellValue, line: String) throws {
        var round = try Round(Self.bare, asking: [pointer])
        try round.answer(pointer, value)
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        #expect(outcome.text == Self.bare + "  \(line)\n")
    }

    @Test(arguments: [
        (
            "/agency/level", CellValue.text("Sơ"),
            "ghi “Sơ”, phải là một trong: “Sở”, “Ủy ban nhân dân cấp xã”; có phải “Sở” không?"
        ),
        ("/agency/founded", .text("31/02/2020"), "ghi “31/02/2020”, phải là ngày"),
        ("/agency/founded", .integer(12), "ghi “12”, phải là ngày"),
        ("/agency/staff", .text("12,5"), "ghi “12,5”, phải là số nguyên"),
        ("/agency/mandated", .text("có lẽ"), "phải là “có” hoặc “không”"),
        ("/agency/fields", .text("Khác"), "phải là một trong"),
        ("/agency/mandate", .text("27/KH"), "khai theo từng phần"),
        ("/procedures", .text("nhiều"), "điền ở trang riêng"),
    ])
    func whatIsWrong(pointer: String, value: CellValue, words: String) throws {
        var round = try Round(Self.bare, asking: [pointer, "/agency/staff"])
        try round.answer("/agency/staff", .integer(5))
        try round.answer(pointer, value)
        let outcome = try round.outcome()
        #expect(outcome.document == nil)
        let row = try #require(
            round.sheets[0].rows.firstIndex { $0[QuestionColumn.path.rawValue].value == .text(pointer) })
        let cell = CellReference(row: round.sheets[0].headerRow + 1 + row, column: QuestionColumn.answer.rawValue)
        #expect(
            outcome.told.count == 1 && outcome.told[0].hasPrefix("Câu hỏi!\(cell): ") && outcome.told[0].contains(words)
        )
        let rest = try round.outcome(into: nil, WorkbookImport.Options(skipsBadCells: true))
        #expect(rest.text == (pointer == "/agency/staff" ? nil : Self.bare + "  staff: 5\n"))
    }

    /// What can be read and is refused when the statement is read again: its cell is told, and the other answers are taken in.
    @Test func whatTheStatementCannotSay() throws {
        var round = try Round(Self.bare, asking: ["/agency/name", "/agency/staff"])
        try round.answer("/agency/staff", .integer(5))
        try round.answer("/agency/name", .text("Một; 2020-11-16: Hai; 2016-03-16: Ba"))
        let row = try #require(
            round.sheets[0].rows.firstIndex { $0[QuestionColumn.path.rawValue].value == .text("/agency/name") })
        let cell = CellReference(row: round.sheets[0].headerRow + 1 + row, column: QuestionColumn.answer.rawValue)
        let outcome = try round.outcome()
        #expect(outcome.document == nil && outcome.problems.map(\.position) == ["Câu hỏi!\(cell)"], "\(outcome.told)")
        let rest = try round.outcome(into: nil, WorkbookImport.Options(skipsBadCells: true))
        #expect(rest.told == outcome.told)
        #expect(rest.text == Self.bare + "  staff: 5\n")
    }

    @Test func pathsThatLeadNowhere() throws {
        var round = try Round(Self.bare, asking: ["/agency/staff"])
        let row = round.sheets[0].rows.count - 1
        for (path, words) in [
            ("/agency/staf", "không có thông tin /agency/staf; có phải “/agency/staff” không?"),
            ("agency", "không có thông tin agency"),
            ("/procedures/0/name", "tệp không còn mục “#1”"),
        ] {
            try round.answer(round.path(ofRow: row), .text("5"))
            round.sheets[0].rows[row][QuestionColumn.path.rawValue] = .text(path, .code)
            let told = try round.outcome().told
            #expect(told.count == 1 && told[0].contains(words), "\(told)")
        }
    }

    /// An item that moved is found by its key; one that is gone is named.
    @Test func itemsAreKnownByTheirKeys() throws {
        let text = Self.bare + "procedures:\n  - {code: \"1\"}\n  - {code: \"2\"}\n"
        let vocabulary = try Sample.vocabulary()
        var round = try Round(text)
        var questions = QuestionSheet(vocabulary, .vi)
        var choices = ChoiceSheet(vocabulary, .vi)
        let field = vocabulary.field(at: ["procedures", "days"])
        questions.add([AskedFact(pointer: "/procedures/1/days", field: field, keys: ["2"])], of: round.statement)
        round.sheets = [questions.sheet(&choices)]
        try round.answer("/procedures/1/days", .integer(9))
        let moved = Self.bare + "procedures:\n  - {code: \"2\"} # hai\n  - {code: \"3\"}\n"
        #expect(
            try round.outcome(into: try Sample.load(moved)).text
                == moved.replacing("{code: \"2\"}", with: "{code: \"2\", days: 9}"))
        let gone = try round.outcome(into: try Sample.load(Self.bare + "procedures: [{code: \"3\"}]\n"))
        #expect(gone.told.first?.contains("tệp không còn mục “2”") == true && gone.document == nil)
    }

    /// Comments, order and evidence stay as they are; a list in lines of its own keeps the lines of what stays in it.
    @Test func whatNoSheetHoldsStays() throws {
        let text = """
            tuanthu: statement/1
            stated_on: 2026-10-30   # ngày
            agency:
              # tên cũ
              staff: {value: 12, evidence: [{ref: 1/BC}]}  # biên chế
              code: A
              tags:   # nhãn
                - một   # thứ nhất
                - hai
              mandated: {state: unknown, reason: chưa hỏi}
              level: 'department'
            """
        var round = try Round(text)
        try round.answer("/stated_on", .text("15/11/2026"))
        try round.answer("/agency/staff", .integer(14))
        try round.answer("/agency/tags", .text("một | ba"))
        try round.answer("/agency/mandated", .text("có"))
        try round.answer("/agency/level", .text("Ủy ban nhân dân cấp xã"))
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        let expected = text.replacing("2026-10-30 ", with: "2026-11-15 ").replacing("value: 12", with: "value: 14")
            .replacing("    - hai\n", with: "    - ba\n").replacing(
                "{state: unknown, reason: chưa hỏi}", with: "true"
            )
            .replacing("'department'", with: "commune")
        #expect(outcome.text == expected)
        #expect(
            outcome.changes.map(\.path)
                == ["stated_on", "agency.staff", "agency.mandated", "agency.level", "agency.tags"].sorted { one, two in
                    let order = outcome.changes.map(\.path)
                    return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: two) ?? 0)
                })
    }

    @Test func rowsOfAnotherAgencyArePassedOver() throws {
        var round = try Round(Self.bare, asking: ["/agency/staff"])
        try round.answer("/agency/staff", .integer(5))
        let other = try Sample.load(Self.bare.replacing("code: A ", with: "code: B "))
        let outcome = try round.outcome(into: other)
        #expect(outcome.document == nil && outcome.told == [])
        #expect(outcome.sheets.first?.ofOthers == 3)
    }

    @Test func aFactAnsweredTwice() throws {
        let text = Self.bare + "procedures:\n  - {code: \"1\"}\n"
        for (one, two, isWrong) in [(5, 5, false), (5, 6, true)] {
            var round = try Round(text, asking: ["/procedures/0/days"])
            try round.answer("/procedures/0/days", .integer(one))
            try round.fill(1, row: 0, "days", .integer(two))
            let outcome = try round.outcome()
            #expect(outcome.told.isEmpty != isWrong)
            #expect(outcome.told.allSatisfy { $0.contains("đã được trả lời khác ở Câu hỏi!") })
            #expect((outcome.document == nil) == isWrong)
        }
    }
}

extension Round {
    /// The path in a row of the questions.
    func path(ofRow row: Int) -> String {
        guard case .text(let path) = sheets[0].rows[row][QuestionColumn.path.rawValue].value else { return "" }
        return path
    }
}
