internal import Model

/// Which of a run's rule sets bind the agency at hand, each asked once.
struct SetBindings {
    /// A rule of a set that binds it, or may, and whether it does; nil for a set that binds everybody.
    struct Entry {
        let rule: Rule
        /// Its place among the rules of the run.
        let position: Int
        let binding: Judgement?

        /// Whether it is known that the set binds.
        var isBindingCertain: Bool { binding.map { $0.answer == .yes } ?? true }
    }

    /// Sets known not to bind it, in library order.
    private(set) var unbound: [String] = []
    /// Sets of which that is not known, in library order.
    private(set) var undecided: [String] = []
    /// The rules of the run without those of sets known not to bind it.
    private(set) var entries: [Entry] = []
    /// How many rules are left out.
    private(set) var rulesLeftOut = 0

    init(_ subject: Subject) {
        let leavesOutUnbound = subject.context.leavesOutUnbound
        entries.reserveCapacity(subject.context.rules.count)
        var asked: [String: Judgement] = [:]
        // The rules of a set come one after the other.
        var current: (set: String, binding: Judgement?)?
        for (position, rule) in subject.context.rules.enumerated() {
            let binding: Judgement?
            if let current, current.set == rule.set {
                binding = current.binding
            } else if let known = asked[rule.set] {
                binding = known
            } else if let binds = rule.binds {
                let judgement = subject.judge(binds, subject.activation(rule.environment))
                asked[rule.set] = judgement
                if leavesOutUnbound { note(judgement.answer, of: rule.set) }
                binding = judgement
            } else {
                binding = nil
            }
            current = (rule.set, binding)
            if leavesOutUnbound, binding?.answer == .no {
                rulesLeftOut += 1
            } else {
                entries.append(Entry(rule: rule, position: position, binding: binding))
            }
        }
    }

    private mutating func note(_ answer: VerdictRules.Answer, of set: String) {
        switch answer {
        case .yes, .failed: break
        case .no: unbound.append(set)
        case .unknown: undecided.append(set)
        }
    }
}
