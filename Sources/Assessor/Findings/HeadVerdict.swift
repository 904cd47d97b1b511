public import Model

/// What the rules under one head of a checklist come to on one agency.
public struct HeadVerdict: Sendable {
    /// The head.
    public let head: InspectionHead
    /// The worst verdict of its rules, what is not applicable being neutral; nil where no rule of the run answers the head.
    public let verdict: Verdict?
    /// Its rules by verdict, each counted once.
    public let rules: [Verdict: Int]

    /// How many rules answer it.
    public var count: Int { rules.values.reduce(0, +) }
}

/// A checklist with what each of its heads comes to on one agency.
public struct ChecklistVerdicts: Sendable {
    /// The checklist.
    public let checklist: Checklist
    /// Its heads in their order.
    public let heads: [HeadVerdict]
}

extension ChecklistVerdicts {
    /// The checklists of every set of which a run uses a rule, each head by the worst rule under it.
    /// - Parameters:
    ///   - findings: The findings on one agency; history does not count.
    ///   - context: What the run was assessed against.
    public static func of(_ findings: [Finding], in context: AssessmentContext) -> [ChecklistVerdicts] {
        let used = Set(context.rules.map(\.set))
        return verdicts(
            of: context.library.sets.filter { used.contains($0.id) }.flatMap(\.checklists), findings, context)
    }

    /// The checklists of which a run has a rule under some head, of whatever set of its library.
    public static func answered(in context: AssessmentContext) -> [Checklist] {
        let tags = Set(context.rules.flatMap(\.tags))
        return context.library.sets.flatMap(\.checklists).filter { $0.heads.contains { tags.contains($0.tag) } }
    }

    /// Those checklists, each head by the worst rule under it; one that no rule of the run answers is not assessed.
    /// - Parameters:
    ///   - findings: The findings on one agency; history does not count.
    ///   - context: What the run was assessed against.
    public static func answered(by findings: [Finding], in context: AssessmentContext) -> [ChecklistVerdicts] {
        verdicts(of: answered(in: context), findings, context)
    }

    private static func verdicts(
        of checklists: [Checklist], _ findings: [Finding], _ context: AssessmentContext
    ) -> [ChecklistVerdicts] {
        if checklists.isEmpty { return [] }
        let verdicts = Dictionary(
            Summary.ruleVerdicts(of: findings).map { ($0.rule, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        return checklists.map { checklist in
            ChecklistVerdicts(checklist: checklist, heads: checklist.heads.map { head($0, verdicts, context.rules) })
        }
    }

    private static func head(_ head: InspectionHead, _ verdicts: [String: Verdict], _ rules: [Rule]) -> HeadVerdict {
        var counts: [Verdict: Int] = [:]
        for rule in rules where rule.tags.contains(head.tag) {
            if let verdict = verdicts[rule.id] { counts[verdict, default: 0] += 1 }
        }
        return HeadVerdict(head: head, verdict: VerdictRules.worst(counts.keys), rules: counts)
    }
}
