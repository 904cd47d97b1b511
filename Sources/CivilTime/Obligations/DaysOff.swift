/// The days off of the years that are known: public holidays and days given in their place, and the weekend days that
/// were made working days in exchange.
///
/// Saturdays and Sundays are off unless exchanged. Of a year that was not given nothing is known, not even its weekends.
public struct DaysOff: Hashable, Sendable {
    /// What was decided for one year.
    public struct Year: Hashable, Sendable {
        /// The year, 1...9999.
        public var year: Int
        /// The days of the year that are off; weekend days may be listed and need not be.
        public var off: [CivilDate]
        /// The Saturdays and Sundays of the year that are worked.
        public var working: [CivilDate]

        /// The decision for a year.
        public init(year: Int, off: [CivilDate], working: [CivilDate] = []) {
            self.year = year
            self.off = off
            self.working = working
        }
    }

    private let years: Set<Int>
    private let off: Set<CivilDate>
    private let working: Set<CivilDate>

    /// The days off of some years, in any order.
    public init(_ years: [Year]) throws(DaysOffError) {
        var known: Set<Int> = []
        for entry in years {
            guard GregorianArithmetic.years.contains(entry.year) else { throw .yearOutOfRange(entry.year) }
            guard known.insert(entry.year).inserted else { throw .yearGivenTwice(entry.year) }
            try entry.check()
        }
        self.years = known
        off = Set(years.flatMap(\.off))
        working = Set(years.flatMap(\.working))
    }

    /// The years that are known, in order.
    public var coveredYears: [Int] { years.sorted() }

    /// Whether the days off of a year are known.
    public func covers(year: Int) -> Bool {
        years.contains(year)
    }

    /// Whether a day is worked; unknown in a year that is not covered.
    public func isWorkingDay(_ date: CivilDate) -> Truth {
        guard years.contains(date.year) else { return .unknown }
        if working.contains(date) { return .yes }
        return Truth(!date.weekday.isWeekend && !off.contains(date))
    }
}

extension DaysOff.Year {
    fileprivate func check() throws(DaysOffError) {
        for date in off + working where date.year != year {
            throw .dateInAnotherYear(date, year: year)
        }
        let off = Set(off)
        for date in working {
            if off.contains(date) { throw .offAndWorking(date) }
            if !date.weekday.isWeekend { throw .workingDayNotOnWeekend(date) }
        }
    }
}

/// Why a list of days off is not usable.
public enum DaysOffError: Error, Hashable, Sendable {
    /// A year that is not in 1...9999.
    case yearOutOfRange(Int)
    /// Two lists for one year.
    case yearGivenTwice(Int)
    /// A date that is not in the year it is listed for.
    case dateInAnotherYear(CivilDate, year: Int)
    /// A date listed as off and as worked.
    case offAndWorking(CivilDate)
    /// A date listed as worked in exchange that is worked anyway, from Monday to Friday.
    case workingDayNotOnWeekend(CivilDate)
}
