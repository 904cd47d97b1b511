/// Makes well-typed expressions over the vocabulary of ``Quality``.
struct RandomExpression {
    var random: SplitMix64
    /// The macro variables in scope that stand for an audit.
    private var audits: [String] = []
    private var numbers: [String] = []

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func bool(_ depth: Int) -> String {
        guard depth > 0 else { return boolLeaf() }
        switch Int.random(in: 0..<22, using: &random) {
        case 0, 1: return "(\(bool(depth - 1)) && \(bool(depth - 1)))"
        case 2, 3: return "(\(bool(depth - 1)) || \(bool(depth - 1)))"
        case 4: return "!(\(bool(depth - 1)))"
        case 5: return "(\(bool(depth - 1)) ? \(bool(depth - 1)) : \(bool(depth - 1)))"
        case 6: return "\(int(depth - 1)) \(relation()) \(int(depth - 1))"
        case 7: return "\(string(depth - 1)) \(relation()) \(string(depth - 1))"
        case 8: return "\(day(depth - 1)) \(relation()) \(day(depth - 1))"
        case 9: return "\(string(depth - 1)) in \(strings(depth - 1))"
        case 10: return "\(int(depth - 1)) in \(ints(depth - 1))"
        case 11, 12, 13: return quantifier(depth)
        case 14: return numberQuantifier(depth)
        case 15: return "has(qms.policy) \(random.pick(["&&", "||"])) \(bool(depth - 1))"
        case 16: return "\(string(depth - 1)).\(random.pick(["startsWith", "contains", "endsWith"]))(\(string(0)))"
        case 17: return "\(ints(depth - 1)) == \(ints(depth - 1))"
        case 18: return "(\(bool(depth - 1))) == (\(bool(depth - 1)))"
        case 19: return "{'k': \(int(depth - 1)), 'l': 2} == {'k': \(int(depth - 1)), 'l': \(int(0))}"
        case 20: return "cel.bind(b, \(int(depth - 1)), b \(relation()) b + \(int(0)))"
        default: return "optional.of(\(int(depth - 1))).or(optional.of(1)).value() \(relation()) \(int(depth - 1))"
        }
    }

    private mutating func relation() -> String { random.pick(["==", "!=", "<", "<=", ">", ">="]) }

    private mutating func boolLeaf() -> String {
        if let audit = audits.last, random.chance(50) {
            return random.pick(["\(audit).closed", "has(\(audit).day)", "\(audit).day != null"])
        }
        return random.pick([
            "true", "false", "qms.certified", "bound", "has(qms.policy)", "qms.policy.approved", "qms.policy != null",
            "1 / 0 == 1",
        ])
    }

    private mutating func quantifier(_ depth: Int) -> String {
        let name = "a\(audits.count)"
        let range = auditList(depth - 1)
        audits.append(name)
        let body = bool(depth - 1)
        audits.removeLast()
        return "\(range).\(random.pick(["all", "exists", "exists_one"]))(\(name), \(body))"
    }

    private mutating func auditList(_ depth: Int) -> String {
        guard depth > 0, random.chance(25) else { return "qms.audits" }
        let name = "f\(audits.count)"
        audits.append(name)
        let body = bool(depth - 1)
        audits.removeLast()
        return "qms.audits.filter(\(name), \(body))"
    }

    private mutating func numberQuantifier(_ depth: Int) -> String {
        let name = "n\(numbers.count)"
        let range = ints(depth - 1)
        numbers.append(name)
        let body = bool(depth - 1)
        numbers.removeLast()
        return "\(range).\(random.pick(["all", "exists", "exists_one"]))(\(name), \(body))"
    }

    private mutating func int(_ depth: Int) -> String {
        guard depth > 0 else {
            if let number = numbers.last, random.chance(50) { return number }
            if let audit = audits.last, random.chance(60) { return "\(audit).findings" }
            return random.pick(["0", "1", "2", "n", "qms.people"])
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "(\(int(depth - 1)) \(random.pick(["+", "-", "*", "/", "%"])) \(int(depth - 1)))"
        case 1: return "size(\(strings(depth - 1)))"
        case 2: return "\(auditList(depth)).size()"
        case 3: return "(\(bool(depth - 1)) ? \(int(depth - 1)) : \(int(depth - 1)))"
        case 4: return "\(ints(depth - 1))[\(random.pick(["0", "1", "n"]))]"
        case 5: return "{'x': \(int(depth - 1))}.x"
        default: return int(0)
        }
    }

    private mutating func ints(_ depth: Int) -> String {
        guard depth > 0 else { return random.pick(["[1, 2]", "[n, qms.people]", "[0, n]", "[qms.people]"]) }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "\(auditList(depth - 1)).map(m, m.findings)"
        case 1: return "[\(int(depth - 1)), \(int(depth - 1))]"
        case 2: return "[\(int(depth - 1))].map(m, m + 1)"
        default: return ints(0)
        }
    }

    private mutating func string(_ depth: Int) -> String {
        if depth > 0, random.chance(30) { return "(\(bool(depth - 1)) ? \(string(depth - 1)) : \(string(depth - 1)))" }
        if let audit = audits.last, random.chance(50) { return "string(\(audit).kind)" }
        return random.pick(["'a'", "'internal'", "qms.codes[0]", "''"])
    }

    private mutating func strings(_ depth: Int) -> String {
        guard depth > 0 else { return random.pick(["qms.codes", "['a', 'internal']", "[]"]) }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return "[\(string(depth - 1)), \(string(depth - 1))]"
        case 1: return "qms.audits.map(m, string(m.kind))"
        default: return "(qms.codes + [\(string(depth - 1))])"
        }
    }

    private mutating func day(_ depth: Int) -> String {
        if let audit = audits.last, random.chance(60) { return "\(audit).day" }
        return random.pick(["today", "today - n", "day('2020-06-15')", "day('2019-03-01')"])
    }
}
