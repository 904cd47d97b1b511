import Assessor
import CivilTime
import Model
import Testing

/// What holds of every clock, whatever the dates.
@Suite struct ClockPropertyTests {
    /// A rule, and how its event is stated for item `n` on a day.
    struct Clock: Sendable, CustomTestStringConvertible {
        let rule: String
        let list: String
        let item: @Sendable (Int, CivilDate) -> String

        var testDescription: String { rule }
    }

    static let clocks: [Clock] = [
        Clock(rule: "c26.art37.2.c", list: "inspections") { n, day in
            "{record: N\(n), ended_on: \(day), signed_on: \(day), corrected_on: !none }"
        },
        Clock(rule: "c26.art38.2.same_day", list: "inspections", item: ended),
        Clock(rule: "c26.art38.2.next_day", list: "inspections", item: ended),
        Clock(rule: "c26.art38.2.next_working_day", list: "inspections", item: ended),
        Clock(rule: "c26.art4.3", list: "tthc_decisions") { n, day in
            "{number: N\(n), signed_on: \(day), posted_on: !none }"
        },
        Clock(rule: "d63.art15", list: "tthc_decisions") { n, day in
            "{number: N\(n), signed_on: !none , effective_on: \(day)}"
        },
        Clock(rule: "c26.art16.2", list: "cards") { n, day in
            "{number: N\(n), granted_on: \(day), renewal_filed_on: !none }"
        },
        Clock(rule: "c26.art18", list: "cards") { n, day in
            "{number: N\(n), granted_on: 2189-01-01, valid_to: \(day), renewal_filed_on: !none }"
        },
    ]

    private static let ended: @Sendable (Int, CivilDate) -> String = { n, day in
        "{record: N\(n), ended_on: \(day), results_sent_on: !none }"
    }

    /// A later event never gives an earlier deadline, on any reading.
    @Test(arguments: clocks)
    func laterEventsHaveNoEarlierDeadlines(_ clock: Clock) throws {
        let start = try CivilDate.parse("2190-01-01")
        let asOf = try CivilDate.parse("2190-12-31")
        var random = SplitMix64(seed: 7)
        let offsets = (0..<90).map { _ in Int.random(in: 0...340, using: &random) }.sorted()
        let days = offsets.compactMap { start.adding(days: $0) }
        let items = days.enumerated().map { clock.item($0, $1) }.joined(separator: ", ")
        let statement = try ClockLibrary.statement("\(clock.list): [\(items)]", on: asOf)
        let library = try ClockLibrary.library()
        for firstDay in ["counted", "not_counted"] {
            for lastDay in ["stays", "moves"] {
                for ahead in ["counted_back", "clear_days"] {
                    let context = try AssessmentContext(
                        testing: clock.rule, in: library,
                        interpretations: ["first_day": firstDay, "last_day": lastDay, "ahead": ahead],
                        holidays: try ClockLibrary.calendar())
                    let findings = Assessor.assess(statement, in: context, asOf: asOf).findings
                    let dues = findings.compactMap(\.timing.due)
                    #expect(dues.count > 60)
                    #expect(zip(dues, dues.dropFirst()).allSatisfy { $0 <= $1 }, "\(dues)")
                }
            }
        }
    }

    /// A year without a file is undetermined and names its file, in the finding and in its sentence.
    @Test func missingYearNamesItsFile() throws {
        let library = try ClockLibrary.library()
        let asOf = try CivilDate.parse("2191-12-31")
        for done in ["!none ", "2191-08-06", "2191-08-30"] {
            let facts = "tthc_decisions: [{number: 1/QĐ, signed_on: 2191-08-06, posted_on: \(done)}]"
            let statement = try ClockLibrary.statement(facts, on: asOf)
            for holidays in [nil, try ClockLibrary.calendar()] {
                let context = try AssessmentContext(testing: "c26.art4.3", in: library, holidays: holidays)
                let finding = try #require(Assessor.assess(statement, in: context, asOf: asOf).findings.first)
                #expect(finding.verdict == .undetermined)
                #expect(finding.timing.due == nil)
                #expect(finding.timing.missingHolidays == 2191)
                #expect(HolidayYear.fileName(2191) == "holidays-2191.yaml")
            }
        }
    }

    /// Deleting what the statement says of a clock's facts leaves no verdict but undetermined.
    @Test(arguments: clocks)
    func silenceIsUndetermined(_ clock: Clock) throws {
        let asOf = try CivilDate.parse("2190-12-31")
        let statement = try ClockLibrary.statement("\(clock.list): !unknown ", on: asOf)
        let context = try AssessmentContext(testing: clock.rule, in: try ClockLibrary.library())
        let findings = Assessor.assess(statement, in: context, asOf: asOf).findings
        #expect(findings.map(\.verdict) == [.undetermined])
    }

