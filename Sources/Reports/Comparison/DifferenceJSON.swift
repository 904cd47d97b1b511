internal import CivilTime
internal import Model

/// What differs between two results, as JSON: `what` names it, the other members say more.
enum DifferenceJSON {
    static func value(_ difference: Difference) -> JSONValue {
        switch difference {
        case .fact(let pointer, let from, let to):
            .object(["what": "fact", "pointer": .string(pointer), "from": seen(from), "to": seen(to)])
        case .statement: .object(["what": "statement"])
        case .table(let name): .object(["what": "table", "name": .string(name)])
        case .statedOn(let from, let to): change("stated_on", from.description, to.description)
        case .assumption(let fact, let value, let side):
            .object([
                "what": "assumption", "fact": .string(fact), "value": .string(value), "in": .string(side.rawValue),
            ])
        case .inspections: .object(["what": "inspections"])
        case .noResult(let side): .object(["what": "no_result", "in": .string(side.rawValue)])
        case .asOf(let from, let to): change("as_of", from.description, to.description)
        case .dueBetween(let day): .object(["what": "due_between", "day": .string(day.description)])
        case .actBetween(let pointer, let day):
            .object(["what": "act_between", "pointer": .string(pointer), "day": .string(day.description)])
        case .interpretation(let name, let from, let to): named("interpretation", name, from, to)
        case .readingResult(let name, let choice, let verdict, let side):
            .object([
                "what": "reading_result", "name": .string(name), "choice": .string(choice),
                "verdict": .string(verdict.rawValue), "in": .string(side.rawValue),
            ])
        case .ruleSet(let id, let from, let to): named("rule_set", id, from, to)
        case .noRule(let rule, let side):
            .object(["what": "no_rule", "rule": .string(rule), "in": .string(side.rawValue)])
        case .inForce: .object(["what": "in_force"])
        case .profile(let from, let to): change("profile", from, to)
        case .parameter(let name, let from, let to): named("parameter", name, from, to)
        case .vocabulary: .object(["what": "vocabulary"])
        case .selection: .object(["what": "selection"])
        case .grades: .object(["what": "grades"])
        case .waivers: .object(["what": "waivers"])
        case .holidays: .object(["what": "holidays"])
        case .program(let from, let to): change("program", from, to)
        }
    }

    private static func change(_ what: String, _ from: String, _ to: String) -> JSONValue {
        .object(["what": .string(what), "from": .string(from), "to": .string(to)])
    }

    private static func named(_ what: String, _ name: String, _ from: String?, _ to: String?) -> JSONValue {
        .object([
            "what": .string(what), "name": .string(name), "from": .optional(from), "to": .optional(to),
        ])
    }

    private static func seen(_ seen: Difference.FactSeen) -> JSONValue {
        switch seen {
        case .value(let value, let isAssumed): .object(["value": value, "assumed": .boolean(isAssumed)])
        case .missing(let reason, let isAssumed): .object(["missing": reason, "assumed": .boolean(isAssumed)])
        case .stated: .object(["stated": true])
        case .unread: .null
        }
    }
}
