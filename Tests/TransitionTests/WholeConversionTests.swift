import Assessor
import CivilTime
import Foundation
import Model
import Testing

/// An invented agency through a whole conversion, on seven days.
@Suite struct WholeConversionTests {
    /// The statement, made on a day: what lies after it is not seen.
    static func statement(
        on day: String = "2020-12-31", _ change: (String) -> String = { $0 }
    ) throws -> Statement {
        let url = ShippedLibrary.fixtures.appendingPathComponent("conversion.yaml")
        let text = try String(contentsOf: url, encoding: .utf8)
        let stated = text.replacing("stated_on: 2020-12-31", with: "stated_on: \(day)")
        return try ShippedLibrary.statement(change(stated), name: "conversion.yaml")
    }

    struct Day: Sendable, CustomTestStringConvertible {
        let day: String
        /// The steps done by then, in order.
        let done: [String]
        let next: [String]
        let law: CompletionAnswer.Answer
        let work: String?
        var testDescription: String { day }
    }

    static let built = ["write", "approve", "issue", "apply"]
    static let days = [
        Day(day: "2019-12-31", done: [], next: ["board"], law: .notComplete, work: "convert"),
        Day(
            day: "2020-01-31", done: ["board", "plan"], next: ["brief", "gap_review", "train_auditors"],
            law: .notComplete, work: "convert"),
        Day(
            day: "2020-03-31", done: ["board", "plan", "brief", "gap_review"], next: ["write", "train_auditors"],
            law: .notComplete, work: "convert"),
        Day(
            day: "2020-06-15", done: ["board", "plan", "brief", "gap_review"] + built + ["train_auditors"],
            next: ["audit"], law: .notComplete, work: "convert"),
        Day(
            day: "2020-07-10",
            done: ["board", "plan", "brief", "gap_review"] + built + ["train_auditors", "audit"], next: ["correct"],
            law: .notComplete, work: "convert"),
        Day(
            day: "2020-08-17",
            done: ["board", "plan", "brief", "gap_review"] + built
                + ["train_auditors", "audit", "correct", "review", "confirm", "declare"],
            next: ["notify", "post", "publish"], law: .complete, work: nil),
        Day(
            day: "2020-12-31",
            done: ["board", "plan", "brief", "gap_review"] + built
                + [
                    "train_auditors", "audit", "correct", "review", "confirm", "declare", "notify", "post", "publish",
                ], next: [], law: .complete, work: nil),
    ]

    @Test(arguments: days)
    func stepsWorkAndLaw(day: Day) throws {
        let answer = try ShippedLibrary.assess(try Self.statement(on: day.day), on: day.day)
        #expect(answer.done == day.done)
        #expect(answer.next.map(\.step.id) == day.next)
        #expect(answer.law.answer == day.law)
        #expect(answer.orderFaults.isEmpty)
        switch answer.work {
        case .known(let work): #expect(work.id == day.work)
        case .nothingLeft: #expect(day.work == nil)
        case .notKnown, .failed: Issue.record("\(answer.work)")
        }
    }

    /// A later day never takes back what was done.
    @Test func doneStepsStayDone() throws {
        var before: [String] = []
        for day in Self.days {
            let done = try ShippedLibrary.assess(try Self.statement(on: day.day), on: day.day).done
            #expect(Set(before).isSubset(of: done))
            before = done
        }
    }

