import AnswerSheets
import Model
import Spreadsheets
import Testing

/// Notes and evidence of items: a row brings those of a new item, and adds them to one that has none.
@Suite struct EvidenceOfRows {
    private static let bare = Lists.bare

    @Test func aNewRowInTheFile() throws {
        let text = Self.bare + "procedures:\n  - code: \"1\"\n"
        var round = try Round(text)
        try round.fill(1, row: 1, "code", .text("2"))
        try round.fill(1, row: 1, "published.date", .text("2020"))
        try round.fill(1, row: 1, "evidence.ref", .text("812/QĐ-UBND"))
        try round.fill(1, row: 1, "evidence.dated", .text("15/09/2020"))
        try round.fill(1, row: 1, "evidence.file", .text("ho-so/812.pdf"))
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        #expect(
            outcome.text == text + """
                  - code: "2"
                    published:
                      date: 2020
                    evidence:
                      - ref: "812/QĐ-UBND"
                        dated: 2020-09-15
                        file: ho-so/812.pdf

                """)
        let after = try Sample.load(try #require(outcome.text))
        guard case .stated(.record(let record))? = after.fact(at: FactPath([.field("procedures"), .index(1)]))?.state
        else {
            Issue.record("there is no second item")
            return
        }
        #expect(record.evidence.map(\.ref) == ["812/QĐ-UBND"])
    }

    @Test func aNewRowInATable() throws {
        let text = Self.bare + "procedures: {from: tt.csv}\n"
        var round = try Round(text, ["tt.csv": "code,name\n1,một\n"])
        try round.fill(1, row: 1, "code", .text("2"))
        try round.fill(1, row: 1, "evidence.ref", .text("812/QĐ"))
        try round.fill(1, row: 0, "evidence.file", .text("một.pdf"))
        let outcome = try round.outcome()
        #expect(outcome.told == [] && outcome.document == nil)
        #expect(outcome.table("tt.csv") == "code,name,evidence.file,evidence.ref\n1,một,một.pdf\n2,,,812/QĐ\n")
    }

    /// A list of somebody's own, with a column of remarks, as most have; a fact that is called the same would come first.
    @Test func columnsByTheirNames() throws {
        let sheet = Sheet(
            name: "procedures", preamble: [],
            columns: ["STT", "Mã thủ tục", "Ghi chú", "Bằng chứng – số, ký hiệu", "evidence.signed_by"].map {
                Column($0)
            },
            rows: [
                [.integer(1), .text("1"), .text("cũ"), .text("9/QĐ"), .text("Giám đốc")],
                [.integer(2), .text("2"), .text("(chưa biết)"), .text("(không có)"), .empty],
            ])
        var round = try Round(Self.bare)
        round.sheets = [sheet]
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        #expect(
            outcome.text == Self.bare + """
                procedures:
                  - code: "1"
                    note: cũ
                    evidence:
                      - ref: "9/QĐ"
                        signed_by: Giám đốc
                  - code: "2"

                """)
    }

    @Test func anItemThatHasNoneTakesIt() throws {
        let text =
            Self.bare
            + "procedures:\n  - {code: \"1\"}   # một\n  - value: {code: \"2\"}\n  - code: \"3\"\n    evidence: [{ref: 3/QĐ}]\n"
        var round = try Round(text)
        for row in 0...1 { try round.fill(1, row: row, "evidence.ref", .text("8/QĐ")) }
        let outcome = try round.outcome()
        #expect(outcome.told == [])
        #expect(
            outcome.text
                == text.replacing("{code: \"1\"}", with: "{code: \"1\", evidence: [{ref: \"8/QĐ\"}]}")
                .replacing("{code: \"2\"}", with: "{code: \"2\", evidence: [{ref: \"8/QĐ\"}]}"))
        #expect(outcome.changes.map(\.path) == ["procedures[0].evidence.ref", "procedures[1].evidence.ref"])
    }

    @Test func whatStandsThereIsNeverChanged() throws {
        let text =
            Self.bare + "procedures:\n  - {code: \"1\", evidence: [{ref: 3/QĐ, dated: 2020-01-02}, {ref: 4/QĐ}]}\n"
        var round = try Round(text)
        #expect(round.sheets[1].rows[0].contains { $0.value == .text("3/QĐ") })
        #expect(try round.outcome().text == nil)
        try round.fill(1, row: 0, "evidence.ref", .text("5/QĐ"))
        let outcome = try round.outcome()
        #expect(outcome.text == nil && outcome.told.count == 1)
        #expect(outcome.told[0].contains("đã có “bằng chứng – số, ký hiệu” khác"))
    }

    /// A date without the paper it is of is refused when the file is read again, at the cell it comes from.
    @Test func evidenceOfNothing() throws {
        var round = try Round(Self.bare + "procedures:\n  - code: \"1\"\n")
        try round.fill(1, row: 1, "code", .text("2"))
        try round.fill(1, row: 1, "evidence.dated", .text("2020"))
        let outcome = try round.outcome()
        #expect(outcome.text == nil && outcome.told.count == 1)
        let list = round.sheets[1]
        let column = try #require(list.preamble.last?.firstIndex { $0.value == .text("evidence.dated") })
        let cell = CellReference(row: list.headerRow + 2, column: column)
        #expect(outcome.told[0].hasPrefix("\(list.name)!\(cell): "))
        let rest = try round.outcome(into: nil, WorkbookImport.Options(skipsBadCells: true))
        #expect(rest.told == outcome.told)
        #expect(rest.text == Self.bare + "procedures:\n  - code: \"1\"\n  - code: \"2\"\n")
    }
}

