internal import Assessor
internal import ConcurrentMap
internal import Model
internal import Portfolio

/// The test cases beside the rules, all of which pass, and the mutants known to be no faults.
struct RuleCases {
    let library: RuleLibrary
    let tests: [RuleTest]
    /// The cases of rules on a portfolio.
    let setTests: [SetRuleTest]
    let equivalents: [EquivalentMutant]

    /// Reads the cases and runs them: a library whose cases fail cannot show what else they would notice.
    init(_ loaded: LoadedLibrary, _ language: Language) throws {
        library = loaded.library
        let loader = RuleTestLoader(library: library)
        tests = try Self.read(loaded.files.tests(), language) { loader.load($0) }
        let setLoader = SetRuleTestLoader(library: library)
        setTests = try Self.read(loaded.files.tests(), language) { setLoader.load($0) }
        equivalents = try Self.read(loaded.files.equivalentMutants(), language) { EquivalentMutantLoader.load($0) }
        let runner = RuleTestRunner(library: library)
        let setRunner = SetRuleTestRunner(library: library)
        let named = tests.map { ($0.place, $0.name) } + setTests.map { ($0.place, $0.name) }
        let passed = tests.concurrentMap { runner.run($0).passed } + setTests.concurrentMap { setRunner.run($0).passed }
        guard let failing = passed.firstIndex(of: false) else { return }
        let text = language == .vi ? "kiểm thử không đạt, cần sửa trước" : "this test fails; mend it first"
        throw CommandStop("\(named[failing].0.position): \(text): \(named[failing].1)")
    }

    private static func read<Item>(
        _ files: [RuleFile], _ language: Language, _ load: (RuleFile) -> Loaded<[Item]>
    ) throws -> [Item] {
        var items: [Item] = []
        for file in files {
            let read = load(file)
            LoadedLibrary.tell(read.diagnostics, language)
            guard let found = read.value else { throw CommandStop(.noVerdict) }
            items += found
        }
        return items
    }

    /// What became of the mutants of a set.
    func score(_ set: RuleSet, _ mutants: [RuleMutant]) -> MutationScore {
        let run = MutationRun(
            library: library,
            cases: [RuleMutantCases(tests, of: library), SetRuleMutantCases(setTests, of: library)])
        return MutationScore(
            set: set.id, outcomes: mutants.concurrentMap { (mutant: $0, outcome: run.outcome(of: $0)) },
            equivalents: Set(equivalents.map(\.id)))
    }

    /// The listed equivalents that are no mutant of any set.
    func unknownEquivalents(among mutants: Set<String>) -> [EquivalentMutant] {
        equivalents.filter { !mutants.contains($0.id) }
    }
}
