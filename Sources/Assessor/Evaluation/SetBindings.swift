internal import Model

/// Which of a run's rule sets bind the agency at hand, each asked once.
struct SetBindings {
    /// Sets known not to bind it, in library order.
    private(set) var unbound: [String] = []
    /// Sets of which that is not known, in library order.
    private(set) var undecided: [String] = []
    /// The rules of the run without those of sets known not to bind it.
    private(set) var rules: [Rule]
    /// How many rules are left out.
    private(set) var rulesLeftOut = 0

    init(_ subject: Subject) {
        rules = subject.context.rules
        guard subject.context.leavesOutUnbound else { return }
        var asked: Set<String> = []
        for rule in subject.context.rules {
            guard let binds = rule.binds, asked.insert(rule.set).inserted else { continue }
            switch subject.judge(binds, subject.activation(rule.environment)).answer {
            case .yes, .failed: break
            case .no: unbound.append(rule.set)
            case .unknown: undecided.append(rule.set)
            }
        }
        if unbound.isEmpty { return }
        rules.removeAll { unbound.contains($0.set) }
        rulesLeftOut = subject.context.rules.count - rules.count
    }
}
