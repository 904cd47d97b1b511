import CivilTime
import Foundation
import Testing

/// Foundation's Gregorian calendar in UTC, as a second implementation.
struct FoundationCalendar {
    private var calendar = Calendar(identifier: .gregorian)

    init() throws {
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    }

    func instant(_ date: CivilDate) -> Date {
        Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
    }

    func day(_ instant: Date?) -> CivilDate? {
        guard let seconds = instant?.timeIntervalSince1970 else { return nil }
        let isMidnight = seconds.truncatingRemainder(dividingBy: 86_400) == 0
        return isMidnight ? CivilDate(dayNumber: Int(seconds / 86_400)) : nil
    }

    func component(_ component: Calendar.Component, of date: CivilDate) -> Int {
        calendar.component(component, from: instant(date))
    }

    func adding(_ count: Int, _ component: Calendar.Component, to date: CivilDate?) -> CivilDate? {
        guard let date else { return nil }
        return day(calendar.date(byAdding: component, value: count, to: instant(date)))
    }

    /// The date a number of months earlier, by way of the first of its month.
    ///
    /// `date(byAdding: .month)` itself takes the length of the wrong year's February where the number is negative and the
    /// day above 28 (swift-foundation pull request 1708; 2026-01-30 less 47 months gives 1 March 2022 in Swift 6.3).
    func subtracting(months: Int, from date: CivilDate) -> CivilDate? {
        let first = calendar.dateInterval(of: .month, for: instant(date))?.start
        guard let first, let reached = calendar.date(byAdding: .month, value: -months, to: first) else { return nil }
        guard let length = calendar.range(of: .day, in: .month, for: reached)?.count else { return nil }
        let offset = min(component(.day, of: date), length) - 1
        return day(calendar.date(byAdding: .day, value: offset, to: reached))
    }

    func ordinality(of date: CivilDate) -> Int? {
        calendar.ordinality(of: .day, in: .year, for: instant(date))
    }

    func bounds(of component: Calendar.Component, containing date: CivilDate) -> [CivilDate?] {
        let interval = calendar.dateInterval(of: component, for: instant(date))
        return [day(interval?.start), day(interval?.end.addingTimeInterval(-86_400))]
    }
}

@Suite("Against Foundation's Calendar, 1900 to 2200")
struct FoundationCalendarTests {
    let foundation: FoundationCalendar
    let years: CivilInterval

    init() throws {
        foundation = try FoundationCalendar()
        years = interval("1900-01-01", "2200-12-31")
    }

    @Test func everyDayHasTheSameParts() throws {
        var differences: [CivilDate] = []
        for date in years.days {
            let (year, month, day) = date.components
            // Foundation numbers Sunday 1 and Monday 2.
            let weekday = foundation.component(.weekday, of: date)
            let same =
                foundation.component(.year, of: date) == year && foundation.component(.month, of: date) == month
                && foundation.component(.day, of: date) == day && (weekday + 5) % 7 + 1 == date.weekday.rawValue
                && foundation.ordinality(of: date) == date.dayOfYear
                && CivilDate(year: year, month: month, day: day) == date
            if !same { differences.append(date) }
        }
        #expect(differences.isEmpty)
    }

    @Test func boundsOfMonthsQuartersAndYearsAgree() throws {
        for index in 0..<(301 * 12) {
            var date = try #require(CivilDate(year: 1900 + index / 12, month: index % 12 + 1, day: 1))
            date = try #require(date.adding(days: index % 28))
            let months = foundation.bounds(of: .month, containing: date)
            try #require([date.firstOfMonth, date.lastOfMonth] == months, "\(date)")
            let years = foundation.bounds(of: .year, containing: date)
            try #require([date.firstOfYear, date.lastOfYear] == years, "\(date)")
            let firstMonth = (date.month - 1) / 3 * 3 + 1
            let quarterStart = try #require(CivilDate(year: date.year, month: firstMonth, day: 1))
            let next = foundation.adding(3, .month, to: quarterStart)
            try #require(date.firstOfQuarter == quarterStart)
            try #require(date.lastOfQuarter == next?.adding(days: -1))
            try #require(date.quarter == (firstMonth + 2) / 3)
            let length = date.lastOfMonth.day
            try #require(CivilDate.daysIn(month: date.month, year: date.year) == length)
        }
    }

    @Test func addingAndTakingOffAgree() throws {
        var random = SplitMix64(seed: 1900)
        for _ in 0..<6000 {
            let date = random.date(in: years)
            let count = Int.random(in: 0...700, using: &random)
            let months = try #require(Period(months: count))
            let yearPeriod = try #require(Period(years: count / 12))
            let days = try #require(Period(days: count))
            try #require(date.adding(months) == foundation.adding(count, .month, to: date))
            try #require(date.subtracting(months) == foundation.subtracting(months: count, from: date))
            try #require(date.adding(yearPeriod) == foundation.adding(count / 12, .year, to: date))
            try #require(date.subtracting(yearPeriod) == foundation.adding(-(count / 12), .year, to: date))
            try #require(date.adding(days) == foundation.adding(count, .day, to: date))
            try #require(date.subtracting(days) == foundation.adding(-count, .day, to: date))
        }
    }

    @Test func addingAMixedPeriodIsMonthsThenDays() throws {
        var random = SplitMix64(seed: 2200)
        for _ in 0..<4000 {
            let date = random.date(in: years)
            let period = random.period(years: 0...30, months: 0...30, days: 0...400)
            let months = period.years * 12 + period.months
            let later = foundation.adding(period.days, .day, to: foundation.adding(months, .month, to: date))
            let earlier = foundation.adding(-period.days, .day, to: foundation.subtracting(months: months, from: date))
            try #require(date.adding(period) == later, "\(date) + \(period)")
            try #require(date.subtracting(period) == earlier, "\(date) - \(period)")
        }
    }
}
