internal import CEL
internal import CivilTime
internal import Model

/// The agency's own plans beside what was done.
extension TransitionAssembler {
    func planAnswer(_ steps: [StepAnswer]) -> PlanAnswer {
        switch subject.list(transition.facts.plans, activation) {
        case .failed: return PlanAnswer(missing: [], plans: [])
        case .unknown(let leaves): return PlanAnswer(missing: missing(leaves), plans: [])
        case .list(let elements, let openLeaves, _):
            return plans(elements, openLeaves, steps)
        }
    }

    /// The agency's own plans; those that do not say whether they are its own are told as missing that fact.
    private func plans(_ elements: [Value], _ openLeaves: [DataPath], _ steps: [StepAnswer]) -> PlanAnswer {
        var leaves = openLeaves
        var plans: [AgencyPlan] = []
        for element in elements {
            guard case .structure(let record) = element else { continue }
            if case .unknown(let own)? = record["own"] { leaves += own.leaves }
            guard case .bool(true)? = record["own"], let plan = plan(element, steps) else { continue }
            plans.append(plan)
        }
        return PlanAnswer(missing: missing(leaves), plans: plans)
    }

    private func plan(_ value: Value, _ steps: [StepAnswer]) -> AgencyPlan? {
        guard case .structure(let plan) = value, let origin = plan.origin else { return nil }
        let path = FactPath(origin)
        var milestones: [PlanMilestone]?
        var isComplete = false
        if case .list(let list)? = plan["milestones"] {
            let read = list.elements.compactMap { milestone($0, steps) }
            isComplete = read.count == list.elements.count
            milestones = read
        }
        var isDraft = false
        if case .null? = plan["issued_on"] { isDraft = true }
        return AgencyPlan(
            key: statement.itemKey(of: path) ?? path.dotted, title: text(plan, "title"),
            issuedOn: date(plan, "issued_on"), isDraft: isDraft, milestones: milestones,
            unnamedSteps: isComplete ? unnamed(milestones ?? [], steps) : nil)
    }

    /// The steps no milestone names; nil where a milestone does not say which it serves.
    private func unnamed(_ milestones: [PlanMilestone], _ steps: [StepAnswer]) -> [String]? {
        var named: Set<String> = []
        for milestone in milestones {
            guard let steps = milestone.steps else { return nil }
            named.formUnion(steps)
        }
        return steps.filter { answer in
            if case .notNeeded = answer.state { return false }
            return !named.contains(answer.step.id)
        }.map(\.step.id)
    }

    private func milestone(_ value: Value, _ steps: [StepAnswer]) -> PlanMilestone? {
        guard case .structure(let record) = value, let title = text(record, "title") else { return nil }
        var served: [String]?
        if case .list(let list)? = record["steps"] {
            served = list.elements.compactMap { if case .string(let id) = $0 { id } else { nil } }
        }
        let planned = plannedDate(record)
        return PlanMilestone(
            title: title, planned: planned, baseline: date(record, "baseline"), owner: text(record, "owner"),
            steps: served, state: state(record, planned, served, steps), path: record.origin.map { FactPath($0) })
    }

    /// The planned time as the plan gives it: it lies ahead, so that the day of the statement does not end it.
    private func plannedDate(_ record: StructureValue) -> StatedDate? { date(record, "planned") }

    private func state(
        _ record: StructureValue, _ planned: StatedDate?, _ served: [String]?, _ steps: [StepAnswer]
    ) -> PlanMilestone.State {
        let answers = served.map { ids in steps.filter { ids.contains($0.step.id) } } ?? []
        if let done = date(record, "done_on") ?? lastDay(of: answers) {
            return .done(done, inTime: planned.map { done.isOnOrBefore(StatedDate($0.interval.last)) } ?? .unknown)
        }
        if case .null? = record["planned"] { return .continuing }
        if !answers.isEmpty, answers.allSatisfy(\.step.isContinuing) { return .continuing }
        guard isKnownNotDone(record, answers), let planned else { return .notKnown }
        if planned.interval.last >= subject.asOf { return isAfterStatement ? .notKnown : .ahead }
        return planned.interval.last < subject.statedOn ? .behind : .notKnown
    }

    /// The last of the days of steps, where all are done.
    private func lastDay(of answers: [StepAnswer]) -> StatedDate? {
        var last: StatedDate?
        for answer in answers where !answer.step.isContinuing {
            switch answer.state {
            case .done(let date): if last.map({ $0.interval.last < date.interval.last }) ?? true { last = date }
            case .notNeeded: continue
            case .notDone, .notKnown, .notKnownSince, .failed: return nil
            }
        }
        return last
    }

    private func isKnownNotDone(_ record: StructureValue, _ answers: [StepAnswer]) -> Bool {
        if case .null? = record["done_on"] { return true }
        return answers.contains { answer in
            switch answer.state {
            case .notDone, .notKnownSince: true
            case .done, .notKnown, .notNeeded, .failed: false
            }
        }
    }
}
