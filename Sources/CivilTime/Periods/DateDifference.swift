extension CivilDate {
    /// The number of months from this date to another.
    ///
    /// Rounded down: the most months that can be added to this date without passing the other. Rounded up: the fewest
    /// that reach or pass it. From 2019-01-31 to 2019-02-28 it is one month both ways, because one month added to
    /// 31 January ends on 28 February. Where the other date is earlier, the number is that of the way back, negated.
    public func months(until other: CivilDate, rounding: Rounding) -> Int {
        if other < self { return -other.months(until: self, rounding: rounding) }
        let (startYear, startMonth, startDay) = components
        let (endYear, endMonth, _) = other.components
        let difference = (endYear - startYear) * 12 + endMonth - startMonth
        let reached = CivilDate.clamped(monthIndex: endYear * 12 + endMonth - 1, day: startDay)
        switch rounding {
        case .down: return reached <= other ? difference : difference - 1
        case .up: return reached < other ? difference + 1 : difference
        }
    }

    /// The number of whole months from this date to another; see ``months(until:rounding:)``.
    public func wholeMonths(until other: CivilDate) -> Int {
        months(until: other, rounding: .down)
    }

    /// The number of whole years from this date to another; negative where the other date is earlier.
    ///
    /// A year from 29 February is whole on 28 February of a common year.
    public func wholeYears(until other: CivilDate) -> Int {
        wholeMonths(until: other) / 12
    }

    /// The number of month boundaries between the two dates, whatever their days: from 31 January to 1 February it is 1.
    public func calendarMonths(until other: CivilDate) -> Int {
        other.monthIndex - monthIndex
    }

    /// The time from this date to a later or equal one in whole years, whole months and days; nil where the other date
    /// is earlier. Added to this date it gives the other one.
    public func period(until other: CivilDate) -> Period? {
        guard self <= other else { return nil }
        let months = wholeMonths(until: other)
        guard let reached = addingMonths(months) else { return nil }
        return Period(years: months / 12, months: months % 12, days: other - reached)
    }
}
