import Assessor
import CivilTime
import Model
import Testing

/// The science department of Kon Tum, from the news item of 23 October 2019 alone. Every expectation was made by hand from it.
@Suite struct KonTumTests {
    static let example = "examples/kon-tum-so-khcn/statement.yaml"
    /// What the item says nothing of, whatever the day.
    static let silent = [
        "board", "brief", "gap_review", "write", "approve", "issue", "apply", "train_auditors", "audit", "correct",
        "review", "confirm", "publish", "maintain",
    ]

    @Test func onTheDayOfTheNews() throws {
        let answer = try ShippedLibrary.assess(try ShippedLibrary.statement(Self.example), on: "2019-10-23")
        #expect(answer.done == ["plan"])
        #expect(answer.day("plan") == "2019-10-02")
        // Both declarations of 2015 are to the old edition, and the list is complete.
        #expect(answer.notDone == ["declare", "notify", "post"])
        #expect(answer.notKnown == Self.silent)
        #expect(answer.law.answer == .notComplete)
        #expect(answer.law.failing.map(\.verdict) == [.pending])
        #expect(answer.substance.answer == .notShown)
        #expect(answer.substance.absent.count == answer.transition.gates[.substance]?.count)
        #expect(answer.hasDeclaredLeft == .yes)
        // Whether the declarations are still in effect is not said.
        guard case .notKnown(let work, let missing) = answer.work else {
            Issue.record("the class of work is known: \(answer.work)")
            return
        }
        #expect(work.id == "build")
        #expect(missing.map(\.path.dotted) == ["qms.declarations[0].status", "qms.declarations[1].status"])
        #expect(answer.orderFaults.map { "\($0.step) \($0.before) \($0.isOpen)" } == ["plan board true"])
        #expect(answer.documents.knowledge == .absent)
    }

    @Test(arguments: ["2020-06-15", "2021-07-01"])
    func afterTheNewsWhatMayHaveHappenedIsUndetermined(day: String) throws {
        let answer = try ShippedLibrary.assess(try ShippedLibrary.statement(Self.example), on: day)
        #expect(answer.done == ["plan"])
        #expect(answer.notDone == [])
        #expect(answer.notKnownSince == ["declare", "notify", "post"])
        #expect(answer.notKnown == Self.silent)
        #expect(answer.law.answer == .notShown)
        #expect(answer.substance.answer == .notShown)
        let states = answer.plans.plans.first?.milestones?.map(\.state)
        #expect(states?.contains(.behind) == false, "a news item of 2019 makes nobody late later")
    }

    @Test func thePlanNamesNoConfirmationNoticeOrPosting() throws {
        let answer = try ShippedLibrary.assess(try ShippedLibrary.statement(Self.example), on: "2020-06-15")
        // The province's plan is not the agency's own.
        #expect(answer.plans.plans.count == 1)
        let plan = try #require(answer.plans.plans.first)
        let planned = plan.milestones?.map { $0.planned?.description ?? "-" }
        #expect(planned == ["2019-10", "2019-11", "2019-11/2020-05", "2020-06", "2020-06", "2020-07", "-"])
        #expect(
            plan.unnamedSteps
                == ["approve", "issue", "audit", "correct", "review", "confirm", "notify", "post", "publish"])
    }

    @Test func bothDaysAreCountedBackFrom() throws {
        let answer = try ShippedLibrary.assess(try ShippedLibrary.statement(Self.example), on: "2019-10-23")
        // Letter 419: before 30 June 2021. The department's own plan: before 31 December 2020.
        #expect(answer.countBacks.map(\.due.description) == ["2021-06-29", "2020-12-30"])
        // Board 7, gap review 14, writing 60, approval 7, issue 1, use 30, audit 3, correction 14, review 7, confirmation 1,
        // declaration 1: 145 days; the plan is done and takes none. 23/10/2019 to 29/06/2021 is 615 days.
        #expect(answer.countBacks.map(\.slack) == [615 - 145, 434 - 145])
        #expect(answer.countBacks.first?.critical?.id == "board")
        #expect(answer.countBacks.first?.critical?.latestStart.description == "2021-02-04")
        // If all that is not known was done, the declaration alone is left.
        #expect(answer.countBacks.map(\.slackIfTaken) == [614, 433])
    }
}

extension OrderFault {
    /// Whether it is only possible.
    var isOpen: Bool {
        if case .undetermined = kind { true } else { false }
    }
}
