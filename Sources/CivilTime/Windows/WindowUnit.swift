/// A division of the calendar year that windows are counted in.
public enum WindowUnit: Hashable, Sendable, CaseIterable {
    /// From 1 January to 31 December.
    case year
    /// From 1 January to 30 June, from 1 July to 31 December.
    case halfYear
    /// Three months, from January, April, July or October.
    case quarter
    /// A calendar month.
    case month

    /// The number of calendar months of one window; it divides twelve.
    public var monthCount: Int {
        switch self {
        case .year: 12
        case .halfYear: 6
        case .quarter: 3
        case .month: 1
        }
    }

    /// The window a date is in, numbered from year 0.
    func index(of date: CivilDate) -> Int {
        date.monthIndex / monthCount
    }

    /// The days of the window with an index; nil outside the years 0001...9999.
    func window(at index: Int) -> CivilInterval? {
        let firstMonth = index * monthCount
        let lastMonth = firstMonth + monthCount - 1
        let known = CivilDate.monthIndexes
        guard known.contains(firstMonth), known.contains(lastMonth) else { return nil }
        return window(fromMonth: firstMonth, toMonth: lastMonth)
    }

    /// The days of the window that holds a date. Every year in range is whole, so the window is too.
    func window(containing date: CivilDate) -> CivilInterval {
        let firstMonth = index(of: date) * monthCount
        return window(fromMonth: firstMonth, toMonth: firstMonth + monthCount - 1)
    }

    private func window(fromMonth first: Int, toMonth last: Int) -> CivilInterval {
        CivilInterval(
            uncheckedFirst: CivilDate.clamped(monthIndex: first, day: 1),
            last: CivilDate.clamped(monthIndex: last, day: 31))
    }
}

/// The calendar year, half-year, quarter or month that holds a date.
public func calendarWindow(containing date: CivilDate, unit: WindowUnit) -> CivilInterval {
    unit.window(containing: date)
}

/// The calendar window just before the one that holds a date; nil before the year 0001.
public func previousCalendarWindow(before date: CivilDate, unit: WindowUnit) -> CivilInterval? {
    unit.window(at: unit.index(of: date) - 1)
}

/// The calendar window just after the one that holds a date; nil past the year 9999.
public func nextCalendarWindow(after date: CivilDate, unit: WindowUnit) -> CivilInterval? {
    unit.window(at: unit.index(of: date) + 1)
}
