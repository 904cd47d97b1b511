public import CivilTime
public import Model

/// What the rules under one head of a checklist come to on one agency, and what inspectors wrote of it.
public struct HeadVerdict: Sendable {
    /// The head.
    public let head: InspectionHead
    /// The worst verdict of its rules, what is not applicable being neutral; nil where no rule of the run answers the head.
    ///
    /// It rests on what the agency states. What an inspector found otherwise stands beside it and never changes it.
    public let verdict: Verdict?
    /// Its rules by verdict, each counted once.
    public let rules: [Verdict: Int]
    /// What the inspection records say of the head, the oldest first.
    public let inspected: [HeadInspection]

    /// How many rules answer it.
    public var count: Int { rules.values.reduce(0, +) }

    /// Makes a verdict.
    public init(head: InspectionHead, verdict: Verdict?, rules: [Verdict: Int], inspected: [HeadInspection] = []) {
        self.head = head
        self.verdict = verdict
        self.rules = rules
        self.inspected = inspected
    }
}

/// What one inspection record says of one head.
public struct HeadInspection: Sendable {
    /// The record's number.
    public let record: String?
    /// The day it was signed.
    public let signedOn: CivilDate
    /// What it concludes on the head; nil where it does not say.
    public let answer: HeadAnswer?
    /// What it says about the head.
    public let says: String?
    /// The points under the head that are not met.
    public let notMet: [InspectionPoint]
    /// The points under the head to note.
    public let toNote: [InspectionPoint]
    /// The facts behind the head that were found otherwise than stated.
    public let contradictions: [Contradiction]

    /// Whether what it concludes and the verdict on what the agency states cannot both hold of one day.
    ///
    /// What is not known differs from nothing, and a head that is met in part is one that is not met. The record tells of its own day,
    /// so a difference may also be what was put right since.
    public func differs(from verdict: Verdict?) -> Bool {
        switch verdict {
        case .conform, .notApplicable: return answer == .doesNotMeet || (answer != .meets && !notMet.isEmpty)
        case .partial, .nonconform: return answer == .meets || answer == .notApplicable
        case .pending, .undetermined, .notInForce, .error, nil: return false
        }
    }

    /// Whether it says anything of the head.
    var isEmpty: Bool {
        (answer == nil || answer == .notLookedAt) && says == nil && notMet.isEmpty && toNote.isEmpty
            && contradictions.isEmpty
    }
}

/// A checklist with what each of its heads comes to on one agency.
public struct ChecklistVerdicts: Sendable {
    /// The checklist.
    public let checklist: Checklist
    /// Its heads in their order.
    public let heads: [HeadVerdict]
    /// What inspectors found otherwise than stated, and that lies behind none of the heads.
    public let unplaced: [Contradiction]
}

extension ChecklistVerdicts {
    /// The checklists of every set of which a run uses a rule, each head by the worst rule under it, without what inspectors wrote.
    /// - Parameters:
    ///   - findings: The findings on one agency; history does not count.
    ///   - context: What the run was assessed against.
    public static func of(_ findings: [Finding], in context: AssessmentContext) -> [ChecklistVerdicts] {
        of(findings, [], in: context)
    }

    /// The checklists of every set of which a run uses a rule, with what the agency's inspection records say of each head.
    public static func of(_ assessment: Assessment, in context: AssessmentContext) -> [ChecklistVerdicts] {
        let own = context.inspections(of: assessment.statement, on: assessment.asOf)
        return of(assessment.findings, own, in: context)
    }

    private static func of(
        _ findings: [Finding], _ inspections: [Inspection], in context: AssessmentContext
    ) -> [ChecklistVerdicts] {
        let used = Set(context.rules.map(\.set))
        return verdicts(
            of: context.library.sets.filter { used.contains($0.id) }.flatMap(\.checklists), findings, inspections,
            context)
    }

    /// The checklists of which a run has a rule under some head, of whatever set of its library.
    public static func answered(in context: AssessmentContext) -> [Checklist] {
        let tags = Set(context.rules.flatMap(\.tags))
        return context.library.sets.flatMap(\.checklists).filter { $0.heads.contains { tags.contains($0.tag) } }
    }

    /// Those checklists, each head by the worst rule under it, with what the agency's inspection records say of it; one that no rule of
    /// the run answers is not assessed.
    public static func answered(by assessment: Assessment, in context: AssessmentContext) -> [ChecklistVerdicts] {
        let own = context.inspections(of: assessment.statement, on: assessment.asOf)
        return verdicts(of: answered(in: context), assessment.findings, own, context)
    }

    private static func verdicts(
        of checklists: [Checklist], _ findings: [Finding], _ inspections: [Inspection], _ context: AssessmentContext
    ) -> [ChecklistVerdicts] {
        if checklists.isEmpty { return [] }
        let verdicts = Dictionary(
            Summary.ruleVerdicts(of: findings).map { ($0.rule, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        return checklists.map { checklist in
            let inspected = InspectedHeads(inspections, findings)
            let heads = checklist.heads.map { head in
                self.head(head, verdicts, context.rules, inspected.records(of: head))
            }
            let placed = Set(heads.flatMap(\.inspected).flatMap(\.contradictions))
            let unplaced = inspections.flatMap(\.contradicts).filter { !placed.contains($0) }
            return ChecklistVerdicts(checklist: checklist, heads: heads, unplaced: unplaced)
        }
    }

    private static func head(
        _ head: InspectionHead, _ verdicts: [String: Verdict], _ rules: [Rule], _ inspected: [HeadInspection]
    ) -> HeadVerdict {
        var counts: [Verdict: Int] = [:]
        for rule in rules where rule.tags.contains(head.tag) {
            if let verdict = verdicts[rule.id] { counts[verdict, default: 0] += 1 }
        }
        return HeadVerdict(
            head: head, verdict: VerdictRules.worst(counts.keys), rules: counts, inspected: inspected)
    }
}

extension AssessmentContext {
    /// The records of a statement's agency that were signed by a day, the oldest first.
    public func inspections(of statement: Statement, on day: CivilDate) -> [Inspection] {
        guard let code = statement.agencyCode else { return [] }
        let own = inspections.filter { $0.agency == code && $0.signedOn <= day }
        return own.enumerated().sorted { ($0.element.signedOn, $0.offset) < ($1.element.signedOn, $1.offset) }
            .map(\.element)
    }
}
