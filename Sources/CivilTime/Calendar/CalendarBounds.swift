extension CivilDate {
    /// The first day of this date's month.
    public var firstOfMonth: CivilDate { WindowUnit.month.window(containing: self).first }

    /// The last day of this date's month.
    public var lastOfMonth: CivilDate { WindowUnit.month.window(containing: self).last }

    /// The first day of this date's quarter.
    public var firstOfQuarter: CivilDate { WindowUnit.quarter.window(containing: self).first }

    /// The last day of this date's quarter.
    public var lastOfQuarter: CivilDate { WindowUnit.quarter.window(containing: self).last }

    /// 1 January of this date's year.
    public var firstOfYear: CivilDate { WindowUnit.year.window(containing: self).first }

    /// 31 December of this date's year.
    public var lastOfYear: CivilDate { WindowUnit.year.window(containing: self).last }

    /// Whether this is the first day of its month.
    public var isFirstOfMonth: Bool { components.day == 1 }

    /// Whether this is the last day of its month.
    public var isLastOfMonth: Bool {
        let (year, month, day) = components
        return day == GregorianArithmetic.length(ofMonth: month, year: year)
    }

    /// Months since January of year 0: the calendar month as one number.
    var monthIndex: Int {
        let (year, month, _) = components
        return year * 12 + month - 1
    }

    /// The first and last month index of the years 0001...9999.
    static let monthIndexes = 12...(9999 * 12 + 11)
}
