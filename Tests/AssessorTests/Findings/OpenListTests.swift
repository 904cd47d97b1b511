import Assessor
import Model
import Testing

/// A list that may hold more than it shows decides only what does not depend on the rest.
@Suite struct OpenListTests {
    private static func verdict(_ condition: String, acts: String) throws -> Verdict {
        let text = """
            tuanthu: rules/1
            set: {id: small, version: 1.0.0, title: {vi: x, en: x}, uses: [], waivable: false, status: stable}
            sources:
              law: {class: central_normative, short: {vi: x, en: x}, title: {vi: x, en: x}, number: x, issued: 2010-01-01, in_force: {from: 2010-01-01}, checked: 2020-01-01}
            rules:
              - {id: r, ref: {source: law, article: 1}, title: {vi: x, en: x}, text: {vi: x, en: x}, conform: '\(condition)', remedy: {vi: x, en: x}, provenance: text}

            """
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(text.utf8))])
        let statement = try SmallWorld.statement("agency: {code: A}\nwork: {acts: \(acts)}\n")
        let context = try AssessmentContext(library: library)
        let findings = Assessor.assess(statement, in: context, asOf: statement.statedOn).findings
        return try #require(findings.first).verdict
    }

    private static let known = "{code: A1, passed: true}"

    @Test(arguments: [
        ("work.acts.exists(a, a.passed == true)", "[\(known), !unknown ]", Verdict.conform),
        ("work.acts.exists(a, a.passed == false)", "[\(known), !unknown ]", .undetermined),
        ("work.acts.all(a, a.passed == true)", "[\(known), !unknown ]", .undetermined),
        ("work.acts.all(a, a.passed == false)", "[\(known), !unknown ]", .nonconform),
        ("work.acts.exists(a, a != null)", "[\(known), !unknown ]", .conform),
        ("work.acts.exists(a, a != null)", "[!unknown ]", .undetermined),
        ("work.acts.exists(a, a != null)", "[{}]", .conform),
        ("work.acts.exists(a, a != null)", "[]", .nonconform),
        ("size(work.acts) == 1", "[\(known)]", .conform),
        ("latest(work.acts.map(a, a.held_on)) == null", "[!unknown ]", .undetermined),
        ("earliest(work.acts.map(a, a.held_on)) == null", "[]", .conform),
        ("size(work.acts) == 1", "[\(known), !unknown ]", .undetermined),
        ("work.acts == []", "[!unknown ]", .undetermined),
        ("work.acts.map(a, 1).exists(n, n == 1)", "[!unknown ]", .undetermined),
        ("work.acts.filter(a, true).size() > 0", "[!unknown ]", .undetermined),
        ("work.acts.exists_one(a, true)", "[!unknown ]", .undetermined),
        ("work.acts.exists(a, true)", "[!unknown ]", .undetermined),
        ("work.acts.all(a, false)", "[!unknown ]", .undetermined),
    ])
    func decidesOnlyWhatTheRestCannotChange(_ condition: String, _ acts: String, _ expected: Verdict) throws {
        #expect(try OpenListTests.verdict(condition, acts: acts) == expected)
    }
}
