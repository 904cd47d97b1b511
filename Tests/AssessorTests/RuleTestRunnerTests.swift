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
}
