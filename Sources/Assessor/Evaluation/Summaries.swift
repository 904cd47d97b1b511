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
        var order: [String] = []
        var verdicts: [String: [Verdict]] = [:]
        for finding in findings where !finding.isHistory {
            if verdicts[finding.rule.id] == nil { order.append(finding.rule.id) }
            verdicts[finding.rule.id, default: []].append(finding.verdict)
        }
        return order.compactMap { id in
            VerdictRules.worst(verdicts[id] ?? []).map { RuleVerdict(rule: id, verdict: $0) }
        }
    }
}
