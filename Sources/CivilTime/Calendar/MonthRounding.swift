/// Which way a value between two steps goes.
public enum Rounding: Hashable, Sendable, CaseIterable {
    /// To the earlier date, or to the smaller count.
    case down
    /// To the later date, or to the greater count.
    case up
}

/// One of the two ends of a calendar month.
public enum MonthEdge: Hashable, Sendable, CaseIterable {
    /// The first day of a month.
    case start
    /// The last day of a month.
    case end
}

extension CivilDate {
    /// The nearest start or end of a month that is not after (down) or not before (up) this date.
    ///
    /// A date that is such an edge stays. Nil where the edge falls outside the years 0001...9999: the month start after
    /// 2 December 9999, the month end before 30 January 0001.
    ///
    /// 2019-10-02 goes down to 2019-10-01 or 2019-09-30, up to 2019-11-01 or 2019-10-31.
    public func rounded(_ rounding: Rounding, to edge: MonthEdge) -> CivilDate? {
        switch (edge, rounding) {
        case (.start, .down): firstOfMonth
        case (.end, .up): lastOfMonth
        case (.start, .up): isFirstOfMonth ? self : lastOfMonth.adding(days: 1)
        case (.end, .down): isLastOfMonth ? self : firstOfMonth.adding(days: -1)
        }
    }
}
