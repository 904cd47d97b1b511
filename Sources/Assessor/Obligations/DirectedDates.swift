internal import CEL
internal import CivilTime
internal import Model

extension Subject {
    /// Other authorities' dates for a duty, as the statement holds them: by the class of the document that sets them, those of no
    /// stated class last, then by day.
    func directedDates(
        _ obligation: Obligation, _ rule: Rule, _ locals: Locals, done: StatedDate?, isKnown: VerdictRules.Doneness
    ) -> [OtherDate] {
        var others: [OtherDate] = []
        for directed in obligation.directed {
            let outer = activation(directed.environment, locals)
            guard case .list(let elements, _, _) = list(directed.items.list, outer) else { continue }
            for element in elements {
                var inner = outer
                inner.bind(directed.items.variable, element)
                if let other = directedDate(directed, inner, obligation, done: done, isKnown: isKnown) {
                    others.append(other)
                }
            }
        }
        return others.sorted { ($0.rank, $0.due, $0.authority) < ($1.rank, $1.due, $1.authority) }
    }

    private func directedDate(
        _ directed: DirectedDate, _ activation: Activation, _ obligation: Obligation, done: StatedDate?,
        isKnown: VerdictRules.Doneness
    ) -> OtherDate? {
        if let condition = directed.condition, judge(condition, activation).answer == .no { return nil }
        guard case .date(let date, _) = date(directed.date, activation) else { return nil }
        let limit = directed.isInclusive ? DateLimit.by(date) : .before(date)
        guard let due = limit.readAsWhole.due?.latest.day else { return nil }
        guard case .value(.string(let authority)) = directed.authority.evaluate(activation) else { return nil }
        var ref: String?
        if case .value(.string(let text))? = directed.ref?.evaluate(activation) { ref = text }
        var sourceClass: SourceClass?
        if case .value(.string(let text))? = directed.sourceClass?.evaluate(activation) {
            sourceClass = SourceClass(rawValue: text)
        }
        let state = state(due, obligation, done: done, isKnown: isKnown)
        let days = done?.day.map { due - $0 } ?? (due - asOf)
        return OtherDate(authority: authority, ref: ref, sourceClass: sourceClass, due: due, state: state, days: days)
    }

    private func state(
        _ due: CivilDate, _ obligation: Obligation, done: StatedDate?, isKnown: VerdictRules.Doneness
    ) -> Timing.State {
        switch isKnown {
        case .onTime, .late, .atUnknownTime:
            guard let done else { return .none }
            switch done.isOnOrBefore(StatedDate(due)) {
            case .yes: return .doneOnTime
            case .no: return .doneLate
            case .unknown: return .none
            }
        case .kept: return .none
        case .unknown, .notDone:
            if due >= asOf { return isSoon(due, obligation) ? .dueSoon : .upcoming }
            return isKnown == .notDone && due <= statedOn ? .overdue : .none
        }
    }
}
