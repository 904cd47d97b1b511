internal import CEL
internal import CivilTime
internal import Model

/// Duties that are done once for each event: by a date, within a period, ahead of it, before a step, or without a term.
extension Subject {
    func singleDuty(
        _ obligation: Obligation, _ rule: Rule, _ locals: Locals, _ activation: Activation
    ) -> Outcome {
        var events = events(obligation.fulfilment, of: rule, locals)
        let clock: DueClock
        let kind: Clock.Kind
        switch obligation.kind {
        case .fixed(let date, let isInclusive):
            clock = fixedDue(date, isInclusive: isInclusive, activation)
            kind = .fixed
        case .within(let event, let period):
            if let outcome = undetermined(period, activation) { return outcome }
            clock = periodDue(of: event, period: period, rule: rule, activation)
            kind = lengthOf(period, activation)
        case .beforeStep(let step):
            clock = stepDue(step, activation)
            kind = .beforeStep
        case .onEventNoTerm(let event):
            clock = fixedDue(event, isInclusive: true, activation)
            kind = .noTerm
        case .atOnce(let event, let limit):
            clock =
                limit.map { atOnceDue(of: event, limit: $0, activation) }
                ?? fixedDue(event, isInclusive: true, activation)
            kind = .atOnce(limit)
        case .workingDays(let event, let count):
            if let outcome = undetermined(count, activation) { return outcome }
            guard case .value(.int(let days)) = count.evaluate(activation), (1...10_000).contains(days) else {
                return Outcome(verdict: .error, reason: .failure(.workingDayCount))
            }
            clock = workingDaysDue(of: event, count: Int(days), rule: rule, activation)
            kind = .workingDays(Int(days))
        case .aheadOf(let event, let length):
            if let outcome = undetermined(length, activation) { return outcome }
            guard let period = period(length, activation) else {
                return Outcome(verdict: .error, reason: .failure(.noPeriod))
            }
            clock = aheadDue(of: event, period: period, rule: rule, activation)
            kind = .aheadOf(period)
        case .expiry(let expiry):
            clock = expiryDue(expiry, rule: rule, activation)
            kind = .expiry(lead: expiry.lead.flatMap { period($0, activation) })
        case .throughout(let throughout):
            return throughoutDuty(throughout, obligation, rule, locals)
        case .atLeast, .monthWindow:
            preconditionFailure("recurring duties are windowed")
        }
        if let failure = clock.failure ?? events.failure { return Outcome(verdict: .error, reason: .failure(failure)) }
        if kind.followsItsEvent { events.keep(from: clock) }
        return outcome(kind, clock, events, obligation, rule, locals)
    }

    /// How long the duty may take is itself not known: then nothing is, but which facts to ask for.
    private func undetermined(_ length: Expression, _ activation: Activation) -> Outcome? {
        guard case .value(.unknown(let leaves)) = length.evaluate(activation) else { return nil }
        return Outcome(verdict: .undetermined, reason: .condition([]), missing: self.leaves(leaves))
    }

    private func lengthOf(_ period: Expression, _ activation: Activation) -> Clock.Kind {
        guard case .value(.opaque(let length as PeriodValue)) = period.evaluate(activation) else {
            return .within(.zero)
        }
        return .within(length.period)
    }

    private func outcome(
        _ kind: Clock.Kind, _ clock: DueClock, _ events: DutyEvents, _ obligation: Obligation, _ rule: Rule,
        _ locals: Locals
    ) -> Outcome {
        let done = doneness(kind, clock, events)
        let phase = phase(kind, clock)
        if clock.isIdle && kind != .beforeStep { return idle(kind, clock, events) }
        let soon = clock.due.map { isSoon($0.earliest.countedDay, obligation) } ?? false
        let decided = VerdictRules.duty(done, phase, isSoon: soon, late: obligation.late)
        let doneEvent = events.events.first
        let shownDue = kind.hasNoTerm ? nil : clock.due?.interval.flatMap { $0.first == $0.last ? $0.first : nil }
        let timing = Timing(
            state: decided.state, due: shownDue, days: days(shownDue, done, doneEvent),
            source: rule.citation.source,
            others: directedDates(obligation, rule, locals, done: doneEvent?.date, isKnown: done),
            missingHolidays: clock.missingHolidays)
        let isSilent = phase == .pastInSilence && done == .notDone
        let age = kind.hasNoTerm ? clock.event?.date.day.map { asOf - $0 } : nil
        var reason = Clock(
            kind: kind, event: clock.event, due: shownDue, window: nil,
            done: doneEvent.map { DatedFact(date: $0.date, path: named($0.path)) },
            fulfilment: named(events.place), age: age.flatMap { $0 < 0 ? nil : $0 },
            silentAfter: isSilent ? statedOn : nil, missingHolidays: clock.missingHolidays)
        if let days = clock.lastValidDays, days.first == days.last { reason.validUntil = days.last }
        var outcome = Outcome(verdict: decided.verdict, timing: timing, reason: .clock(reason))
        if explains { outcome.reads = [clock.eventPath, doneEvent?.path ?? events.place].compactMap(\.self) }
        if decided.verdict == .undetermined {
            outcome.missing = missing(done, clock, events)
            if isSilent { outcome.missing += [events.place].compactMap(\.self) }
        }
        return outcome
    }

