import CivilTime
import Testing

@Suite("Due dates")
struct DueDateTests {
    @Test(arguments: [
        ("2014-05-18", "P3M", "2014-08-18", "2014-08-17"), ("2019-01-31", "P1M", "2019-02-28", "2019-02-28"),
        ("2019-01-30", "P1M", "2019-02-28", "2019-02-28"), ("2019-01-29", "P1M", "2019-02-28", "2019-02-28"),
        ("2019-01-28", "P1M", "2019-02-28", "2019-02-27"), ("2019-03-01", "P1M", "2019-04-01", "2019-03-31"),
        ("2019-02-01", "P1M", "2019-03-01", "2019-02-28"), ("2019-05-31", "P1M", "2019-06-30", "2019-06-30"),
        ("2020-02-29", "P1Y", "2021-02-28", "2021-02-28"), ("2020-03-01", "P1Y", "2021-03-01", "2021-02-28"),
        ("2019-01-01", "P1Y", "2020-01-01", "2019-12-31"), ("2019-03-10", "P5D", "2019-03-15", "2019-03-14"),
        ("2019-03-10", "P1M5D", "2019-04-15", "2019-04-14"), ("2019-03-10", "P0D", "2019-03-10", "2019-03-10"),
        ("0001-01-01", "P1D", "0001-01-02", "0001-01-01"), ("0001-01-01", "P1M", "0001-02-01", "0001-01-31"),
    ])
    func firstDay(event: String, length: String, notCounted: String, counted: String) {
        let (event, length) = (date(event), period(length))
        #expect(event.lastDay(of: length, firstDayCounts: false)?.description == notCounted)
        #expect(event.lastDay(of: length, firstDayCounts: true)?.description == counted)
    }

    @Test func theLastYear() {
        #expect(date("9999-01-01").lastDay(of: .years(1), firstDayCounts: true) == .max)
        #expect(date("9999-01-01").lastDay(of: .years(1), firstDayCounts: false) == nil)
        #expect(CivilDate.max.lastDay(of: .days(1), firstDayCounts: true) == .max)
        let stays = DayCounting(firstDayCounts: false, lastDayOff: .stays)
        #expect(dueDate(from: .max, within: .days(1), counting: stays, daysOff: nil) == nil)
        #expect(dueDates(from: stated("9999"), within: .days(1), counting: stays, daysOff: nil) == nil)
    }

    @Test func lastDayOff() throws {
        let daysOff = try InventedDaysOff.all()
        let stays = DayCounting(firstDayCounts: false, lastDayOff: .stays)
        let event = date("2190-07-03")
        // 2190-08-07 is a Saturday and 2190-08-09, the Monday after it, is off.
        let due = try #require(dueDate(from: event, within: period("P1M4D"), counting: .civilCode, daysOff: daysOff))
        #expect(due.countedDay == date("2190-08-07"))
        #expect(due.day == date("2190-08-10"))
        #expect(due.isMoved == .yes)
        #expect(due.missingYear == nil)
        let kept = try #require(dueDate(from: event, within: period("P1M4D"), counting: stays, daysOff: nil))
        #expect(kept.day == date("2190-08-07") && kept.isMoved == .no)
        // 2190-08-14 is a Saturday that is worked.
        let swapped = dueDate(from: event, within: period("P1M11D"), counting: .civilCode, daysOff: daysOff)
        #expect(swapped?.day == date("2190-08-14"))
    }

