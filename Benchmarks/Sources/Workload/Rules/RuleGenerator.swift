/// Makes rules over the ``Schema``: 60 on scalars, 40 quantifiers and counts, 12 on dates, 8 nested.
public struct RuleGenerator {
    var random: SplitMix64

    /// A generator whose rules follow from a seed.
    public init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The rules of a workload.
    public static func rules(seed: UInt64) -> [Rule] {
        var generator = RuleGenerator(seed: seed)
        var rules: [Rule] = []
        let mix: [(Rule.Kind, Int)] = [(.scalar, 60), (.quantifier, 40), (.date, 12), (.join, 8)]
        for (kind, count) in mix {
            for index in 0..<count {
                let condition = generator.condition(kind, index)
                rules.append(Rule(number: rules.count, kind: kind, condition: condition))
            }
        }
        return rules
    }

    private mutating func condition(_ kind: Rule.Kind, _ index: Int) -> Condition {
        switch kind {
        case .scalar: scalar(index)
        case .quantifier: quantifier(index)
        case .date: date(index)
        case .join: join(index)
        }
    }

    // Scalars.

    private mutating func scalar(_ index: Int) -> Condition {
        switch index % 6 {
        case 0: return .stated(fact(random.pick(["policy", "committee", "plan"])))
        case 1: return comparison()
        case 2: return membership()
        case 3: return .textTest(textTest(), .fact(fact("name")), random.pick(["name", "agency", "the", "office"]))
        case 4: return .any([truth(), .all([comparison(), .not(truth())])])
        default: return .all([truth(), .any([comparison(), membership()])])
        }
    }

    private mutating func truth() -> Condition {
        .holds(fact(random.pick(["certified", "published", "online", "reported"])))
    }

    private mutating func comparison() -> Condition {
        let field = fact(random.pick(["people", "trained", "sites", "budget", "version", "complaints"]))
        guard case .number(let greatest) = field.field.kind else { return truth() }
        return .compare(relation(), .fact(field), .number(random.number(0...greatest)))
    }

    private mutating func membership() -> Condition {
        let field = fact(random.pick(["level", "sector", "standard"]))
        guard case .text(let words) = field.field.kind else { return truth() }
        if random.chance(40) { return .compare(.equal, .fact(field), .text(random.pick(words))) }
        return .isIn(.fact(field), Array(words.shuffled(using: &random).prefix(random.number(1...3))) + ["other"])
    }

    mutating func relation() -> Condition.Comparison {
        random.pick([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual], or: .equal)
    }

    private mutating func textTest() -> Condition.TextTest { random.pick([.starts, .ends, .contains], or: .starts) }

    func fact(_ name: String, of variable: String? = nil, in list: String? = nil) -> Condition.Fact {
        let fields = list.flatMap { name in Schema.lists.first { $0.name == name }?.fields } ?? Schema.scalars
        let field = fields.first { $0.name == name } ?? Schema.Field(name: name, kind: .truth(50))
        return Condition.Fact(variable: variable, field: field)
    }
}
