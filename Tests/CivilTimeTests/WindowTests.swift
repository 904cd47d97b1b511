import CivilTime
import Testing

@Suite("Windows")
struct WindowTests {
    @Test(arguments: [
        ("2020-02-29", WindowUnit.year, "2020-01-01/2020-12-31"), ("2020-06-30", .halfYear, "2020-01-01/2020-06-30"),
        ("2020-07-01", .halfYear, "2020-07-01/2020-12-31"), ("2020-03-31", .quarter, "2020-01-01/2020-03-31"),
        ("2020-04-01", .quarter, "2020-04-01/2020-06-30"), ("2020-02-01", .month, "2020-02-01/2020-02-29"),
        ("2019-02-28", .month, "2019-02-01/2019-02-28"), ("2019-12-31", .quarter, "2019-10-01/2019-12-31"),
    ])
    func calendarWindowHoldsTheDate(text: String, unit: WindowUnit, days: String) {
        #expect(calendarWindow(containing: date(text), unit: unit).description == days)
    }

    @Test(arguments: WindowUnit.allCases)
    func windowsPartitionTime(unit: WindowUnit) throws {
        var window = calendarWindow(containing: .min, unit: unit)
        try #require(window.first == .min)
        while let next = nextCalendarWindow(after: window.last, unit: unit) {
            if next.first != window.last.adding(days: 1) { Issue.record("after \(window)") }
            if previousCalendarWindow(before: next.first, unit: unit) != window { Issue.record("before \(next)") }
            if calendarWindow(containing: next.last, unit: unit) != next { Issue.record("\(next)") }
            window = next
        }
        #expect(window.last == .max)
        #expect(previousCalendarWindow(before: .min, unit: unit) == nil)
    }

    @Test func windowsOfADuty() {
        let years = windows(from: date("2015-07-04"), through: date("2018-01-01"), unit: .year)
        #expect(years.map(\.description) == ["2015", "2016", "2017", "2018"])
        #expect(years.map(\.isPartial) == [true, false, false, false])
        #expect(years.first?.counted == interval("2015-07-04", "2015-12-31"))
        #expect(years.first?.interval == interval("2015-01-01", "2015-12-31"))
        let current = years.suffix(2).map { $0.isClosed(on: date("2018-01-01")) }
        #expect(current == [true, false])
        #expect(windows(from: date("2015-01-01"), through: date("2015-12-31"), unit: .year).map(\.isPartial) == [false])
        #expect(windows(from: date("2018-01-02"), through: date("2018-01-01"), unit: .month).isEmpty)
        let quarters = windows(from: date("2019-11-05"), through: date("2020-04-01"), unit: .quarter)
        #expect(quarters.map(\.description) == ["2019-Q4", "2020-Q1", "2020-Q2"])
        let halves = windows(from: date("2019-06-30"), through: date("2019-07-01"), unit: .halfYear)
        #expect(halves.map(\.description) == ["2019-H1", "2019-H2"])
        let months = windows(from: date("2019-12-31"), through: date("2020-01-01"), unit: .month)
        #expect(months.map(\.description) == ["2019-12", "2020-01"])
        #expect(windows(from: .min, through: .max, unit: .month).count == 9999 * 12)
    }

    @Test func windowsOfADutyCoverItsDaysOnce() throws {
        var random = SplitMix64(seed: 4)
        let years = interval("2014-01-01", "2022-12-31")
        for _ in 0..<300 {
            let days = random.interval(upTo: 900, in: years)
            for unit in WindowUnit.allCases {
                let all = windows(from: days.first, through: days.last, unit: unit)
                try #require(all.first?.counted.first == days.first)
                try #require(all.last?.interval.contains(days.last) == true)
                for (window, next) in zip(all, all.dropFirst()) {
                    try #require(window.counted.last.adding(days: 1) == next.counted.first)
                    try #require(!next.isPartial)
                }
                try #require(all.first?.isPartial == (days.first != all.first?.interval.first))
            }
        }
    }

