import Assessor
import CivilTime
import Model
import Testing

/// Counting back, against sums made by hand.
@Suite struct CountBackTests {
    /// On 31 March the writing comes next: 60 + 7 + 1 + 30 (use) + 3 (audit) + 7 (review) + 1 + 1 = 110 days; an audit that finds
    /// nothing needs no correction.
    @Test func theCriticalWay() throws {
        let statement = try WholeConversionTests.statement(on: "2020-03-31")
        let answer = try ShippedLibrary.assess(statement, on: "2020-03-31")
        let legal = try #require(answer.countBacks.first)
        #expect(legal.due.description == "2021-06-29")
        #expect(legal.slack == 455 - 110)
        #expect(legal.slackIfTaken == nil)
        #expect(
            legal.steps.map(\.id) == [
                "write", "approve", "issue", "apply", "train_auditors", "audit", "review", "confirm", "declare",
            ])
        // The auditors' training is beside the way: 29/06/2021 less 12 days for audit to declaration, less its own 2.
        let training = try #require(legal.steps.first { $0.id == "train_auditors" })
        #expect(!training.isCritical)
        #expect(training.latestStart.description == "2021-06-15")
        #expect(training.slack == 441)
        #expect(legal.critical?.id == "write")
        #expect(legal.critical?.latestStart.description == "2021-03-11")
        // The plan's own day, before 1 September 2020, is 153 days off.
        #expect(answer.countBacks.map(\.slack) == [345, 153 - 110])
    }

    @Test func tooLateByDays() throws {
        let answer = try ShippedLibrary.assess(
            try WholeConversionTests.statement(on: "2020-03-31"), on: "2020-03-31", takes: ["write": .days(120)])
        // The plan's day: 153 days less 170.
        #expect(answer.countBacks.map(\.slack) == [285, -17])
        #expect(answer.countBacks.last?.steps.first?.latestStart.description == "2020-03-14")
    }

    /// Taking more time never gives more to spare, and never a later latest start.
    @Test(arguments: ["write", "audit", "train_auditors", "declare"])
    func moreTimeNeverHelps(step: String) throws {
        let statement = try WholeConversionTests.statement(on: "2020-03-31")
        var last = Int.max
        for days in [1, 2, 30, 200, 600] as [UInt16] {
            let answer = try ShippedLibrary.assess(statement, on: "2020-03-31", takes: [step: .days(days)])
            let slack = try #require(answer.countBacks.first?.slack)
            #expect(slack <= last)
            #expect(answer.countBacks.first?.steps.allSatisfy { $0.slack >= slack } == true)
            last = slack
        }
    }

    @Test func onceDeclaredNothingIsCounted() throws {
        #expect(
            try ShippedLibrary.assess(try WholeConversionTests.statement(on: "2020-08-17"), on: "2020-08-17").countBacks
                .isEmpty)
    }
}
