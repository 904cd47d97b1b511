/// The days for which something granted is valid, such as a card for three years: from the day it was granted to its
/// last valid day, both included. The last day does not move for a day off.
public struct Validity: Hashable, Sendable {
    private enum End: Hashable, Sendable {
        case after(Period, firstDayCounts: Bool)
        case printed(StatedDate)
    }

    /// When it was granted.
    public let granted: StatedDate
    /// The days that may be the last valid one.
    public let lastValidDays: CivilInterval
    private let end: End

    /// Valid for a period from the grant; nil past the year 9999.
    public init?(granted: StatedDate, for period: Period, firstDayCounts: Bool) {
        let days = granted.interval
        guard let first = days.first.lastDay(of: period, firstDayCounts: firstDayCounts),
            let last = days.last.lastDay(of: period, firstDayCounts: firstDayCounts),
            let lastDays = CivilInterval(first: first, last: last)
        else { return nil }
        self.granted = granted
        lastValidDays = lastDays
        end = .after(period, firstDayCounts: firstDayCounts)
    }

    /// Valid to the date printed on it, which a reissue may have kept; nil where that is over before the grant.
    public init?(granted: StatedDate, printedLastDay: StatedDate) {
        guard printedLastDay.isBefore(granted) != .yes else { return nil }
        self.granted = granted
        lastValidDays = printedLastDay.interval
        end = .printed(printedLastDay)
    }

    /// Whether it is valid on a day.
    public func isValid(on date: CivilDate) -> Truth {
        isValid(throughout: CivilInterval(date))
    }

    /// Whether it is valid on every day of an interval.
    public func isValid(throughout days: CivilInterval) -> Truth {
        let grants = granted.interval
        if grants.last <= days.first && days.last <= lastValidDays.first { return .yes }
        // The best case for these days is the latest grant that is not after the first of them.
        guard grants.first <= days.first else { return .no }
        let best = lastDay(ifGrantedOn: Swift.min(grants.last, days.first))
        return days.last <= best ? .unknown : .no
    }

    private func lastDay(ifGrantedOn day: CivilDate) -> CivilDate {
        switch end {
        case .after(let period, let firstDayCounts):
            // The day is not after the latest grant, whose last day is in range.
            day.lastDay(of: period, firstDayCounts: firstDayCounts) ?? lastValidDays.last
        case .printed(let date): date.interval.last
        }
    }
}
