extension Rule {
    /// The conditions by key: `applies`, `conform`, `partial`.
    public var conditions: [(key: String, expression: Expression)] {
        var found: [(String, Expression)] = []
        if let applies { found.append(("applies", applies)) }
        if case .condition(let conform, let partial) = requirement {
            found.append(("conform", conform))
            if let partial { found.append(("partial", partial)) }
        }
        return found
    }

    /// Every expression that decides what the rule comes to, by key.
    public var ownExpressions: [(key: String, expression: Expression)] {
        var found: [(String, Expression)] = []
        if let each { found.append(("each", each.list)) }
        found += conditions
        guard case .obligation(let obligation) = requirement else { return found }
        found += obligation.kind.expressions
        switch obligation.fulfilment {
        case .done(let done): found.append(("done", done))
        case .events(let pattern):
            found += [("events", pattern.items.list), ("on", pattern.on)]
            if let condition = pattern.condition { found.append(("where", condition)) }
        }
        return found
    }
}

extension ObligationKind {
    /// The name rule files give it, with the numbers that belong to it.
    public var name: String {
        switch self {
        case .fixed(_, let isInclusive): isInclusive ? "by" : "before"
        case .within: "within"
        case .atLeast(let count, let per, _): "at_least \(count) per \(per)"
        case .monthWindow(let month, _): "month_window \(month)"
        case .onEventNoTerm: "on_event_no_term"
        case .beforeStep: "before_step"
        case .atOnce: "at_once"
        case .workingDays: "working_days"
        case .aheadOf: "ahead_of"
        case .expiry: "expiry"
        case .throughout: "throughout"
        }
    }

    /// The expressions of its clock, by key.
    var expressions: [(key: String, expression: Expression)] {
        switch self {
        case .fixed(let date, _): [("date", date)]
        case .within(let event, let period), .aheadOf(let event, let period): [("of", event), ("period", period)]
        case .atLeast(_, _, let since), .monthWindow(_, let since): [("since", since)]
        case .onEventNoTerm(let event), .beforeStep(let event), .atOnce(let event, _): [("of", event)]
        case .workingDays(let event, let count): [("of", event), ("count", count)]
        case .expiry(let expiry):
            [("of", expiry.granted)]
                + [("period", expiry.period), ("until", expiry.until), ("renew_ahead", expiry.lead)]
                .compactMap { key, expression in expression.map { (key, $0) } }
        case .throughout(let throughout):
            [("from", throughout.from), ("until", throughout.until)] + (throughout.to.map { [("to", $0)] } ?? [])
        }
    }
}
