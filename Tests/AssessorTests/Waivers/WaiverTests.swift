import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// A waiver changes the level and the exit code, never a verdict, a count by verdict or a gate.
@Suite struct WaiverTests {
    static let failing = "ok: false, half: false, count: 60, acts: [{code: a, passed: false}, {code: b, passed: false}]"

    @Test func aWaiverTakesTheLevelAndNothingElse() throws {
        let (bare, _) = try WaiverWorld.assess(Self.failing)
        let lines = [WaiverWorld.line("iso.8.1"), WaiverWorld.line("iso.8.2", item: "b")]
        let (waived, _) = try WaiverWorld.assess(Self.failing, lines)
        #expect(waived.summary.rules == bare.summary.rules)
        #expect(waived.summary.findings == bare.summary.findings)
        #expect(bare.summary.waived.isEmpty && waived.summary.waived == [.nonconform: 2])
        #expect(bare.summary.levels == [.error: 3, .warning: 2, .note: 1])
        #expect(waived.summary.levels == [.error: 2, .warning: 1, .note: 1])
        for (one, other) in zip(bare.findings, waived.findings) {
            #expect(one.verdict == other.verdict && one.grade == other.grade && one.gate == other.gate)
            #expect(one.fingerprint == other.fingerprint && one.levelWithoutWaiver == other.levelWithoutWaiver)
            let isWaived = other.rule.id == "iso.8.1" || other.item?.key == "b"
            #expect(other.waiver.isInForce == isWaived)
            #expect(other.level == (isWaived ? nil : one.level))
        }
    }

    /// Day, and what becomes of the waiver of 2020-01-01 to 2020-03-31 with a lead of 30 days.
    static let days: [(String, WaiverStanding, Bool)] = [
        ("2019-12-31", .notYet, false), ("2020-01-01", .inForce, true), ("2020-02-29", .inForce, true),
        ("2020-03-01", .ending, true), ("2020-03-31", .ending, true), ("2020-04-01", .expired, false),
        ("2021-04-01", .expired, false),
    ]

    @Test func daysOfAWaiver() throws {
        for (day, standing, covers) in Self.days {
            let (assessment, context) = try WaiverWorld.assess(Self.failing, [WaiverWorld.line("iso.8.1")], on: day)
            let finding = try #require(assessment.findings.first)
            #expect(finding.waiver.isInForce == covers, "\(day)")
            #expect(finding.level == (covers ? nil : .error), "\(day)")
            var tally = WaiverTally(context, asOf: assessment.asOf)
            tally.add(assessment)
            let use = try #require(tally.uses.first)
            #expect(use.standing == standing, "\(day)")
            #expect(use.findings == (standing == .notYet ? 0 : 1), "\(day)")
            #expect(!use.isUnused)
            if case .expired(let waiver) = finding.waiver {
                #expect(standing == .expired && waiver.document == "1/QĐ")
            } else {
                #expect(standing != .expired)
            }
        }
    }

    @Test func whatConformsOrCannotBeEvaluatedNeedsNoWaiver() throws {
        let lines = [
            WaiverWorld.line("iso.8.1"), WaiverWorld.line("iso.8.2"), WaiverWorld.line("iso.9.1", agency: "B"),
        ]
        let (assessment, context) = try WaiverWorld.assess("ok: true, acts: [], count: 60", lines)
        #expect(assessment.findings.allSatisfy { !$0.waiver.isInForce })
        var tally = WaiverTally(context, asOf: assessment.asOf)
        tally.add(assessment)
        #expect(tally.uses.map(\.isUnused) == [true, true, false])
        #expect(tally.uses.map(\.isLookedAt) == [true, true, false])
    }

    @Test func ofSeveralTheOneInForceCounts() throws {
        let old = WaiverWorld.line("iso.8.1", dated: "2019-09-01", until: "2020-01-15")
        let new = WaiverWorld.line("iso.8.1", dated: "2020-01-10", until: "2020-06-30")
        let later = WaiverWorld.line("iso.8.1", dated: "2020-02-10", until: "2020-08-01")
        for lines in [[old, new, later], [later, new, old]] {
            let (assessment, _) = try WaiverWorld.assess(Self.failing, lines)
            guard case .inForce(let waiver)? = assessment.findings.first?.waiver else {
                Issue.record("no waiver in force")
                continue
            }
            #expect(waiver.until.description == "2020-06-30")
        }
    }

    /// A file's line, and what is said of it; nil: it is admitted.
    static let refusals: [(String, String?)] = [
        (WaiverWorld.line("iso.8.1", until: "2020-07-01"), nil),
        (WaiverWorld.line("iso.8.1", until: "2020-07-02"), "until 2020-07-01"),
        (WaiverWorld.line("law.1"), "waivable: false"), (WaiverWorld.line("iso.8.l"), "did you mean “iso.8.1”"),
    ]

    @Test func whatIsRefused() throws {
        let library = try WaiverWorld.library()
        for (line, part) in Self.refusals {
            let loaded = try WaiverWorld.admit([line], library)
            let text = loaded.diagnostics.map { $0.text(.en) }.joined()
            #expect((loaded.value == nil) == (part != nil), "\(line)")
            if let part { #expect(text.contains(part), "\(text)") }
        }
        let open = try WaiverWorld.library(WaiverWorld.set.replacing("longest_waiver: P6M, ", with: ""))
        let refused = try WaiverWorld.admit([WaiverWorld.line("iso.8.1")], open)
        #expect(refused.diagnostics.map { $0.message(.en) }.contains { $0.contains("longest_waiver") })
    }

    /// Whatever is waived, and whenever: verdicts, grades, gates and their counts stay.
    @Test func noWaiverEverMovesAVerdict() throws {
        var random = SplitMix64(seed: 6)
        let rules = ["iso.8.1", "iso.8.2", "iso.9.1"]
        for _ in 0..<60 {
            let work =
                "ok: \(Bool.random(using: &random)), half: \(Bool.random(using: &random)), count: \(Int.random(in: 40...60, using: &random)), acts: [{code: a, passed: \(Bool.random(using: &random))}, {code: b}]"
            let lines = rules.filter { _ in Bool.random(using: &random) }.map { rule in
                WaiverWorld.line(rule, item: rule == "iso.8.2" && Bool.random(using: &random) ? "a" : nil)
            }
            let day = "2020-0\(Int.random(in: 1...9, using: &random))-15"
            let (bare, _) = try WaiverWorld.assess(work, on: day)
            let (waived, _) = try WaiverWorld.assess(work, lines, on: day)
            #expect(bare.summary.rules == waived.summary.rules && bare.summary.findings == waived.summary.findings)
            #expect(bare.findings.map(\.verdict) == waived.findings.map(\.verdict))
            #expect(bare.findings.map(\.level) == waived.findings.map(\.levelWithoutWaiver))
            let levels = waived.summary.levels.values.reduce(0, +) + waived.summary.waived.values.reduce(0, +)
            #expect(levels == bare.summary.levels.values.reduce(0, +))
        }
    }
}
