import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// The axes of a finding beside its verdict.
@Suite struct FindingAxesTests {
    @Test func gradesAreThoseOfTheVerdict() throws {
        let rows: [(String, Grade?, Bool)] = [
            ("{ok: true}", nil, false), ("{ok: false, half: true}", .minor, true),
            ("{ok: false, half: false}", .major, true),
            ("{ok: false}", nil, false),
        ]
        for (work, grade, isCandidate) in rows {
            let statement = try SmallWorld.statement("agency: {code: A}\nwork: \(work)\n")
            let finding = try SmallWorld.finding("halves", statement, on: "2020-01-15")
            #expect(finding.grade == grade, "\(work)")
            #expect(finding.isGradeCandidate == isCandidate, "\(work)")
        }
    }

    // MARK: What a finding names

    @Test func aFindingStandsAtTheDecidingKey() throws {
        let statement = try SmallWorld.statement("agency: {code: A}\nwork:\n  half: true\n  ok: false\n")
        let finding = try SmallWorld.finding("plain", statement, on: "2020-01-15")
        #expect(finding.location.pointer == "/work/ok")
        #expect(finding.location.place.range.start.line == 6)
    }

    @Test func aMissingFactStandsAtTheNearestParent() throws {
        let statement = try SmallWorld.statement("agency: {code: A}\nwork:\n  half: true\n")
        let finding = try SmallWorld.finding("plain", statement, on: "2020-01-15")
        #expect(finding.location.pointer == "/work/ok")
        #expect(finding.location.place.range.start.line == 5)
        #expect(finding.undeterminedBy.map(\.state) == [.absent])
    }

    @Test func anItemStandsAtItsPlace() throws {
        let text = "agency: {code: A}\nwork:\n  acts:\n    - {code: A1}\n    - code: A2\n      passed: false\n"
        let statement = try SmallWorld.statement(text)
        let findings = try SmallWorld.findings("each_act", statement, on: "2020-01-15")
        #expect(findings.map(\.location.pointer) == ["/work/acts/0/passed", "/work/acts/1/passed"])
        #expect(findings.map(\.location.place.range.start.line) == [6, 8])
    }

    @Test func missingFactsSayWhy() throws {
        let rows: [(String, String, MissingFact.State)] = [
            ("{}", "by", .absent), ("{done_on: !unknown }", "by", .unknown),
            ("{done_on: 2021}", "by", .vague(try StatedDate.parse("2021"))),
            ("{acts: [!unknown ]}", "by_any_act", .openList),
        ]
        for (work, rule, state) in rows {
            let statement = try SmallWorld.statement(statedOn: "2022-12-31", "agency: {code: A}\nwork: \(work)\n")
            let finding = try SmallWorld.finding(rule, statement, on: "2022-12-31")
            #expect(finding.verdict == .undetermined, "\(work)")
            #expect(finding.undeterminedBy.map(\.state) == [state], "\(work)")
        }
    }

    @Test func whatWasReportedStandsBeside() throws {
        let text = """
            agency: {code: A}
            work: {half: true}
            reported:
              - {about: work.ok, by: X, date: 2019-06, says: one}
              - {about: work, by: X, says: two}
              - {about: work.half, by: X, says: three}
              - {about: work.ok, by: X, date: 2019-11-01, says: four}

            """
        let statement = try SmallWorld.statement(text)
        let rows = [("2020-01-15", ["one", "two", "four"]), ("2019-10-31", ["one", "two"]), ("2019-05-31", ["two"])]
        for (day, expected) in rows {
            let finding = try SmallWorld.finding("plain", statement, on: day)
            #expect(finding.verdict == .undetermined, "a report states no fact")
            #expect(finding.reported.map(\.says) == expected, "\(day)")
        }
        let stated = try SmallWorld.statement(text.replacing("{half: true}", with: "{half: true, ok: true}"))
        #expect(try SmallWorld.finding("plain", stated, on: "2020-01-15").reported.isEmpty)
    }

