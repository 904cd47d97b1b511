internal import CivilTime
internal import Model

extension Subject {
    /// How the last good day of a finding came about; empty where there is none and nothing to tell of it.
    func dueSteps(of finding: Finding) -> [DueStep] {
        guard case .clock(let clock) = finding.reason, case .obligation(let obligation) = finding.rule.requirement
        else {
            return []
        }
        var steps: [DueStep] = []
        if let event = clock.event {
            let place = event.path.flatMap { view.statement.fact(at: $0)?.place }
            steps.append(.event(event.date, event.path, place))
            let ends = event.date.interval
            for day in ends.first == ends.last ? [ends.first] : [ends.first, ends.last] {
                let inner = self.steps(from: day, event.date, clock, obligation, finding.rule)
                if inner.isEmpty { continue }
                if ends.first != ends.last { steps.append(.ifOn(day)) }
                steps += inner
            }
        }
        if case .expiry = clock.kind, let last = clock.validUntil { steps += validity(last, clock, finding.rule) }
        if let window = clock.window { steps.append(.window(window, required: clock.kind.required)) }
        if let due = finding.timing.due { steps.append(.due(due)) }
        return steps
    }

    /// The steps from one day; a date that is no day is read as a whole by rules that name it as their limit.
    private func steps(
        from day: CivilDate, _ stated: StatedDate, _ clock: Clock, _ obligation: Obligation, _ rule: Rule
    ) -> [DueStep] {
        switch clock.kind {
        case .fixed:
            guard case .fixed(_, let isInclusive) = obligation.kind, !isInclusive, day == stated.interval.first,
                let end = day.adding(days: -1)
            else { return [] }
            return [.before(day, end: end)]
        case .within(let period): return counted(period, from: day, rule)
        case .workingDays(let count): return workingDays(count, from: day, counting(of: rule).firstDayCounts)
        case .aheadOf(let period):
            let countsBack = choice(.daysAhead, of: rule) != "clear_days"
            guard let end = lastDay(aheadOf: day, by: period, firstDayCounts: countsBack) else { return [] }
            return [.ahead(period, countsBack: countsBack, end: end)]
        case .atOnce(let limit?):
            switch limit {
            case .sameDay: return [.atOnce(limit, end: day)]
            case .nextDay: return day.adding(days: 1).map { [.atOnce(limit, end: $0)] } ?? []
            case .nextWorkingDay: return workingDays(1, from: day, false)
            }
        case .atOnce(nil), .atLeast, .monthWindow, .noTerm, .beforeStep, .expiry, .throughout: return []
        }
    }

    private func counted(_ period: Period, from day: CivilDate, _ rule: Rule) -> [DueStep] {
        let counting = counting(of: rule)
        guard let end = day.lastDay(of: period, firstDayCounts: counting.firstDayCounts) else { return [] }
        var steps: [DueStep] = [.counted(period, firstDayCounts: counting.firstDayCounts, end: end)]
        if let wanted = wantedDay(period, from: day, counting) { steps.append(.monthEnd(wanted: wanted, end: end)) }
        guard rule.readings.contains(where: { context.library.interpretations[$0]?.kind == .lastDayOff }) else {
            return steps
        }
        let due = dueDates(from: StatedDate(day), within: period, counting: counting, daysOff: context.daysOff)?.latest
        let isWorking = context.daysOff?.isWorkingDay(end) ?? .unknown
        switch (counting.lastDayOff, due?.outcome) {
        case (_, .needsDaysOff(let year)): steps.append(.needsDaysOff(end, year: year))
        case (.movesToNextWorkingDay, .day(let moved)) where moved != end: steps.append(.dayOffMoves(end, to: moved))
        case (.stays, _) where end.weekday.isWeekend || isWorking == .no: steps.append(.dayOffStays(end))
        case (_, .day), (_, nil): if isWorking == .yes { steps.append(.workingDay(end)) }
        }
        return steps
    }

    /// The day of the month a period of months would end on, where the month has no such day.
    private func wantedDay(_ period: Period, from day: CivilDate, _ counting: DayCounting) -> Int? {
        let months = period.years * 12 + period.months
        guard months > 0, let length = Period(years: 0, months: months, days: 0),
            let end = day.lastDay(of: length, firstDayCounts: counting.firstDayCounts),
            let last = CivilDate.daysIn(month: end.month, year: end.year)
        else { return nil }
        let wanted = counting.firstDayCounts ? day.day - 1 : day.day
        return wanted > last ? wanted : nil
    }

    private func workingDays(_ count: Int, from day: CivilDate, _ firstDayCounts: Bool) -> [DueStep] {
        let due = dueDates(
            from: StatedDate(day), withinWorkingDays: count, firstDayCounts: firstDayCounts, daysOff: context.daysOff)
        switch due?.latest.outcome {
        case .day(let end):
            let days = end - day + (firstDayCounts ? 1 : 0)
            return [
                .workingDays(count, firstDayCounts: firstDayCounts, passedOver: max(0, days - count), end: end)
            ]
        case .needsDaysOff(let year): return [.needsDaysOff(day, year: year)]
        case nil: return []
        }
    }

    private func validity(_ last: CivilDate, _ clock: Clock, _ rule: Rule) -> [DueStep] {
        guard case .expiry(let lead?) = clock.kind else { return [.validUntil(last)] }
        let countsBack = choice(.daysAhead, of: rule) != "clear_days"
        guard let end = lastDay(aheadOf: last, by: lead, firstDayCounts: countsBack) else { return [.validUntil(last)] }
        return [.validUntil(last), .ahead(lead, countsBack: countsBack, end: end)]
    }
}

extension Clock.Kind {
    /// How many acts a window asks for; nil for kinds that have none.
    fileprivate var required: Int? {
        switch self {
        case .atLeast(let required, _): required
        case .fixed, .within, .monthWindow, .noTerm, .beforeStep, .atOnce, .workingDays, .aheadOf, .expiry,
            .throughout:
            nil
        }
    }
}
