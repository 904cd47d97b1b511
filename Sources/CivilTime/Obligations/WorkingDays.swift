/// A working day that was looked for.
public enum WorkingDayResult: Hashable, Sendable {
    /// The day.
    case day(CivilDate)
    /// Not known without the days off of a year.
    case needsDaysOff(year: Int)
    /// The search left the years 0001...9999.
    case outOfRange
}

extension DaysOff {
    /// The first working day that is this date or after it.
    public func workingDay(onOrAfter date: CivilDate) -> WorkingDayResult {
        search(from: date, step: 1, count: 1).result
    }

    /// The last working day that is this date or before it.
    public func workingDay(onOrBefore date: CivilDate) -> WorkingDayResult {
        search(from: date, step: -1, count: 1).result
    }

    /// The working day that is so many working days after a date, the date itself not counted; the date itself for 0.
    /// For a negative number, so many before it.
    public func adding(workingDays count: Int, to date: CivilDate) -> WorkingDayResult {
        if count == 0 { return .day(date) }
        let step = count.signum()
        guard let start = date.adding(days: step) else { return .outOfRange }
        return search(from: start, step: step, count: count.magnitude).result
    }

    /// The working day number `count` from a date on, the date itself being looked at first; the day at which the
    /// search stopped; and how many working days were still to be found there.
    func search(
        from start: CivilDate, step: Int, count: UInt
    ) -> (result: WorkingDayResult, stop: CivilDate, left: UInt) {
        var date = start
        var left = count
        while true {
            switch isWorkingDay(date) {
            case .unknown: return (.needsDaysOff(year: date.year), date, left)
            case .yes: left -= 1
            case .no: break
            }
            if left == 0 { return (.day(date), date, 0) }
            guard let next = date.adding(days: step) else { return (.outOfRange, date, left) }
            date = next
        }
    }
}
