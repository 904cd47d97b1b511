public import CivilTime
public import Model

extension Assessor {
    /// The dates other authorities set for the duty of a rule, as a statement holds them, the highest first, whether or not the rule is
    /// known to apply; none where it is no duty, or one of single items.
    public static func directedDates(
        of rule: Rule, _ statement: Statement, in context: AssessmentContext, asOf: CivilDate
    ) -> [OtherDate] {
        guard case .obligation(let obligation) = rule.requirement, rule.each == nil else { return [] }
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf)
        let subject = Subject(view, context, readings: context.readings, .verdicts)
        return subject.directedDates(obligation, rule, [], done: nil, isKnown: .unknown)
    }
}
