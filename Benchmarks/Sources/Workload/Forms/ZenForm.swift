/// A rule as a ZEN expression that answers `p`, `g` or `n`.
public struct ZenForm {
    /// The text of a condition.
    public static func text(_ condition: Condition) -> String {
        let form = ZenForm()
        let met = form.text(condition.certainly(true))
        guard condition.mayBeOpen else { return "(\(met)) ? 'p' : 'g'" }
        return "(\(met)) ? 'p' : ((\(form.text(condition.certainly(false)))) ? 'g' : 'n')"
    }

    private func text(_ condition: Condition) -> String {
        switch condition {
        case .compare(let comparison, let one, let other):
            if one.fact?.isDate == true { return "\(date(one)) \(comparison.rawValue) \(date(other))" }
            return "\(text(one)) \(comparison.rawValue) \(text(other))"
        case .isIn(let operand, let words): return "\(text(operand)) in [\(words.map(quoted).joined(separator: ", "))]"
        case .textTest(let test, let operand, let part): return "\(test.function)(\(text(operand)), \(quoted(part)))"
        case .holds(let fact): return text(fact)
        case .stated(let fact): return "\(text(fact)) != null"
        case .known(let fact):
            // An absent fact reads as none: only of a fact that may be none the keys must be looked at.
            if fact.field.none == 0 { return "\(text(fact)) != null" }
            return "\(quoted(fact.field.name)) in keys($root)"
        case .within(let days, let first, let second):
            return "d(\(text(first))).add(\(days), 'd') >= d(\(text(second)))"
        case .not(let inner): return "!(\(text(inner)))"
        case .all(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " and ")
        case .any(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " or ")
        case .quantifier(let isExists, let items, let inner):
            return "\(isExists ? "some" : "all")($root.\(items.list) as \(items.variable), \(text(inner)))"
        case .count(let items, let inner, let comparison, let number):
            let count = "count($root.\(items.list) as \(items.variable), \(text(inner)))"
            return "\(count) \(comparison.rawValue) \(number)"
        }
    }

    private func text(_ operand: Condition.Operand) -> String {
        switch operand {
        case .fact(let fact): text(fact)
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        }
    }

    private func text(_ fact: Condition.Fact) -> String { "\(fact.variable ?? "$root").\(fact.field.name)" }

    private func date(_ operand: Condition.Operand) -> String { "d(\(text(operand)))" }

    private func quoted(_ text: String) -> String { "'\(text)'" }
}
