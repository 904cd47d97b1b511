import CivilTime
import Testing

@Suite("Ahead of an event, and validity")
struct AheadAndValidityTests {
    @Test(arguments: [
        ("2020-03-10", "P5D", "2020-03-05", "2020-03-04"), ("2020-03-05", "P5D", "2020-02-29", "2020-02-28"),
        ("2020-03-31", "P1M", "2020-02-29", "2020-02-29"), ("2019-02-28", "P1M", "2019-01-28", "2019-01-27"),
        ("2019-03-01", "P1M", "2019-02-01", "2019-01-31"), ("2019-03-01", "P0D", "2019-03-01", "2019-03-01"),
        ("2020-02-29", "P1Y", "2019-02-28", "2019-02-28"), ("2020-07-01", "P1W", "2020-06-24", "2020-06-23"),
    ])
    func ahead(event: String, length: String, counted: String, notCounted: String) {
        let (event, length) = (date(event), period(length))
        #expect(lastDay(aheadOf: event, by: length)?.description == counted)
        #expect(lastDay(aheadOf: event, by: length, firstDayCounts: false)?.description == notCounted)
    }

    @Test(arguments: [false, true])
    func theWholePeriodIsOverBeforeTheEvent(firstDayCounts: Bool) throws {
        var random = SplitMix64(seed: 118)
        let years = interval("2015-01-01", "2021-12-31")
        for _ in 0..<4000 {
            let event = random.date(in: years)
            var length = random.period(years: 0...1, months: 0...14, days: 0...40)
            if Bool.random(using: &random) { length = try #require(Period(years: length.years, months: length.months)) }
            if length.isZero { continue }
            let day = try #require(lastDay(aheadOf: event, by: length, firstDayCounts: firstDayCounts))
            let next = try #require(day.adding(days: 1))
            let end = try #require(day.lastDay(of: length, firstDayCounts: firstDayCounts))
            let nextEnd = try #require(next.lastDay(of: length, firstDayCounts: firstDayCounts))
            try #require(end < event && nextEnd >= event, "\(event) \(length)")
        }
    }

    @Test func aheadAtTheEdgesAndForStatedEvents() {
        #expect(lastDay(aheadOf: .min, by: .days(1)) == nil)
        #expect(lastDay(aheadOf: .min, by: .months(1)) == nil)
        #expect(lastDay(aheadOf: .min, by: .zero) == .min)
        let range = lastDays(aheadOf: stated("2020-03"), by: .days(5))
        #expect(range?.interval == interval("2020-02-25", "2020-03-26"))
        #expect(lastDays(aheadOf: stated("0001"), by: .days(5)) == nil)
    }

    @Test func aheadByWorkingDays() throws {
        let daysOff = try InventedDaysOff.all()
        let event = date("2190-08-17")
        // 16 is off, 15 is a Sunday, 14 is a worked Saturday.
        #expect(lastDay(aheadOf: event, byWorkingDays: 1, daysOff: daysOff) == .day(date("2190-08-14")))
        #expect(
            lastDay(aheadOf: event, byWorkingDays: 1, firstDayCounts: false, daysOff: daysOff)
                == .day(date("2190-08-13")))
        #expect(lastDay(aheadOf: event, byWorkingDays: 6, daysOff: daysOff) == .day(date("2190-08-06")))
        #expect(lastDay(aheadOf: event, byWorkingDays: 0, daysOff: nil) == .day(event))
        #expect(lastDay(aheadOf: event, byWorkingDays: -1, daysOff: daysOff) == .outOfRange)
        #expect(lastDay(aheadOf: date("2190-01-01"), byWorkingDays: 1, daysOff: daysOff) == .needsDaysOff(year: 2189))
        #expect(lastDay(aheadOf: date("2019-01-01"), byWorkingDays: 1, daysOff: nil) == .needsDaysOff(year: 2018))
        #expect(lastDay(aheadOf: .min, byWorkingDays: 1, daysOff: daysOff) == .outOfRange)
    }

    @Test func aCardForThreeYears() throws {
        let grant = stated("2016-05-10")
        let card = try #require(Validity(granted: grant, for: .years(3), firstDayCounts: false))
        #expect(card.lastValidDays == CivilInterval(date("2019-05-10")))
        let days = ["2016-05-09", "2016-05-10", "2019-05-10", "2019-05-11"].map { card.isValid(on: date($0)) }
        #expect(days == [.no, .yes, .yes, .no])
        let counted = try #require(Validity(granted: grant, for: .years(3), firstDayCounts: true))
        #expect(counted.isValid(on: date("2019-05-10")) == .no)
        #expect(card.isValid(throughout: interval("2018-01-01", "2019-05-11")) == .no)
        let printed = try #require(Validity(granted: stated("2018"), printedLastDay: stated("2019-05-10")))
        #expect(printed.isValid(on: date("2019-05-10")) == .yes)
        #expect(printed.isValid(on: date("2018-05-10")) == .unknown)
        #expect(Validity(granted: stated("2019-06"), printedLastDay: stated("2019-05-31")) == nil)
        #expect(Validity(granted: stated("9999"), for: .years(1), firstDayCounts: true) == nil)
    }

    @Test func validityAgreesWithTryingEveryGrant() throws {
        var random = SplitMix64(seed: 16)
        let weeks = interval("2019-01-10", "2019-04-20")
        for _ in 0..<5000 {
            let granted = random.interval(upTo: 20, in: weeks)
            let length = random.period(years: 0...0, months: 0...1, days: 0...15)
            let asked = random.interval(upTo: 30, in: weeks)
            let firstDayCounts = Bool.random(using: &random)
            let validity = Validity(granted: StatedDate(granted), for: length, firstDayCounts: firstDayCounts)
            let answers = granted.days.map { grant in
                let last = grant.lastDay(of: length, firstDayCounts: firstDayCounts) ?? .min
                return grant <= asked.first && asked.last <= last
            }
            let expected: Truth = Set(answers).count == 2 ? .unknown : Truth(answers.contains(true))
            try #require(validity?.isValid(throughout: asked) == expected, "\(granted) \(length) \(asked)")
        }
    }
}
