internal import CEL
internal import CivilTime
internal import Model

/// Works out what one member brings to one rule.
struct SetContributor {
    let rule: SetRule
    let frame: SetRuleFrame
    let view: RegisterView
    let subject: Subject
    let member: RegisterMember
    let locals: Subject.Locals

    func contribution() -> SetContribution {
        let activation = subject.activation(rule.environment, locals)
        guard let each = rule.each else {
            switch entry(nil, activation) {
            case .failure(let fault): return failed(fault.failure)
            case .success(let entry?) where entry.isComplete && isSurelyInBeing:
                return contribution([], complete: 1, mayHaveMore: false)
            case .success(let entry): return contribution(entry.map { [$0] } ?? [], mayHaveMore: false)
            }
        }
        switch subject.list(each.list, activation) {
        case .failed(let failure): return failed(failure)
        case .unknown: return contribution([], mayHaveMore: true)
        case .list(let elements, let openLeaves, _):
            return contribution(elements, each, activation, mayHaveMore: !openLeaves.isEmpty)
        }
    }

    private func key(_ element: Value, _ position: Int) -> String {
        if let path = element.origin.map({ FactPath($0) }) {
            return subject.view.statement.itemKey(of: path) ?? path.dotted
        }
        if case .string(let text) = element { return text }
        return "#\(position + 1)"
    }

    private func contribution(
        _ elements: [Value], _ each: ItemPattern, _ activation: Activation, mayHaveMore: Bool
    ) -> SetContribution {
        var entries: [SetContribution.Entry] = []
        var complete = 0
        let isSure = isSurelyInBeing
        // One activation for all the items: what it holds beside them is copied once.
        var activation = activation
        let slot = activation.slot(of: each.variable)
        let memory = elements.count > 1 ? EvaluationMemory() : nil
        for (position, element) in elements.enumerated() {
            activation.bind(slot: slot, element)
            switch entry((each.variable, element), activation, memory) {
            case .failure(let fault): return failed(fault.failure)
            case .success(let entry?) where isSure && entry.isComplete: complete += 1
            case .success(let entry?):
                entries.append(
                    SetContribution.Entry(
                        item: key(element, position), isCounted: entry.isCounted, isMet: entry.isMet))
            case .success(nil): continue
            }
        }
        return contribution(entries, complete: complete, mayHaveMore: mayHaveMore)
    }

    private func contribution(
        _ entries: [SetContribution.Entry], complete: Int = 0, mayHaveMore: Bool
    ) -> SetContribution {
        SetContribution(
            member: member, entries: entries, complete: complete, mayHaveMore: mayHaveMore, failure: nil)
    }

    /// Whether it is known that the member is in being, on every day on which it may be counted: where it is not, what it brings is
    /// counted with a doubt and has to be named.
    private var isSurelyInBeing: Bool {
        let days = [view.asOf] + frame.windows.map { min($0.last, view.asOf) }
        return days.allSatisfy { view.isInBeing(member, on: $0) != .unknown }
    }

    /// What is counted of one item, or of the member itself, without its name; nil where it is not counted.
    private func entry(
        _ item: (variable: String, element: Value)?, _ activation: Activation, _ memory: EvaluationMemory? = nil
    ) -> Result<SetContribution.Entry?, Fault> {
        let counted = rule.counted.map { subject.judge($0, activation, with: memory) } ?? .given(.yes)
        if let failure = counted.failure { return .failure(Fault(failure: failure)) }
        let isCounted = counted.answer.truth
        if isCounted == .no { return .success(nil) }
        return met(activation, item, memory).map { met in
            SetContribution.Entry(item: nil, isCounted: isCounted, isMet: met)
        }
    }

    private func failed(_ failure: Failure) -> SetContribution {
        SetContribution(member: member, entries: [], mayHaveMore: false, failure: failure)
    }

    private struct Fault: Error {
        let failure: Failure
    }

    private func met(
        _ activation: Activation, _ item: (variable: String, element: Value)?, _ memory: EvaluationMemory?
    ) -> Result<[Truth], Fault> {
        var locals: Subject.Locals { self.locals + (item.map { [($0.variable, $0.element)] } ?? []) }
        switch rule.quota.clock {
        case .state(let met):
            let judgement = subject.judge(met, activation, with: memory)
            if let failure = judgement.failure { return .failure(Fault(failure: failure)) }
            return .success([judgement.answer.truth])
        case .fixed(_, _, let fulfilment):
            let events = subject.events(fulfilment, in: rule.environment, locals)
            if let failure = events.failure { return .failure(Fault(failure: failure)) }
            guard let due = frame.windows.first, let now = CivilInterval(first: .min, last: view.asOf) else {
                return .success([])
            }
            let inTime = isMet(events, in: due)
            // What was known not to be done on its day stays so, however old the statement: done since, it was done late.
            let isSettled = inTime == .no && due.last <= spokenUpTo
            return .success([inTime, isMet(events, in: now, isSettled: isSettled)])
        case .perWindow(_, _, let fulfilment):
            let events = subject.events(fulfilment, in: rule.environment, locals)
            if let failure = events.failure { return .failure(Fault(failure: failure)) }
            return .success(frame.windows.map { isMet(events, in: $0) })
        }
    }

    /// Whether an act lies in a span. Where none is known, one may have been done between the day that is spoken of and as-of.
    /// - Parameter isSettled: Whether such an act would be news that nobody has: then it counts as not done.
    private func isMet(_ events: DutyEvents, in span: CivilInterval, isSettled: Bool = false) -> Truth {
        var answer = Truth.no
        for event in events.events { answer = answer.or(event.date.isWithin(span)) }
        if answer == .yes { return .yes }
        let mayHaveMore = !events.openLeaves.isEmpty || events.possible.contains { $0.date.isWithin(span) != .no }
        return mayHaveMore || (!isSettled && isSilent(in: span)) ? .unknown : answer
    }

    /// Whether nothing is known of a part of a span that lies before as-of.
    private func isSilent(in span: CivilInterval) -> Bool {
        let spoken = spokenUpTo
        guard spoken < view.asOf, let next = spoken.adding(days: 1),
            let silence = CivilInterval(first: next, last: view.asOf)
        else { return false }
        return span.overlaps(silence)
    }

    /// The day up to which the acts are spoken of: the register's, the statement's, or the earlier of both.
    private var spokenUpTo: CivilDate {
        switch frame.source {
        case .register: view.register.statedOn
        case .statement: subject.statedOn
        case .both: min(subject.statedOn, view.register.statedOn)
        }
    }
}

extension SetContribution.Entry {
    /// Whether it is counted and reaches what is asked, by every answer.
    fileprivate var isComplete: Bool { isCounted == .yes && isMet.allSatisfy { $0 == .yes } }
}

extension VerdictRules.Answer {
    /// The answer as a truth; what failed was reported before.
    fileprivate var truth: Truth {
        switch self {
        case .yes: .yes
        case .no: .no
        case .unknown, .failed: .unknown
        }
    }
}