    @Test func anniversaryWindows() throws {
        let years = try #require(windows(from: date("2015-07-04"), through: date("2017-07-04"), every: period("P1Y")))
        #expect(
            years.map(\.description) == [
                "2015-07-04/2016-07-03", "2016-07-04/2017-07-03", "2017-07-04/2018-07-03",
            ])
        let months = try #require(windows(from: date("2019-01-31"), through: date("2019-03-31"), every: period("P1M")))
        #expect(
            months.map(\.description) == [
                "2019-01-31/2019-02-27", "2019-02-28/2019-03-30", "2019-03-31/2019-04-29",
            ])
        #expect(windows(from: .min, through: .max, every: .zero) == nil)
        let last = try #require(windows(from: date("9999-06-01"), through: .max, every: period("P5M")))
        #expect(last.map(\.description) == ["9999-06-01/9999-10-31", "9999-11-01/9999-12-31"])
        #expect(Array(try #require(windows(from: .max, through: .min, every: period("P1D")))).isEmpty)
    }

    @Test func anniversaryWindowsPartitionTime() throws {
        var random = SplitMix64(seed: 90)
        let years = interval("2014-01-01", "2022-12-31")
        for _ in 0..<500 {
            let days = random.interval(upTo: 1500, in: years)
            let length = random.period(years: 0...1, months: 0...3, days: 1...40)
            let all = Array(try #require(windows(from: days.first, through: days.last, every: length)))
            try #require(all.first?.first == days.first)
            try #require(all.last?.contains(days.last) == true)
            for (window, next) in zip(all, all.dropFirst()) {
                try #require(window.last.adding(days: 1) == next.first)
            }
        }
    }

    @Test(arguments: [
        ("P1Y", "2019-10-02", "(2018-10-02, 2019-10-02]", "2018-10-03/2019-10-02"),
        ("P1Y", "2020-02-29", "(2019-02-28, 2020-02-29]", "2019-03-01/2020-02-29"),
        ("P3M", "2019-05-31", "(2019-02-28, 2019-05-31]", "2019-03-01/2019-05-31"),
        ("P1D", "2019-05-31", "(2019-05-30, 2019-05-31]", "2019-05-31/2019-05-31"),
    ])
    func rollingWindow(length: String, text: String, printed: String, days: String) throws {
        let window = try #require(RollingWindow(period(length), backFrom: date(text)))
        #expect(window.description == printed)
        #expect(window.interval.description == days)
        #expect(!window.contains(window.openStart) && window.contains(window.last))
        #expect(window.interval.contains(window.last) && !window.interval.contains(window.openStart))
        #expect(window.openStart.adding(days: 1).map { window.contains($0) } == true)
        #expect(window.last.adding(days: 1).map { window.contains($0) } == false)
    }

    @Test func rollingWindowsThatDoNotExist() {
        #expect(RollingWindow(.zero, backFrom: date("2019-01-01")) == nil)
        #expect(RollingWindow(.years(1), backFrom: date("0001-12-31")) == nil)
    }

    @Test func everyDecember() throws {
        let december = try #require(YearlyMonth(month: 12))
        #expect(december.window(inYear: 2019) == interval("2019-12-01", "2019-12-31"))
        #expect(december.window(inYear: 0) == nil && december.window(inYear: 10_000) == nil)
        #expect(YearlyMonth(month: 0) == nil && YearlyMonth(month: 13) == nil)
        let all = december.occurrences(from: date("2015-12-04"), through: date("2018-12-01"))
        #expect(all.map(\.description) == ["2015-12", "2016-12", "2017-12", "2018-12"])
        #expect(all.map(\.isPartial) == [true, false, false, false])
        let february = try #require(YearlyMonth(month: 2))
        #expect(february.window(inYear: 2020)?.dayCount == 29)
        #expect(february.occurrences(from: date("2019-03-01"), through: date("2020-01-31")).isEmpty)
        #expect(february.occurrences(from: date("2020-02-29"), through: date("2020-02-29")).count == 1)
        #expect(february.occurrences(from: date("2021-03-01"), through: date("2019-01-31")).isEmpty)
    }
}
