internal import CEL
internal import CivilTime

extension SetRule {
    /// Every mutant of a rule on a portfolio: of whether it applies, what it counts, its share, its clock, its window and its citation.
    var mutants: [RuleMutant] {
        SetRuleMutator(rule: self).mutants
    }
}

/// Makes the mutants of one rule on a portfolio.
private struct SetRuleMutator {
    let rule: SetRule

    var mutants: [RuleMutant] {
        conditionMutants("applies", rule.applies) { rule.replacing(applies: .some($0)) }
            + conditionMutants("of", rule.counted) { rule.replacing(counted: .some($0)) }
            + shareMutants + clockMutants + windowMutants + [citationMutant]
    }

    private func mutant(
        _ mutation: MutationOperator, _ key: String, _ before: String, _ after: String, _ changed: SetRule
    ) -> RuleMutant {
        RuleMutant(
            mutation: mutation, set: rule.set, subject: rule.id, key: key, before: before, after: after,
            replacement: .setRule(changed))
    }

    /// The mutants of a condition, of leaving it out, and of what it lets through nothing.
    private func conditionMutants(
        _ key: String, _ condition: Expression?, _ make: (Expression?) -> SetRule
    ) -> [RuleMutant] {
        guard let condition else { return [] }
        var found = condition.mutants(rule.environment).map { mutated in
            mutant(mutated.mutation, key, condition.text, mutated.expression.text, make(mutated.expression))
        }
        found.append(mutant(.dropGuard, key, condition.text, "", make(nil)))
        if let never = condition.replacing(text: "false", rule.environment) {
            found.append(mutant(.forceGuard, key, condition.text, "false", make(never)))
        }
        return found
    }

    private func quota(share: Share? = nil, clock: QuotaClock? = nil) -> SetRule {
        let quota = QuotaDuty(
            share: share ?? rule.quota.share, clock: clock ?? rule.quota.clock, leads: rule.quota.leads,
            place: rule.quota.place)
        return rule.replacing(quota: quota)
    }

    private var shareMutants: [RuleMutant] {
        let share = rule.quota.share
        return share.neighbours.map { other in
            mutant(
                .changePeriod, "obligation.share", share.description, other.description, quota(share: other))
        }
    }

    private var clockMutants: [RuleMutant] {
        switch rule.quota.clock {
        case .state(let met):
            return met.mutants(rule.environment).map { mutated in
                mutant(
                    mutated.mutation, "obligation.met", met.text, mutated.expression.text,
                    quota(clock: .state(met: mutated.expression)))
            }
        case .fixed(let date, let isInclusive, let fulfilment):
            let names = ["before", "by"]
            let kind = mutant(
                .swapBeforeBy, "obligation.kind", names[isInclusive ? 1 : 0], names[isInclusive ? 0 : 1],
                quota(clock: .fixed(date: date, isInclusive: !isInclusive, fulfilment)))
            return dates("date", date) { .fixed(date: $0, isInclusive: isInclusive, fulfilment) } + [kind]
                + fulfilments(fulfilment) { .fixed(date: date, isInclusive: isInclusive, $0) }
        case .perWindow(let unit, let since, let fulfilment):
            let other: WindowUnit = unit == .year ? .quarter : .year
            let window = mutant(
                .changePeriod, "obligation.per", "\(unit)", "\(other)",
                quota(clock: .perWindow(other, since: since, fulfilment)))
            return dates("since", since) { .perWindow(unit, since: $0, fulfilment) } + [window]
                + fulfilments(fulfilment) { .perWindow(unit, since: since, $0) }
        }
    }

    private func dates(
        _ key: String, _ date: Expression, _ make: (Expression) -> QuotaClock
    ) -> [RuleMutant] {
        date.dateMutants(rule.environment).map { mutated in
            mutant(
                mutated.mutation, "obligation.\(key)", date.text, mutated.expression.text,
                quota(clock: make(mutated.expression)))
        }
    }

    private func fulfilments(_ fulfilment: Fulfilment, _ make: (Fulfilment) -> QuotaClock) -> [RuleMutant] {
        fulfilment.changes(rule.environment).map { change in
            mutant(
                change.mutation, "obligation.\(change.key)", change.before, change.after,
                quota(clock: make(change.fulfilment)))
        }
    }

    private var windowMutants: [RuleMutant] {
        rule.inForce.movedInwards.map { moved in
            mutant(
                .moveWindow, "in_force.\(moved.key)", moved.before, moved.after, rule.replacing(inForce: moved.window))
        }
    }

    private var citationMutant: RuleMutant {
        let elsewhere = rule.citation.elsewhere
        return mutant(
            .moveCitation, "ref", rule.citation.compact, elsewhere.compact, rule.replacing(citation: elsewhere))
    }
}

extension Share {
    /// Shares that are near and wrong: one more and one fewer of as many, and of one more.
    fileprivate var neighbours: [Share] {
        [(numerator + 1, denominator), (numerator - 1, denominator), (numerator, denominator + 1)]
            .compactMap { Share($0, of: $1) }
    }
}
