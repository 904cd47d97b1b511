internal import CEL
public import CivilTime
public import Model

/// When a set rule is looked at, worked out once for a portfolio.
public struct SetRuleFrame: Sendable {
    /// What the rule asks of the portfolio at large.
    public enum Standing: Sendable {
        /// It applies.
        case applies
        /// It is not in force on the day.
        case notInForce
        /// It does not apply.
        case notApplicable
        /// Whether it applies, or when it is due, is not known, for want of some facts of the register.
        case undetermined(for: [FactPath])
        /// It could not be evaluated.
        case failed(Failure)
    }

    /// Whether it applies.
    public let standing: Standing
    /// The spans in which it is looked at, oldest first; none for a state.
    public let windows: [CivilInterval]
    /// Whether the windows come again, so that the last two are findings and the others are history.
    public let isRecurring: Bool
    /// Who tells of the acts by which the rule is fulfilled.
    let source: Source

    /// Who tells of acts: what they say is known up to their own day.
    enum Source: Sendable {
        case register, statement, both
    }
}

extension RegisterView {
    /// When a set rule is looked at, and whether it applies.
    public func frame(of rule: SetRule) -> SetRuleFrame {
        func frame(
            _ standing: SetRuleFrame.Standing, _ windows: [CivilInterval] = [], isRecurring: Bool = false
        ) -> SetRuleFrame {
            SetRuleFrame(
                standing: standing, windows: windows, isRecurring: isRecurring, source: source(of: rule.quota.clock))
        }
        guard rule.inForce.contains(asOf) else { return frame(.notInForce) }
        let subject = silent
        let activation = subject.activation(rule.environment, portfolioLocals)
        if let applies = rule.applies {
            let judgement = subject.judge(applies, activation)
            switch judgement.answer {
            case .yes: break
            case .no: return frame(.notApplicable)
            case .unknown: return frame(.undetermined(for: judgement.unknowns.map { FactPath($0) }))
            case .failed: return frame(.failed(judgement.failure ?? .expression(applies.text)))
            }
        }
        switch rule.quota.clock {
        case .state: return frame(.applies)
        case .fixed(let date, let isInclusive, _):
            let clock = subject.fixedDue(date, isInclusive: isInclusive, activation)
            if let failure = clock.failure { return frame(.failed(failure)) }
            guard let due = clock.due?.interval?.last else {
                return frame(clock.isIdle ? .notApplicable : .undetermined(for: []))
            }
            return frame(.applies, CivilInterval(first: .min, last: due).map { [$0] } ?? [])
        case .perWindow(let unit, let since, _):
            switch subject.date(since, activation) {
            case .failed(let failure): return frame(.failed(failure))
            case .none: return frame(.notApplicable)
            case .unknown: return frame(.undetermined(for: []))
            case .date(let date, _):
                guard date.isOnOrBefore(StatedDate(asOf)) != .no else { return frame(.notApplicable) }
                let windows = windows(from: date.interval.last, through: asOf, unit: unit).map(\.interval)
                return frame(.applies, windows, isRecurring: true)
            }
        }
    }

    private func source(of clock: QuotaClock) -> SetRuleFrame.Source {
        let fulfilment: Fulfilment
        switch clock {
        case .state: return .statement
        case .fixed(_, _, let done), .perWindow(_, _, let done): fulfilment = done
        }
        let expression =
            switch fulfilment {
            case .done(let date): date
            case .events(let pattern): pattern.items.list
            }
        let names = expression.program.references.variables
        let readsRegister = names.contains { isOfRegister($0) }
        let readsStatement = names.contains { !isOfRegister($0) }
        switch (readsRegister, readsStatement) {
        case (true, false): return .register
        case (false, _): return .statement
        case (true, true): return .both
        }
    }
}