/// A change in every row of a long list is made with a few readings of the document.
@Suite struct ManyChanges {
    @Test(.timeLimit(.minutes(10))) func everyRowOfALongList() throws {
        let before = (1...321).map { number in
            switch number % 4 {
            case 0: "  - {code: \"\(number)\", name: Thủ tục \(number)}"
            case 1: "  - code: \"\(number)\"  # \(number)\n    name: Thủ tục \(number)"
            case 2: "  - code: \"\(number)\"\n    name: Thủ tục \(number)\n    days: {state: unknown}"
            default: "  - code: \"\(number)\"\n    name: >-\n      Thủ tục\n      \(number)\n    published: !unknown"
            }
        }
        var round = try Round(Lists.bare + "procedures:\n" + before.joined(separator: "\n") + "\n")
        for row in 0..<321 {
            try round.fill(1, row: row, "name", .text("Thủ tục \(row + 1) (sửa)"))
            try round.fill(1, row: row, "days", .integer(5))
            try round.fill(1, row: row, "published.ref", .text("812/QĐ"))
            try round.fill(1, row: row, "published.date", .text("2020-09-15"))
            try round.fill(1, row: row, "evidence.ref", .text("812/QĐ"))
        }
        let outcome = try round.outcome()
        #expect(outcome.told == [] && outcome.changes.count == 5 * 321)
        let text = try #require(outcome.text)
        #expect(
            text.hasPrefix(
                Lists.bare + """
                    procedures:
                      - code: "1"  # 1
                        name: Thủ tục 1 (sửa)
                        published:
                          ref: "812/QĐ"
                          date: 2020-09-15
                        days: 5
                        evidence:
                          - ref: "812/QĐ"
                      - code: "2"
                        name: Thủ tục 2 (sửa)
                        published:
                          ref: "812/QĐ"
                          date: 2020-09-15
                        days: 5
                        evidence:
                          - ref: "812/QĐ"
                      - code: "3"
                        name: "Thủ tục 3 (sửa)"
                        published: {ref: "812/QĐ", date: 2020-09-15}

                    """))
        #expect(
            text.contains("published: {ref: \"812/QĐ\", date: 2020-09-15}, days: 5, evidence: [{ref: \"812/QĐ\"}]}\n"))
        // Read again, nothing is left to be said.
        let after = try Round(text)
        #expect(try after.outcome().changes == [])
    }
}
