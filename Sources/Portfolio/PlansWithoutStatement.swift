internal import Assessor
internal import CivilTime
internal import Model

extension PortfolioAssessor {
    /// The day by which plans of the register want a unit to have made the switch, where no statement tells: the rule that is due reads
    /// the plans as those of a statement that says nothing else.
    func directedDay(of unit: RegisterUnit) -> StatedDate? {
        guard let due = options.transition?.due, let rule = context.library.rule(due),
            unit.plans.contains(where: { register.plan($0)?.finishBefore != nil })
        else { return nil }
        let vocabulary = context.library.vocabulary
        let silent = Statement.empty(statedOn: register.statedOn, vocabulary)
        let bound = register.layingPlans(of: [unit], on: silent, in: vocabulary)
        return Assessor.directedDates(of: rule, bound, in: context, asOf: asOf).first.map { StatedDate($0.due) }
    }
}
