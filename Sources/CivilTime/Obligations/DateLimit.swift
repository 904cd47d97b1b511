/// A fixed date something has to be done before, or by. It is no period, so it does not move for a day off.
public enum DateLimit: Hashable, Sendable {
    /// Before the date: the last good day is the day before it.
    case before(StatedDate)
    /// By the date: it is the last good day itself.
    case by(StatedDate)

    /// The date as stated.
    public var date: StatedDate {
        switch self {
        case .before(let date), .by(let date): date
        }
    }

    /// The limit read as a person usually means it where no day is given: before a month means before its first day, by
    /// a year means by its last day. This is a reading; the limit as stated leaves the days in between unknown.
    public var readAsWhole: DateLimit {
        switch self {
        case .before(let date): .before(StatedDate(date.interval.first))
        case .by(let date): .by(StatedDate(date.interval.last))
        }
    }

    /// The days that may be the last good one; nil where there is none, before 0001-01-01.
    public var lastGoodDays: CivilInterval? {
        let days = date.interval
        switch self {
        case .before:
            guard let first = days.first.adding(days: -1), let last = days.last.adding(days: -1) else { return nil }
            return CivilInterval(first: first, last: last)
        case .by:
            return days
        }
    }

    /// The last good days as due dates; nil where there is none.
    public var due: DueRange? {
        lastGoodDays.map { DueRange(earliest: DueDate($0.first), latest: DueDate($0.last)) }
    }

    /// Whether something done on a date was done in time.
    public func isMet(by done: StatedDate) -> Truth {
        switch self {
        case .before(let date): done.isBefore(date)
        case .by(let date): done.isOnOrBefore(date)
        }
    }

    /// Whether it is too late on a day.
    public func isPast(on date: CivilDate) -> Truth {
        isMet(by: StatedDate(date)).not
    }
}
