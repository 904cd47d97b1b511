import Assessor
import Model
import Reports
import Testing

/// What people read of a switch.
@Suite struct ReportTests {
    static let examples = ["examples/kon-tum-so-khcn/statement.yaml", "examples/so-mau/statement.yaml"]

    private func text(
        _ example: String, to edition: String, on day: String, _ language: Language, isVerbose: Bool = false
    ) throws -> String {
        let answer = try ShippedLibrary.assess(try ShippedLibrary.statement(example), to: edition, on: day)
        return TransitionText(language, library: try #require(ShippedLibrary.library), isVerbose: isVerbose).text(
            answer)
    }

    @Test(arguments: Language.allCases)
    func everyLineOfAProvisionalAnswerSaysSo(language: Language) throws {
        let mark = language == .vi ? "[tạm thời] " : "[provisional] "
        for example in Self.examples {
            for isVerbose in [false, true] {
                let text = try text(example, to: "iso-9001-2026", on: "2026-11-21", language, isVerbose: isVerbose)
                let lines = text.split(separator: "\n")
                #expect(lines.count > 50)
                #expect(lines.filter { !$0.hasPrefix(mark) } == [])
            }
        }
        let stable = try text(Self.examples[0], to: "iso-9001-2015", on: "2020-06-15", language)
        #expect(!stable.contains(mark))
        let lint = LintText(language, library: try #require(ShippedLibrary.library)).text()
        let about = lint.split(separator: "\n").filter {
            $0.contains("iso-9001-2015-to-2026") || $0.contains("iso-9001-2026")
        }
        #expect(!about.isEmpty && about.allSatisfy { $0.hasPrefix(mark) })
    }

    /// No line is longer than 100 columns, unless one word is.
    @Test(arguments: Language.allCases)
    func linesFitAHundredColumns(language: Language) throws {
        for example in Self.examples {
            for edition in ["iso-9001-2015", "iso-9001-2026"] {
                let text = try text(example, to: edition, on: "2021-03-01", language, isVerbose: true)
                #expect(text.split(separator: "\n").filter { $0.count > 100 } == [])
            }
        }
    }

    @Test func whatAClerkReads() throws {
        let text = try text(Self.examples[0], to: "iso-9001-2015", on: "2019-10-23", .vi)
        for part in [
            "Về pháp lý: chưa hoàn thành", "Về thực chất: chưa xác định được",
            "Kế hoạch chuyển đổi của cơ quan: đã làm ngày 02/10/2019",
            "Không mốc nào nêu:", "xác\n      nhận hiệu lực của HTQLCL",
            "29/06/2021 (Công văn 419/BKHCN-TĐC): còn dư 470 ngày",
            "giấy chứng nhận, không\n    phải cơ quan",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func theSameInGivesTheSameOut() throws {
        let first = try text(Self.examples[1], to: "iso-9001-2015", on: "2021-03-01", .en, isVerbose: true)
        #expect(first == (try text(Self.examples[1], to: "iso-9001-2015", on: "2021-03-01", .en, isVerbose: true)))
    }

    @Test func lintNamesWhatWasNotRead() throws {
        let text = LintText(.en, library: try #require(ShippedLibrary.library)).text()
        #expect(text.contains("73 + 95 clauses, total on both sides"))
        #expect(text.contains("from memory, to be checked (35): 7.2.1"))
        #expect(text.contains("from an account of it (9): 9.1.1 9.1.2 9.1.3 9.2 9.3 9.3.2 10.1 10.2 10.3"))
    }
}
