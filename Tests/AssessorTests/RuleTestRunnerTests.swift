import Assessor
import Model
import Testing

/// The runner of rule tests notices what is wrong with an expectation.
@Suite struct RuleTestRunnerTests {
    private func passes(_ expectation: String) throws -> Bool {
        let text = """
            tuanthu: tests/1
            base:
              stated_on: 2020-07-01
              agency: {code: A}
              work: {begun_on: 2019-01-01, acts: [{held_on: 2019-03-01}]}
            cases:
              - {rule: yearly, name: x, as_of: 2020-07-01, expect: \(expectation)}

            """
        let loader = RuleTestLoader(library: try SmallWorld.library())
        let tests = try loader.load(RuleFile(name: "x.test.yaml", bytes: Array(text.utf8))).get()
        let test = try #require(tests.first)
        return RuleTestRunner(library: try SmallWorld.library()).run(test).passed
    }

    @Test(arguments: [
        ("[{verdict: conform}, {verdict: pending}]", true),
        ("[{verdict: pending}, {verdict: conform}]", true),
        ("[{occurrence: 2019-01-01, due: 2019-12-31, days: 305}, {occurrence: 2020-01-01, level: note}]", true),
        ("[{verdict: conform}]", false),
        ("[{verdict: conform}, {verdict: pending}, {verdict: pending}]", false),
        ("[{verdict: conform}, {verdict: conform}]", false),
        ("[{verdict: conform, days: 304}, {verdict: pending}]", false),
        ("[{verdict: conform, due: 2019-12-30}, {verdict: pending}]", false),
        ("[{verdict: conform, timing: done_late}, {verdict: pending}]", false),
        ("[{verdict: conform, level: note}, {verdict: pending}]", false),
        ("[{verdict: conform, occurrence: 2018-01-01}, {verdict: pending}]", false),
        ("[{verdict: conform, item: x}, {verdict: pending}]", false),
        ("[{verdict: conform, missing: [work.acts]}, {verdict: pending}]", false),
        ("[{verdict: conform, history: true}, {verdict: pending}]", false),
    ])
    func noticesWhatDiffers(_ expectation: String, _ passes: Bool) throws {
        #expect(try self.passes(expectation) == passes)
    }

    // MARK: A rule's own sentence, and the age of a duty without a term

    private static let rules = """
        tuanthu: rules/1
        set: {id: small, version: 1.0.0, title: {vi: x, en: x}}
        sources:
          law: {class: central_normative, short: {vi: Luật, en: Law}, title: {vi: Luật, en: Law}}
        rules:
          - id: told
            ref: {source: law, article: 1}
            title: {vi: x, en: x}
            text: {vi: x, en: x}
            conform: work.begun_on < date("2019-01-01")
            because:
              nonconform: {vi: "Bắt đầu ngày {work.begun_on}.", en: "Begun on {work.begun_on}."}
            remedy: {vi: x, en: x}
            provenance: text
          - id: aged
            ref: {source: law, article: 2}
            title: {vi: x, en: x}
            text: {vi: x, en: x}
            obligation: {kind: on_event_no_term, of: work.begun_on, done: work.done_on}
            remedy: {vi: x, en: x}
            provenance: text

        """

    @Test(arguments: [
        ("told", "{verdict: nonconform, says: {vi: \"ngày 2019-01-01.\", en: \"Begun on 2019-01-01.\"}}", true),
        ("told", "{verdict: nonconform, says: {en: Begun}}", true),
        ("told", "{verdict: nonconform, says: {en: begun}}", false),
        ("told", "{verdict: nonconform, says: {vi: Begun}}", false),
        ("told", "{verdict: nonconform, age: 0}", false),
        ("aged", "{verdict: pending, age: 547}", true),
        ("aged", "{verdict: pending, age: 546}", false),
        ("aged", "{verdict: pending, says: {vi: x}}", false),
    ])
    func comparesSentencesAndAges(_ rule: String, _ expectation: String, _ passes: Bool) throws {
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(Self.rules.utf8))])
        let text = """
            tuanthu: tests/1
            base:
              stated_on: 2020-07-01
              agency: {code: A}
              work: {begun_on: 2019-01-01, done_on: !none }
            cases:
              - {rule: \(rule), name: x, as_of: 2020-07-01, expect: \(expectation)}

            """
        let tests = try RuleTestLoader(library: library).load(RuleFile(name: "x.test.yaml", bytes: Array(text.utf8)))
            .get()
        let test = try #require(tests.first)
        #expect(RuleTestRunner(library: library).run(test).passed == passes)
    }
}
