import Assessor
import Foundation
import Model
import Testing

/// Which mutants weak and strong cases notice.
@Suite struct MutationRunTests {
    fileprivate static let rules = """
        tuanthu: rules/1
        set: {id: small, version: 1.0.0, title: {vi: x, en: x}}
        sources:
          law:
            class: central_normative
            short: {vi: Luật, en: Law}
            title: {vi: Luật, en: Law}
            in_force: {from: 2015-01-01}
        parameters:
          limit: {type: period, value: P3M, label: {vi: hạn, en: limit}, source: law}
        definitions:
          begun: {type: boolean, label: {vi: đã làm, en: begun}, is: has(work.begun_on)}
        rules:
          - id: acts_in_time
            ref: {source: law, article: 1}
            title: {vi: x, en: x}
            text: {vi: x, en: x}
            applies: begun
            obligation: {kind: within, of: work.begun_on, period: param.limit, done: work.done_on}
            remedy: {vi: x, en: x}
            provenance: text

        """

    private static let head = """
        tuanthu: tests/1
        base:
          stated_on: 2020-12-31
          agency: {code: A}
          work: {begun_on: 2020-01-10, done_on: 2020-04-10}
        cases:

        """

    private static let onTheDay = """
          - {rule: acts_in_time, name: on the day, as_of: 2020-12-31, expect: {verdict: conform, timing: done_on_time}}

        """

    private static let theDayAfter = """
          - {rule: acts_in_time, name: the day after, as_of: 2020-12-31, set: {work.done_on: 2020-04-11}, expect: {timing: done_late}}

        """

    /// The operators whose mutants survive some cases, each once.
    private func survivors(_ cases: String) throws -> Set<String> {
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(Self.rules.utf8))])
        let file = RuleFile(name: "r.test.yaml", bytes: Array((Self.head + cases).utf8))
        let tests = try RuleTestLoader(library: library).load(file).get()
        let run = MutationRun(library: library, cases: [RuleMutantCases(tests, of: library)])
        let set = try #require(library.sets.first)
        let outcomes = library.mutants(of: set).map { (mutant: $0, outcome: run.outcome(of: $0)) }
        let score = MutationScore(set: set.id, outcomes: outcomes, equivalents: [])
        #expect(score.total == score.killed + score.listed + score.survivors.count)
        return Set(score.survivors.map { "\($0.subject) \($0.mutation.rawValue)" })
    }

    @Test func withoutACaseEverythingSurvivesThatNoListShows() throws {
        let found = try survivors("  []\n")
        #expect(
            found == [
                "acts_in_time move_boundary", "acts_in_time negate", "acts_in_time drop_guard",
                "acts_in_time force_guard", "acts_in_time change_grade", "begun negate", "limit change_period",
            ])
    }

    @Test func theDayOfTheTermAloneLeavesLongerTerms() throws {
        let found = try survivors(Self.onTheDay)
        #expect(
            found == [
                "acts_in_time move_boundary", "acts_in_time drop_guard", "acts_in_time change_grade",
                "limit change_period",
            ])
    }

    @Test func theDayAndTheDayAfterLeaveTheGuardAlone() throws {
        let found = try survivors(Self.onTheDay + Self.theDayAfter)
        #expect(found == ["acts_in_time drop_guard", "acts_in_time change_grade"])
    }

    @Test func idsTellMutantsApartAndDoNotChangeWithSpace() throws {
        let wide = Self.rules.replacingOccurrences(of: "is: has(work.begun_on)", with: "is: \"has(  work.begun_on )\"")
        let libraries = try [Self.rules, wide].map { text in
            try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(text.utf8))])
        }
        let ids = try libraries.map { library in try library.mutants(of: #require(library.sets.first)).map(\.id) }
        #expect(Set(ids[0]).count == ids[0].count)
        #expect(ids[0].filter { $0.hasPrefix("acts_in_time") } == ids[1].filter { $0.hasPrefix("acts_in_time") })
    }
}

/// When a score is enough: shares are compared as whole numbers.
@Suite struct MutationScoreTests {
    @Test(arguments: [
        (total: 100, killed: 95, equivalent: 0, isEnough: true),
        (total: 100, killed: 94, equivalent: 0, isEnough: false),
        (total: 100, killed: 93, equivalent: 3, isEnough: true),
        (total: 100, killed: 92, equivalent: 3, isEnough: false),
        (total: 100, killed: 96, equivalent: 4, isEnough: false),
        (total: 0, killed: 0, equivalent: 0, isEnough: true),
    ])
    func needsEnoughNoticed(_ total: Int, _ killed: Int, _ equivalent: Int, _ isEnough: Bool) throws {
        let rules = RuleFile(name: "r.yaml", bytes: Array(MutationRunTests.rules.utf8))
        let library = try SmallWorld.library(of: [rules])
        let parameter = try #require(library.parameters.values.first)
        let outcomes = (0..<total).map { number in
            let mutant = RuleMutant(
                mutation: .negate, set: "s", subject: "r", key: "k", before: "", after: "\(number)",
                replacement: .parameter(parameter))
            return (mutant: mutant, outcome: number < killed ? MutationRun.Outcome.listed : .survived)
        }
        let spared = Set(outcomes[killed..<(killed + equivalent)].map(\.mutant.id))
        #expect(MutationScore(set: "s", outcomes: outcomes, equivalents: spared).isEnough == isEnough)
    }
}
