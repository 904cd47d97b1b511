extension CivilDate {
    /// The date a period later; nil past the year 9999.
    ///
    /// Years and months are added together first; where the month reached has no such day, its last day is taken, once;
    /// the days come last. 2024-01-31 and `P1M` give 2024-02-29; with `P1M1D`, 2024-03-01. A later date never gives an
    /// earlier result.
    public func adding(_ period: Period) -> CivilDate? {
        addingMonths(period.totalMonths)?.adding(days: period.days)
    }

    /// The date a period earlier; nil before the year 0001.
    ///
    /// In the order of ``adding(_:)``: years and months together, the last day of the month where there is no such day,
    /// then the days. Taking off what was added need not lead back: 2024-03-31 less `P1M` is 2024-02-29.
    public func subtracting(_ period: Period) -> CivilDate? {
        addingMonths(-period.totalMonths)?.adding(days: -period.days)
    }

    /// The same day of the month a number of months away, or the last day of that month where it has no such day.
    func addingMonths(_ count: Int) -> CivilDate? {
        if count == 0 { return self }
        let (year, month, day) = components
        let index = year * 12 + month - 1 + count
        guard CivilDate.monthIndexes.contains(index) else { return nil }
        return CivilDate.clamped(monthIndex: index, day: day)
    }

    /// A day of a month that is known to be in range, at most the month's last one.
    static func clamped(monthIndex: Int, day: Int) -> CivilDate {
        let year = monthIndex / 12
        let month = monthIndex % 12 + 1
        let length = GregorianArithmetic.length(ofMonth: month, year: year)
        return CivilDate(uncheckedYear: year, month: month, day: Swift.min(day, length))
    }
}
