import CivilTime
import Testing

@Suite("Texts that are no dates")
struct DateParseErrorTests {
    private func failure(of text: String) -> DateParseError? {
        do {
            _ = try StatedDate.parse(text)
            return nil
        } catch {
            return error
        }
    }

    private func dayFailure(of text: String) -> DateParseError? {
        do {
            _ = try CivilDate.parse(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("", DateParseError.unexpected(found: nil, at: 1, expected: .yearDigit)),
        (" 2019", .unexpected(found: " ", at: 1, expected: .yearDigit)),
        ("201", .unexpected(found: nil, at: 4, expected: .yearDigit)),
        ("2019 ", .unexpected(found: " ", at: 5, expected: .hyphenSlashOrEnd)),
        ("20191002", .unexpected(found: "1", at: 5, expected: .hyphenSlashOrEnd)),
        ("2019-", .unexpected(found: nil, at: 6, expected: .monthDigitOrQuarter)),
        ("2019-q4", .unexpected(found: "q", at: 6, expected: .monthDigitOrQuarter)),
        ("2019-1-2", .unexpected(found: "-", at: 7, expected: .monthDigit)),
        ("2019-1", .unexpected(found: nil, at: 7, expected: .monthDigit)),
        ("2019-Q", .unexpected(found: nil, at: 7, expected: .quarterDigit)),
        ("2019-Q0", .noSuchQuarter(quarter: 0, at: 7)), ("2019-Q5", .noSuchQuarter(quarter: 5, at: 7)),
        ("2019-Q41", .unexpected(found: "1", at: 8, expected: .slashOrEnd)),
        ("2019-10 ", .unexpected(found: " ", at: 8, expected: .slashOrEnd)),
        ("2019-00", .noSuchMonth(month: 0, at: 6)), ("2019-13-01", .noSuchMonth(month: 13, at: 6)),
        ("2019-10-", .unexpected(found: nil, at: 9, expected: .dayDigit)),
        ("2019-10-2", .unexpected(found: nil, at: 10, expected: .dayDigit)),
        ("2019-10-02T00:00:00Z", .unexpected(found: "T", at: 11, expected: .slashOrEnd)),
        ("2019-10-02\n", .unexpected(found: "\n", at: 11, expected: .slashOrEnd)),
        ("2019-10-021", .unexpected(found: "1", at: 11, expected: .slashOrEnd)),
        ("2019‐10", .unexpected(found: "\u{2010}", at: 5, expected: .hyphenSlashOrEnd)),
        ("２０１９", .unexpected(found: "２", at: 1, expected: .yearDigit)),
        ("2019-1０-02", .unexpected(found: "０", at: 7, expected: .monthDigit)),
        ("2019-10-0٢", .unexpected(found: "٢", at: 10, expected: .dayDigit)),
        ("2\u{301}019", .unexpected(found: "\u{301}", at: 2, expected: .yearDigit)),
        ("+2019", .unexpected(found: "+", at: 1, expected: .yearDigit)),
        ("-2019", .unexpected(found: "-", at: 1, expected: .yearDigit)),
        ("0000-01-01", .yearOutOfRange(year: "0000", at: 1)), ("12019-01-01", .yearOutOfRange(year: "12019", at: 1)),
        ("10000", .yearOutOfRange(year: "10000", at: 1)), ("2019/20200", .yearOutOfRange(year: "20200", at: 6)),
        ("2019/", .unexpected(found: nil, at: 6, expected: .yearDigit)),
        ("2019/2020/2021", .unexpected(found: "/", at: 10, expected: .hyphenOrEnd)),
        ("2019/2020-10/", .unexpected(found: "/", at: 13, expected: .end)),
        ("2019/10/02", .unexpected(found: "/", at: 8, expected: .yearDigit)),
        ("2017-12-05/06", .unexpected(found: nil, at: 14, expected: .yearDigit)),
        ("2019-11/2019-10", .endBeforeStart(start: "2019-11", end: "2019-10", at: 9)),
        ("2019-10-02/2019-10-01", .endBeforeStart(start: "2019-10-02", end: "2019-10-01", at: 12)),
        ("2019-Q4/2018", .endBeforeStart(start: "2019-Q4", end: "2018", at: 9)),
        ("2019-10-02/2019-10-32", .noSuchDay(day: 32, lastDay: date("2019-10-31"), at: 20)),
        ("2019-02-29", .noSuchDay(day: 29, lastDay: date("2019-02-28"), at: 9)),
        ("1900-02-29", .noSuchDay(day: 29, lastDay: date("1900-02-28"), at: 9)),
        ("2020-02-30", .noSuchDay(day: 30, lastDay: date("2020-02-29"), at: 9)),
        ("2019-04-00", .noSuchDay(day: 0, lastDay: date("2019-04-30"), at: 9)),
        ("25/12/2019", .dayMonthYear(text: "25/12/2019", suggestion: date("2019-12-25"))),
        ("5/5/2019", .dayMonthYear(text: "5/5/2019", suggestion: date("2019-05-05"))),
        ("30-6-2021", .dayMonthYear(text: "30-6-2021", suggestion: date("2021-06-30"))),
        ("31.12.2020", .dayMonthYear(text: "31.12.2020", suggestion: date("2020-12-31"))),
        ("02/10/2019", .dayMonthYear(text: "02/10/2019", suggestion: nil)),
        ("12/25/2019", .dayMonthYear(text: "12/25/2019", suggestion: nil)),
        ("31/02/2019", .dayMonthYear(text: "31/02/2019", suggestion: nil)),
        ("25/12-2019", .unexpected(found: "/", at: 3, expected: .yearDigit)),
        ("25/12/19", .unexpected(found: "/", at: 3, expected: .yearDigit)),
        ("25/12/２019", .unexpected(found: "/", at: 3, expected: .yearDigit)),
        ("trong tháng 10/2019", .unexpected(found: "t", at: 1, expected: .yearDigit)),
    ])
    func statedDates(text: String, error: DateParseError) {
        #expect(failure(of: text) == error)
    }

    @Test(arguments: [
        ("2019", DateParseError.unexpected(found: nil, at: 5, expected: .hyphen)),
        ("2019-10", .unexpected(found: nil, at: 8, expected: .hyphen)),
        ("2019-Q4", .unexpected(found: "Q", at: 6, expected: .monthDigit)),
        ("2019-10-02/2019-10-03", .unexpected(found: "/", at: 11, expected: .end)),
        ("2019/10/02", .unexpected(found: "/", at: 5, expected: .hyphen)),
        ("2019-10-02 ", .unexpected(found: " ", at: 11, expected: .end)),
        ("2019-10-0", .unexpected(found: nil, at: 10, expected: .dayDigit)),
        ("2019-02-29", .noSuchDay(day: 29, lastDay: date("2019-02-28"), at: 9)),
        ("0000-02-29", .yearOutOfRange(year: "0000", at: 1)),
        ("25/12/2019", .dayMonthYear(text: "25/12/2019", suggestion: date("2019-12-25"))),
    ])
    func civilDates(text: String, error: DateParseError) {
        #expect(dayFailure(of: text) == error)
    }

    @Test(arguments: [
        (
            "2019.10", 5, "ký tự thứ 5: gặp “.”, cần “-”, “/” hoặc hết chữ",
            "character 5: found “.”, expected “-”, “/” or the end of the text"
        ),
        (
            "2019-1", 7, "ký tự thứ 7: gặp hết chữ, cần một trong hai chữ số của tháng",
            "character 7: found the end of the text, expected one of the two digits of a month"
        ),
        (
            " 2019", 1, "ký tự thứ 1: gặp dấu cách, cần một trong bốn chữ số của năm",
            "character 1: found a space, expected one of the four digits of a year"
        ),
        (
            "2019-1０", 7, "ký tự thứ 7: gặp “０” (U+FF10), cần một trong hai chữ số của tháng",
            "character 7: found “０” (U+FF10), expected one of the two digits of a month"
        ),
        (
            "2019-\t", 6, "ký tự thứ 6: gặp U+0009, cần hai chữ số của tháng, hoặc Q1 đến Q4",
            "character 6: found U+0009, expected the two digits of a month, or Q1 to Q4"
        ),
        (
            "2019-02-29", 9, "ký tự thứ 9: tháng 2019-02 không có ngày 29, ngày cuối là 2019-02-28",
            "character 9: the month 2019-02 has no day 29, its last day is 2019-02-28"
        ),
        (
            "2019-13", 6, "ký tự thứ 6: không có tháng 13, chỉ có 01 đến 12",
            "character 6: there is no month 13, only 01 to 12"
        ),
        (
            "2019-Q5", 7, "ký tự thứ 7: không có quý 5, chỉ có 1 đến 4",
            "character 7: there is no quarter 5, only 1 to 4"
        ),
        (
            "0000", 1, "ký tự thứ 1: năm 0000 nằm ngoài 0001 đến 9999",
            "character 1: the year 0000 is outside 0001 to 9999"
        ),
        (
            "2020/2019", 6, "ký tự thứ 6: khoảng thời gian kết thúc (2019) trước khi bắt đầu (2020)",
            "character 6: the range ends (2019) before it starts (2020)"
        ),
        (
            "25/12/2019", 1, "ký tự thứ 1: “25/12/2019” giống kiểu ngày/tháng/năm, hãy viết 2019-12-25",
            "character 1: “25/12/2019” looks like day/month/year, write 2019-12-25"
        ),
        (
            "02/10/2019", 1, "ký tự thứ 1: “02/10/2019” giống kiểu ngày/tháng/năm, hãy viết NĂM-THÁNG-NGÀY",
            "character 1: “02/10/2019” looks like day/month/year, write YEAR-MONTH-DAY"
        ),
    ])
    func messages(text: String, position: Int, vi: String, en: String) {
        let error = failure(of: text)
        #expect(error?.position == position)
        #expect(error?.text(in: .vi) == vi)
        #expect(error?.text(in: .en) == en)
        #expect(error?.description == en)
    }

    @Test func onlyTheCanonicalFormIsTaken() throws {
        var random = SplitMix64(seed: 404)
        let written = [
            "2019-10-02", "2020-02-29", "2019-Q4", "2019-10", "2019", "2017-12-05/2017-12-06", "2019/2020-Q1",
        ]
        let inserted: [Unicode.Scalar] = ["0", "1", "9", "-", "/", "Q", " ", "０", "\u{0}", "\u{301}", "é", "W", "."]
        var taken = 0
        for round in 0..<30_000 {
            var scalars = Array(written[round % written.count].unicodeScalars)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<scalars.count, using: &random)
                let scalar = inserted.randomElement(using: &random) ?? " "
                switch Int.random(in: 0..<3, using: &random) {
                case 0: scalars[place] = scalar
                case 1: scalars.insert(scalar, at: place)
                default: if scalars.count > 1 { scalars.remove(at: place) }
                }
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            do {
                let parsed = try StatedDate.parse(text)
                try #require(parsed.description == text)
                taken += 1
            } catch let error as DateParseError {
                try #require((1...(scalars.count + 1)).contains(error.position), "\(text)")
                try #require(!error.text(in: .vi).isEmpty)
            }
        }
        #expect(taken > 1000)
    }

    @Test func everyDayReadsBackWhatItPrints() throws {
        for number in stride(from: CivilDate.min.dayNumber, through: CivilDate.max.dayNumber, by: 37) {
            let day = try #require(CivilDate(dayNumber: number))
            try #require(try CivilDate.parse(day.description) == day)
        }
    }

    @Test func aHugeTextIsRefusedAtItsFirstWrongCharacter() {
        let huge = "2019-10-02" + String(repeating: "/", count: 1_000_000)
        #expect(failure(of: huge) == .unexpected(found: "/", at: 12, expected: .yearDigit))
    }
}
