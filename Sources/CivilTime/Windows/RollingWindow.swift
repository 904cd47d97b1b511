/// The days of a period that ends on a date: `(date - period, date]`.
///
/// The early end is open and the late end closed: the rolling year as of 2019-10-02 runs from 2018-10-03 to 2019-10-02,
/// and something done on 2018-10-02 has just left it.
public struct RollingWindow: Hashable, Sendable {
    /// The length looked back.
    public let period: Period
    /// The last day, which is in the window.
    public let last: CivilDate
    /// The day before the first one; it is not in the window.
    public let openStart: CivilDate

    /// The window of a period back from a date; nil where the period takes off no day or leads before the year 0001.
    public init?(_ period: Period, backFrom date: CivilDate) {
        guard let start = date.subtracting(period), start < date else { return nil }
        self.period = period
        last = date
        openStart = start
    }

    /// The days in the window, both ends of this interval among them.
    public var interval: CivilInterval {
        // The open start is before `last`, so the day after it exists.
        CivilInterval(uncheckedFirst: CivilDate(unchecked: openStart.number + 1), last: last)
    }

    /// Whether a day is in the window.
    public func contains(_ date: CivilDate) -> Bool {
        openStart < date && date <= last
    }
}

extension RollingWindow: CustomStringConvertible {
    /// The window with a round bracket at its open end: `(2018-10-02, 2019-10-02]`.
    public var description: String { "(\(openStart), \(last)]" }
}
