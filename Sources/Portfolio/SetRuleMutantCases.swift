public import Assessor
public import Model

/// The cases of rules on a portfolio, for what is wrong with those rules and with what they use.
public struct SetRuleMutantCases: MutantCases {
    private let byRule: [String: [SetRuleTest]]
    private let byVerdict: [String: [SetRuleTest]]
    private let tests: [SetRuleTest]

    /// The cases of a library.
    public init(_ tests: [SetRuleTest], of library: RuleLibrary) {
        self.tests = tests
        byRule = Dictionary(grouping: tests, by: \.rule.id)
        var byVerdict: [String: [SetRuleTest]] = [:]
        for test in tests {
            for read in test.rule.verdicts { byVerdict[read.rule, default: []].append(test) }
        }
        self.byVerdict = byVerdict
    }

    /// Whether one of the cases notices a mutant.
    public func notice(_ mutant: RuleMutant, in library: RuleLibrary) -> Bool {
        let runner = SetRuleTestRunner(library: library)
        return cases(for: mutant).contains { !runner.run($0).passed }
    }

    /// The cases of the rule, or of those that read its verdict; for what many rules use those of its own set, then all others.
    private func cases(for mutant: RuleMutant) -> [SetRuleTest] {
        switch mutant.replacement {
        case .setRule(let rule): byRule[rule.id] ?? []
        case .rule(let rule): byVerdict[rule.id] ?? []
        case .binds: []
        case .definition, .parameter:
            tests.filter { $0.rule.set == mutant.set } + tests.filter { $0.rule.set != mutant.set }
        }
    }
}
