internal import Model

/// Which of a run's rule sets bind the agency at hand, each asked once.
struct SetBindings {
    /// Sets known not to bind it, in library order.
    private(set) var unbound: [String] = []
    /// Sets of which that is not known, in library order.
    private(set) var undecided: [String] = []

    init(_ subject: Subject) {
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
    }

    /// Whether a rule's set is known not to bind the agency, so that the rule is none of those it is assessed against.
    func leavesOut(_ rule: Rule) -> Bool { unbound.contains(rule.set) }
}
