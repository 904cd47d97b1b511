public import Model

/// How many of a set's mutants its tests notice.
public struct MutationScore: Sendable {
    /// The set.
    public let set: String
    /// All its mutants.
    public let total: Int
    /// Mutants a case noticed.
    public let killed: Int
    /// Mutants the list of the library's content shows.
    public let listed: Int
    /// Mutants known to mean the same as the rule.
    public let equivalent: Int
    /// Mutants nothing noticed.
    public let survivors: [RuleMutant]

    /// The least share of mutants, without the equivalent ones, that has to be noticed.
    public static let leastPercent = 95
    /// The greatest share of mutants that may count as equivalent.
    public static let mostEquivalentPercent = 3

    /// Counts what became of the mutants of one set.
    /// - Parameters:
    ///   - set: The set's id.
    ///   - outcomes: Each mutant with what became of it.
    ///   - equivalents: The ids of those that mean the same as the rule.
    public init(set: String, outcomes: [(mutant: RuleMutant, outcome: MutationRun.Outcome)], equivalents: Set<String>) {
        var killed = 0
        var listed = 0
        var equivalent = 0
        var survivors: [RuleMutant] = []
        for (mutant, outcome) in outcomes {
            switch outcome {
            case .killed: killed += 1
            case .listed: listed += 1
            case .survived:
                if equivalents.contains(mutant.id) { equivalent += 1 } else { survivors.append(mutant) }
            }
        }
        self.set = set
        total = outcomes.count
        self.killed = killed
        self.listed = listed
        self.equivalent = equivalent
        self.survivors = survivors
    }

    /// Whether enough were noticed, and few enough count as equivalent. Compared as whole numbers.
    public var isEnough: Bool {
        (killed + listed) * 100 >= Self.leastPercent * (total - equivalent)
            && equivalent * 100 <= Self.mostEquivalentPercent * total
    }
}
