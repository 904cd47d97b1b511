import Assessor
import CivilTime
import Foundation
import Model
import Testing

/// Each kind of mistake that loads is told, at its rule.
@Suite struct LibraryLintTests {
    private static let head = """
        tuanthu: rules/1
        set: {id: small, version: 1.0.0, title: {vi: x, en: x}}
        sources:
          law:
            class: central_normative
            short: {vi: Luật, en: Law}
            title: {vi: Luật, en: Law}
            checked: 2020-01-01
        definitions:
          begun_in_time:
            type: boolean
            label: {vi: đã làm, en: begun}
            is: has(work.begun_on) && work.begun_on < date("2020-01-01")
        rules:

        """

    private static func rule(_ id: String, _ keys: String) -> String {
        """
          - id: \(id)
            ref: {source: law, article: 1}
            title: {vi: x, en: x}
            text: {vi: x, en: x}
            \(keys)
            remedy: {vi: x, en: x}
            provenance: text

        """
    }

    private func problems(_ rules: String..., asOf day: String = "2020-12-31") throws -> [LintFinding.Problem] {
        let text = Self.head + rules.joined()
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(text.utf8))])
        let found = LibraryLint(library: library, asOf: try CivilDate.parse(day)).findings().map(\.problem)
        // The small vocabulary names nobody who could answer; one test looks at that alone.
        return found.filter { problem in
            if case .nobodyAnswers = problem { return false }
            return true
        }
    }

    @Test func tellsAFactThatNobodyIsNamedToAnswer() throws {
        let text = Self.head + Self.good
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array(text.utf8))])
        let found = LibraryLint(library: library, asOf: try CivilDate.parse("2020-12-31")).findings().map(\.problem)
        #expect(found == [.nobodyAnswers(rule: "good", fact: "work.done_on")])
    }

    private static let good = rule("good", "conform: has(work.done_on)")

    @Test func aSoundLibraryIsQuiet() throws {
        #expect(try problems(Self.good).isEmpty)
    }

    @Test(arguments: [
        (
            "applies: \"true\"\n    conform: has(work.done_on)",
            LintFinding.Problem.alwaysTrue(rule: "r", key: "applies")
        ),
        (
            "applies: has(work.begun_on) && !has(work.begun_on)\n    conform: has(work.done_on)",
            .neverTrue(rule: "r", key: "applies")
        ),
        ("applies: has(work.begun_on)\n    conform: \"!has(work.begun_on)\"", .neverMet(rule: "r")),
        (
            "applies: has(work.begun_on) && begun_in_time\n    conform: begun_in_time || has(work.done_on)",
            .alwaysMet(rule: "r")
        ),
        (
            "conform: has(work.begun_on) && work.begun_on < date(\"2020-01-01\") && has(work.done_on)",
            .repeatsDefinition(subject: "r", key: "conform", definition: "begun_in_time")
        ),
        ("conform: has( work.done_on )", .repeatsRule(rule: "r", other: "good")),
    ])
    func tellsAMistake(_ keys: String, _ expected: LintFinding.Problem) throws {
        #expect(try problems(Self.good, Self.rule("r", keys)) == [expected])
    }

    @Test(arguments: [("2021-01-01", true), ("2021-01-02", false)])
    func aSourceIsCheckedEveryYear(_ day: String, _ isFresh: Bool) throws {
        let found = try problems(Self.good, asOf: day)
        #expect(found.isEmpty == isFresh)
    }

    /// Ids are held against an earlier list of content: one that is gone is to be retired, one cited elsewhere may mean another thing.
    @Test func idsThatVanishOrAreCitedElsewhereAreTold() throws {
        func library(_ rules: String) throws -> RuleLibrary {
            try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array((Self.head + rules).utf8))])
        }
        func changes(_ rules: String) throws -> [LintFinding.Problem] {
            let earlier = RuleContent.text(
                of: try library(Self.good + Self.rule("other", "conform: has(work.begun_on)")))
            let lint = LibraryLint(library: try library(rules), asOf: try CivilDate.parse("2020-12-31"))
            return lint.changes(since: earlier).map(\.problem)
        }
        let other = Self.rule("other", "conform: has(work.begun_on)")
        #expect(try changes(Self.good + other) == [])
        #expect(try changes(Self.good) == [.vanished(rule: "other")])
        let moved = other.replacing("article: 1", with: "article: 2")
        #expect(try changes(Self.good + moved) == [.cited(rule: "other", was: "law 1", now: "law 2")])
        let retired = "retired:\n  other: {since: 2020-01-01, version: 1.0.0, meant: {vi: x, en: x}}\n"
        #expect(try changes(Self.good + retired) == [])
    }

    @Test func whomASetBindsIsLookedAtToo() throws {
        let bound = Self.head.replacing("{vi: x, en: x}}\nsources", with: "{vi: x, en: x}, binds: \"true\"}\nsources")
        #expect(bound != Self.head)
        let library = try SmallWorld.library(of: [RuleFile(name: "r.yaml", bytes: Array((bound + Self.good).utf8))])
        let found = LibraryLint(library: library, asOf: try CivilDate.parse("2020-12-31")).findings().map(\.problem)
        #expect(found.contains(.alwaysTrue(rule: "small", key: "binds")))
    }
}
