import Foundation
import Testing

/// What an inspector found stands beside what the agency states, in every format: `check` of the example with a record, and the page of
/// a unit of the register.
@Suite struct BothShownTests {
    private let found = "02 trên 10 hồ sơ"

    private func check(_ arguments: String...) throws -> String {
        try Program.run(
            [
                "check", "examples/so-mau", "--as-of", "2026-11-10", "--profile", "kiem-tra-dieu-36", "--rules",
                "rules",
                "--fail-on", "none", "--no-next-failure", "--lang", "vi",
            ] + arguments
        ).output
    }

    @Test(arguments: ["text", "html", "markdown", "csv", "sarif", "gitlab", "checkstyle", "github"])
    func everyFormatTellsIt(_ format: String) throws {
        let words = try check("-f", format).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(found), "\(format)")
    }

    @Test func theHeadShowsBoth() throws {
        let page = try check("-f", "html")
        let row = try #require(page.components(separatedBy: "<tr data-head=\"36.1.d\">").dropFirst().first)
        let cells = row.components(separatedBy: "</tr>")[0]
        #expect(cells.contains("<span class=\"v conform\">đáp ứng</span>"))
        #expect(cells.contains("trái với bản khai") && cells.contains(found))
        #expect(page.contains("<h2 id=\"inspected\">Biên bản kiểm tra</h2>"))
        // The requirement that conforms by the statement says so where it is told, folded away or not.
        let rest = try #require(page.components(separatedBy: "id=\"rest\"").dropFirst().first)
        #expect(rest.contains("Trái với bản khai – ") && rest.contains(found))
        #expect(rest.contains("Đã được kiểm tra xác nhận."))
    }

    /// Days are told as people write them, also where an item is known by its day; and what could not be evaluated is told apart.
    @Test func daysAndErrorsOfTheReport() throws {
        let page = try check("-f", "html")
        #expect(page.contains("cuộc đánh giá nội bộ (ngày 22/10/2024)") && !page.contains("(2024-10-22)"))
        #expect(page.contains("+ 5 chưa xác định được (trong đó 1 lỗi khi đánh giá)."))
        #expect(page.contains("<td class=\"k\">chưa đáp ứng 1 · không áp dụng 1</td>"))
    }

    @Test func theTableHasAColumnForIt() throws {
        let rows = try check("-f", "csv").components(separatedBy: "\r\n")
        #expect(rows[0].hasSuffix(",fingerprint,contradicted"))
        #expect(rows.contains { $0.contains(",conform,") && $0.contains(found) })
    }

    @Test func thePageOfAUnitTellsItsRecords() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appendingPathComponent("u").path
        let page = scratch.folder.appendingPathComponent("page.html").path
        let run = try Program.run([
            "portfolio", "examples/tinh-mau/register.yaml", "--as-of", "2025-12-31", "--rules", "rules", "--fail-on",
            "none",
            "--lang", "vi", "-f", "html=\(page)", "--pages", folder,
        ])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let unit = try String(contentsOfFile: folder + "/SO-C.html", encoding: .utf8)
        #expect(unit.contains("<h3>BB-2025-1 ngày 12/03/2025 (tại trụ sở)</h3>"))
        #expect(unit.contains("Điểm 2 (36.2.c): Bản công bố chưa niêm yết tại trụ sở. → kiểm tra lại: có hiệu lực"))
        #expect(unit.contains("Trái với bản khai: ") && unit.contains("không có bản niêm yết tại trụ sở"))
        #expect(unit.contains("Chuyển đổi: Không có bước nào trong 180 ngày;"))
        // The same on the committee's page: the year's inspections, and what the record of the unit does not meet.
        let text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.contains("data-key=\"36.1.đ\"") && text.contains("data-key=\"khá\""))
        // The readings of rules on all units together are among what the page rests on; few columns keep their heads in sight.
        let sources = try #require(text.components(separatedBy: "id=\"sources\"").dropFirst().first)
        #expect(sources.contains("cơ quan phải được kiểm tra hằng năm: chỉ cơ quan của khoản 1 Điều 2 Quyết định 19"))
        #expect(text.contains("<table class=\"heat short fits\">") && text.contains("cần: 100%"))
    }
}