    @Test func aMissingYearIsNamed() throws {
        let daysOff = try InventedDaysOff.all()
        let none = try #require(
            dueDate(from: date("2014-05-18"), within: .months(3), counting: .civilCode, daysOff: nil))
        #expect(none.missingYear == 2014 && none.day == nil && none.isMoved == .unknown)
        #expect(none.countedDay == date("2014-08-18"))
        let other = dueDate(from: date("2014-05-18"), within: .years(1), counting: .civilCode, daysOff: daysOff)
        #expect(other?.outcome == .needsDaysOff(year: 2015))
        // The last day of 2192 is off, and where the period then ends is for the list of 2193 to say.
        let crossing = dueDate(from: date("2192-12-30"), within: .days(1), counting: .civilCode, daysOff: daysOff)
        #expect(crossing?.outcome == .needsDaysOff(year: 2193))
        #expect(crossing?.countedDay == date("2192-12-31"))
        #expect(none.isPast(on: date("2014-08-18")) == .no)
        #expect(none.isPast(on: date("2014-08-19")) == .unknown)
        #expect(none.isMet(by: stated("2014-08")) == .unknown)
        #expect(none.isMet(by: stated("2014-07")) == .yes)
    }

    @Test(arguments: DayCounting.allCases)
    func aLaterEventNeverMakesAnEarlierDueDate(counting: DayCounting) throws {
        let daysOff = try InventedDaysOff.all()
        var random = SplitMix64(seed: 147)
        for _ in 0..<60 {
            let length = random.period(years: 0...1, months: 0...7, days: 0...20)
            var previous: CivilDate?
            for event in interval("2190-01-01", "2190-12-31").days {
                let due = try #require(dueDate(from: event, within: length, counting: counting, daysOff: daysOff))
                let day = try #require(due.day, "\(event) \(length)")
                try #require(due.countedDay <= day)
                if let previous { try #require(previous <= day, "\(event) \(length)") }
                previous = day
            }
        }
    }

    @Test(arguments: DayCounting.allCases)
    func aStatedEventGivesAllDueDatesBetween(counting: DayCounting) throws {
        let daysOff = try InventedDaysOff.all()
        let event = stated("2190-01")
        let range = try #require(dueDates(from: event, within: .months(3), counting: counting, daysOff: daysOff))
        let each = event.interval.days.compactMap { day in
            dueDate(from: day, within: .months(3), counting: counting, daysOff: daysOff)?.day
        }
        #expect(each.count == 31)
        #expect(range.interval?.first == each.min() && range.interval?.last == each.max())
        for day in interval("2190-03-20", "2190-05-10").days {
            let past = Set(each.map { $0 < day })
            #expect(range.isPast(on: day).known == (past.count == 1 ? past.first : nil), "\(day)")
            #expect(range.isMet(by: StatedDate(day)) == range.isPast(on: day).not)
        }
        #expect(range.isMet(by: stated("2190-03")) == .yes)
        #expect(range.isMet(by: stated("2190-Q2")) == .unknown)
        #expect(range.isMet(by: stated("2190-06")) == .no)
    }

    @Test func unknownDaysOffLeaveARangeOpen() throws {
        let daysOff = try InventedDaysOff.all()
        let range = try #require(
            dueDates(from: stated("2192-12"), within: .days(20), counting: .civilCode, daysOff: daysOff))
        #expect(range.interval == nil && range.missingYear == 2193)
        #expect(range.isPast(on: date("2192-12-21")) == .no)
        #expect(range.isPast(on: date("2193-05-01")) == .unknown)
    }

    @Test func theFourReadings() throws {
        #expect(Set(DayCounting.allCases).count == 4)
        #expect(DayCounting.allCases.contains(.civilCode))
    }

    @Test(arguments: [
        (DateLimit.before(stated("2021-06-30")), "2021-06-29/2021-06-29"),
        (.by(stated("2021-06-30")), "2021-06-30/2021-06-30"), (.before(stated("2022-11")), "2022-10-31/2022-11-29"),
        (.by(stated("2021")), "2021-01-01/2021-12-31"),
    ])
    func limits(limit: DateLimit, days: String) throws {
        let good = try #require(limit.lastGoodDays)
        let due = try #require(limit.due)
        #expect(good.description == days)
        #expect(due.interval == good)
        for day in interval("2020-12-30", "2022-12-02").days {
            let done = StatedDate(day)
            #expect(limit.isMet(by: done) == due.isMet(by: done))
            #expect(limit.isPast(on: day) == limit.isMet(by: done).not)
            let expected: Truth = day <= good.first ? .yes : day <= good.last ? .unknown : .no
            #expect(limit.isMet(by: done) == expected, "\(day)")
        }
    }

    @Test func limitsReadAsWhole() {
        #expect(DateLimit.before(stated("2022-11")).readAsWhole.lastGoodDays?.description == "2022-10-31/2022-10-31")
        #expect(DateLimit.by(stated("2021")).readAsWhole.lastGoodDays?.description == "2021-12-31/2021-12-31")
        #expect(DateLimit.before(stated("0001-01-01")).lastGoodDays == nil)
        #expect(DateLimit.before(stated("0001-01-01")).isMet(by: stated("0001-01-01")) == .no)
        #expect(DateLimit.before(stated("2021-06-30")).isMet(by: stated("2021-Q2")) == .unknown)
        #expect(DateLimit.by(stated("2021-06-30")).isMet(by: stated("2021-Q2")) == .yes)
    }
}
