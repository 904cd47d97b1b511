internal import CEL
internal import CivilTime

/// Makes the changes of one obligation: of its clock, of what fulfils it, and of how lateness is treated.
struct ObligationMutator {
    /// An obligation with one thing changed.
    struct Change {
        let mutation: MutationOperator
        let key: String
        let before: String
        let after: String
        let obligation: Obligation
    }

    let obligation: Obligation
    let environment: Environment

    var changes: [Change] { clockChanges + fulfilmentChanges + (obligation.kind.canBeLate ? [lateChange] : []) }

    private func replacing(
        kind: ObligationKind? = nil, fulfilment: Fulfilment? = nil, late: LateTreatment? = nil
    ) -> Obligation {
        Obligation(
            kind: kind ?? obligation.kind, fulfilment: fulfilment ?? obligation.fulfilment,
            late: late ?? obligation.late, directed: obligation.directed, leads: obligation.leads,
            place: obligation.place)
    }

    private func change(
        _ mutation: MutationOperator, _ key: String, _ before: String, _ after: String, _ kind: ObligationKind
    ) -> Change {
        Change(mutation: mutation, key: key, before: before, after: after, obligation: replacing(kind: kind))
    }

    private func dates(
        _ key: String, _ expression: Expression, _ scope: Environment? = nil,
        _ make: (Expression) -> ObligationKind
    ) -> [Change] {
        changes(key, expression, expression.dateMutants(scope ?? environment), make)
    }

    private func periods(
        _ key: String, _ expression: Expression, _ make: (Expression) -> ObligationKind
    ) -> [Change] {
        changes(key, expression, expression.periodMutants(environment), make)
    }

    private func changes(
        _ key: String, _ expression: Expression, _ mutants: [MutatedExpression],
        _ make: (Expression) -> ObligationKind
    ) -> [Change] {
        mutants.map { change($0.mutation, key, expression.text, $0.expression.text, make($0.expression)) }
    }

    private var clockChanges: [Change] {
        switch obligation.kind {
        case .fixed(let date, let isInclusive):
            let names = ["before", "by"]
            return dates("date", date) { .fixed(date: $0, isInclusive: isInclusive) } + [
                change(
                    .swapBeforeBy, "kind", names[isInclusive ? 1 : 0], names[isInclusive ? 0 : 1],
                    .fixed(date: date, isInclusive: !isInclusive))
            ]
        case .within(let event, let period):
            return dates("of", event) { .within(of: $0, period: period) }
                + periods("period", period) { .within(of: event, period: $0) }
        case .atLeast(let count, let per, let since):
            let other: WindowUnit = per == .year ? .quarter : .year
            return dates("since", since) { .atLeast(count: count, per: per, since: $0) } + [
                change(
                    .changePeriod, "count", String(count), String(count + 1),
                    .atLeast(count: count + 1, per: per, since: since)),
                change(
                    .changePeriod, "per", "\(per)", "\(other)", .atLeast(count: count, per: other, since: since)),
            ]
        case .monthWindow(let month, let since):
            let other = month % 12 + 1
            return dates("since", since) { .monthWindow(month: month, since: $0) } + [
                change(.changePeriod, "month", String(month), String(other), .monthWindow(month: other, since: since))
            ]
        case .onEventNoTerm(let event): return dates("of", event) { .onEventNoTerm(of: $0) }
        case .beforeStep(let event): return dates("of", event) { .beforeStep(of: $0) }
        case .atOnce(let event, let limit): return dates("of", event) { .atOnce(of: $0, limit: limit) }
        case .workingDays(let event, let count):
            return dates("of", event) { .workingDays(of: $0, count: count) }
                + changes("count", count, count.mutants(environment)) { .workingDays(of: event, count: $0) }
        case .aheadOf(let event, let period):
            return dates("of", event) { .aheadOf(of: $0, period: period) }
                + periods("period", period) { .aheadOf(of: event, period: $0) }
        case .expiry(let expiry): return expiryChanges(expiry)
        case .throughout(let throughout): return throughoutChanges(throughout)
        }
    }

    private func expiryChanges(_ expiry: Expiry) -> [Change] {
        func with(
            granted: Expression? = nil, period: Expression? = nil, until: Expression? = nil, lead: Expression? = nil
        ) -> ObligationKind {
            .expiry(
                Expiry(
                    granted: granted ?? expiry.granted, period: period ?? expiry.period, until: until ?? expiry.until,
                    lead: lead ?? expiry.lead))
        }
        var found = dates("of", expiry.granted) { with(granted: $0) }
        if let period = expiry.period { found += periods("period", period) { with(period: $0) } }
        if let until = expiry.until { found += dates("until", until) { with(until: $0) } }
        if let lead = expiry.lead { found += periods("renew_ahead", lead) { with(lead: $0) } }
        return found
    }

    private func throughoutChanges(_ throughout: Throughout) -> [Change] {
        func with(from: Expression? = nil, to: Expression? = nil, until: Expression? = nil) -> ObligationKind {
            .throughout(
                Throughout(
                    from: from ?? throughout.from, to: to ?? throughout.to, until: until ?? throughout.until,
                    environment: throughout.environment))
        }
        var found = dates("from", throughout.from) { with(from: $0) }
        if let to = throughout.to { found += dates("to", to) { with(to: $0) } }
        found += dates("until", throughout.until, throughout.environment) { with(until: $0) }
        return found
    }

    private var fulfilmentChanges: [Change] {
        obligation.fulfilment.changes(environment).map { change in
            Change(
                mutation: change.mutation, key: change.key, before: change.before, after: change.after,
                obligation: replacing(fulfilment: change.fulfilment))
        }
    }

    private var lateChange: Change {
        let other: LateTreatment = obligation.late == .observation ? .nonconform : .observation
        return Change(
            mutation: .changeGrade, key: "late", before: obligation.late.rawValue, after: other.rawValue,
            obligation: replacing(late: other))
    }
}

extension ObligationKind {
    /// Whether a duty of this kind can come out as done late, so that how lateness is treated matters at all.
    fileprivate var canBeLate: Bool {
        switch self {
        case .fixed, .within, .monthWindow, .beforeStep, .workingDays, .aheadOf, .expiry, .throughout: true
        case .atOnce(_, let limit): limit != nil
        // Without a last day nothing is late; what counts for a window was done in it.
        case .onEventNoTerm, .atLeast: false
        }
    }
}
