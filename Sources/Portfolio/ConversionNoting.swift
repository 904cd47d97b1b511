internal import Assessor
internal import CivilTime
internal import Model

/// How far an agency has come, read off the assessment of its statement.
extension ConversionNote {
    init(_ assessment: BriefAssessment, _ transition: Transition, idleAfter: Period) {
        let progress = assessment.progress(of: transition)
        let due = assessment.findings.filter { $0.rule.id == transition.due }
        let statedOn = assessment.statement.statedOn
        self.init(
            hasToSwitch: ConversionNote.hasToSwitch(due, progress), due: ConversionNote.legalDay(due),
            planned: progress.plannedDeclaration ?? ConversionNote.directedDay(due),
            furthest: progress.furthest?.step.id, latest: progress.latest, isDeclared: progress.isDeclared,
            steps: ConversionNote.steps(progress), lateness: ConversionNote.lateness(due, asOf: assessment.asOf),
            movement: ConversionNote.movement(
                progress, idleAfter: idleAfter, statedOn: statedOn, asOf: assessment.asOf))
    }

    private static func steps(_ progress: ConversionProgress) -> [TakenStep] {
        var steps: [TakenStep] = []
        for answer in progress.steps {
            if let day = answer.doneOn { steps.append(TakenStep(step: answer.step.id, on: day)) }
        }
        return steps
    }

    private static func legalDay(_ due: [BriefFinding]) -> CivilDate? {
        for finding in due {
            if let day = finding.timing.due { return day }
        }
        return nil
    }

    /// The day of the highest authority that directs the switch beside the law.
    private static func directedDay(_ due: [BriefFinding]) -> StatedDate? {
        var first: OtherDate?
        for finding in due {
            for other in finding.timing.others where first.map({ other.rank < $0.rank }) ?? true { first = other }
        }
        guard let first else { return nil }
        return StatedDate(first.due)
    }

    /// Whether the rule that is due applies; where it is not in force or not known, whether there is an edition to leave.
    private static func hasToSwitch(_ due: [BriefFinding], _ progress: ConversionProgress) -> Truth {
        guard let verdict = due.first?.verdict else { return progress.hasDeclaredLeft }
        switch verdict {
        case .notApplicable: return .no
        case .notInForce: return progress.hasDeclaredLeft
        case .undetermined, .error: return progress.hasDeclaredLeft == .yes ? .yes : .unknown
        case .conform, .partial, .pending, .nonconform: return .yes
        }
    }

    private static func lateness(_ due: [BriefFinding], asOf: CivilDate) -> Lateness {
        if due.contains(where: { $0.verdict == .nonconform && $0.timing.state == .overdue }) { return .late }
        let mayBe = due.contains { finding in
            finding.verdict == .undetermined && finding.timing.due.map { $0 < asOf } ?? false
        }
        return mayBe ? .lateIfNotDone : .notLate
    }

    /// Nobody stands still before it is known: what happened after the statement is not.
    private static func movement(
        _ progress: ConversionProgress, idleAfter: Period, statedOn: CivilDate, asOf: CivilDate
    ) -> Movement {
        if progress.isDeclared == .yes { return .finished }
        guard let latest = progress.latest?.interval.last else { return .noStep }
        guard let limit = latest.adding(idleAfter) else { return .moving }
        if limit < min(asOf, statedOn) { return .notMoving }
        return limit < asOf ? .notKnown : .moving
    }
}
