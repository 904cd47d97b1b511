/// How the days of a period are counted where the text that sets the period does not say.
///
/// The choices are readings. Civil Code 91/2015/QH13 has a rule for each, and the Code governs civil relations; that it
/// also counts the periods of an administrative decision is an interpretation, so both sides of each choice are kept.
///
/// For three months from 2014-05-18:
///
/// | | last day |
/// |---|---|
/// | the first day is not counted (147.2, 147.3, 148.3) | 2014-08-18 |
/// | the first day counts | 2014-08-17 |
public struct DayCounting: Hashable, Sendable {
    /// What happens where the last day of a period is a day off.
    public enum LastDayOff: Hashable, Sendable, CaseIterable {
        /// The period ends on that day.
        case stays
        /// The period ends with the next working day (148.5).
        case movesToNextWorkingDay
    }

    /// Whether the day of the event is the first day of the period; if not, the next day is.
    public var firstDayCounts: Bool
    /// What happens where the last day is a day off.
    public var lastDayOff: LastDayOff

    /// A way of counting.
    public init(firstDayCounts: Bool, lastDayOff: LastDayOff) {
        self.firstDayCounts = firstDayCounts
        self.lastDayOff = lastDayOff
    }

    /// The Civil Code's way: the first day is not counted (147.2), a last day off moves on (148.5).
    public static let civilCode = DayCounting(firstDayCounts: false, lastDayOff: .movesToNextWorkingDay)
}

extension DayCounting: CaseIterable {
    /// The four readings, so that their results can be put side by side.
    public static var allCases: [DayCounting] {
        [false, true].flatMap { firstDayCounts in
            LastDayOff.allCases.map { DayCounting(firstDayCounts: firstDayCounts, lastDayOff: $0) }
        }
    }
}

extension CivilDate {
    /// The last day of a period that begins with an event on this date; nil past the year 9999.
    ///
    /// Where the first day is not counted, it is the corresponding day of the last month: 2014-05-18 and `P3M` give
    /// 2014-08-18. Where it counts, it is the day before: 2014-08-17. A month without the day sought ends the period on
    /// its last day (Civil Code 148.3) both ways: 2019-01-31 and `P1M` give 2019-02-28, and so does 2019-01-30. A period
    /// of no time ends on its first day. A later event never gives an earlier last day.
    public func lastDay(of period: Period, firstDayCounts: Bool) -> CivilDate? {
        guard firstDayCounts, !period.isZero else { return adding(period) }
        let months = period.totalMonths
        if months == 0 { return adding(days: period.days - 1) }
        let (year, month, day) = components
        // The day before the first of a month is the last day of the month before.
        let index = year * 12 + month - 1 + months - (day == 1 ? 1 : 0)
        guard CivilDate.monthIndexes.contains(index) else { return nil }
        return CivilDate.clamped(monthIndex: index, day: day == 1 ? 31 : day - 1).adding(days: period.days)
    }
}
