internal import CEL
internal import CivilTime
internal import Model

/// The last day of a duty that has one, as far as it is known.
struct DueClock {
    /// The days that may be the last good one; nil where nothing is known of it.
    var due: DueRange?
    /// The facts that would have to be known to say it.
    var missing: [DataPath] = []
    /// The event the clock runs from.
    var event: DatedFact?
    /// The path of the event's date.
    var eventPath: DataPath?
    /// Where the facts show that no clock runs: the event has not happened.
    var isIdle = false
    /// The days that may be the last valid one, for something that runs out.
    var lastValidDays: CivilInterval?
    /// The year whose days off are missing.
    var missingHolidays: Int?
    /// Why it could not be computed.
    var failure: Failure?
}

extension Subject {
    /// The due date of a fixed date; read as a whole where it is no day: "before a month" is before its first day.
    func fixedDue(_ expression: Expression, isInclusive: Bool, _ activation: Activation) -> DueClock {
        var clock = DueClock()
        switch date(expression, activation) {
        case .date(let date, let path):
            let limit = isInclusive ? DateLimit.by(date) : .before(date)
            clock.due = limit.readAsWhole.due
            clock.event = DatedFact(date: date, path: named(path))
            clock.eventPath = path
        case .none: clock.isIdle = true
        case .unknown(let leaves): clock.missing = leaves
        case .failed(let message): clock.failure = message
        }
        return clock
    }

    /// The day of a step, up to which its forerunner is due: any day of a step whose day is not known.
    func stepDue(_ step: Expression, _ activation: Activation) -> DueClock {
        var clock = fixedDue(step, isInclusive: true, activation)
        guard let date = clock.event?.date, date.day == nil else { return clock }
        clock.due = DateLimit.by(date).due
        clock.missing = [clock.eventPath].compactMap(\.self)
        return clock
    }

    /// The due dates of a period after an event.
    func periodDue(of event: Expression, period: Expression, rule: Rule, _ activation: Activation) -> DueClock {
        var clock = DueClock()
        guard case .value(.opaque(let length as PeriodValue)) = period.evaluate(activation) else {
            clock.failure = .noPeriod
            return clock
        }
        switch date(event, activation) {
        case .date(let date, let path):
            clock.event = DatedFact(date: date, path: named(path))
            clock.eventPath = path
            clock.due = dueDates(
                from: date, within: length.period, counting: counting(of: rule), daysOff: context.daysOff)
            clock.missingHolidays = clock.due?.missingYear
            if clock.due == nil { clock.failure = .dueDateOutOfRange }
            if date.day == nil { clock.missing = [path].compactMap(\.self) }
        case .none(let path):
            clock.isIdle = true
            clock.eventPath = path
        case .unknown(let leaves): clock.missing = leaves
        case .failed(let message): clock.failure = message
        }
        return clock
    }

    /// How days are counted, by the readings the rule depends on.
    func counting(of rule: Rule) -> DayCounting {
        let first = choice(.firstDay, of: rule) == "counted"
        let moves = choice(.lastDayOff, of: rule) == "moves"
        return DayCounting(firstDayCounts: first, lastDayOff: moves ? .movesToNextWorkingDay : .stays)
    }

    /// Whether a day lies within the longest lead before a due day.
    func isSoon(_ due: CivilDate, _ obligation: Obligation) -> Bool {
        obligation.reminders.contains { lead in due.subtracting(lead).map { $0 <= asOf } ?? true }
    }
}
