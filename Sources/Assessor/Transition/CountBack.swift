public import CivilTime
internal import Model

/// Counting back from a day through the steps that lead to it, each with the least time it takes.
public struct CountBack: Sendable {
    /// Who sets the day.
    public enum Authority: Sendable, Hashable {
        /// The rule that binds; its source, by id.
        case legal(source: String)
        /// A plan or letter that steers the agency.
        case directed(authority: String, ref: String?)
    }

    /// Who sets the day.
    public let authority: Authority
    /// The last good day.
    public let due: CivilDate
    /// The steps still to be taken, in order.
    public let steps: [Step]
    /// Days to spare, if every step that is not known to be done is still to be taken. Negative: too late by so many days.
    public let slack: Int
    /// Days to spare if every step that is not known was taken; nil where every step is known, or none would be left.
    public let slackIfTaken: Int?

    /// One step in the count.
    public struct Step: Sendable {
        /// The step, by id.
        public let id: String
        /// The least time it takes.
        public let takes: Period
        /// The last day on which it can begin.
        public let latestStart: CivilDate
        /// The last day on which it can end.
        public let latestEnd: CivilDate
        /// Days to spare.
        public let slack: Int
        /// Whether a day lost here is lost for the whole.
        public let isCritical: Bool
        /// Whether it may have been taken already.
        public let mayBeDone: Bool
    }

    /// The step with the least to spare that comes first; nil where none is left.
    public var critical: Step? { steps.first(where: \.isCritical) }
}

/// Counts back through the steps of a transition.
struct BackwardCount {
    let transition: Transition
    let answers: [StepAnswer]
    let asOf: CivilDate
    /// Least times in place of the transition's own, by step.
    let takes: [String: Period]

    /// The count from a day; nil where it leaves the calendar.
    func count(_ authority: CountBack.Authority, due: CivilDate) -> CountBack? {
        guard let worst = pass(due, taken: { $0.isTaken }) else { return nil }
        let open = answers.filter { !$0.isTaken && worst.ids.contains($0.step.id) }
        var ifTaken: Int?
        if open.contains(where: { !$0.isKnownNotDone }), let best = pass(due, taken: { !$0.isKnownNotDone }) {
            ifTaken = best.slack
        }
        let slack = worst.slack ?? (due - asOf)
        let steps = open.compactMap { answer -> CountBack.Step? in
            guard let times = worst.times[answer.step.id] else { return nil }
            return CountBack.Step(
                id: answer.step.id, takes: length(answer.step), latestStart: times.latestStart,
                latestEnd: times.latestEnd, slack: times.latestStart - times.earliestStart,
                isCritical: times.latestStart - times.earliestStart == slack, mayBeDone: !answer.isKnownNotDone)
        }
        return CountBack(authority: authority, due: due, steps: steps, slack: slack, slackIfTaken: ifTaken)
    }

    private struct Times {
        var latestEnd: CivilDate
        var latestStart: CivilDate
        var earliestStart: CivilDate
    }

    private struct Pass {
        var times: [String: Times]
        /// The least slack of the steps still to be taken; nil where none is.
        var slack: Int?
        var ids: Set<String> { Set(times.keys) }
    }

    private func length(_ step: TransitionStep) -> Period { takes[step.id] ?? step.takes ?? .zero }

    /// One pass back and forth; a step that is taken needs no time.
    private func pass(_ due: CivilDate, taken: (StepAnswer) -> Bool) -> Pass? {
        var times: [String: Times] = [:]
        for answer in answers.reversed() {
            let id = answer.step.id
            let followers = answers.filter { $0.step.after.contains(id) }.compactMap { times[$0.step.id] }
            guard id == transition.declaredBy || !followers.isEmpty else { continue }
            let end = followers.map(\.latestStart).min() ?? due
            let time = taken(answer) ? Period.zero : length(answer.step)
            guard let start = end.subtracting(time) else { return nil }
            times[id] = Times(latestEnd: end, latestStart: start, earliestStart: asOf)
        }
        var earliestEnd: [String: CivilDate] = [:]
        var slack: Int?
        for answer in answers {
            guard var own = times[answer.step.id] else { continue }
            own.earliestStart = answer.step.after.compactMap { earliestEnd[$0] }.max() ?? asOf
            let time = taken(answer) ? Period.zero : length(answer.step)
            guard let end = own.earliestStart.adding(time) else { return nil }
            earliestEnd[answer.step.id] = end
            times[answer.step.id] = own
            if !taken(answer) { slack = min(slack ?? .max, own.latestStart - own.earliestStart) }
        }
        return Pass(times: times, slack: slack)
    }
}

extension StepAnswer {
    /// Whether it needs no more time.
    fileprivate var isTaken: Bool {
        switch state {
        case .done, .notNeeded: true
        case .notDone, .notKnown, .notKnownSince, .failed: false
        }
    }

    /// Whether it is known to be still to be taken.
    fileprivate var isKnownNotDone: Bool {
        if case .notDone = state { true } else { false }
    }
}
