import CivilTime
import Testing

@Suite("Stated dates")
struct StatedDateTests {
    @Test(arguments: [
        ("2019-10-02", DatePrecision.day, "2019-10-02/2019-10-02"), ("2019-10", .month, "2019-10-01/2019-10-31"),
        ("2020-02", .month, "2020-02-01/2020-02-29"), ("2019-Q1", .quarter, "2019-01-01/2019-03-31"),
        ("2019-Q4", .quarter, "2019-10-01/2019-12-31"), ("2019", .year, "2019-01-01/2019-12-31"),
        ("2017-12-05/2017-12-06", .range, "2017-12-05/2017-12-06"),
        ("2019-10/2019-11", .range, "2019-10-01/2019-11-30"),
        ("2019-10-02/2019-10-02", .range, "2019-10-02/2019-10-02"), ("2019/2021", .range, "2019-01-01/2021-12-31"),
        ("2019-10/2019", .range, "2019-10-01/2019-12-31"), ("2019-Q4/2020-01-15", .range, "2019-10-01/2020-01-15"),
        ("2019/2019-02", .range, "2019-01-01/2019-02-28"), ("0001", .year, "0001-01-01/0001-12-31"),
        ("9999-Q4/9999-12-31", .range, "9999-10-01/9999-12-31"),
    ])
    func precisionAndInterval(text: String, precision: DatePrecision, days: String) {
        let parsed = stated(text)
        #expect(parsed.precision == precision)
        #expect(parsed.interval.description == days)
        #expect(parsed.description == text)
    }

    @Test func makingOnesOwn() {
        let day = date("2019-11-20")
        #expect(StatedDate(day) == stated("2019-11-20"))
        #expect(StatedDate.month(of: day) == stated("2019-11"))
        #expect(StatedDate.quarter(of: day) == stated("2019-Q4"))
        #expect(StatedDate.year(of: day) == stated("2019"))
        #expect(StatedDate(interval("2019-11-01", "2019-11-30")) == stated("2019-11-01/2019-11-30"))
        #expect(stated("2019-11-01/2019-11-30") != stated("2019-11"))
        #expect(stated("2019-11-20/2019-11-20").day == day)
        #expect(stated("2019-11").day == nil)
    }

    @Test(arguments: [
        ("2019-10-02", "2019-10-03", Truth.yes, Truth.yes, Truth.no), ("2019-10-02", "2019-10-02", .no, .yes, .yes),
        ("2019-10", "2019-11", .yes, .yes, .no), ("2019-10", "2019-10", .unknown, .unknown, .unknown),
        ("2019-10", "2019-10-31", .unknown, .yes, .unknown), ("2019-10", "2019-10-01", .no, .unknown, .unknown),
        ("2019", "2020-01-01", .yes, .yes, .no), ("2019-Q4", "2019-12", .unknown, .unknown, .unknown),
        ("2020", "2019-Q4", .no, .no, .no),
        ("2019-10-02/2019-10-02", "2019-10-02", .no, .yes, .yes),
    ])
    func comparing(left: String, right: String, before: Truth, onOrBefore: Truth, same: Truth) {
        let (left, right) = (stated(left), stated(right))
        #expect(left.isBefore(right) == before)
        #expect(left.isOnOrBefore(right) == onOrBefore)
        #expect(right.isAfter(left) == before)
        #expect(right.isOnOrAfter(left) == onOrBefore)
        #expect(left.isSameDay(as: right) == same)
        #expect(right.isSameDay(as: left) == same)
    }

    /// What a question is worth when it is asked of every possible pair of days.
    private func overAllDays(
        _ left: CivilInterval, _ right: CivilInterval, _ holds: (CivilDate, CivilDate) -> Bool
    ) -> Truth {
        var answers: Set<Bool> = []
        for first in left.days {
            for second in right.days { answers.insert(holds(first, second)) }
        }
        return answers.count == 2 ? .unknown : Truth(answers.contains(true))
    }

    @Test func comparisonsAgreeWithAskingEveryDay() throws {
        var random = SplitMix64(seed: 31)
        let weeks = interval("2020-02-20", "2020-03-08")
        for round in 0..<6000 {
            // Single days, short ranges and long ones, so that every way of touching and overlapping occurs.
            let left = random.interval(upTo: [1, 3, 12][round % 3], in: weeks)
            let right = random.interval(upTo: [1, 4, 9][round / 3 % 3], in: weeks)
            let (first, second) = (StatedDate(left), StatedDate(right))
            try #require(first.isBefore(second) == overAllDays(left, right, <), "\(first) \(second)")
            try #require(first.isOnOrBefore(second) == overAllDays(left, right, <=), "\(first) \(second)")
            try #require(first.isAfter(second) == overAllDays(left, right, >), "\(first) \(second)")
            try #require(first.isOnOrAfter(second) == overAllDays(left, right, >=), "\(first) \(second)")
            try #require(first.isSameDay(as: second) == overAllDays(left, right, ==), "\(first) \(second)")
            let within = overAllDays(left, left) { day, _ in right.contains(day) }
            try #require(first.isWithin(right) == within, "\(first) in \(right)")
        }
    }

