import Assessor
import Model
import Portfolio
import Testing

/// Whether cases notice that a rule on a portfolio is wrong.
@Suite struct SetRuleMutationTests {
    private static let rules = """
        tuanthu: rules/1
        set: {id: t, version: 1.0.0, title: {vi: t, en: t}}
        sources:
          s: {class: central_normative, short: {vi: s, en: s}, title: {vi: s, en: s}, in_force: {from: 2015-01-01, to: 2030-12-31}}
        definitions:
          must: {type: boolean, label: {vi: t, en: t}, ref: {source: s}, is: "agency.level == 'provincial_department'"}
        set_rules:
          - id: t.state
            ref: {source: s, article: 1}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            over: units
            counts: {vi: t, en: t}
            applies: portfolio.code == "T"
            of: unit.class == "mandatory" && must
            obligation: {kind: quota, share: 1/2, met: qms.declarations.size() > 0}
            remedy: {vi: t, en: t}
            provenance: text
          - id: t.fixed
            ref: {source: s, article: 2}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            over: units
            counts: {vi: t, en: t}
            obligation: {kind: quota, share: 100%, before: date("2020-06-30"), events: d in qms.declarations, on: d.date, where: d.edition == "iso-9001-2015"}
            remedy: {vi: t, en: t}
            provenance: text
          - id: t.yearly
            ref: {source: s, article: 3}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            over: units
            counts: {vi: t, en: t}
            obligation: {kind: quota, share: 1/3, per: year, since: date("2019-01-01"), events: i in inspections, on: i.held_on, where: i.form == "on_site"}
            remedy: {vi: t, en: t}
            provenance: text

        """

    private static let head = """
        tuanthu: tests/1
        register:
          stated_on: 2020-12-31
          portfolio: {code: T}
          units: [{code: A, class: mandatory, statement: a.yaml}, {code: B, class: mandatory, statement: b.yaml}, {code: C, class: mandated, statement: c.yaml}]
          inspections: []
        statements:
          a.yaml: {stated_on: 2020-12-31, agency: {code: A, level: provincial_department}, qms: {declarations: [{decision: 1, date: 2020-06-29, edition: iso-9001-2015}]}}
          b.yaml: {stated_on: 2020-12-31, agency: {code: B, level: provincial_department}, qms: {declarations: []}}
          c.yaml: {stated_on: 2020-12-31, agency: {code: C, level: ministry}, qms: {declarations: []}}
        cases:

        """

    /// What became of the mutants under some cases, those of each key counted.
    private func mutants(_ cases: String) throws -> (library: RuleLibrary, survivors: [RuleMutant], total: [RuleMutant])
    {
        let vocabulary = try #require(ShippedRules.vocabulary)
        let folder = RuleFolder(name: "t", files: [RuleFile(name: "t.yaml", bytes: Array(Self.rules.utf8))])
        let reading = RuleLibraryLoader.load(
            [folder], profiles: [], transitions: TransitionFiles(editions: [], folders: []), vocabulary: vocabulary)
        let library = try #require(reading.library, "\(reading.diagnostics.map { $0.message(.en) })")
        let loader = SetRuleTestLoader(library: library)
        let loaded = loader.load(RuleFile(name: "t.test.yaml", bytes: Array((Self.head + cases).utf8)))
        let tests = try #require(loaded.value, "\(loaded.diagnostics.map { $0.message(.en) })")
        let runner = SetRuleTestRunner(library: library)
        for test in tests { #expect(runner.run(test).passed, "\(test.name)") }
        let set = try #require(library.sets.first)
        let run = MutationRun(library: library, cases: [SetRuleMutantCases(tests, of: library)])
        let all = library.mutants(of: set)
        let survivors = all.filter { mutant in
            if case .survived = run.outcome(of: mutant) { true } else { false }
        }
        return (library, survivors, all)
    }

    /// Every part of a rule that decides what it comes to is made wrong; what the list of content shows is not asked of cases.
    @Test func everyPartIsMadeWrong() throws {
        let (_, survivors, all) = try mutants("  []\n")
        let keys = Set(all.map { "\($0.subject) \($0.key)" })
        #expect(
            keys == [
                "must is", "t.state applies", "t.state of", "t.state obligation.share", "t.state obligation.met",
                "t.state in_force.from", "t.state in_force.to", "t.state ref", "t.fixed obligation.share",
                "t.fixed obligation.date", "t.fixed obligation.kind", "t.fixed obligation.on",
                "t.fixed obligation.where",
                "t.fixed in_force.from", "t.fixed in_force.to", "t.fixed ref", "t.yearly obligation.share",
                "t.yearly obligation.since", "t.yearly obligation.per", "t.yearly obligation.on",
                "t.yearly obligation.where", "t.yearly in_force.from", "t.yearly in_force.to", "t.yearly ref",
            ])
        #expect(Set(all.map(\.id)).count == all.count)
        let asked = all.filter { !$0.key.hasPrefix("in_force") && $0.key != "ref" }
        #expect(survivors.map(\.id) == asked.map(\.id))
    }

    /// The case of a rule notices what is wrong with it and with the definition it uses, and nothing of the others.
    @Test func aCaseNoticesWhatIsItsOwn() throws {
        let (_, survivors, _) = try mutants(
            """
              - {rule: t.fixed, name: the last good day, as_of: 2020-06-29, set: {units: [{code: A, statement: a.yaml}]}, expect: {verdict: conform, timing: done_on_time, due: 2020-06-29, met: 1, of: 1}}

            """)
        let left = Set(survivors.map { "\($0.subject) \($0.key) \($0.mutation.rawValue)" })
        #expect(!left.contains("t.fixed obligation.kind swap_before_by"))
        #expect(!left.contains("t.fixed obligation.date move_boundary"))
        #expect(left.contains("t.state obligation.share change_period"))
        #expect(left.contains("must is negate"))
        let (_, fewer, _) = try mutants(
            """
              - {rule: t.state, name: half of two, as_of: 2020-12-31, expect: {verdict: conform, met: 1, of: 2, missing: [B]}}
              - {rule: t.state, name: of another portfolio, as_of: 2020-12-31, set: {portfolio: {code: U}}, expect: {verdict: not_applicable}}

            """)
        let rest = Set(fewer.map { "\($0.subject) \($0.key) \($0.mutation.rawValue)" })
        #expect(!rest.contains { $0.hasPrefix("must is negate") || $0.hasPrefix("t.state applies") })
        #expect(!rest.contains("t.state of drop_guard") && !rest.contains("t.state of force_guard"))
    }
}
