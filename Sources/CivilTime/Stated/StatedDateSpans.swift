extension StatedDate {
    /// From the first of some dates to the last of them, the ends as exact as they were given; nil where there are none.
    public static func span(_ dates: [StatedDate]) -> StatedDate? {
        guard var first = dates.first else { return nil }
        var last = first
        for date in dates.dropFirst() {
            if date.interval.first < first.interval.first { first = date }
            if date.interval.last > last.interval.last { last = date }
        }
        if first == last { return first }
        guard let interval = CivilInterval(first: first.interval.first, last: last.interval.last) else { return nil }
        return StatedDate(range: interval, firstPrecision: first.firstPrecision, lastPrecision: last.lastPrecision)
    }

    /// The month that holds some days, or the months from the first of them to the last.
    public static func months(of days: CivilInterval) -> StatedDate {
        let (first, last) = (StatedDate.month(of: days.first), StatedDate.month(of: days.last))
        if first == last { return first }
        let interval = CivilInterval(uncheckedFirst: first.interval.first, last: last.interval.last)
        return StatedDate(range: interval, firstPrecision: .month, lastPrecision: .month)
    }
}
