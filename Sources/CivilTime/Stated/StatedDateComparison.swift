extension StatedDate {
    /// Whether this day is before the other one.
    public func isBefore(_ other: StatedDate) -> Truth {
        if interval.last < other.interval.first { return .yes }
        return interval.first >= other.interval.last ? .no : .unknown
    }

    /// Whether this day is before the other one or the same.
    public func isOnOrBefore(_ other: StatedDate) -> Truth {
        other.isBefore(self).not
    }

    /// Whether this day is after the other one.
    public func isAfter(_ other: StatedDate) -> Truth {
        other.isBefore(self)
    }

    /// Whether this day is after the other one or the same.
    public func isOnOrAfter(_ other: StatedDate) -> Truth {
        isBefore(other).not
    }

    /// Whether the two are the same day. Two dates of one month are not known to be.
    public func isSameDay(as other: StatedDate) -> Truth {
        if !interval.overlaps(other.interval) { return .no }
        return day != nil && day == other.day ? .yes : .unknown
    }

    /// Whether this day is one of an interval's.
    public func isWithin(_ window: CivilInterval) -> Truth {
        if window.contains(interval) { return .yes }
        return window.overlaps(interval) ? .unknown : .no
    }
}
