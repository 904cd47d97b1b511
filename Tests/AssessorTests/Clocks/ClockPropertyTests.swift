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
}