    @Test func valuesAreThoseOfTheDay() throws {
        let text = """
            agency: {code: A, level: [{from: 2015, value: upper}, {from: 2019-07-01, value: lower}]}
            work: {acts: [{code: A1, held_on: 2019-03-01}, {code: A2, held_on: 2019-09-01}], done_on: 2019-09-01}

            """
        let statement = try SmallWorld.statement(text)
        let before = try SmallWorld.finding("lower", statement, on: "2019-06-30")
        #expect(before.reads.map { FindingText.value($0.value) } == ["upper"])
        let after = try SmallWorld.finding("lower", statement, on: "2019-07-01")
        #expect(after.reads.map { FindingText.value($0.value) } == ["lower"])
        let pending = try SmallWorld.finding("by", statement, on: "2019-06-30")
        #expect(pending.reads.map { FindingText.value($0.value) } == ["none"])
        let counted = try SmallWorld.finding("by_any_act", statement, on: "2019-06-30")
        #expect(counted.verdict == .undetermined)
        let statementOfNone = try SmallWorld.statement(
            text.replacing("held_on: 2019-03-01", with: "held_on: 2019-03-01, passed: false"))
        let none = try SmallWorld.finding("by_any_act", statementOfNone, on: "2019-06-30")
        #expect(none.reads.map { FindingText.value($0.value) } == ["list of 1"])
    }

    // MARK: Readings and other authorities

    @Test func readingsThatDifferAreShown() throws {
        let text = "agency: {code: A}\nwork: {begun_on: 2019-05-18, done_on: 2019-08-18}\n"
        let finding = try SmallWorld.finding("within", try SmallWorld.statement(text), on: "2020-01-15")
        let first = finding.readings.filter { $0.interpretation == "first" }
        #expect(first.map(\.choice) == ["not_counted", "counted"])
        #expect(first.map(\.isChosen) == [true, false])
        #expect(first.map(\.timing.state) == [.doneOnTime, .doneLate])
        #expect(first.map { $0.timing.due?.description } == ["2019-08-18", "2019-08-17"])
    }

    @Test func readingsThatAgreeAreNot() throws {
        let text = "agency: {code: A}\nwork: {ok: true, half: true}\n"
        let finding = try SmallWorld.finding("read_both_ways", try SmallWorld.statement(text), on: "2020-01-15")
        #expect(finding.readings.isEmpty)
    }

    @Test func aRollingYearIsShownBesideTheCalendarYear() throws {
        let text =
            "agency: {code: A}\nwork: {begun_on: 2018-03-01, acts: [{held_on: 2018-11-20}, {held_on: 2019-12-20}]}\n"
        let findings = try SmallWorld.findings("yearly", try SmallWorld.statement(text), on: "2020-01-15")
            .filter { !$0.isHistory }
        #expect(findings.map(\.verdict) == [.conform, .pending])
        #expect(findings[0].readings.map(\.verdict) == [.conform, .nonconform])
    }

    @Test func directedDatesStandBeside() throws {
        let plans = """
            plans:
                - {ref: P1, issuer: province, issued_on: 2019-01-01, finish_before: 2021-01-01}
                - {ref: P2, issuer: office, issued_on: 2019-02-01, finish_before: 2021-09}
                - {ref: P3, issuer: office, issued_on: 2021-02-01, finish_before: 2020-01-01}
                - {ref: P4, issuer: office, issued_on: 2019-02-01}
            """
        let rows: [(String, String, String, [String])] = [
            // done, stated on, as of, the other dates with their states and days
            ("!none", "2022-01-01", "2020-12-31", ["P1 2020-12-31 due_soon 0", "P2 2021-08-31 upcoming 243"]),
            (
                "!none", "2022-01-01", "2021-06-30",
                ["P3 2019-12-31 overdue -547", "P1 2020-12-31 overdue -181", "P2 2021-08-31 due_soon 62"]
            ),
            ("!none", "2020-06-01", "2021-01-05", ["P1 2020-12-31 none -5", "P2 2021-08-31 upcoming 238"]),
            (
                "2021-03-01", "2022-01-01", "2022-01-01",
                ["P3 2019-12-31 done_late -426", "P1 2020-12-31 done_late -60", "P2 2021-08-31 done_on_time 183"]
            ),
        ]
        for (done, statedOn, day, expected) in rows {
            let text = "agency: {code: A}\nwork:\n  done_on: \(done)\n  \(plans)\n"
            let statement = try SmallWorld.statement(statedOn: statedOn, text)
            let finding = try SmallWorld.finding("directed", statement, on: day)
            let others = finding.timing.others.map {
                "\($0.ref ?? "-") \($0.due) \($0.state.rawValue) \($0.days.map(String.init) ?? "-")"
            }
            #expect(others == expected, "\(done) \(statedOn) \(day)")
            #expect(finding.timing.due?.description == "2021-06-29", "the legal date decides")
            #expect(finding.timing.source == "law")
        }
    }

