/// The last day on which something can be done that has to be done at least a period before an event; nil before the
/// year 0001.
///
/// The whole period, counted from the day it is done, has to be over before the day of the event. Where the first day
/// counts (the default), this is the plain difference: five days before 10 March is 5 March. Where it does not, neither
/// the day itself nor the day of the event counts, and it is 4 March. With no time ahead it is the day of the event.
/// A later event never gives an earlier last day.
public func lastDay(
    aheadOf event: CivilDate, by period: Period, firstDayCounts: Bool = true
) -> CivilDate? {
    if period.isZero { return event }
    let months = period.totalMonths
    guard let end = event.adding(days: firstDayCounts ? -period.days : -period.days - 1) else { return nil }
    guard let day = end.addingMonths(-months) else { return nil }
    // Every later day of a long month leads to the same last day of a short one, and the last of them is wanted.
    return !firstDayCounts && months > 0 && end.isLastOfMonth ? day.lastOfMonth : day
}

/// The last days in time for an event on any day of a stated date; nil where one of them is before the year 0001.
public func lastDays(
    aheadOf event: StatedDate, by period: Period, firstDayCounts: Bool = true
) -> DueRange? {
    let days = event.interval
    guard let earliest = lastDay(aheadOf: days.first, by: period, firstDayCounts: firstDayCounts),
        let latest = lastDay(aheadOf: days.last, by: period, firstDayCounts: firstDayCounts)
    else { return nil }
    return DueRange(earliest: DueDate(earliest), latest: DueDate(latest))
}

/// The last day on which something can be done that has to be done at least a number of working days before an event.
///
/// The day of the event does not count. Where the first day counts, the result is the working day that has so many
/// working days from itself to the event; where it does not, the day before that one. With no working days it is the day
/// of the event. A negative number is out of range.
public func lastDay(
    aheadOf event: CivilDate, byWorkingDays count: Int, firstDayCounts: Bool = true, daysOff: DaysOff?
) -> WorkingDayResult {
    guard count > 0 else { return count == 0 ? .day(event) : .outOfRange }
    guard let before = event.adding(days: -1) else { return .outOfRange }
    guard let daysOff else { return .needsDaysOff(year: before.year) }
    let first = daysOff.adding(workingDays: -count, to: event)
    switch first {
    case .day(let day):
        if firstDayCounts { return first }
        return day.adding(days: -1).map { .day($0) } ?? .outOfRange
    case .needsDaysOff, .outOfRange:
        return first
    }
}
