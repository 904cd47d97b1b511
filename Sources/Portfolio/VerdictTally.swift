internal import Assessor
internal import Model

/// How many rules have each verdict.
///
/// A register of thousands of units has millions of verdicts, counted again for every way of grouping them; so a verdict costs an
/// addition, and no look-up.
struct VerdictTally {
    private var counts = [Int](repeating: 0, count: Verdict.allCases.count)

    mutating func add(_ verdict: Verdict) { counts[Self.position(of: verdict)] += 1 }

    mutating func add(_ other: VerdictTally) {
        for position in counts.indices { counts[position] += other.counts[position] }
    }

    /// How many there are of one verdict.
    subscript(_ verdict: Verdict) -> Int { counts[Self.position(of: verdict)] }

    /// The verdicts there are, with their numbers.
    var byVerdict: [Verdict: Int] {
        var numbers: [Verdict: Int] = [:]
        for verdict in Verdict.allCases where self[verdict] > 0 { numbers[verdict] = self[verdict] }
        return numbers
    }

    private static func position(of verdict: Verdict) -> Int {
        switch verdict {
        case .conform: 0
        case .partial: 1
        case .pending: 2
        case .nonconform: 3
        case .undetermined: 4
        case .notApplicable: 5
        case .notInForce: 6
        case .error: 7
        }
    }
}

/// The verdicts of each rule over many statements.
struct RuleTallies {
    private var rules: [String] = []
    private var tallies: [VerdictTally] = []
    private var positions: [String: Int] = [:]

    /// Counts the verdicts of one statement. Most statements have the same rules in the same order: the rule that came after the last
    /// one before is tried first.
    mutating func add(_ verdicts: [RuleVerdict]) {
        var next = 0
        for verdict in verdicts {
            let position: Int
            if next < rules.count, rules[next] == verdict.rule {
                position = next
            } else {
                position = self.position(of: verdict.rule)
            }
            tallies[position].add(verdict.verdict)
            next = position + 1
        }
    }

    private mutating func position(of rule: String) -> Int {
        if let position = positions[rule] { return position }
        positions[rule] = rules.count
        rules.append(rule)
        tallies.append(VerdictTally())
        return rules.count - 1
    }

    /// What a rule comes to; nil for one that no statement has.
    subscript(_ rule: String) -> VerdictTally? { positions[rule].map { tallies[$0] } }

    /// Every rule with what it comes to, in the order in which they came first.
    var all: [(rule: String, tally: VerdictTally)] { Array(zip(rules, tallies)) }
}