    @Test func whatHasNoTermShowsItsAge() throws {
        let text = "agency: {code: A}\nwork: {begun_on: 2019-05-18, done_on: !none }\n"
        let finding = try SmallWorld.finding("after_event_done", try SmallWorld.statement(text), on: "2020-01-15")
        guard case .clock(let clock) = finding.reason else {
            Issue.record("no clock")
            return
        }
        #expect(clock.age == 242)
        #expect(finding.timing.due == nil)
    }

    @Test func silenceIsNamedWithItsDay() throws {
        let text = "agency: {code: A}\nwork: {done_on: !none }\n"
        let finding = try SmallWorld.finding("by", try SmallWorld.statement(text), on: "2021-07-01")
        guard case .clock(let clock) = finding.reason else {
            Issue.record("no clock")
            return
        }
        #expect(clock.silentAfter?.description == "2020-01-15")
        #expect(finding.timing.days == -1)
    }

    @Test func missingDaysOffAreNamedByYear() throws {
        let text = "agency: {code: A}\nwork: {begun_on: 2019-05-18, done_on: !none }\n"
        let finding = try SmallWorld.finding(
            "within", try SmallWorld.statement(text), on: "2020-01-15", interpretations: ["last": "moves"])
        guard case .clock(let clock) = finding.reason else {
            Issue.record("no clock")
            return
        }
        #expect(clock.missingHolidays == 2019)
    }

    // MARK: Counting

    @Test func historyCountsNowhere() throws {
        let text = "agency: {code: A}\nwork: {begun_on: 2015-03-01, acts: [{held_on: 2019-11-20}]}\n"
        let statement = try SmallWorld.statement(text)
        let findings = try SmallWorld.findings("yearly", statement, on: "2020-01-15")
        #expect(findings.map(\.isHistory) == [true, true, true, true, false, false])
        #expect(findings.prefix(4).allSatisfy { $0.level == nil && $0.verdict == .nonconform })
        let summary = Summary(of: findings)
        #expect(summary.findings == [.conform: 1, .pending: 1])
        #expect(summary.rules == [.pending: 1])
    }

    @Test func ratiosCountRules() throws {
        let text =
            "agency: {code: A, level: lower}\nwork: {ok: true, acts: [{code: A1, passed: true}, {code: A2}], tags: [bad]}\n"
        let statement = try SmallWorld.statement(text)
        let rules = ["plain", "for_upper", "each_act", "each_tag", "one_year_only"]
        let findings = try rules.flatMap { try SmallWorld.findings($0, statement, on: "2020-01-15") }
        let summary = Summary(of: findings)
        #expect(
            summary.rules == [.conform: 1, .notApplicable: 1, .undetermined: 1, .nonconform: 1, .notInForce: 1])
        #expect(summary.findings == [.conform: 2, .notApplicable: 1, .undetermined: 1, .nonconform: 1, .notInForce: 1])
        #expect(summary.applicable == 3)
        #expect(summary.decided == 2)
        #expect(summary.conformAtLeast == 1)
        #expect(summary.conformAtMost == 2)
    }
}
