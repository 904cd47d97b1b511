internal import CEL
internal import CivilTime
internal import Model

/// Duties to have something valid on every day of an interval.
///
/// A day without validity cannot be made good later. While the interval runs, the duty is kept as long as its days up to
/// as-of are covered, and the day the cover ends is the day by which it has to be renewed.
extension Subject {
    func throughoutDuty(
        _ throughout: Throughout, _ obligation: Obligation, _ rule: Rule, _ locals: Locals
    ) -> Outcome {
        let activation = activation(rule.environment, locals)
        var span = RequiredSpan()
        switch date(throughout.from, activation) {
        case .date(let date, let path):
            span.from = date.interval
            span.event = DatedFact(date: date, path: named(path))
            span.reads = [path].compactMap(\.self)
            if date.day == nil { span.doubts = span.reads }
        case .none(let path): return unstarted(.notApplicable, reads: [path].compactMap(\.self), missing: [])
        case .unknown(let leaves): return unstarted(.undetermined, reads: [], missing: leaves)
        case .failed(let message): return Outcome(verdict: .error, reason: .failure(message))
        }
        switch throughout.to.map({ date($0, activation) }) {
        case .date(let date, let path)?:
            span.to = (date.interval.first, date.interval.last)
            span.reads += [path].compactMap(\.self)
            if date.day == nil { span.doubts += [path].compactMap(\.self) }
        case nil: break
        case .none(let path)?: span.reads += [path].compactMap(\.self)
        case .unknown(let leaves)?:
            span.to.first = span.from.first
            span.doubts += leaves
        case .failed(let message)?: return Outcome(verdict: .error, reason: .failure(message))
        }
        let validities = validities(throughout, obligation.fulfilment, of: rule, locals)
        if let failure = validities.failure { return Outcome(verdict: .error, reason: .failure(failure)) }
        return outcome(judge(span, validities), span, validities, obligation, rule, locals)
    }

    private func unstarted(_ verdict: Verdict, reads: [DataPath], missing: [DataPath]) -> Outcome {
        let clock = Clock(
            kind: .throughout, event: nil, due: nil, window: nil, done: nil, fulfilment: nil, age: nil,
            silentAfter: nil, missingHolidays: nil)
        return Outcome(verdict: verdict, reason: .clock(clock), reads: reads, missing: missing)
    }

    /// How the days up to as-of are covered, and what is still to come.
    private func judge(_ span: RequiredSpan, _ validities: Validities) -> CoverJudgement {
        let certainlyRequired = CivilInterval(first: span.from.last, last: min(span.to.first, asOf))
        let possiblyRequired = CivilInterval(first: span.from.first, last: min(span.to.last, asOf))
        let certainGaps = certainlyRequired?.gaps(leftBy: validities.possible) ?? []
        let possibleGaps = possiblyRequired?.gaps(leftBy: validities.certain) ?? []
        let knownGaps = certainGaps.filter { $0.first <= statedOn }
        if let gap = knownGaps.first {
            let isOpen = knownGaps.last?.last == certainlyRequired?.last
            return CoverJudgement(done: isOpen ? .notDone : .late, phase: .past, ends: gap.dayBefore, gaps: knownGaps)
        }
        if let gap = possibleGaps.first {
            let isSilent = validities.doubts.isEmpty && span.doubts.isEmpty
            return CoverJudgement(
                done: isSilent ? .notDone : .unknown, phase: isSilent ? .pastInSilence : .past, ends: gap.dayBefore,
                gaps: possibleGaps)
        }
        if span.to.last <= asOf {
            return CoverJudgement(done: .onTime, phase: .past, ends: span.to.last, gaps: [])
        }
        guard let whole = CivilInterval(first: span.from.first, last: span.to.last) else {
            return CoverJudgement(done: .onTime, phase: .past, ends: nil, gaps: [])
        }
        guard let gap = whole.gaps(leftBy: validities.certain).first else {
            let isEndless = span.to.last == .max
            return CoverJudgement(
                done: isEndless ? .kept : .onTime, phase: isEndless ? .noTerm : .ahead,
                ends: isEndless ? nil : span.to.last, gaps: [])
        }
        let isCovered = gap.first > span.from.last
        let done: VerdictRules.Doneness =
            isCovered ? .kept : validities.doubts.isEmpty && span.doubts.isEmpty ? .notDone : .unknown
        return CoverJudgement(done: done, phase: .ahead, ends: gap.dayBefore, gaps: [])
    }

    private func outcome(
        _ judged: CoverJudgement, _ span: RequiredSpan, _ validities: Validities, _ obligation: Obligation,
        _ rule: Rule, _ locals: Locals
    ) -> Outcome {
        let soon = judged.ends.map { isSoon($0, obligation) } ?? false
        let decided = VerdictRules.duty(judged.done, judged.phase, isSoon: soon, late: obligation.late)
        let isOver = judged.done == .onTime || judged.done == .late
        let timing = Timing(
            state: decided.state, due: judged.ends, days: isOver ? nil : judged.ends.map { $0 - asOf },
            source: rule.citation.source,
            others: directedDates(obligation, rule, locals, done: nil, isKnown: judged.done))
        var clock = Clock(
            kind: .throughout, event: span.event, due: judged.ends,
            window: CivilInterval(first: span.from.first, last: min(span.to.last, max(asOf, span.from.first))),
            done: nil, fulfilment: named(validities.place), age: nil,
            silentAfter: judged.phase == .pastInSilence ? statedOn : nil, missingHolidays: nil)
        clock.gaps = judged.gaps
        var outcome = Outcome(verdict: decided.verdict, timing: timing, reason: .clock(clock))
        outcome.reads =
            span.reads + (validities.reads.isEmpty ? [validities.place].compactMap(\.self) : validities.reads)
        if decided.verdict == .undetermined {
            let doubts = validities.doubts + span.doubts
            outcome.missing = doubts.isEmpty ? [validities.place].compactMap(\.self) : doubts
        }
        return outcome
    }
}

/// The interval on whose days something has to be valid, as far as it is known.
private struct RequiredSpan {
    /// The days that may be its first.
    var from = CivilInterval(.min)
    /// The first and the last day that may be its last; the end of the calendar where it runs on.
    var to = (first: CivilDate.max, last: CivilDate.max)
    var event: DatedFact?
    var reads: [DataPath] = []
    var doubts: [DataPath] = []
}

/// What the covers of a span came to.
private struct CoverJudgement {
    let done: VerdictRules.Doneness
    let phase: VerdictRules.Phase
    /// The last day of the cover, after which a gap begins or would begin.
    let ends: CivilDate?
    let gaps: [CivilInterval]
}

extension CivilInterval {
    /// The day before the first; nil at the beginning of the calendar.
    fileprivate var dayBefore: CivilDate? { first.adding(days: -1) }
}
