import CivilTime
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test func everyDayOfEveryYearRoundTrips() throws {
        var previous: CivilDate?
        var count = 0
        for number in CivilDate.min.dayNumber...CivilDate.max.dayNumber {
            let date = try #require(CivilDate(dayNumber: number))
            let (year, month, day) = date.components
            if CivilDate(year: year, month: month, day: day) != date { Issue.record("\(number)") }
            if let previous, previous >= date { Issue.record("\(number)") }
            previous = date
            count += 1
        }
        #expect(count == 3_652_059)
        #expect(CivilDate.min.description == "0001-01-01")
        #expect(CivilDate.max.description == "9999-12-31")
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (1900, 3, 1, -25_508),
        (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
    func knownDayNumbers(year: Int, month: Int, day: Int, number: Int) {
        #expect(CivilDate(year: year, month: month, day: day)?.dayNumber == number)
    }

    @Test(arguments: [
        (2019, 2, 29), (1900, 2, 29), (2019, 4, 31), (2019, 0, 1), (2019, 13, 1), (2019, 1, 0), (2019, 1, 32),
        (0, 12, 31),
        (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1), (2019, Int.max, 1), (2019, 1, Int.min),
    ])
    func daysThatDoNotExist(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [-719_163, 2_932_897, Int.max, Int.min, Int(Int32.max) + 1])
    func numbersOutOfRange(number: Int) {
        #expect(CivilDate(dayNumber: number) == nil)
    }

    @Test(arguments: [
        ("2014-05-18", Weekday.sunday, 138, 2), ("2019-12-31", .tuesday, 365, 4), ("2020-12-31", .thursday, 366, 4),
        ("2000-02-29", .tuesday, 60, 1), ("0001-01-01", .monday, 1, 1), ("9999-12-31", .friday, 365, 4),
        ("1969-12-31", .wednesday, 365, 4),
    ])
    func weekdayDayOfYearAndQuarter(text: String, weekday: Weekday, dayOfYear: Int, quarter: Int) throws {
        let date = date(text)
        #expect(date.weekday == weekday)
        #expect(date.dayOfYear == dayOfYear)
        #expect(date.quarter == quarter)
        #expect(weekday.isWeekend == (weekday.rawValue >= 6))
    }

    @Test func leapYears() {
        #expect(
            [1900, 2000, 2019, 2020, 2100, 2400].map { CivilDate.isLeap(year: $0) } == [
                false, true, false, true, false, true,
            ])
        #expect(CivilDate.daysIn(month: 2, year: 2020) == 29)
        #expect(
            (1...12).map { CivilDate.daysIn(month: $0, year: 2019) } == [
                31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
            ])
        #expect(CivilDate.daysIn(month: 13, year: 2020) == nil)
        #expect(CivilDate.daysIn(month: 1, year: 0) == nil)
    }

    @Test func addingDaysStopsAtTheEdges() {
        #expect(CivilDate.max.adding(days: 1) == nil)
        #expect(CivilDate.min.adding(days: -1) == nil)
        #expect(CivilDate.max.adding(days: Int.max) == nil)
        #expect(CivilDate.min.adding(days: Int.min) == nil)
        #expect(CivilDate.min.adding(days: 3_652_058) == CivilDate.max)
        #expect(CivilDate.max - CivilDate.min == 3_652_058)
    }

    @Test(arguments: [
        ("2019-10-02", "2019-10-01", "2019-11-01", "2019-09-30", "2019-10-31"),
        ("2019-10-01", "2019-10-01", "2019-10-01", "2019-09-30", "2019-10-31"),
        ("2019-10-31", "2019-10-01", "2019-11-01", "2019-10-31", "2019-10-31"),
        ("2019-12-31", "2019-12-01", "2020-01-01", "2019-12-31", "2019-12-31"),
        ("2020-02-29", "2020-02-01", "2020-03-01", "2020-02-29", "2020-02-29"),
    ])
    func monthRounding(text: String, startDown: String, startUp: String, endDown: String, endUp: String) throws {
        let date = date(text)
        #expect(date.rounded(.down, to: .start)?.description == startDown)
        #expect(date.rounded(.up, to: .start)?.description == startUp)
        #expect(date.rounded(.down, to: .end)?.description == endDown)
        #expect(date.rounded(.up, to: .end)?.description == endUp)
    }

    @Test func monthRoundingAtTheEdges() {
        #expect(CivilDate.max.rounded(.up, to: .start) == nil)
        #expect(CivilDate.min.rounded(.down, to: .end) == nil)
        #expect(CivilDate.max.rounded(.down, to: .end) == CivilDate.max)
        #expect(CivilDate.min.rounded(.up, to: .start) == CivilDate.min)
    }

    @Test func intervals() throws {
        let october = interval("2019-10-01", "2019-10-31")
        #expect(october.dayCount == 31)
        #expect(Array(october.days).count == 31)
        #expect(october.contains(date("2019-10-31")) && !october.contains(date("2019-11-01")))
        #expect(october.intersection(interval("2019-10-31", "2019-11-02")) == CivilInterval(date("2019-10-31")))
        #expect(october.intersection(interval("2019-11-01", "2019-11-02")) == nil)
        #expect(october.contains(interval("2019-10-05", "2019-10-31")))
        #expect(!october.contains(interval("2019-10-05", "2019-11-01")))
        #expect(CivilInterval(first: date("2019-10-02"), last: date("2019-10-01")) == nil)
        #expect(october.description == "2019-10-01/2019-10-31")
        let all = try #require(CivilInterval(first: .min, last: .max))
        #expect(all.dayCount == 3_652_059)
    }
}