    /// Under rolling years a list that may hold more gives no due date before the day of the assessment.
    @Test func rollingYearsOfAnOpenListHaveNoOldDueDate() throws {
        let library = try ClockLibrary.library()
        let asOf = try CivilDate.parse("2020-06-15")
        for audits in ["", ", audits: [{held_on: 2017-03-01}, !unknown ]", ", audits: !unknown "] {
            let statement = try ClockLibrary.statement("declared_on: 2015-07-04\(audits)", on: asOf)
            let context = try AssessmentContext(
                testing: "d19.art4.4.b", in: library, interpretations: ["year": "rolling"])
            let findings = Assessor.assess(statement, in: context, asOf: asOf).findings
            #expect(!findings.isEmpty)
            for finding in findings where finding.verdict == .undetermined {
                #expect(finding.timing.due.map { $0 >= asOf } ?? true)
                #expect(finding.timing.due != nil || finding.timing.days == nil)
            }
        }
    }

    private static let library = Result { try ClockLibrary.library() }

    private func findings(_ rule: String, _ facts: String, on day: String, _ readings: [String: String]) throws
        -> [Finding]
    {
        let asOf = try CivilDate.parse(day)
        let context = try AssessmentContext(
            testing: rule, in: try Self.library.get(), interpretations: readings, holidays: nil)
        return Assessor.assess(try ClockLibrary.statement(facts, on: asOf), in: context, asOf: asOf).findings
    }

    private func days(_ count: Int, from: String, _ random: inout SplitMix64) throws -> [CivilDate] {
        let start = try CivilDate.parse(from)
        let drawn = (0..<count).compactMap { _ in start.adding(days: Int.random(in: 0...700, using: &random)) }
        return Set(drawn).sorted()
    }

    static let recurring = ["d19.art4.4.b", "d19.every_quarter", "d19.every_month", "c26.art33.2", "c26.art34.1"]

    private static func acts(_ rule: String, _ days: [CivilDate]) -> String {
        switch rule {
        case "c26.art33.2": "inspections: [\(days.map { "{record: B\($0), ended_on: \($0)}" }.joined(separator: ", "))]"
        case "c26.art34.1": "inspection_plans: [\(days.map { "{sent_on: \($0)}" }.joined(separator: ", "))]"
        default: "audits: [\(days.map { "{held_on: \($0)}" }.joined(separator: ", "))]"
        }
    }

    /// A duty of every year, quarter or month: a later beginning, or a later act, never makes the next due day an earlier one.
    @Test(arguments: recurring)
    func laterActsHaveNoEarlierDeadlines(rule: String) throws {
        var random = SplitMix64(seed: 11)
        for reading in ["calendar", "rolling"] {
            var last: (since: CivilDate, act: CivilDate) = (.min, .min)
            for (since, act) in zip(
                try days(25, from: "2014-06-01", &random), try days(25, from: "2017-01-01", &random))
            {
                let begun = try findings(
                    rule, "declared_on: \(since), \(Self.acts(rule, []))", on: "2019-06-30", ["year": reading])
                let first = try #require(begun.compactMap(\.timing.due).min())
                #expect(first >= last.since, "\(reading) since \(since)")
                let held = try findings(
                    rule, "declared_on: 2014-06-01, \(Self.acts(rule, [act]))", on: "2019-06-30", ["year": reading])
                let next = try #require(held.compactMap(\.timing.due).max())
                #expect(next >= last.act, "\(reading) act \(act)")
                last = (first, next)
            }
        }
    }

    /// A validity that has to hold from later on never leaves an earlier gap.
    @Test func aLaterEngagementHasNoEarlierGap() throws {
        var random = SplitMix64(seed: 13)
        var last = CivilDate.min
        for day in try days(40, from: "2018-01-01", &random) {
            let facts =
                "engagements: [{name: E, started_on: \(day), ended_on: !none , confirmations: ["
                + "{number: A, granted_on: 2018-03-01, valid_to: 2018-09-30}, {number: B, granted_on: 2018-11-01, valid_to: 2019-12-31}]}]"
            let due = try #require(try findings("c26.art41.4", facts, on: "2020-06-30", [:]).first?.timing.due)
            #expect(due >= last, "\(day)")
            last = due
        }
    }

    /// A period keeps its key, and its finding its fingerprint, when an act is added or taken away: by calendar all of them, by
    /// rolling years those that begin no later than the act.
    @Test(arguments: recurring)
    func occurrenceKeysSurviveEdits(rule: String) throws {
        var random = SplitMix64(seed: 17)
        for reading in ["calendar", "rolling"] {
            for _ in 0..<12 {
                let acts = try days(4, from: "2017-01-01", &random)
                let added = acts[Int.random(in: 0..<acts.count, using: &random)]
                let fewer = acts.filter { $0 != added }
                let sides = try [acts, fewer].map { acts in
                    try findings(
                        rule, "declared_on: 2016-03-15, \(Self.acts(rule, acts))", on: "2019-06-30", ["year": reading])
                }
                let keys = sides.map { findings in
                    Set(
                        findings.filter { reading == "calendar" || ($0.occurrence ?? .max) <= added }.map(\.fingerprint)
                    )
                }
                #expect(!keys[0].isEmpty && keys[0] == keys[1], "\(reading) \(acts) without \(added)")
            }
        }
    }
}
