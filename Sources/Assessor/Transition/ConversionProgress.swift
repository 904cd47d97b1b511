public import CivilTime
public import Model

/// How far one agency has come in a switch: its steps alone, without the tables that `transition` gives for one agency.
public struct ConversionProgress: Sendable {
    /// Whether the agency has declared to the edition left.
    public let hasDeclaredLeft: Truth
    /// The steps in order.
    public let steps: [StepAnswer]
    /// The step that finishes the switch in law, by id.
    public let declaredBy: String
    /// When the agency's own plan has it take that step: of its issued plans the last that says so; nil where none does.
    public let plannedDeclaration: StatedDate?

    /// The last of the steps that is known to be taken.
    public var furthest: StepAnswer? { steps.last { $0.doneOn != nil && !$0.step.isContinuing } }

    /// The step of those known to be taken whose date is the latest.
    public var latest: StatedDate? {
        steps.compactMap(\.doneOn).max { $0.interval.last < $1.interval.last }
    }

    /// Whether the switch is finished in law.
    public var isDeclared: Truth {
        switch steps.first(where: { $0.step.id == declaredBy })?.state {
        case .done, .notNeeded: .yes
        case .notDone: .no
        case .notKnown, .notKnownSince, .failed, nil: .unknown
        }
    }
}

extension StepAnswer {
    /// The date it was done; nil where it is not known to be.
    public var doneOn: StatedDate? {
        guard case .done(let date) = state else { return nil }
        return date
    }
}

extension Assessor {
    /// How far an agency has come in a switch.
    public static func progress(
        of transition: Transition, _ statement: Statement, in context: AssessmentContext, asOf: CivilDate
    ) -> ConversionProgress {
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf)
        return progress(of: transition, Subject(view, context, readings: context.readings, .verdicts))
    }

    /// The same of facts that are laid out already.
    static func progress(of transition: Transition, _ subject: Subject) -> ConversionProgress {
        let facts = FactReader(
            subject.view.statement, subject.vocabulary, asOf: subject.asOf, inspections: subject.context.inspections)
        let assembler = TransitionAssembler(
            transition: transition, subject: subject, facts: facts, findings: [], takes: [:])
        let steps = assembler.stepAnswers()
        let plans = assembler.planAnswer(steps).plans.filter { !$0.isDraft }
        let milestones = plans.flatMap { $0.milestones ?? [] }
        let declaring = milestones.last { $0.planned != nil && $0.steps?.contains(transition.declaredBy) == true }
        return ConversionProgress(
            hasDeclaredLeft: assembler.hasDeclaredLeft, steps: steps, declaredBy: transition.declaredBy,
            plannedDeclaration: declaring?.planned)
    }
}
