/// Rules on the items of lists.
extension RuleGenerator {
    /// A quantifier or count over 30 to 60 items.
    mutating func quantifier(_ index: Int) -> Condition {
        let list = random.pick(["procedures", "procedures", "documents", "risks"])
        let items = Condition.Items(list: list, variable: "x")
        switch index % 4 {
        case 0: return .quantifier(isExists: false, items, .any([rareTruth(list), numeric(list)]))
        case 1: return .quantifier(isExists: true, items, .all([choice(list), numeric(list), .not(rareTruth(list))]))
        case 2:
            let condition: Condition = random.chance(50) ? choice(list) : .all([choice(list), numeric(list)])
            return .count(items, condition, .greaterOrEqual, random.number(3...20))
        default: return .quantifier(isExists: random.chance(50), items, owned(list))
        }
    }

    /// A rule on dates: half of them on lists, half with a span.
    mutating func date(_ index: Int) -> Condition {
        let asOf = fact("as_of")
        switch index % 4 {
        case 0: return .compare(.lessOrEqual, .fact(fact(random.pick(["decided_on", "reviewed_on"]))), .fact(asOf))
        case 1: return .within(days: random.number(1...8) * 365, fact("reviewed_on"), of: asOf)
        case 2:
            let items = Condition.Items(list: "procedures", variable: "x")
            let reviewed = fact("reviewed_on", of: "x", in: "procedures")
            let approved = fact("approved_on", of: "x", in: "procedures")
            let other = random.chance(50) ? approved : asOf
            let relation = Condition.Comparison.lessOrEqual
            return .quantifier(
                isExists: false, items,
                .any([.compare(relation, .fact(reviewed), .fact(other)), rareTruth("procedures")])
            )
        default:
            let items = Condition.Items(list: "audits", variable: "x")
            let held = fact("on", of: "x", in: "audits")
            let recent = Condition.within(days: random.number(1...4) * 365, held, of: asOf)
            return .quantifier(isExists: true, items, .all([choice("audits"), recent]))
        }
    }

    /// 60 procedures by 50 documents.
    mutating func join(_ index: Int) -> Condition {
        let procedures = Condition.Items(list: "procedures", variable: "p")
        let documents = Condition.Items(list: "documents", variable: "q")
        let identifier = Condition.Operand.fact(fact("id", of: "p", in: "procedures"))
        let belongs = Condition.compare(.equal, .fact(fact("procedure", of: "q", in: "documents")), identifier)
        let named = Condition.compare(
            .equal, .fact(fact("id", of: "q", in: "documents")), .fact(fact("document", of: "p", in: "procedures")))
        let signed = Condition.holds(fact("signed", of: "q", in: "documents"))
        let approved = Condition.holds(fact("approved", of: "p", in: "procedures"))
        let slow = Condition.compare(.greater, .fact(fact("days", of: "p", in: "procedures")), .number(30 + index))
        switch index % 4 {
        case 0: return .quantifier(isExists: false, procedures, .quantifier(isExists: true, documents, named))
        case 1:
            let inner = Condition.quantifier(isExists: true, documents, .all([belongs, signed]))
            return .quantifier(isExists: false, procedures, .any([inner, .not(slow), approved]))
        case 2:
            let inner = Condition.quantifier(isExists: false, documents, .any([.not(belongs), .not(signed)]))
            return .count(procedures, .all([inner, slow]), .greater, random.number(5...15))
        default:
            let inner = Condition.quantifier(isExists: true, documents, .all([named, signed]))
            return .quantifier(isExists: false, procedures, .any([inner, .not(approved)]))
        }
    }

    /// A truth value that nearly all items have.
    private mutating func rareTruth(_ list: String) -> Condition {
        let names = ["procedures": "approved", "documents": "signed", "risks": "treated", "audits": "closed"]
        return .holds(fact(names[list] ?? "", of: "x", in: list))
    }

    private mutating func numeric(_ list: String) -> Condition {
        let names = ["procedures": random.pick(["days", "fee", "version"]), "documents": "pages", "risks": "score"]
        let field = fact(names[list] ?? "findings", of: "x", in: list)
        guard case .number(let greatest) = field.field.kind else { return .holds(field) }
        return .compare(relation(), .fact(field), .number(random.number(0...greatest)))
    }

    private mutating func choice(_ list: String) -> Condition {
        let field = fact(list == "risks" ? "level" : "kind", of: "x", in: list)
        guard case .text(let words) = field.field.kind else { return .holds(field) }
        if random.chance(50) { return .compare(.equal, .fact(field), .text(random.pick(words))) }
        return .isIn(.fact(field), Array(words.shuffled(using: &random).prefix(2)))
    }

    /// A condition on a fact that some items lack.
    private mutating func owned(_ list: String) -> Condition {
        let field = fact(list == "documents" ? "holder" : "owner", of: "x", in: list)
        if list == "documents" { return .textTest(.ends, .fact(field), random.pick(["holder", "owner"])) }
        return .isIn(
            .fact(field), random.pick([["office", "registry", "finance", "archive"], ["office", "none"]], or: []))
    }
}
