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
}

extension RegisterView {
    /// When a set rule is looked at, and whether it applies.
    public func frame(of rule: SetRule) -> SetRuleFrame {
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
                return SetRuleFrame(standing: .applies, windows: windows, isRecurring: true)
            }
        }
    }

    private func frame(_ standing: SetRuleFrame.Standing, _ windows: [CivilInterval] = []) -> SetRuleFrame {
        SetRuleFrame(standing: standing, windows: windows, isRecurring: false)
    }
}
