public import CivilTime
public import Model

/// A roadmap drafted for an agency: the milestones the transition proposes, with times counted back from a day.
public struct RoadmapDraft: Sendable {
    /// The assessment it was drafted from.
    public let assessment: TransitionAssessment
    /// The roadmap the transition proposes.
    public let template: RoadmapTemplate
    /// What sets the day; nil for a day the agency chose.
    public let authority: CountBack.Authority?
    /// The last good day asked for.
    public let asked: CivilDate
    /// Days to spare before that day. Negative: it cannot be kept, and the draft ends so many days later.
    public let slack: Int
    /// The last good day the draft keeps: the one asked for, or the first that can be kept.
    public let due: CivilDate
    /// The milestones in order.
    public let milestones: [Milestone]

    /// One milestone.
    public struct Milestone: Sendable {
        /// What the transition proposes.
        public let template: RoadmapTemplate.Milestone
        /// The steps of it that this agency needs, by id.
        public let steps: [String]
        /// The days it takes, as late as is safe; nil where it is done, or goes on.
        public let planned: CivilInterval?
        /// When an earlier plan of the agency had these steps; nil where none did.
        public let baseline: StatedDate?
        /// The day its last step was done; nil where one is still to be taken.
        public let doneOn: StatedDate?
        /// Whether it goes on and has no end.
        public let isContinuing: Bool
        /// Whether a day lost in it is lost for the whole.
        public let isCritical: Bool
    }

    /// Why no roadmap can be drafted.
    public enum Fault: Error, Sendable, Hashable {
        /// The transition proposes none.
        case noTemplate
        /// No day binds, and none was asked for.
        case noTerm
        /// The switch is declared: nothing is left to be counted back.
        case declared
        /// The days lie outside the calendar.
        case beyondCalendar
    }
}

extension Assessor {
    /// Drafts a roadmap from an assessment: every step not known to be taken is still to be taken.
    ///
    /// - Parameters:
    ///   - assessment: Where the agency stands.
    ///   - before: The day before which the switch is to be finished, in place of the one that binds.
    public static func draftRoadmap(
        for assessment: TransitionAssessment, before: CivilDate? = nil
    ) throws(RoadmapDraft.Fault) -> RoadmapDraft {
        let transition = assessment.transition
        guard let template = transition.roadmap else { throw .noTemplate }
        guard let declared = assessment.steps.first(where: { $0.step.id == transition.declaredBy }), declared.isOpen
        else { throw .declared }
        var authority: CountBack.Authority?
        let asked: CivilDate
        if let before {
            guard let day = before.adding(days: -1) else { throw .beyondCalendar }
            asked = day
        } else {
            guard let binding = assessment.countBacks.first else { throw .noTerm }
            (authority, asked) = (binding.authority, binding.due)
        }
        let drafting = RoadmapDrafting(assessment: assessment)
        guard let draft = drafting.draft(template, authority, asked) else { throw .beyondCalendar }
        return draft
    }
}

/// Puts the steps of a switch into the milestones of a roadmap.
private struct RoadmapDrafting {
    let assessment: TransitionAssessment

    private var takes: [String: Period] { assessment.takes }
    private var steps: [StepAnswer] { assessment.steps }

    func draft(
        _ template: RoadmapTemplate, _ authority: CountBack.Authority?, _ asked: CivilDate
    ) -> RoadmapDraft? {
        let count = BackwardCount(
            transition: assessment.transition, answers: steps, asOf: assessment.asOf, takes: takes)
        let kind = authority ?? .directed(authority: "", ref: nil)
        guard let first = count.count(kind, due: asked) else { return nil }
        // A day that cannot be kept gives way to the first that can.
        let late = max(0, -first.slack)
        guard let due = asked.adding(days: late), let kept = count.count(kind, due: due),
            let times = times(kept)
        else { return nil }
        let critical = Set(kept.steps.filter(\.isCritical).map(\.id))
        return RoadmapDraft(
            assessment: assessment, template: template, authority: authority, asked: asked, slack: first.slack,
            due: due, milestones: template.milestones.map { milestone($0, times, critical) })
    }

    /// The days of each step still to be taken: those counted back, and those after the declaration, one after the other.
    private func times(_ count: CountBack) -> [String: CivilInterval]? {
        var times: [String: CivilInterval] = [:]
        for step in count.steps {
            times[step.id] = CivilInterval(first: step.latestStart, last: step.latestEnd)
        }
        for answer in steps where answer.isOpen && times[answer.step.id] == nil {
            let start = answer.step.after.compactMap { times[$0]?.last }.max() ?? assessment.asOf
            guard let end = start.adding(takes[answer.step.id] ?? answer.step.takes ?? .zero) else { return nil }
            times[answer.step.id] = CivilInterval(first: start, last: end)
        }
        return times
    }

    private func milestone(
        _ template: RoadmapTemplate.Milestone, _ times: [String: CivilInterval], _ critical: Set<String>
    ) -> RoadmapDraft.Milestone {
        let needed = steps.filter { answer in
            if case .notNeeded = answer.state { return false }
            return template.steps.contains(answer.step.id)
        }
        let spans = needed.compactMap { times[$0.step.id] }
        var planned: CivilInterval?
        if let first = spans.map(\.first).min(), let last = spans.map(\.last).max() {
            planned = CivilInterval(first: first, last: last)
        }
        var done: StatedDate?
        for answer in needed {
            guard spans.isEmpty, case .done(let date) = answer.state else { continue }
            if let last = done, last.interval.last >= date.interval.last { continue }
            done = date
        }
        return RoadmapDraft.Milestone(
            template: template, steps: needed.map(\.step.id), planned: planned, baseline: baseline(template.steps),
            doneOn: done, isContinuing: !needed.isEmpty && needed.allSatisfy(\.step.isContinuing),
            isCritical: needed.contains { critical.contains($0.step.id) })
    }

    /// When the last of the agency's own plans with times had these steps.
    private func baseline(_ ids: [String]) -> StatedDate? {
        for plan in assessment.plans.plans.reversed() {
            let dates = (plan.milestones ?? []).filter { milestone in
                milestone.steps?.contains { ids.contains($0) } ?? false
            }.compactMap(\.planned)
            if let span = StatedDate.span(dates) { return span }
        }
        return nil
    }
}
