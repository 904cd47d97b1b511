internal import CEL
internal import CivilTime
internal import Model

/// A window of a duty that comes again.
struct DutyWindow {
    /// Its days; where a vague day opens it, from the last day that may be.
    let days: CivilInterval
    /// Its last day if what opens it was on the first day that may be.
    let earliestLast: CivilDate
    /// The fact that opens it, where its day is vague.
    var opening: DataPath?

    init(_ days: CivilInterval) {
        self.days = days
        earliestLast = days.last
    }

    /// The twelve months after a day; nil past the year 9999.
    init?(yearAfter day: StatedDate, _ path: DataPath?) {
        guard let first = day.interval.last.adding(days: 1), let last = day.interval.last.adding(.years(1)),
            let earliestLast = day.interval.first.adding(.years(1)), let days = CivilInterval(first: first, last: last)
        else { return nil }
        self.days = days
        self.earliestLast = earliestLast
        opening = day.day == nil ? path : nil
    }

    /// Its days if what opens it was on the first day that may be, from where no other act could have opened it; nil
    /// where none are left.
    var earliestDays: CivilInterval? { CivilInterval(first: days.first, last: earliestLast) }
}

extension Subject {
    /// Rolling years: each act, and the start, opens twelve months within which the next must come.
    func rollingYears(from start: StatedDate, _ path: DataPath?, _ events: DutyEvents) -> [DutyWindow] {
        var windows = [DutyWindow(yearAfter: start, path)]
        for event in events.events where event.date.interval.last > start.interval.last {
            windows.append(DutyWindow(yearAfter: event.date, event.path))
        }
        return windows.compactMap(\.self).filter { $0.days.first <= asOf }
    }

    /// The outcome of a window; where a vague day opens it and decides, it is not known.
    func outcome(in window: DutyWindow, _ decide: (CivilInterval) -> Outcome) -> Outcome {
        var outcome = decide(window.days)
        guard let opening = window.opening else { return outcome }
        // Which day is the last one is not known.
        outcome.timing = Timing(
            state: outcome.timing.state, source: outcome.timing.source, others: outcome.timing.others)
        let earliest = window.earliestDays.map { decide($0) }
        if earliest?.verdict == outcome.verdict, earliest?.timing.state == outcome.timing.state { return outcome }
        outcome.verdict = .undetermined
        outcome.timing = Timing(state: .none, source: outcome.timing.source, others: outcome.timing.others)
        outcome.missing.append(opening)
        return outcome
    }
}
