/// A rule in the Common Expression Language. The document is the variable `d`.
public struct CELForm {
    /// How an engine is told of what plain CEL has no type or word for.
    public enum Dialect: Sendable {
        /// With records, unknown facts and a type for dates.
        case typed
        /// Over maps: an absent fact is an error, a date is a text.
        case maps
    }

    private let dialect: Dialect

    /// The text of a condition.
    public static func text(_ condition: Condition, _ dialect: Dialect) -> String {
        CELForm(dialect: dialect).text(condition)
    }

    private func text(_ condition: Condition) -> String {
        switch condition {
        case .compare(let comparison, let one, let other):
            return "\(text(one)) \(comparison.rawValue) \(text(other))"
        case .isIn(let operand, let words): return "\(text(operand)) in [\(words.map(quoted).joined(separator: ", "))]"
        case .textTest(let test, let operand, let part): return "\(text(operand)).\(test.function)(\(quoted(part)))"
        case .holds(let fact): return text(fact)
        case .stated(let fact):
            switch dialect {
            case .typed: return "has(\(text(fact)))"
            case .maps: return "\(text(fact)) != null"
            }
        case .known(let fact): return "has(\(text(fact)))"
        case .within(let days, let first, let second):
            switch dialect {
            case .typed: return "\(text(first)) + \(days) >= \(text(second))"
            case .maps: return "\(time(first)) + duration('\(days * 24)h') >= \(time(second))"
            }
        case .not(let inner): return "!(\(text(inner)))"
        case .all(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " && ")
        case .any(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " || ")
        case .quantifier(let isExists, let items, let inner):
            return "d.\(items.list).\(isExists ? "exists" : "all")(\(items.variable), \(text(inner)))"
        case .count(let items, let inner, let comparison, let number):
            return "d.\(items.list).filter(\(items.variable), \(text(inner))).size() \(comparison.rawValue) \(number)"
        }
    }

    private func text(_ operand: Condition.Operand) -> String {
        switch operand {
        case .fact(let fact): text(fact)
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        }
    }

    private func text(_ fact: Condition.Fact) -> String { "\(fact.variable ?? "d").\(fact.field.name)" }

    private func time(_ fact: Condition.Fact) -> String { "timestamp(\(text(fact)) + 'T00:00:00Z')" }

    private func quoted(_ text: String) -> String { "'\(text)'" }
}
