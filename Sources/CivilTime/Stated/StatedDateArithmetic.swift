extension StatedDate {
    /// The date a period later, both ends of its interval moved; nil past the year 9999.
    ///
    /// A calendar month, quarter or year stays one where its days still fill one (`2019-01` and `P1M` give `2019-02`).
    /// Where they do not, the result is the range of days it may be: `2019-02` and `P1M` give `2019-03-01/2019-03-28`.
    public func adding(_ period: Period) -> StatedDate? {
        guard let first = interval.first.adding(period), let last = interval.last.adding(period) else { return nil }
        return moved(to: CivilInterval(first: first, last: last))
    }

    /// The date a period earlier, in the manner of ``adding(_:)``; nil before the year 0001.
    public func subtracting(_ period: Period) -> StatedDate? {
        guard let first = interval.first.subtracting(period), let last = interval.last.subtracting(period) else {
            return nil
        }
        return moved(to: CivilInterval(first: first, last: last))
    }

    /// This date at other days, as nearly as possible in the precision it was written in.
    private func moved(to moved: CivilInterval?) -> StatedDate? {
        // Moving keeps the order of the ends, so there is always an interval.
        guard let moved else { return nil }
        if precision != .range, moved == precision.span(containing: moved.first) {
            return StatedDate(moved, precision: precision)
        }
        let firstFits = moved.first == firstPrecision.span(containing: moved.first).first
        let lastFits = moved.last == lastPrecision.span(containing: moved.last).last
        if precision == .range {
            return StatedDate(
                range: moved, firstPrecision: firstFits ? firstPrecision : .day,
                lastPrecision: lastFits ? lastPrecision : .day)
        }
        return StatedDate(moved)
    }
}

extension DatePrecision {
    /// The days that are written alike in this precision: the month of a date, and so on. A range has no span of its
    /// own; its ends have.
    func span(containing date: CivilDate) -> CivilInterval {
        switch self {
        case .day, .range: CivilInterval(date)
        case .month: WindowUnit.month.window(containing: date)
        case .quarter: WindowUnit.quarter.window(containing: date)
        case .year: WindowUnit.year.window(containing: date)
        }
    }
}
