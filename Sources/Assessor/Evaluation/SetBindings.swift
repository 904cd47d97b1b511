internal import Model

/// Which of a run's rule sets bind the agency at hand, each asked once.
struct SetBindings {
    /// Rules of one set that binds it, or may, by their positions among the rules of the run.
    struct Share {
        let positions: Range<Int>
        /// Whether the set binds; nil for one that binds everybody.
        let binding: Judgement?

        /// Whether it is known that the set binds.
        var isBindingCertain: Bool { binding.map { $0.answer == .yes } ?? true }
    }

    /// A rule of a set that binds it, or may.
    struct Entry {
        let rule: Rule
        let binding: Judgement?
    }

    /// Sets known not to bind it, in library order.
    private(set) var unbound: [String] = []
    /// Sets of which that is not known, in library order.
    private(set) var undecided: [String] = []
    /// The rules of the run without those of sets known not to bind it.
    private(set) var shares: [Share] = []
    /// How many rules are left out.
    private(set) var rulesLeftOut = 0
    private let rules: [Rule]

    init(_ subject: Subject) { self.init(subject, Self.ranges(of: subject.context.rules)) }

    /// - Parameter ranges: The rules of the run, those of one set that come one after the other together.
    init(_ subject: Subject, _ ranges: [Range<Int>]) {
        rules = subject.context.rules
        let leavesOutUnbound = subject.context.leavesOutUnbound
        shares.reserveCapacity(ranges.count)
        var asked: [String: Judgement] = [:]
        for range in ranges {
            let rule = rules[range.lowerBound]
            var binding: Judgement?
            if let known = asked[rule.set] {
                binding = known
            } else if let binds = rule.binds {
                let judgement = subject.judge(binds, subject.activation(rule.environment))
                asked[rule.set] = judgement
                if leavesOutUnbound { note(judgement.answer, of: rule.set) }
                binding = judgement
            }
            if leavesOutUnbound, binding?.answer == .no {
                rulesLeftOut += range.count
            } else {
                shares.append(Share(positions: range, binding: binding))
            }
        }
    }

    /// The rules one by one, in their order.
    var entries: [Entry] {
        shares.flatMap { share in share.positions.map { Entry(rule: rules[$0], binding: share.binding) } }
    }

    /// The positions of some rules, those of one set that come one after the other together.
    static func ranges(of rules: [Rule]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for position in rules.indices {
            if let last = ranges.last, rules[last.lowerBound].set == rules[position].set {
                ranges[ranges.count - 1] = last.lowerBound..<position + 1
            } else {
                ranges.append(position..<position + 1)
            }
        }
        return ranges
    }

    private mutating func note(_ answer: VerdictRules.Answer, of set: String) {
        switch answer {
        case .yes, .failed: break
        case .no: unbound.append(set)
        case .unknown: undecided.append(set)
        }
    }
}
