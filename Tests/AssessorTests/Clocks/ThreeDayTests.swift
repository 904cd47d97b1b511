import Assessor
import CivilTime
import Foundation
import Model
import Testing

/// Every clock of Circular 26 and of Decision 19 has cases for the day before, the day and the day after.
@Suite struct ThreeDayTests {
    /// The places of Circular 26 that set a time, from its text: article, clause, point. 33.2.b, a share of many agencies, is counted
    /// in QuotaTests; 44.1, when the Circular took effect, in cases of 37.2.c.
    static let articles = [
        "4.3", "7.2.i", "7.2.k", "16.1", "16.2", "16.3", "18.1", "19.1", "19.2", "19.3", "20.2", "20.3", "21.2",
        "22.1.h",
        "22.1.k", "22.2.e", "22.2.g", "23.3", "26", "27.1", "27.2", "27.3", "28.2", "31.6", "32.3", "33.2", "34.1",
        "37.1",
        "37.2", "38.1", "38.2", "40.1", "41.4", "42.3", "42.4", "45.1", "45",
    ]

    @Test func everyTimeOfTheCircularHasAClock() throws {
        let library = try ClockLibrary.library()
        let cited = library.rules.flatMap { [$0.citation] + $0.furtherCitations }
            .filter { $0.source == "tt-26-2014" }
            .map { [$0.article, $0.clause, $0.point].compactMap(\.self).joined(separator: ".") }
        #expect(Set(Self.articles).subtracting(cited) == [])
    }

    @Test func everyClockOfTheCircularHasItsThreeDays() throws {
        let library = try ClockLibrary.library()
        let cases = try ClockCaseTests.files.flatMap { try ClockLibrary.cases($0, library) }
        try check(library, cases)
    }

    /// The same of the rule sets that ship, each with the tests beside it.
    @Test func everyShippedClockHasItsThreeDays() throws {
        let library = try ShippedRules.library()
        let cases = try ShippedRules.testFiles().flatMap { try RuleTestLoader(library: library).load($0).get() }
        #expect(cases.count > 100)
        try check(library, cases)
    }

    /// How far from its last good day each duty that has one was looked at.
    private func check(_ library: RuleLibrary, _ cases: [RuleTest]) throws {
        var clocks = 0
        for rule in library.rules {
            guard case .obligation(let obligation) = rule.requirement, obligation.kind.hasLastDay else { continue }
            clocks += 1
            var days: Set<Int> = []
            for test in cases where test.rule == rule.id {
                let context = try AssessmentContext(
                    testing: test.rule, in: library, interpretations: test.interpretations, holidays: test.holidays)
                for finding in Assessor.assess(test.statement, in: context, asOf: test.asOf).findings {
                    if let due = finding.timing.due { days.insert(due - test.asOf) }
                    // Done the day before, on the day, the day after: as near to the last day.
                    if let left = finding.timing.days { days.insert(left) }
                }
            }
            // What is due on the day of its event is not called for on the day before.
            let wanted: Set<Int> = obligation.kind.beginsOnItsLastDay ? [0, -1] : [1, 0, -1]
            #expect(wanted.subtracting(days) == [], "\(rule.id): \(days.sorted().prefix(20))")
        }
        #expect(clocks > 5)
    }
}

extension ObligationKind {
    fileprivate var beginsOnItsLastDay: Bool { if case .atOnce(_, .sameDay) = self { true } else { false } }

    /// Whether there is a day after which a duty of this kind is late.
    fileprivate var hasLastDay: Bool {
        switch self {
        case .fixed, .within, .atLeast, .monthWindow, .workingDays, .aheadOf, .expiry, .throughout: true
        case .onEventNoTerm, .beforeStep: false
        case .atOnce(_, let limit): limit != nil
        }
    }
}
