internal import CEL
internal import CivilTime
internal import Model

/// Due dates that are counted from an event: at once, in working days, ahead of it, or to the end of a validity.
extension Subject {
    /// The last day of what an event calls for at once, where the rule names one.
    func atOnceDue(of event: Expression, limit: AtOnceLimit, _ activation: Activation) -> DueClock {
        due(from: event, activation) { date in
            switch limit {
            case .sameDay: dueDates(from: date, within: .zero, counting: plain, daysOff: nil)
            case .nextDay: dueDates(from: date, within: .days(1), counting: plain, daysOff: nil)
            case .nextWorkingDay:
                dueDates(from: date, withinWorkingDays: 1, firstDayCounts: false, daysOff: context.daysOff)
            }
        }
    }

    /// The last of so many working days after an event.
    func workingDaysDue(of event: Expression, count: Int, rule: Rule, _ activation: Activation) -> DueClock {
        let firstDayCounts = counting(of: rule).firstDayCounts
        return due(from: event, activation) { date in
            dueDates(
                from: date, withinWorkingDays: count, firstDayCounts: firstDayCounts, daysOff: context.daysOff)
        }
    }

    /// The last day that is at least a period before an event.
    func aheadDue(of event: Expression, period: Period, rule: Rule, _ activation: Activation) -> DueClock {
        due(from: event, activation) { date in
            lastDays(aheadOf: date, by: period, firstDayCounts: countsBack(rule))
        }
    }

    /// The last day on which something granted can be renewed in time.
    func expiryDue(_ expiry: Expiry, rule: Rule, _ activation: Activation) -> DueClock {
        var clock = DueClock()
        switch date(expiry.granted, activation) {
        case .date(let date, let path):
            clock.event = DatedFact(date: date, path: named(path))
            clock.eventPath = path
        case .none(let path):
            clock.isIdle = true
            clock.eventPath = path
            return clock
        case .unknown(let leaves): clock.missing = leaves
        case .failed(let message):
            clock.failure = message
            return clock
        }
        setLastValidDays(expiry, rule, activation, &clock)
        guard clock.failure == nil, let valid = clock.lastValidDays else { return clock }
        guard let lead = expiry.lead else {
            clock.due = DueRange(earliest: DueDate(valid.first), latest: DueDate(valid.last))
            return clock
        }
        guard let ahead = period(lead, activation),
            let first = lastDay(aheadOf: valid.first, by: ahead, firstDayCounts: countsBack(rule)),
            let last = lastDay(aheadOf: valid.last, by: ahead, firstDayCounts: countsBack(rule))
        else {
            clock.failure = .dueDateOutOfRange
            return clock
        }
        clock.due = DueRange(earliest: DueDate(first), latest: DueDate(last))
        return clock
    }

    /// The printed last day decides where there is one: a reissue may have kept an older one. Else the period does.
    private func setLastValidDays(
        _ expiry: Expiry, _ rule: Rule, _ activation: Activation, _ clock: inout DueClock
    ) {
        if let until = expiry.until {
            switch date(until, activation) {
            case .date(let date, let path):
                clock.lastValidDays = date.interval
                // The end is known whatever the day of the grant.
                clock.missing = date.day == nil ? [path].compactMap(\.self) : []
                return
            case .unknown(let leaves):
                clock.missing += leaves
                return
            case .failed(let message):
                clock.failure = message
                return
            case .none: break
            }
        }
        guard let length = expiry.period else {
            // Granted without an end: nothing runs out.
            clock.isIdle = clock.missing.isEmpty
            return
        }
        guard let granted = clock.event?.date else { return }
        guard let period = period(length, activation),
            let validity = Validity(granted: granted, for: period, firstDayCounts: counting(of: rule).firstDayCounts)
        else {
            clock.failure = .dueDateOutOfRange
            return
        }
        clock.lastValidDays = validity.lastValidDays
        if granted.day == nil { clock.missing = [clock.eventPath].compactMap(\.self) }
    }

    /// The due dates of an event whose date an expression gives.
    private func due(
        from event: Expression, _ activation: Activation, _ count: (StatedDate) -> DueRange?
    ) -> DueClock {
        var clock = DueClock()
        switch date(event, activation) {
        case .date(let date, let path):
            clock.event = DatedFact(date: date, path: named(path))
            clock.eventPath = path
            let due = count(date)
            if due == nil { clock.failure = .dueDateOutOfRange }
            if date.day == nil { clock.missing = [path].compactMap(\.self) }
            clock.missingHolidays = due?.missingYear
            // Without the days off the last day is not known, and a bound for it is no date to be judged by.
            if clock.missingHolidays == nil { clock.due = due }
        case .none(let path):
            clock.isIdle = true
            clock.eventPath = path
        case .unknown(let leaves): clock.missing = leaves
        case .failed(let message): clock.failure = message
        }
        return clock
    }

    /// The value of a period's expression; nil where it has none.
    func period(_ expression: Expression, _ activation: Activation) -> Period? {
        guard case .value(.opaque(let length as PeriodValue)) = expression.evaluate(activation) else {
            return nil
        }
        return length.period
    }

    /// Whether days ahead of an event are counted back from it, which is the plain difference of the two days.
    private func countsBack(_ rule: Rule) -> Bool { choice(.daysAhead, of: rule) != "clear_days" }

    /// Days after an event as the calendar has them; "the next day" is no period whose counting is in doubt.
    private var plain: DayCounting { DayCounting(firstDayCounts: false, lastDayOff: .stays) }
}
