public import CivilTime
public import Model

/// Which edition the agency's declaration may name on the day assessed.
public struct EditionAnswer: Sendable {
    /// The agency's class.
    public let membership: Membership
    /// What holds for each class on that day, in order; one entry without a class where the windows hold for every agency.
    public let choices: [EditionChoice]

    /// The class an agency belongs to.
    public enum Membership: Sendable {
        /// The windows hold for every agency.
        case everyAgency
        /// This class.
        case known(AgencyClass)
        /// Not known: the facts that would tell; empty where only time since the statement leaves it open.
        case notKnown([MissingFact])
        /// None of the classes.
        case none
        /// A condition failed.
        case failed(Failure)
    }

    /// What holds for the agency; nil where that depends on a class that is not known.
    public var own: EditionChoice? {
        switch membership {
        case .everyAgency: choices.first
        case .known(let agencies): choices.first { $0.agencies?.id == agencies.id }
        case .notKnown, .none, .failed:
            // Where every class comes to the same, the class does not matter.
            choices.dropFirst().allSatisfy { $0.allowed == choices.first?.allowed } ? choices.first : nil
        }
    }
}

/// The editions a declaration of one class of agencies may name on a day.
public struct EditionChoice: Sendable {
    /// The class; nil for every agency.
    public let agencies: AgencyClass?
    /// The windows of the class, in order.
    public let windows: [Window]

    /// The editions whose windows are open, by id.
    public var allowed: [String] { windows.filter { $0.state == .open }.map(\.window.edition) }

    /// A window on that day.
    public struct Window: Sendable {
        /// The window.
        public let window: EditionWindow
        /// Its first day; nil where none is known.
        public let from: CivilDate?
        /// The day before which it ends; nil where it does not end.
        public let before: CivilDate?
        /// Where the day lies.
        public let state: State
    }

    /// Where a day lies against a window.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case notYet = "not_yet"
        case open
        case closed
    }
}

extension TransitionAssembler {
    /// Which edition may be named; nil where the transition says nothing of it.
    func editionAnswer() -> EditionAnswer? {
        guard let declarable = transition.declarable else { return nil }
        let membership = membership(declarable.classes)
        let classes: [AgencyClass?] = declarable.classes.isEmpty ? [nil] : declarable.classes.map { $0 }
        let choices = classes.map { agencies in
            EditionChoice(
                agencies: agencies,
                windows: declarable.windows.filter { window in
                    agencies.map { window.classes.isEmpty || window.classes.contains($0.id) } ?? true
                }.map { self.window($0) })
        }
        return EditionAnswer(membership: membership, choices: choices)
    }

    private func membership(_ classes: [AgencyClass]) -> EditionAnswer.Membership {
        if classes.isEmpty { return .everyAgency }
        for agencies in classes {
            let judgement = subject.judge(agencies.condition, activation)
            switch judgement.answer {
            case .yes: return .known(agencies)
            case .failed: return .failed(judgement.failure ?? .expression(agencies.condition.text))
            case .unknown: return .notKnown(missing(judgement.unknowns))
            case .no where isAfterStatement && !isSettled(agencies):
                // What the statement shows is complete up to its day; what came since is not known.
                return .notKnown([])
            case .no: continue
            }
        }
        return .none
    }

    /// Whether nothing after the day of the statement can bring the agency into the class.
    private func isSettled(_ agencies: AgencyClass) -> Bool {
        guard let settled = agencies.settled, let day = day(settled) else { return false }
        return day <= subject.statedOn
    }

    private func window(_ window: EditionWindow) -> EditionChoice.Window {
        let from = window.from.flatMap { day($0) }
        let before = window.before.flatMap { day($0) }
        let state: EditionChoice.State =
            if let from, subject.asOf < from { .notYet } else if let before, subject.asOf >= before { .closed } else {
                .open
            }
        return EditionChoice.Window(window: window, from: from, before: before, state: state)
    }

    /// The day an expression gives; a parameter is known to the day.
    private func day(_ expression: Expression) -> CivilDate? {
        guard case .date(let date, _) = subject.date(expression, activation) else { return nil }
        return date.day
    }
}
