/// The due date of a duty that is to be done within a period after an event; nil past the year 9999.
///
/// `daysOff` is looked at only where the counting moves a last day off; without the days off of the year it is needed
/// for, the due date is unknown and the year is named. A later event never gives an earlier due date.
public func dueDate(
    from event: CivilDate, within period: Period, counting: DayCounting, daysOff: DaysOff?
) -> DueDate? {
    guard let last = event.lastDay(of: period, firstDayCounts: counting.firstDayCounts) else { return nil }
    switch counting.lastDayOff {
    case .stays: return DueDate(last)
    case .movesToNextWorkingDay: break
    }
    guard let daysOff else { return DueDate(countedDay: last, outcome: .needsDaysOff(year: last.year)) }
    switch daysOff.workingDay(onOrAfter: last) {
    case .day(let day): return DueDate(countedDay: last, outcome: .day(day))
    case .needsDaysOff(let year): return DueDate(countedDay: last, outcome: .needsDaysOff(year: year))
    case .outOfRange: return nil
    }
}

/// The due dates for an event on any day of a stated date; nil where one of them is past the year 9999.
public func dueDates(
    from event: StatedDate, within period: Period, counting: DayCounting, daysOff: DaysOff?
) -> DueRange? {
    let days = event.interval
    guard let earliest = dueDate(from: days.first, within: period, counting: counting, daysOff: daysOff),
        let latest = dueDate(from: days.last, within: period, counting: counting, daysOff: daysOff)
    else { return nil }
    return DueRange(earliest: earliest, latest: latest)
}

/// The due date of a duty that is to be done within a number of working days after an event; nil for a negative number
/// and past the year 9999.
///
/// Where the first day counts, the day of the event is the first of them if it is a working day. With no working days,
/// the duty is due on the day of the event, whatever day that is. Where days off are missing, the year is named, and
/// ``DueDate/countedDay`` is the earliest day the due date could be if every day from there on were worked.
public func dueDate(
    from event: CivilDate, withinWorkingDays count: Int, firstDayCounts: Bool, daysOff: DaysOff?
) -> DueDate? {
    guard count > 0 else { return count == 0 ? DueDate(event) : nil }
    guard let start = firstDayCounts ? event : event.adding(days: 1) else { return nil }
    guard let daysOff else { return unknownDueDate(from: start, left: UInt(count), missing: start.year) }
    let found = daysOff.search(from: start, step: 1, count: UInt(count))
    switch found.result {
    case .day(let day): return DueDate(day)
    case .needsDaysOff(let year): return unknownDueDate(from: found.stop, left: found.left, missing: year)
    case .outOfRange: return nil
    }
}

/// The due dates for an event on any day of a stated date, in working days; nil as for one day.
public func dueDates(
    from event: StatedDate, withinWorkingDays count: Int, firstDayCounts: Bool, daysOff: DaysOff?
) -> DueRange? {
    let days = event.interval
    let earliest = dueDate(
        from: days.first, withinWorkingDays: count, firstDayCounts: firstDayCounts, daysOff: daysOff)
    let latest = dueDate(
        from: days.last, withinWorkingDays: count, firstDayCounts: firstDayCounts, daysOff: daysOff)
    guard let earliest, let latest else { return nil }
    return DueRange(earliest: earliest, latest: latest)
}

/// A due date at least so many days on, the first of them being `start`; nil where even that is past the year 9999.
private func unknownDueDate(from start: CivilDate, left: UInt, missing year: Int) -> DueDate? {
    guard let days = Int(exactly: left), let bound = start.adding(days: days - 1) else { return nil }
    return DueDate(countedDay: bound, outcome: .needsDaysOff(year: year))
}
