import CivilTime
import Model
import Reports
import Testing

/// Dates, periods, citations and names.
@Suite struct WordingTests {
    static let dates: [(String, String, String)] = [
        ("2019-10-02", "02/10/2019", "2019-10-02"),
        ("2019-10", "tháng 10/2019", "October 2019"),
        ("2020-02", "tháng 02/2020", "February 2020"),
        ("2020-05", "tháng 5/2020", "May 2020"),
        ("2019-Q4", "quý 4/2019", "quarter 4 of 2019"),
        ("2021", "năm 2021", "2021"),
        ("2017-12-05/2017-12-06", "từ 05/12/2017 đến 06/12/2017", "2017-12-05 to 2017-12-06"),
        ("2019-11/2020-05", "từ tháng 11/2019 đến tháng 5/2020", "November 2019 to May 2020"),
    ]

    @Test(arguments: dates)
    func datesKeepTheirPrecision(_ stated: String, vi: String, en: String) throws {
        let date = try StatedDate.parse(stated)
        #expect(DateText(.vi).text(date) == vi)
        #expect(DateText(.en).text(date) == en)
    }

    @Test func adverbials() throws {
        let rows = [
            ("2019-10-02", "ngày 02/10/2019", "on 2019-10-02"), ("2019-10", "trong tháng 10/2019", "in October 2019"),
            ("2021", "trong năm 2021", "in 2021"),
            (
                "2017-12-05/2017-12-06", "trong khoảng từ 05/12/2017 đến 06/12/2017",
                "in the days 2017-12-05 to 2017-12-06"
            ),
        ]
        for (stated, vi, en) in rows {
            let date = try StatedDate.parse(stated)
            #expect(DateText(.vi).adverbial(date) == vi)
            #expect(DateText(.en).adverbial(date) == en)
        }
    }

    @Test func periods() throws {
        let rows = [
            ("P3M", "3 tháng", "3 months"), ("P1Y", "1 năm", "1 year"),
            ("P1Y1M2D", "1 năm 1 tháng 2 ngày", "1 year 1 month 2 days"),
            ("P0D", "0 ngày", "0 days"),
        ]
        for (text, vi, en) in rows {
            let period = try Period.parse(text)
            #expect(DateText(.vi).text(period) == vi)
            #expect(DateText(.en).text(period) == en)
        }
    }

    @Test func windowsHaveTheirNames() throws {
        let rows = [
            ("2019-01-01", "2019-12-31", "năm 2019"), ("2019-10-01", "2019-12-31", "quý 4/2019"),
            ("2019-12-01", "2019-12-31", "tháng 12/2019"), ("2019-07-04", "2020-07-03", "từ 04/07/2019 đến 03/07/2020"),
        ]
        for (first, last, vi) in rows {
            let window = try #require(CivilInterval(first: try CivilDate.parse(first), last: try CivilDate.parse(last)))
            #expect(DateText(.vi).window(window) == vi)
        }
    }

    @Test func citationsRunFromTheSmallestPartInVietnamese() throws {
        let sources = try TestLibrary.library().sources
        func citation(
            _ article: String?, _ clause: String? = nil, _ point: String? = nil,
            _ paragraph: String? = nil, source: String = "law"
        ) -> Citation {
            Citation(source: source, article: article, clause: clause, point: point, paragraph: paragraph)
        }
        let rows: [(Citation, String, String)] = [
            (
                citation("4", "4", "a"), "điểm a khoản 4 Điều 4 Quyết định 1/QĐ",
                "Decision 1/QĐ, Article 4, clause 4, point a"
            ),
            (
                citation("2", "1", "đ"), "điểm đ khoản 1 Điều 2 Quyết định 1/QĐ",
                "Decision 1/QĐ, Article 2, clause 1, point đ"
            ),
            (
                citation("4", nil, nil, "closing"), "đoạn cuối Điều 4 Quyết định 1/QĐ",
                "Decision 1/QĐ, Article 4, closing paragraph"
            ),
            (
                citation("4", nil, nil, "after_clause_4"), "đoạn sau khoản 4 Điều 4 Quyết định 1/QĐ",
                "Decision 1/QĐ, Article 4, paragraph after clause 4"
            ),
            (citation(nil), "Quyết định 1/QĐ", "Decision 1/QĐ"),
            (citation("9.2", source: "iso"), "điều 9.2 TCVN ISO 9001:2015", "ISO 9001:2015, clause 9.2"),
            (citation("1", source: "không-có"), "Điều 1 không-có", "không-có, Article 1"),
        ]
        for (citation, vi, en) in rows {
            #expect(CitationText(.vi, sources: sources).text(citation) == vi)
            #expect(CitationText(.en, sources: sources).text(citation) == en)
        }
    }

    @Test func noTwoVerdictsShareAName() {
        for language in Language.allCases {
            let names = Verdict.allCases.map { AxisNames.name($0)[language] }
            #expect(Set(names).count == names.count)
        }
    }
}
