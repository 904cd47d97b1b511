internal import Assessor
internal import Model

/// The set rules of a run under the readings it chose, then, for every other choice that bears on one of them, those it bears on.
struct SetRuleReadings: Sendable {
    /// Some rules under one choice of readings.
    struct Branch: Sendable {
        /// The choice that differs from the run's; nil for the run's own.
        let other: (interpretation: String, choice: String)?
        let view: RegisterView
        let rules: [(rule: SetRule, frame: SetRuleFrame)]
    }

    /// The run's own, then the others.
    let branches: [Branch]

    init(_ view: RegisterView, _ context: AssessmentContext) {
        let rules = context.setRules
        var branches = [Branch(other: nil, view: view, rules: rules.map { ($0, view.frame(of: $0)) })]
        for name in Set(rules.flatMap(\.readings)).sorted() {
            guard let interpretation = context.library.interpretations[name] else { continue }
            for choice in interpretation.choices where choice.id != context.readings[name] {
                let other = view.reading(name, as: choice.id)
                let affected = rules.filter { $0.readings.contains(name) }
                branches.append(
                    Branch(
                        other: (name, choice.id), view: other, rules: affected.map { ($0, other.frame(of: $0)) }))
            }
        }
        self.branches = branches
    }

    /// What a member brings to every rule of every branch, branch by branch.
    func contributions(
        of seen: SeenMember, _ statement: BriefAssessment?
    ) -> [[SetContribution]] {
        branches.map { $0.view.contributions(to: $0.rules, of: seen, statement) }
    }

    /// The findings of every rule, each beside what other readings give.
    func findings(
        _ contributions: [RegisterMember: [[SetContribution]]], chosen readings: [String: String],
        strangers: Set<RegisterMember>
    ) -> [SetFinding] {
        var byRule: [String: [SetFinding]] = [:]
        for (index, branch) in branches.enumerated() {
            for (position, entry) in branch.rules.enumerated() {
                let own = branch.view.members(of: entry.rule).compactMap { contributions[$0]?[index][position] }
                let found = SetRuleCount(entry.rule, entry.frame, in: branch.view, strangers: strangers)
                    .findings(own)
                guard let other = branch.other else {
                    byRule[entry.rule.id] = found
                    continue
                }
                byRule[entry.rule.id] = SetFinding.compared(
                    byRule[entry.rule.id] ?? [], with: found, on: other.interpretation,
                    chosen: readings[other.interpretation] ?? "", other: other.choice)
            }
        }
        return (branches.first?.rules ?? []).flatMap { byRule[$0.rule.id] ?? [] }
    }
}
