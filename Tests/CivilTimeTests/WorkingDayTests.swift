import CivilTime
import Testing

@Suite("Working days")
struct WorkingDayTests {
    @Test(arguments: [
        ("2190-08-06", Truth.yes), ("2190-08-07", .no), ("2190-08-08", .no), ("2190-08-09", .no), ("2190-08-10", .yes),
        ("2190-08-14", .yes), ("2190-08-15", .no), ("2189-12-31", .unknown), ("2193-01-05", .unknown),
    ])
    func oneDay(text: String, isWorked: Truth) throws {
        #expect(try InventedDaysOff.all().isWorkingDay(date(text)) == isWorked)
    }

    @Test func coveredYears() throws {
        let daysOff = try InventedDaysOff.all()
        #expect(daysOff.coveredYears == [2190, 2191, 2192])
        #expect(daysOff.covers(year: 2191) && !daysOff.covers(year: 2193))
        #expect(try DaysOff([]).coveredYears.isEmpty)
    }

    @Test(arguments: [
        (
            [DaysOff.Year(year: 0, off: [])], DaysOffError.yearOutOfRange(0), "năm 0 nằm ngoài 0001 đến 9999",
            "the year 0 is outside 0001 to 9999"
        ),
        (
            [DaysOff.Year(year: 2190, off: []), DaysOff.Year(year: 2190, off: [])], .yearGivenTwice(2190),
            "năm 2190 được khai hai lần", "the year 2190 is given twice"
        ),
        (
            [DaysOff.Year(year: 2190, off: [date("2191-01-01")])],
            .dateInAnotherYear(date("2191-01-01"), year: 2190), "2191-01-01 không thuộc năm 2190",
            "2191-01-01 is not in the year 2190"
        ),
        (
            [DaysOff.Year(year: 2190, off: [date("2190-08-14")], working: [date("2190-08-14")])],
            .offAndWorking(date("2190-08-14")), "2190-08-14 vừa là ngày nghỉ vừa là ngày làm việc",
            "2190-08-14 is both a day off and a working day"
        ),
        (
            [DaysOff.Year(year: 2190, off: [], working: [date("2190-08-13")])],
            .workingDayNotOnWeekend(date("2190-08-13")),
            "2190-08-13 không phải thứ bảy hay chủ nhật nên vốn đã là ngày làm việc",
            "2190-08-13 is no Saturday or Sunday and is a working day anyway"
        ),
    ])
    func unusableLists(years: [DaysOff.Year], expected: DaysOffError, vi: String, en: String) {
        do {
            let daysOff = try DaysOff(years)
            Issue.record("taken: \(daysOff)")
        } catch let error {
            #expect(error == expected)
            #expect(error.text(in: .vi) == vi)
            #expect(error.description == en)
        }
    }

    @Test(arguments: [
        ("2190-08-06", 1, "2190-08-10"), ("2190-08-06", 4, "2190-08-13"), ("2190-08-06", 5, "2190-08-14"),
        ("2190-08-06", 6, "2190-08-17"), ("2190-08-07", 0, "2190-08-07"), ("2190-08-17", -1, "2190-08-14"),
        ("2190-08-10", -1, "2190-08-06"), ("2190-12-31", 1, "2191-01-03"),
    ])
    func counting(start: String, count: Int, end: String) throws {
        #expect(try InventedDaysOff.all().adding(workingDays: count, to: date(start)) == .day(date(end)))
    }

    @Test func theEdgesOfWhatIsKnown() throws {
        let daysOff = try InventedDaysOff.all()
        #expect(daysOff.adding(workingDays: 1, to: date("2192-12-30")) == .needsDaysOff(year: 2193))
        #expect(daysOff.adding(workingDays: -1, to: date("2190-01-02")) == .needsDaysOff(year: 2189))
        #expect(daysOff.adding(workingDays: Int.max, to: date("2190-01-02")) == .needsDaysOff(year: 2193))
        #expect(daysOff.adding(workingDays: Int.min, to: date("2190-01-02")) == .needsDaysOff(year: 2189))
        #expect(daysOff.adding(workingDays: 1, to: .max) == .outOfRange)
        let last = try DaysOff([DaysOff.Year(year: 9999, off: [.max])])
        #expect(last.workingDay(onOrAfter: .max) == .outOfRange)
        #expect(last.workingDay(onOrBefore: .max) == .day(date("9999-12-30")))
        #expect(dueDate(from: date("9999-12-30"), within: .days(1), counting: .civilCode, daysOff: last) == nil)
        #expect(dueDate(from: .max, withinWorkingDays: 1, firstDayCounts: true, daysOff: last) == nil)
    }

    @Test func dueDatesAgreeWithCountingOneByOne() throws {
        let daysOff = try InventedDaysOff.all()
        var previous: [Int: CivilDate] = [:]
        for event in interval("2190-07-01", "2191-03-31").days {
            for count in 1...7 {
                for firstDayCounts in [false, true] {
                    let due = dueDate(
                        from: event, withinWorkingDays: count, firstDayCounts: firstDayCounts, daysOff: daysOff)
                    let day = try #require(due?.day)
                    let from = firstDayCounts ? event : try #require(event.adding(days: 1))
                    let counted = try #require(CivilInterval(first: from, last: day))
                    try #require(counted.days.filter { daysOff.isWorkingDay($0) == .yes }.count == count)
                    try #require(daysOff.isWorkingDay(day) == .yes)
                    let key = firstDayCounts ? count : -count
                    if let before = previous[key] { try #require(before <= day) }
                    previous[key] = day
                }
            }
        }
    }

    @Test func dueDatesWithoutTheDaysOff() throws {
        let none = try #require(
            dueDate(from: date("2019-12-31"), withinWorkingDays: 5, firstDayCounts: false, daysOff: nil))
        #expect(none.missingYear == 2020)
        #expect(none.countedDay == date("2020-01-05"))
        #expect(none.isPast(on: date("2020-01-05")) == .no)
        let counted = dueDate(from: date("2019-12-31"), withinWorkingDays: 5, firstDayCounts: true, daysOff: nil)
        #expect(counted?.missingYear == 2019)
        // Two of the five are found in 2192; the other three are 2193-01-03 at the earliest.
        let daysOff = try InventedDaysOff.all()
        let crossing = dueDate(from: date("2192-12-26"), withinWorkingDays: 5, firstDayCounts: false, daysOff: daysOff)
        #expect(crossing?.missingYear == 2193)
        let found = interval("2192-12-27", "2192-12-31").days.filter { daysOff.isWorkingDay($0) == .yes }.count
        #expect(crossing?.countedDay == date("2192-12-31").adding(days: 5 - found))
        #expect(dueDate(from: .min, withinWorkingDays: -1, firstDayCounts: true, daysOff: nil) == nil)
        #expect(dueDate(from: .max, withinWorkingDays: Int.max, firstDayCounts: true, daysOff: nil) == nil)
        let zero = dueDate(from: date("2190-08-07"), withinWorkingDays: 0, firstDayCounts: false, daysOff: nil)
        #expect(zero?.day == date("2190-08-07"))
        let range = dueDates(from: stated("2190-08"), withinWorkingDays: 5, firstDayCounts: false, daysOff: daysOff)
        #expect(range?.interval == interval("2190-08-06", "2190-09-07"))
    }
}
