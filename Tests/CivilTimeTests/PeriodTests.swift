import CivilTime
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test(arguments: [
        ("P1Y3M10D", 1, 3, 10, "P1Y3M10D"), ("P2W", 0, 0, 14, "P14D"), ("P3M", 0, 3, 0, "P3M"), ("P0D", 0, 0, 0, "P0D"),
        ("P0Y", 0, 0, 0, "P0D"), ("P15M", 0, 15, 0, "P15M"), ("P1Y10D", 1, 0, 10, "P1Y10D"),
        ("P3652058D", 0, 0, 3_652_058, "P3652058D"), ("P03M", 0, 3, 0, "P3M"),
    ])
    func parsesAndPrints(text: String, years: Int, months: Int, days: Int, printed: String) throws {
        let parsed = period(text)
        #expect(parsed == Period(years: years, months: months, days: days))
        #expect(parsed.description == printed)
        #expect(period(printed) == parsed)
    }

    @Test func everyPeriodReadsBackWhatItPrints() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2000 {
            let parsed = random.period(years: 0...9999, months: 0...20, days: 0...3_652_058)
            try #require(period(parsed.description) == parsed)
        }
    }

    @Test func negativeAndEndlessPeriodsDoNotExist() {
        #expect(Period(years: -1) == nil && Period(months: -1) == nil && Period(days: -1) == nil)
        #expect(Period(days: 3_652_059) == nil && Period(years: Int.max) == nil)
        #expect(Period.years(2) == Period(years: 2) && Period.months(2) == Period(months: 2))
        #expect(Period.weeks(2) == Period(days: 14) && Period.days(2) == Period(days: 2))
    }

    @Test(arguments: [
        ("2024-01-31", "P1M", "2024-02-29"), ("2023-01-31", "P1M", "2023-02-28"), ("2024-01-31", "P1M1D", "2024-03-01"),
        ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"), ("2024-02-29", "P1Y1M", "2025-03-29"),
        ("2019-12-31", "P2M", "2020-02-29"), ("2019-11-30", "P3M", "2020-02-29"), ("2014-05-18", "P3M", "2014-08-18"),
        ("2019-12-31", "P1D", "2020-01-01"), ("2023-08-31", "P6M", "2024-02-29"), ("2023-08-31", "P12M", "2024-08-31"),
    ])
    func addingClampsOnce(start: String, text: String, end: String) throws {
        #expect(date(start).adding(period(text))?.description == end)
    }

    @Test(arguments: [
        ("2024-03-31", "P1M", "2024-02-29"), ("2024-03-31", "P1M1D", "2024-02-28"), ("2020-02-29", "P1Y", "2019-02-28"),
        ("2020-01-01", "P1D", "2019-12-31"), ("2021-06-30", "P1Y4M", "2020-02-29"),
    ])
    func subtractingClampsOnce(start: String, text: String, end: String) throws {
        #expect(date(start).subtracting(period(text))?.description == end)
    }

    @Test func nothingIsPastTheEdges() throws {
        #expect(date("9999-12-01").adding(.months(1)) == nil)
        #expect(date("9999-11-30").adding(.months(1))?.description == "9999-12-30")
        #expect(date("0001-01-31").subtracting(.months(1)) == nil)
        #expect(date("0001-02-28").subtracting(.months(1))?.description == "0001-01-28")
        let limit = Period.componentLimit
        let longest = try #require(Period(years: limit, months: limit, days: limit))
        #expect(CivilDate.min.adding(longest) == nil && CivilDate.max.subtracting(longest) == nil)
        #expect(CivilDate.min.adding(period("P3652058D")) == CivilDate.max)
    }

    @Test func addingAndTakingOffKeepTheOrder() throws {
        var random = SplitMix64(seed: 77)
        let years = interval("1996-01-01", "2004-12-31")
        for _ in 0..<300 {
            let period = random.period(years: 0...3, months: 0...14, days: 0...40)
            let start = random.date(in: years)
            var sum = try #require(start.adding(period))
            var difference = try #require(start.subtracting(period))
            for offset in 1...80 {
                let next = try #require(start.adding(days: offset))
                let nextSum = try #require(next.adding(period))
                let nextDifference = try #require(next.subtracting(period))
                try #require(sum <= nextSum && difference <= nextDifference, "\(next) \(period)")
                (sum, difference) = (nextSum, nextDifference)
            }
        }
    }

    @Test(arguments: [
        ("2019-01-31", "2019-02-28", 1, 1), ("2019-01-31", "2019-02-27", 0, 1), ("2019-01-31", "2019-03-01", 1, 2),
        ("2019-01-15", "2019-01-15", 0, 0), ("2019-01-15", "2019-02-14", 0, 1), ("2020-02-29", "2021-02-28", 12, 12),
        ("2019-02-28", "2019-01-31", -1, -1), ("2019-02-14", "2019-01-15", 0, -1),
    ])
    func monthsBetween(start: String, end: String, down: Int, up: Int) throws {
        let (start, end) = (date(start), date(end))
        #expect(start.wholeMonths(until: end) == down)
        #expect(start.months(until: end, rounding: .down) == down)
        #expect(start.months(until: end, rounding: .up) == up)
        #expect(start.wholeYears(until: end) == down / 12)
    }

    @Test func monthsBetweenAgreeWithAdding() throws {
        var random = SplitMix64(seed: 12)
        let years = interval("1999-12-01", "2004-03-31")
        for _ in 0..<3000 {
            let pair = [random.date(in: years), random.date(in: years)].sorted()
            let (start, end) = (pair[0], pair[1])
            let reaching = (0...60).filter { count in
                start.adding(Period(months: count) ?? .zero).map { $0 <= end } ?? false
            }
            let passing = (0...60).first { count in
                start.adding(Period(months: count) ?? .zero).map { $0 >= end } ?? false
            }
            try #require(start.wholeMonths(until: end) == reaching.last, "\(start) \(end)")
            try #require(start.months(until: end, rounding: .up) == passing, "\(start) \(end)")
            let between = try #require(start.period(until: end))
            try #require(start.adding(between) == end)
            try #require(between.months < 12 && between.days < 31)
            try #require(end - start == -(start - end))
        }
        #expect(date("2019-01-31").calendarMonths(until: date("2019-02-01")) == 1)
        #expect(date("2020-01-01").calendarMonths(until: date("2019-12-31")) == -1)
        #expect(date("2019-02-01").period(until: date("2019-01-31")) == nil)
    }
}
