public import Model

/// Cases that may notice that a part of a library is wrong. They all pass on the library as it is.
public protocol MutantCases: Sendable {
    /// Whether one of them fails on the library with the mutant in it; only those that may notice it are run.
    func notice(_ mutant: RuleMutant, in library: RuleLibrary) -> Bool
}

/// Shows whether the tests of a library notice that a part of it is wrong.
public struct MutationRun: Sendable {
    /// What became of a mutant.
    public enum Outcome: Sendable {
        /// A case failed.
        case killed
        /// No case need notice it: it changes the listed content of the library, which is compared on its own.
        case listed
        /// Nothing noticed it.
        case survived
    }

    private let library: RuleLibrary
    private let cases: [any MutantCases]

    /// A run over the cases of a library, which all pass on it, in the order in which they are asked.
    public init(library: RuleLibrary, cases: [any MutantCases]) {
        self.library = library
        self.cases = cases
    }

    /// Runs the cases that may notice a mutant until one does.
    public func outcome(of mutant: RuleMutant) -> Outcome {
        if isListed(mutant) { return .listed }
        let changed = library.replacing(with: mutant)
        return cases.contains { $0.notice(mutant, in: changed) } ? .killed : .survived
    }

    private func isListed(_ mutant: RuleMutant) -> Bool {
        guard mutant.mutation.isContent else { return false }
        switch mutant.replacement {
        case .rule(let changed):
            return library.rule(changed.id).map { RuleContent.line(changed) != RuleContent.line($0) } ?? false
        case .setRule(let changed):
            let rule = library.setRules.first { $0.id == changed.id }
            return rule.map { RuleContent.line(changed) != RuleContent.line($0) } ?? false
        case .definition, .parameter, .binds: return false
        }
    }
}

/// The cases of rules on one statement.
public struct RuleMutantCases: MutantCases {
    private let rulesBySet: [String: Set<String>]
    private let byRule: [String: [RuleTest]]
    private let tests: [RuleTest]

    /// The cases of a library.
    public init(_ tests: [RuleTest], of library: RuleLibrary) {
        self.tests = tests
        byRule = Dictionary(grouping: tests, by: \.rule)
        rulesBySet = Dictionary(uniqueKeysWithValues: library.sets.map { ($0.id, Set($0.rules.map(\.id))) })
    }

    /// Whether one of the cases notices a mutant.
    public func notice(_ mutant: RuleMutant, in library: RuleLibrary) -> Bool {
        let runner = RuleTestRunner(library: library)
        return cases(for: mutant).contains { !runner.run($0).passed }
    }

    /// The cases of the rule; for what many rules use those of its own set, then all others.
    private func cases(for mutant: RuleMutant) -> [RuleTest] {
        switch mutant.replacement {
        case .rule(let rule): return byRule[rule.id] ?? []
        case .setRule: return []
        case .definition, .parameter, .binds:
            let own = rulesBySet[mutant.set] ?? []
            return tests.filter { own.contains($0.rule) } + tests.filter { !own.contains($0.rule) }
        }
    }
}
