public import Model

/// Shows whether the tests of a library notice that a part of it is wrong.
public struct MutationRun: Sendable {
    /// What became of a mutant.
    public enum Outcome: Sendable {
        /// A case failed.
        case killed(RuleTest)
        /// No case need notice it: it changes the listed content of the library, which is compared on its own.
        case listed
        /// Nothing noticed it.
        case survived
    }

    private let library: RuleLibrary
    private let byRule: [String: [RuleTest]]
    private let tests: [RuleTest]

    /// A run over the cases of a library, which all pass on it.
    public init(library: RuleLibrary, tests: [RuleTest]) {
        self.library = library
        self.tests = tests
        byRule = Dictionary(grouping: tests, by: \.rule)
    }

    /// Runs the cases that may notice a mutant until one does.
    public func outcome(of mutant: RuleMutant) -> Outcome {
        if isListed(mutant) { return .listed }
        let runner = RuleTestRunner(library: library.replacing(with: mutant))
        let failing = cases(for: mutant).first { !runner.run($0).passed }
        return failing.map { .killed($0) } ?? .survived
    }

    private func isListed(_ mutant: RuleMutant) -> Bool {
        guard mutant.mutation.isContent, case .rule(let changed) = mutant.replacement,
            let rule = library.rule(changed.id)
        else { return false }
        return RuleContent.line(changed) != RuleContent.line(rule)
    }

    /// The cases of the rule; for what many rules use those of its own set, then all others.
    private func cases(for mutant: RuleMutant) -> [RuleTest] {
        switch mutant.replacement {
        case .rule(let rule): return byRule[rule.id] ?? []
        case .definition, .parameter, .binds:
            let own = Set(library.sets.first { $0.id == mutant.set }?.rules.map(\.id) ?? [])
            return tests.filter { own.contains($0.rule) } + tests.filter { !own.contains($0.rule) }
        }
    }
}
