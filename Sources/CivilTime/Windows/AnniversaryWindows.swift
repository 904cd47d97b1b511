/// Windows of one period each, one after the other from the day a duty began: with `P1Y` from 2015-07-04, the years
/// from 4 July to 3 July.
///
/// Each start is reckoned from the first day anew, so a month that is too short shortens one window and does not shift
/// the later ones: monthly from 31 January, the windows begin on 31 January, 28 February and 31 March.
public struct AnniversaryWindows: Sequence, IteratorProtocol, Sendable {
    private let since: CivilDate
    private let asOf: CivilDate
    private let period: Period
    private var count = 0

    init?(from since: CivilDate, through asOf: CivilDate, every period: Period) {
        if period.isZero { return nil }
        self.since = since
        self.asOf = asOf
        self.period = period
    }

    /// The next window, up to the one that holds the as-of date. The last window ends on 9999-12-31 at the latest.
    public mutating func next() -> CivilInterval? {
        guard let first = start(of: count), first <= asOf else { return nil }
        count += 1
        let last = start(of: count)?.adding(days: -1) ?? CivilDate.max
        return CivilInterval(first: first, last: last)
    }

    private func start(of position: Int) -> CivilDate? {
        since.addingMonths(position * period.totalMonths)?.adding(days: position * period.days)
    }
}

/// The windows of one period each from the day a duty began to the as-of date, oldest first; nil for a period of no time.
public func windows(
    from since: CivilDate, through asOf: CivilDate, every period: Period
) -> AnniversaryWindows? {
    AnniversaryWindows(from: since, through: asOf, every: period)
}