    /// No clock runs: there was no event. A step that has not been taken leaves its forerunner pending.
    private func idle(_ kind: Clock.Kind, _ clock: DueClock, _ events: DutyEvents) -> Outcome {
        let reason = Clock(
            kind: kind, event: nil, due: nil, window: nil, done: nil,
            fulfilment: named(events.place), age: nil, silentAfter: nil, missingHolidays: nil)
        var outcome = Outcome(verdict: .notApplicable, reason: .clock(reason))
        outcome.reads = [clock.eventPath].compactMap(\.self)
        return outcome
    }

    private func doneness(_ kind: Clock.Kind, _ clock: DueClock, _ events: DutyEvents) -> VerdictRules.Doneness {
        if clock.isIdle { return events.events.isEmpty ? (events.mayHoldMore ? .unknown : .notDone) : .onTime }
        guard let due = clock.due else {
            if !events.events.isEmpty { return .atUnknownTime }
            return clock.missingHolidays == nil || events.mayHoldMore ? .unknown : .notDone
        }
        if kind.hasNoTerm { return events.events.isEmpty ? (events.mayHoldMore ? .unknown : .notDone) : .onTime }
        let answers = events.events.map { due.isMet(by: $0.date) }
        if answers.contains(.yes) { return .onTime }
        if answers.isEmpty { return events.mayHoldMore ? .unknown : .notDone }
        // A further act, or a more exact date, could show that it was done in time.
        if answers.contains(.unknown) || !events.leaves(by: due).isEmpty { return .atUnknownTime }
        return .late
    }

    private func phase(_ kind: Clock.Kind, _ clock: DueClock) -> VerdictRules.Phase {
        if kind.hasNoTerm {
            guard clock.due != nil, let event = clock.event else { return .unknown }
            let isUrgent = kind != .noTerm && event.date.isOnOrBefore(StatedDate(asOf)) == .yes
            return isUrgent ? .atOnce : .noTerm
        }
        if clock.isIdle { return .ahead }
        guard let due = clock.due else { return .unknown }
        switch due.isPast(on: asOf) {
        case .no: return .ahead
        case .unknown: return .unknown
        case .yes: return due.isPast(on: statedOn) == .yes || due.latest.day == statedOn ? .past : .pastInSilence
        }
    }

    /// Days to the due day: from the day it was done, or from as-of.
    private func days(
        _ due: CivilDate?, _ done: VerdictRules.Doneness, _ event: DutyEvents.Event?
    ) -> Int? {
        guard let due else { return nil }
        switch done {
        case .onTime, .late: return event?.date.day.map { due - $0 }
        case .atUnknownTime: return nil
        case .unknown, .notDone, .kept: return due - asOf
        }
    }

    private func missing(
        _ done: VerdictRules.Doneness, _ clock: DueClock, _ events: DutyEvents
    ) -> [DataPath] {
        switch done {
        case .onTime, .late, .kept: clock.missing
        case .atUnknownTime:
            clock.missing + events.leaves(by: clock.due)
                + events.events.filter { $0.date.day == nil }.compactMap(\.path)
        case .unknown: clock.missing + events.leaves(by: nil)
        case .notDone: clock.missing
        }
    }
}

extension Clock.Kind {
    /// Whether there is no last day.
    var hasNoTerm: Bool {
        switch self {
        case .noTerm, .atOnce(nil): true
        case .fixed, .within, .atLeast, .monthWindow, .beforeStep, .atOnce, .workingDays, .aheadOf, .expiry,
            .throughout:
            false
        }
    }

    /// Whether only an act on or after the event can answer it.
    fileprivate var followsItsEvent: Bool {
        switch self {
        case .noTerm, .atOnce, .workingDays, .expiry: true
        case .fixed, .within, .atLeast, .monthWindow, .beforeStep, .aheadOf, .throughout: false
        }
    }
}

extension DutyEvents {
    /// Keeps the acts on or after the event that called for them.
    fileprivate mutating func keep(from clock: DueClock) {
        guard let start = clock.event?.date else { return }
        var kept: [Event] = []
        for event in events {
            switch event.date.isOnOrAfter(start) {
            case .yes: kept.append(event)
            case .no: continue
            case .unknown: openLeaves += [event.path].compactMap(\.self)
            }
        }
        events = kept
        possible.removeAll { $0.date.isOnOrAfter(start) == .no }
    }
}