    @Test(arguments: [
        ("2019-10-31", "P1M", "2019-11-30"), ("2019-01", "P1M", "2019-02"), ("2019-02", "P1M", "2019-03-01/2019-03-28"),
        ("2019", "P1Y", "2020"), ("2019", "P1D", "2019-01-02/2020-01-01"), ("2019-Q1", "P6M", "2019-Q3"),
        ("2019-Q4", "P2M", "2019-12-01/2020-02-29"), ("2019-02", "P1Y", "2020-02-01/2020-02-28"),
        ("2019-10/2019-12", "P1Y", "2020-10/2020-12"), ("2019-10/2019-11", "P1M", "2019-11/2019-12-30"),
        ("2017-12-05/2017-12-06", "P1M", "2018-01-05/2018-01-06"), ("2019-02", "P0D", "2019-02"),
        ("2019-01-30/2019-01-31", "P1M", "2019-02-28/2019-02-28"),
    ])
    func addingMovesBothEnds(text: String, added: String, result: String) {
        #expect(stated(text).adding(period(added)) == stated(result))
    }

    @Test(arguments: [
        ("2020", "P1Y", "2019"), ("2019-03", "P1M", "2019-02"), ("2019-02", "P1M", "2019-01-01/2019-01-28"),
        ("2020-Q1", "P3M", "2019-10-01/2019-12-31"), ("2019-10-31", "P8M", "2019-02-28"),
    ])
    func subtractingMovesBothEnds(text: String, taken: String, result: String) {
        let moved = stated(text).subtracting(period(taken))
        #expect(moved?.interval == stated(result).interval)
    }

    @Test func movingLeavesTheYearsThereAre() {
        #expect(stated("9999").adding(.days(1)) == nil)
        #expect(stated("0001").subtracting(.days(1)) == nil)
        #expect(stated("9998").adding(.years(1)) == stated("9999"))
    }

    @Test func movedDaysAreTheDaysMoved() throws {
        var random = SplitMix64(seed: 8)
        let years = interval("2018-01-01", "2021-12-31")
        for _ in 0..<400 {
            let period = random.period(years: 0...1, months: 0...5, days: 0...20)
            let day = random.date(in: years)
            for whole in [StatedDate.month(of: day), StatedDate(random.interval(upTo: 50, in: years))] {
                let sum = try #require(whole.adding(period))
                let difference = try #require(whole.subtracting(period))
                let sums = whole.interval.days.compactMap { $0.adding(period) }
                let differences = whole.interval.days.compactMap { $0.subtracting(period) }
                try #require(sums.min() == sum.interval.first && sums.max() == sum.interval.last)
                try #require(differences.min() == difference.interval.first)
                try #require(differences.max() == difference.interval.last)
                try #require(stated(sum.description) == sum)
                try #require(stated(difference.description) == difference)
            }
        }
    }

    @Test func truthTables() {
        #expect(Truth.allCases.map(\.not) == [.no, .yes, .unknown])
        #expect(Truth.allCases.map(\.known) == [true, false, nil])
        // A value of a connective is settled exactly when every completion of the unknowns gives it.
        for left in Truth.allCases {
            for right in Truth.allCases {
                let lefts = left.known.map { [$0] } ?? [false, true]
                let rights = right.known.map { [$0] } ?? [false, true]
                let ands = Set(lefts.flatMap { first in rights.map { first && $0 } })
                let ors = Set(lefts.flatMap { first in rights.map { first || $0 } })
                #expect(left.and(right).known == (ands.count == 1 ? ands.first : nil))
                #expect(left.or(right).known == (ors.count == 1 ? ors.first : nil))
            }
        }
    }
}

@Suite struct StatedDateSpanTests {
    @Test(
        arguments: [
            ([], nil), (["2019-10"], "2019-10"), (["2019-11", "2019-10"], "2019-10/2019-11"),
            (["2019-11/2020-05", "2020-02-29"], "2019-11/2020-05"), (["2020-02-28", "2020-02"], "2020-02"),
            (["2020", "2019-Q4", "2019-12-31"], "2019-Q4/2020"), (["2019-10-02", "2019-10-02"], "2019-10-02"),
        ] as [([String], String?)])
    func span(dates: [String], whole: String?) throws {
        let span = StatedDate.span(try dates.map { try StatedDate.parse($0) })
        #expect(span?.description == whole)
        if let span { #expect(try StatedDate.parse(span.description).interval == span.interval) }
    }

    @Test(arguments: [
        ("2020-02-29", "2020-02-29", "2020-02"), ("2020-01-31", "2020-02-01", "2020-01/2020-02"),
        ("2019-12-31", "2020-01-01", "2019-12/2020-01"), ("2020-01-01", "2020-12-31", "2020-01/2020-12"),
    ])
    func months(first: String, last: String, months: String) throws {
        let days = try #require(CivilInterval(first: try CivilDate.parse(first), last: try CivilDate.parse(last)))
        let date = StatedDate.months(of: days)
        #expect(date.description == months)
        #expect(date == (try StatedDate.parse(months)))
    }
}
