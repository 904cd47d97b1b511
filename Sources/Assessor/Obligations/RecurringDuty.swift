internal import CEL
internal import CivilTime
internal import Model

/// Duties that come again: so many times in every window, or in one month of every year.
///
/// The current and the last closed window are findings; older ones are history.
extension Subject {
    func recurringDuty(
        _ obligation: Obligation, _ rule: Rule, _ locals: Locals, _ activation: Activation
    ) -> [Outcome] {
        let events = events(obligation.fulfilment, of: rule, locals)
        if let failure = events.failure { return [Outcome(verdict: .error, reason: .failure(failure))] }
        switch obligation.kind {
        case .atLeast(let count, let unit, let since):
            return recurring(since, activation, events, kind: .atLeast(required: count, found: 0)) { start, path in
                isRolling(obligation, rule)
                    ? rollingYears(from: start, path, events) : calendarWindows(from: start.interval.last, unit)
            } decide: { window in
                self.window(window, required: count, events, obligation, rule, locals)
            }
        case .monthWindow(let month, let since):
            return recurring(since, activation, events, kind: .monthWindow(month)) { start, _ in
                YearlyMonth(month: month).map { monthWindows(from: start.interval.last, $0) } ?? []
            } decide: { window in
                self.month(window, month, events, obligation, rule, locals)
            }
        case .fixed, .within, .onEventNoTerm, .beforeStep, .atOnce, .workingDays, .aheadOf, .expiry, .throughout:
            preconditionFailure("single duties have no windows")
        }
    }

    private func recurring(
        _ since: Expression, _ activation: Activation, _ events: DutyEvents, kind: Clock.Kind,
        windows: (StatedDate, DataPath?) -> [DutyWindow], decide: (CivilInterval) -> Outcome
    ) -> [Outcome] {
        switch date(since, activation) {
        case .failed(let message): return [Outcome(verdict: .error, reason: .failure(message))]
        case .none(let path):
            var outcome = Outcome(verdict: .notApplicable, reason: .clock(idleClock(kind, events)))
            outcome.reads = [path].compactMap(\.self)
            return [outcome]
        case .unknown(let leaves):
            var outcome = Outcome(verdict: .undetermined, reason: .clock(idleClock(kind, events)))
            outcome.missing = leaves
            return [outcome]
        case .date(let start, let path):
            switch start.isOnOrBefore(StatedDate(asOf)) {
            case .yes: break
            case .no:
                var outcome = Outcome(verdict: .notApplicable, reason: .clock(idleClock(kind, events)))
                outcome.reads = [path].compactMap(\.self)
                return [outcome]
            case .unknown:
                var outcome = Outcome(verdict: .undetermined, reason: .clock(idleClock(kind, events)))
                outcome.missing = [path].compactMap(\.self)
                return [outcome]
            }
            // Where the start is vague, the windows that begin with its last day run on every reading.
            let windows = windows(start, path)
            let history = max(0, windows.count - 2)
            return windows.indices.dropFirst(detail == .verdicts ? history : 0).map { position in
                var outcome = outcome(in: windows[position], decide)
                outcome.occurrence = windows[position].days.first
                outcome.isHistory = position < history
                if explains { outcome.reads = [path].compactMap(\.self) + outcome.reads }
                return outcome
            }
        }
    }

    private func idleClock(_ kind: Clock.Kind, _ events: DutyEvents) -> Clock {
        Clock(
            kind: kind, event: nil, due: nil, window: nil, done: nil,
            fulfilment: named(events.place), age: nil, silentAfter: nil, missingHolidays: nil)
    }

    private func calendarWindows(from start: CivilDate, _ unit: WindowUnit) -> [DutyWindow] {
        windows(from: start, through: asOf, unit: unit).map { DutyWindow($0.interval) }
    }

    /// The months in which the duty falls due, from the first that ends after the start to the one that is next.
    private func monthWindows(from start: CivilDate, _ month: YearlyMonth) -> [DutyWindow] {
        var windows: [DutyWindow] = []
        var year = start.year
        while let window = month.window(inYear: year) {
            if window.last >= start { windows.append(DutyWindow(window)) }
            if window.last >= asOf { break }
            year += 1
        }
        return windows
    }

