internal import Model

extension Summary {
    /// Counts findings: the one counting function of every report.
    public init(of findings: [Finding]) {
        let counted = findings.filter { !$0.isHistory }
        var rules: [Verdict: Int] = [:]
        for rule in Summary.ruleVerdicts(of: counted) { rules[rule.verdict, default: 0] += 1 }
        var verdicts: [Verdict: Int] = [:]
        var levels: [Level: Int] = [:]
        var waived: [Verdict: Int] = [:]
        var reminders = 0
        for finding in counted {
            verdicts[finding.verdict, default: 0] += 1
            if let level = finding.level { levels[level, default: 0] += 1 }
            if finding.isReminder { reminders += 1 }
            if finding.waiver.isInForce { waived[finding.verdict, default: 0] += 1 }
        }
        self.init(rules: rules, findings: verdicts, levels: levels, waived: waived, reminders: reminders)
    }

    /// The verdict of each rule, in the order of the findings.
    public static func ruleVerdicts(of findings: [Finding]) -> [RuleVerdict] {
        ruleVerdicts(of: findings.lazy.filter { !$0.isHistory }.map { ($0.rule.id, $0.verdict) })
    }

    /// The verdict of each rule, of those of its items, in the order in which the rules come first.
    static func ruleVerdicts(of findings: some Sequence<(rule: String, verdict: Verdict)>) -> [RuleVerdict] {
        var positions: [String: Int] = [:]
        var rules: [(id: String, verdicts: [Verdict])] = []
        for (rule, verdict) in findings {
            // The findings of a rule come one after the other.
            if let last = rules.indices.last, rules[last].id == rule {
                rules[last].verdicts.append(verdict)
            } else if let position = positions[rule] {
                rules[position].verdicts.append(verdict)
            } else {
                positions[rule] = rules.count
                rules.append((rule, [verdict]))
            }
        }
        return rules.compactMap { rule in
            VerdictRules.worst(rule.verdicts).map { RuleVerdict(rule: rule.id, verdict: $0) }
        }
    }
}
