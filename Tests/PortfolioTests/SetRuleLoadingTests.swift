import Assessor
import Model
import Portfolio
import Testing

/// What can be wrong with a rule on a portfolio.
@Suite struct SetRuleLoadingTests {
    private static let head = """
        tuanthu: rules/1
        set: {id: t, version: 1.0.0, title: {vi: t, en: t}}
        sources:
          s: {class: central_normative, short: {vi: s, en: s}, title: {vi: s, en: s}}
        rules:
          - id: t.declared
            ref: {source: s}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            conform: qms.declarations.size() > 0
            remedy: {vi: t, en: t}
            provenance: text
        set_rules:
          - id: t.share
            ref: {source: s}
            title: {vi: t, en: t}
            text: {vi: t, en: t}
            counts: {vi: t, en: t}
            remedy: {vi: t, en: t}
            provenance: text

        """

    private static let rows: [(String, String)] = [
        ("over: units\nobligation: {kind: quota, share: 1, met: true}", "“1” is no share from 0 to 1"),
        ("over: units\nobligation: {kind: quota, share: 4/3, met: true}", "“4/3” is no share from 0 to 1"),
        ("over: units\nobligation: {kind: quota, met: true}", "“obligation” lacks the key “share”"),
        ("over: units\nobligation: {kind: quota, share: 1/3}", "just one of the keys met, before, by, per"),
        (
            "over: units\nobligation: {kind: quota, share: 1/3, met: true, by: 2020-01-01}",
            "just one of the keys met, before, by, per"
        ),
        ("over: units\nobligation: {kind: by, share: 1/3, met: true}", "“by” is no value of"),
        ("over: units\nobligation: {share: 1/3, met: true}", "“obligation” lacks the key “kind”"),
        ("over: agencies\nobligation: {kind: quota, share: 1/3, met: true}", "“agencies” is no value of"),
        ("obligation: {kind: quota, share: 1/3, met: true}", "“set rule” lacks the key “over”"),
        ("over: units\nobligation: {kind: quota, share: 1/3, met: system.id != ''}", "system"),
        ("over: units\nof: unit.klass == 'mandatory'\nobligation: {kind: quota, share: 1/3, met: true}", "`class`"),
        ("over: units\nof: unit.class == 'must'\nobligation: {kind: quota, share: 1/3, met: true}", "must"),
        (
            "over: units\napplies: unit.class == 'mandatory'\nobligation: {kind: quota, share: 1/3, met: true}", "unit"
        ),
        (
            "over: units\nverdicts: {d: t.declard}\nobligation: {kind: quota, share: 1/3, met: true}",
            "did you mean “t.declared”?"
        ),
        (
            "over: units\nverdicts: {d: t.declared}\nobligation: {kind: quota, share: 1/3, met: d == 'conforms'}",
            "conforms"
        ),
        (
            "over: units\nverdicts: {qms: t.declared}\nobligation: {kind: quota, share: 1/3, met: true}",
            "already means something else"
        ),
        (
            "over: units\nobligation: {kind: quota, share: 1/3, per: year, events: i in inspections, on: i.held_on}",
            "lacks the key “since”"
        ),
        (
            "over: units\nobligation: {kind: quota, share: 1/3, by: 2020-01-01}", "just one of the keys done, events"
        ),
        ("over: units\nobligation: {kind: quota, share: 1/3, met: true, late: nonconform}", "has no key “late”"),
    ]

    @Test(arguments: rows) func faultsAreTold(_ body: String, _ expected: String) throws {
        let indented = body.split(separator: "\n").map { "    \($0)\n" }.joined()
        let loaded = try ShippedRules.load(Self.head + indented)
        #expect(loaded.library == nil)
        let messages = loaded.diagnostics.map { "\($0.place?.position ?? ""): \($0.message(.en))" }
        #expect(messages.contains { $0.contains(expected) }, "\(messages)")
    }

    @Test func idsAreSharedWithOtherRules() throws {
        let text =
            Self.head.replacing("t.share", with: "t.declared")
            + "    over: units\n    obligation: {kind: quota, share: 1/3, met: true}\n"
        let loaded = try ShippedRules.load(text)
        #expect(loaded.diagnostics.count == 1)
    }

    /// Verdicts of a named rule are what an item counts by; those of units without a statement are open.
    @Test func verdictsOfARuleAreCounted() throws {
        let body = """
                over: units
                verdicts: {declared: t.declared}
                obligation: {kind: quota, share: 1/2, met: declared == "conform"}

            """
        let library = try #require(try ShippedRules.load(Self.head + body).library)
        let test = """
            tuanthu: tests/1
            register:
              stated_on: 2020-12-31
              units: [{code: A, statement: a.yaml}, {code: B, statement: b.yaml}, {code: C}]
            statements:
              a.yaml: {stated_on: 2020-12-31, qms: {declarations: [{decision: 1, date: 2015-07-04, edition: iso-9001-2008}]}}
              b.yaml: {stated_on: 2020-12-31, qms: {declarations: []}}
            cases:
              - rule: t.share
                name: one of three, one open
                as_of: 2020-12-31
                expect: {verdict: undetermined, met: 1..2, of: 3, missing: [B], open: [C], unlisted: []}
              - rule: t.share
                name: one of two
                as_of: 2020-12-31
                set: {units: [{code: A, statement: a.yaml}, {code: B, statement: b.yaml}]}
                expect: {verdict: conform, timing: none, met: 1, of: 2}
              - rule: t.share
                name: what is expected and does not come is told
                as_of: 2020-12-31
                expect: {verdict: conform}

            """
        let file = RuleFile(name: "t.test", bytes: Array(test.utf8))
        let cases = try #require(SetRuleTestLoader(library: library).load(file).value)
        #expect(RuleTestLoader(library: library).load(file).value?.isEmpty == true)
        let runner = SetRuleTestRunner(library: library)
        let results = cases.map { runner.run($0) }
        #expect(results.map(\.passed) == [true, true, false])
        #expect(results[2].unmet.count == 1 && results[2].surplus.count == 1)
    }

    @Test func everyShippedCaseIsOfAShippedRule() throws {
        let library = try #require(ShippedRules.library)
        #expect(library.setRules.map(\.id).contains("tt26.art33.2.b.units"))
        #expect(Set(library.portfolioProfile?.setRules ?? []) == Set(library.setRules.map(\.id)))
        // The standard profile has the letters and what provinces ask, and none of Circular 26.
        #expect(library.standardProfile?.setRules == ["letters.419.2.units", "daklak.switch.units"])
    }
}