    /// Whether a duty's year runs from act to act.
    private func isRolling(_ obligation: Obligation, _ rule: Rule) -> Bool {
        guard case .atLeast(_, .year, _) = obligation.kind else { return false }
        return choice(.yearWindow, of: rule) == "rolling"
    }

    /// One window in which the duty is to be done so many times.
    private func window(
        _ window: CivilInterval, required: Int, _ events: DutyEvents, _ obligation: Obligation, _ rule: Rule,
        _ locals: Locals
    ) -> Outcome {
        var certain: [DutyEvents.Event] = []
        var possible = events.leaves(within: window)
        for event in events.events {
            switch event.date.isWithin(window) {
            case .yes: certain.append(event)
            case .no: continue
            case .unknown: possible += [event.path].compactMap(\.self)
            }
        }
        let done: VerdictRules.Doneness =
            certain.count >= required ? .onTime : possible.isEmpty ? .notDone : .unknown
        let kind = Clock.Kind.atLeast(required: required, found: certain.count)
        return outcome(kind, window, done, certain.first, possible, events, obligation, rule, locals)
    }

    /// One year's month; what was done after it, and before the next year's, was done late.
    private func month(
        _ window: CivilInterval, _ month: Int, _ events: DutyEvents, _ obligation: Obligation, _ rule: Rule,
        _ locals: Locals
    ) -> Outcome {
        let next = YearlyMonth(month: month)?.window(inYear: window.first.year + 1)?.first
        let end = next?.adding(days: -1) ?? window.last
        let reach = CivilInterval(first: window.first, last: end) ?? window
        var possible = events.leaves(within: reach)
        var done: VerdictRules.Doneness = possible.isEmpty ? .notDone : .unknown
        var act: DutyEvents.Event?
        for event in events.events where event.date.isWithin(reach) != .no {
            switch (event.date.isWithin(window), event.date.isWithin(reach)) {
            case (.yes, _):
                done = .onTime
                act = event
            case (.no, .yes):
                act = act ?? event
                if done == .onTime || done == .atUnknownTime { continue }
                done = events.leaves(within: window).isEmpty ? .late : .atUnknownTime
            case (.unknown, .yes):
                if done != .onTime { done = .atUnknownTime }
                possible += [event.path].compactMap(\.self)
            case (_, .unknown):
                if done == .notDone { done = .unknown }
                possible += [event.path].compactMap(\.self)
            case (_, .no): continue
            }
        }
        return outcome(.monthWindow(month), window, done, act, possible, events, obligation, rule, locals)
    }

    private func outcome(
        _ kind: Clock.Kind, _ window: CivilInterval, _ done: VerdictRules.Doneness, _ act: DutyEvents.Event?,
        _ possible: [DataPath], _ events: DutyEvents, _ obligation: Obligation, _ rule: Rule, _ locals: Locals
    ) -> Outcome {
        let last = window.last
        // A rolling year begins with the act before it. Where acts may be missing, so may the one that begins it.
        let isAdrift = isRolling(obligation, rule) && done == .unknown && last < asOf
        let due = isAdrift ? nil : last
        let phase: VerdictRules.Phase =
            isAdrift ? .unknown : last >= asOf ? .ahead : last <= statedOn ? .past : .pastInSilence
        let decided = VerdictRules.duty(done, phase, isSoon: isSoon(last, obligation), late: obligation.late)
        let isDone = done == .onTime || done == .late
        let days = due.flatMap { due in isDone ? act?.date.day.map { due - $0 } : due - asOf }
        let timing = Timing(
            state: decided.state, due: due, days: days, source: rule.citation.source,
            others: directedDates(obligation, rule, locals, done: act?.date, isKnown: done))
        let isSilent = phase == .pastInSilence && done == .notDone
        let reason = Clock(
            kind: kind, event: nil, due: due, window: isAdrift ? nil : window,
            done: act.map { DatedFact(date: $0.date, path: named($0.path)) },
            fulfilment: named(events.place), age: nil, silentAfter: isSilent ? statedOn : nil,
            missingHolidays: nil)
        var outcome = Outcome(verdict: decided.verdict, timing: timing, reason: .clock(reason))
        if explains { outcome.reads = [act?.path ?? events.place].compactMap(\.self) }
        if decided.verdict == .undetermined {
            outcome.missing = possible.isEmpty ? [events.place].compactMap(\.self) : possible
        }
        return outcome
    }
}
