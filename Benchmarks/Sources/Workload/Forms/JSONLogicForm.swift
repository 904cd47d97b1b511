/// A rule as JSONLogic that answers `p`, `g` or `n`.
public struct JSONLogicForm {
    /// The variables around the current part, the innermost last.
    private var scopes: [String] = []

    /// The rule of a condition.
    public static func rule(_ condition: Condition) -> JSON {
        let form = JSONLogicForm()
        let met = form.json(condition.certainly(true))
        guard condition.mayBeOpen else { return call("if", [met, .string("p"), .string("g")]) }
        let missed = form.json(condition.certainly(false))
        return call("if", [met, .string("p"), missed, .string("g"), .string("n")])
    }

    private static func call(_ name: String, _ arguments: [JSON]) -> JSON {
        .object([JSON.Member(name, .array(arguments))])
    }

    private func call(_ name: String, _ arguments: [JSON]) -> JSON { Self.call(name, arguments) }

    private func json(_ condition: Condition) -> JSON {
        switch condition {
        case .compare(let comparison, let one, let other):
            return call(name(comparison), [json(one), json(other)])
        case .isIn(let operand, let words): return call("in", [json(operand), .array(words.map(JSON.string))])
        case .textTest(let test, let operand, let part):
            switch test {
            case .starts: return call("starts_with", [json(operand), .string(part)])
            case .ends: return call("ends_with", [json(operand), .string(part)])
            case .contains: return call("in", [.string(part), json(operand)])
            }
        case .holds(let fact): return json(fact)
        case .stated(let fact): return call("!==", [json(fact), .null])
        case .known(let fact):
            // Facts that may be absent are those of the document or of the innermost item.
            return .object([JSON.Member("exists", .string(fact.field.name))])
        case .within(let days, let first, let second):
            let span = call("date_diff", [date(second), date(first), .string("days")])
            return call("<=", [span, .number(Int64(days))])
        case .not(let inner): return call("!", [json(inner)])
        case .all(let parts): return parts.count == 1 ? json(parts[0]) : call("and", parts.map(json))
        case .any(let parts): return parts.count == 1 ? json(parts[0]) : call("or", parts.map(json))
        case .quantifier(let isExists, let items, let inner):
            return call(isExists ? "some" : "all", [list(items), body(inner, items)])
        case .count(let items, let inner, let comparison, let number):
            let chosen = call("filter", [list(items), body(inner, items)])
            return call(name(comparison), [call("length", [chosen]), .number(Int64(number))])
        }
    }

    private func body(_ condition: Condition, _ items: Condition.Items) -> JSON {
        var inner = self
        inner.scopes.append(items.variable)
        return inner.json(condition)
    }

    private func list(_ items: Condition.Items) -> JSON { value(items.list, levels: scopes.count) }

    private func json(_ operand: Condition.Operand) -> JSON {
        switch operand {
        case .fact(let fact): json(fact)
        case .text(let text): .string(text)
        case .number(let number): .number(Int64(number))
        }
    }

    private func json(_ fact: Condition.Fact) -> JSON {
        guard let variable = fact.variable else { return value(fact.field.name, levels: scopes.count) }
        let position = scopes.lastIndex(of: variable) ?? 0
        return value(fact.field.name, levels: scopes.count - 1 - position)
    }

    /// A value so many iterations further out; each of them is two levels.
    private func value(_ name: String, levels: Int) -> JSON {
        guard levels > 0 else { return .object([JSON.Member("val", .string(name))]) }
        return call("val", [.array([.number(Int64(2 * levels))]), .string(name)])
    }

    private func date(_ fact: Condition.Fact) -> JSON { call("parse_date", [json(fact), .string("yyyy-MM-dd")]) }

    private func name(_ comparison: Condition.Comparison) -> String {
        switch comparison {
        case .equal: "==="
        case .notEqual: "!=="
        case .less, .lessOrEqual, .greater, .greaterOrEqual: comparison.rawValue
        }
    }
}