    @Test func milestonesAgainstThePlan() throws {
        let early = try #require(
            try ShippedLibrary.assess(try Self.statement(on: "2020-03-31"), on: "2020-03-31").plans.plans.first)
        #expect(early.unnamedSteps == [])
        #expect(early.milestones?[1].owner == "Văn phòng")
        let late = try #require(try ShippedLibrary.assess(try Self.statement(), on: "2020-12-31").plans.plans.first)
        let words = late.milestones?.map { milestone -> String in
            switch milestone.state {
            case .done(let date, let inTime): "\(date) \(inTime)"
            case .ahead: "ahead"
            case .behind: "behind"
            case .continuing: "continuing"
            case .notKnown: "not known"
            }
        }
        // Documents were planned for April, then May, and in use in June; correction and review ran into August.
        #expect(
            words == [
                "2020-01-20 yes", "2020-02-20 yes", "2020-06-01 no", "2020-08-03 no", "2020-08-20 yes", "continuing",
            ])
        #expect(late.milestones?[2].baseline?.description == "2020-04")
    }

    @Test func documentsAreMatchedByKindThenByClause() throws {
        let answer = try ShippedLibrary.assess(try Self.statement(), on: "2020-12-31").documents
        #expect(answer.knowledge == .complete)
        let listed = answer.actions.filter { $0.key != nil }
        #expect(
            listed.map { "\($0.key ?? "") \($0.kind.rawValue) \($0.row?.kind ?? "-")" } == [
                "STCL retire quality_manual", "CSCL edit policy_paper", "MTCL keep objectives_paper",
                "QT-05 edit audit_procedure",
            ])
        // The scope alone is asked for always and not listed.
        #expect(answer.actions.filter { $0.kind == .missing }.map { $0.row?.kind } == ["scope_paper"])
    }

    @Test func aManualIsNeverAFinding() throws {
        let kinds = try ShippedLibrary.assess(
            try Self.statement { $0.replacing("    - {code: STCL", with: "    # {code: STCL") }, on: "2020-12-31")
        #expect(!kinds.documents.actions.contains { $0.row?.kind == "quality_manual" })
    }

    @Test func declaringBeforeTheReviewIsOutOfOrder() throws {
        let change = { (text: String) in text.replacing("held_on: 2020-08-03", with: "held_on: 2020-09-01") }
        let statement = try Self.statement(change)
        let answer = try ShippedLibrary.assess(statement, on: "2020-12-31")
        let faults = answer.orderFaults.map { "\($0.step) \($0.before) \($0.order.rawValue)" }
        // The confirmation came before the review too; that order is inferred.
        #expect(faults == ["confirm review inferred", "declare review text"])
        let early = try ShippedLibrary.assess(try Self.statement(on: "2020-08-17", change), on: "2020-08-17")
        #expect(
            early.orderFaults.map(\.kind) == [
                .withoutIt(StatedDate(try CivilDate.parse("2020-08-10"))),
                .withoutIt(StatedDate(try CivilDate.parse("2020-08-17"))),
            ])
    }

    /// An audit report that still names the 2008 edition, and records older than the documents they prove.
    @Test func recordsThatDoNotProve() throws {
        let old = try Self.statement { text in
            text.replacing(
                "held_on: 2020-07-06\n      edition: iso-9001-2015",
                with: "held_on: 2020-07-06\n      edition: iso-9001-2008")
        }
        let named = try ShippedLibrary.assess(old, on: "2020-12-31")
        let told = named.checks.filter { $0.verdict == .nonconform }.map { "\($0.rule.id) \($0.item?.key ?? "-")" }
        #expect(told == ["iso-9001-2015.9.2.2.b 2020-07-06"])
        #expect(named.notDone == ["audit", "maintain"])
        let early = try Self.statement { $0.replacing("held_on: 2020-08-03", with: "held_on: 2020-05-17") }
        let answer = try ShippedLibrary.assess(early, on: "2020-12-31")
        #expect(answer.checks.filter { $0.verdict == .nonconform }.map(\.rule.id) == ["iso-9001-2015.4.4.2.k"])
        #expect(
            answer.orderFaults.map { "\($0.step) \($0.before)" } == ["review audit", "review correct"])
        // As they should be, neither says anything.
        let sound = try ShippedLibrary.assess(try Self.statement(), on: "2020-12-31")
        #expect(!sound.checks.contains { $0.verdict == .nonconform })
    }

    @Test func aVagueDayLeavesTheOrderOpen() throws {
        let statement = try Self.statement { $0.replacing("held_on: 2020-08-03", with: "held_on: 2020-08") }
        let answer = try ShippedLibrary.assess(statement, on: "2020-12-31")
        #expect(
            answer.orderFaults.map { "\($0.step) \($0.before) \($0.isOpen)" } == [
                "confirm review true", "declare review true",
            ])
    }

    /// What was not done when the statement was made may have been done since.
    @Test func nothingIsKnownAfterTheStatement() throws {
        let statement = try Self.statement(on: "2020-07-10") { text in
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let second = lines.firstIndex { $0.contains("61/QĐ-CC") } ?? 0
            lines.removeSubrange(second..<(lines.firstIndex { $0.contains("tthc: []") } ?? second))
            lines.removeAll { line in ["2020-08-03", "2020-08-10"].contains { line.contains($0) } }
            return lines.joined(separator: "\n").replacing("corrected_on: 2020-07-20", with: "corrected_on: !none ")
                .replacing("management_reviews:", with: "management_reviews: []")
                .replacing("confirmations:", with: "confirmations: []")
        }
        let then = try ShippedLibrary.assess(statement, on: "2020-07-10")
        #expect(then.notDone == ["correct", "review", "confirm", "declare", "notify", "post", "publish", "maintain"])
        let later = try ShippedLibrary.assess(statement, on: "2021-07-01")
        #expect(later.notDone == [])
        #expect(later.done.starts(with: ["board", "plan"]))
        #expect(later.law.answer != .notComplete && later.substance.answer != .notComplete)
    }

    @Test func anAgencyWithoutAWebsiteNeedNotPublish() throws {
        let statement = try Self.statement {
            $0.replacing("website: https://chicuc.vidu.example", with: "website: !none")
        }
        for day in ["2020-08-17", "2020-12-31", "2021-07-01"] {
            #expect(try ShippedLibrary.assess(statement, on: day).notNeeded == ["publish"])
        }
    }

    @Test func neverDeclaredMeansNothingCarriesOver() throws {
        let statement = try Self.statement { text in
            text.replacing("edition: iso-9001-2008\n      status", with: "edition: iso-9001-2015\n      status")
        }
        let answer = try ShippedLibrary.assess(statement, on: "2020-06-15")
        #expect(answer.hasDeclaredLeft == .no)
        #expect(!answer.clauses.contains { $0.fate == .stands || $0.fate == .again })
    }
}
