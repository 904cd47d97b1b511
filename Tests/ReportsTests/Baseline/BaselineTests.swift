import Assessor
import CivilTime
import Model
import Reports
import Testing
import YAMLTree

/// A baseline: its file, how findings stand to it, and what is written back.
@Suite struct BaselineTests {
    static let before =
        "edition: iso-9001-2008, posted: false, procedures: 60, declared: !none , applied: 2020-01-01, changes: [{number: 1/2019/TT, from: 2019-05-18, applied: 2019-08-20}, {number: 2/2020/TT, from: 2020-05-01, applied: !none }]"
    static let after =
        "edition: iso-9001-2015, posted: false, procedures: 60, declared: !none , changes: [{number: 2/2020/TT, from: 2020-05-01}, {number: 3/2019/TT, from: 2019-05-01, applied: !none }]"

    private func assess(_ facts: String) throws -> (assessment: Assessment, context: AssessmentContext) {
        try TestLibrary.assess(facts, asOf: "2020-06-15")
    }

    private func baseline(_ facts: String) throws -> Baseline {
        let (assessment, context) = try assess(facts)
        var comparison = BaselineComparison(Baseline([]), context)
        comparison.add(assessment)
        return Baseline(comparison.current)
    }

    private func read(_ bytes: [UInt8]) throws -> Baseline {
        try BaselineFile.read(SourceText(name: "b.json", bytes: bytes))
    }

    @Test func theFileComesBackAsItWasWritten() throws {
        let entries = Array(try baseline(Self.before).entries.values)
        #expect(entries.count > 5)
        let bytes = BaselineFile.bytes(entries)
        #expect(bytes == BaselineFile.bytes(entries.reversed()))
        #expect(try read(bytes).entries == Baseline(entries).entries)
        #expect(try JSONReader.read(bytes)[""] == nil)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == entries.count + 2)
        #expect(lines.first == #"[{"tuanthu":"baseline/1"}"# && lines.last == "]")
        // Whichever finding is taken out, every other line stays as it is.
        for entry in entries {
            let less = BaselineFile.bytes(entries.filter { $0 != entry })
            let rest = less.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            #expect(Set(lines).subtracting(rest).count == 1 && Set(rest).subtracting(lines).isEmpty)
        }
        #expect(try read(BaselineFile.bytes([])).entries.isEmpty)
    }

    static let refused: [(String, String)] = [
        ("", "b.json:1:1"), ("{}", "is no baseline"), ("[]", "is no baseline"), ("[1]", "is no baseline"),
        (#"[{"tuanthu":"statement/1"}]"#, "is no baseline"), (#"[{"tuanthu":"baseline/2"}]"#, "baseline/2"),
        (#"[{"tuanthu":"baseline/1"},{}]"#, "finding 1"), (#"[{"tuanthu":"baseline/1"},7]"#, "finding 1"),
        (
            #"[{"tuanthu":"baseline/1"},{"rule":"r","fingerprint":"f","verdict":"conform","level":"error","line":3}]"#,
            "finding 1"
        ),
        (
            #"[{"tuanthu":"baseline/1"},{"rule":"r","fingerprint":"f","verdict":"bad","level":"error"}]"#, "finding 1"
        ),
        (
            #"[{"tuanthu":"baseline/1"},{"rule":"r","fingerprint":"f","verdict":"partial","level":"error"},{"rule":"r","fingerprint":"f","verdict":"partial","level":"error"}]"#,
            "numbers 1 and 2"
        ),
    ]

    /// Lines of what stays keep their bytes and their order; what is new stands where it belongs.
    @Test func whatStaysIsLeftAsItIs() throws {
        func entry(_ rule: String, _ level: Level = .error) -> BaselineEntry {
            BaselineEntry(
                fingerprint: "f-\(rule)", rule: rule, agency: "A", item: nil, occurrence: nil, verdict: .nonconform,
                level: level)
        }
        let first = #",{"level":"error","fingerprint":"f-c",  "rule":"c","agency":"A","verdict":"nonconform"}"#
        let second = #",{ "agency":"A","rule":"a","fingerprint":"f-a","verdict":"nonconform","level":"error" }"#
        let third = #",{"agency":"A","rule":"d","fingerprint":"f-d","verdict":"nonconform","level":"error"}"#
        let text = "[ {\"tuanthu\": \"baseline/1\"}\r\n\(first)\n\(second)\n\(third)\n]\n"
        let source = SourceText(name: "b.json", bytes: Array(text.utf8))
        _ = try BaselineFile.read(source)
        let changed = String(
            decoding: BaselineFile.bytes([entry("a"), entry("b"), entry("c"), entry("d", .warning)], over: source),
            as: UTF8.self)
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(changed.hasPrefix("[ {\"tuanthu\": \"baseline/1\"}\r\n"))
        #expect(changed.contains("\(first)\n\(second)\n") && changed.hasSuffix("\n]\n"))
        #expect(lines.contains { $0.contains("\"rule\":\"b\"") } && lines.contains { $0.contains("\"warning\"") })
        #expect(try BaselineFile.read(SourceText(name: "b.json", bytes: Array(changed.utf8))).entries.count == 4)
        let same = [entry("a"), entry("c"), entry("d")]
        #expect(BaselineFile.bytes(same, over: source) == source.bytes)
        // One finding less is one line less.
        let less = String(decoding: BaselineFile.bytes([entry("a"), entry("d")], over: source), as: UTF8.self)
        #expect(less == text.replacing("\(first)\n", with: ""))
        // A file in another layout is written anew.
        let spread = SourceText(name: "b.json", bytes: Array("[\n{\"tuanthu\": \"baseline/1\"}\n]\n".utf8))
        #expect(BaselineFile.bytes(same, over: spread) == BaselineFile.bytes(same))
    }

    @Test func whatIsNoBaselineIsRefused() throws {
        for (text, part) in Self.refused {
            do throws(BaselineError) {
                _ = try BaselineFile.read(SourceText(name: "b.json", bytes: Array(text.utf8)))
                Issue.record("\(text) was read")
            } catch {
                #expect(error.message("b.json", .en).contains(part), "\(error.message("b.json", .en))")
                #expect(error.message("b.json", .vi).hasPrefix("b.json:"))
            }
        }
    }

    @Test func findingsStandAsTheyShould() throws {
        let baseline = try baseline(Self.before)
        let (assessment, context) = try assess(Self.after)
        var states: [String: BaselineState] = [:]
        for finding in assessment.findings where !finding.isHistory {
            states["\(finding.rule.id) \(finding.item?.key ?? "")"] = baseline.state(of: finding)
        }
        #expect(states["r.edition "] == .resolved)
        #expect(states["r.posted "] == .unchanged)
        #expect(states["r.within 2/2020/TT"] == .changed)
        #expect(states["r.within 3/2019/TT"] == .new)
        #expect(states["r.own "] == .unchanged)
        var comparison = BaselineComparison(baseline, context)
        comparison.add(assessment)
        #expect(comparison.resolved.map(\.rule).contains("r.edition"))
        #expect(comparison.notLookedAt.isEmpty)
        let counts = Dictionary(grouping: comparison.rows, by: \.state).mapValues(\.count)
        var summary = RunSummary()
        summary.add(assessment, comparedWith: baseline)
        for state in BaselineState.allCases where state != .resolved {
            #expect(counts[state] == summary.states[state], "\(state)")
        }
        #expect(summary.worse[.error] == 1)
        #expect(FailureThreshold.new.isReached(by: summary))
    }

    @Test func unchangedIsNeverNew() throws {
        for facts in [Self.before, Self.after] {
            let baseline = try baseline(facts)
            let (assessment, _) = try assess(facts)
            var summary = RunSummary()
            summary.add(assessment, comparedWith: baseline)
            #expect(!FailureThreshold.new.isReached(by: summary))
            #expect((summary.states[.new] ?? 0) + (summary.states[.changed] ?? 0) == 0)
            #expect(FailureThreshold.error.isReached(by: summary))
        }
    }

    @Test func whatIsWrittenBack() throws {
        let baseline = try baseline(Self.before)
        let (assessment, context) = try assess(Self.after)
        func rows(_ entries: [BaselineEntry]) -> [BaselineState: Int] {
            var comparison = BaselineComparison(Baseline(entries), context)
            comparison.add(assessment)
            return Dictionary(grouping: comparison.rows, by: \.state).mapValues(\.count)
        }
        let stranger = BaselineEntry(
            fingerprint: "f", rule: "r.posted", agency: "MAU-02", item: nil, occurrence: nil, verdict: .nonconform,
            level: .error)
        var comparison = BaselineComparison(Baseline(Array(baseline.entries.values) + [stranger]), context)
        comparison.add(assessment)
        #expect(comparison.notLookedAt == [stranger])
        #expect(!comparison.resolved.contains(stranger))
        #expect(comparison.pruned.contains(stranger) && comparison.updated.contains(stranger))
        let updated = rows(comparison.updated)
        #expect(updated[.new] == nil && updated[.changed] == nil && updated[.resolved] == comparison.resolved.count)
        let pruned = rows(comparison.pruned)
        #expect(pruned[.resolved] == nil && pruned[.new] == rows(Array(baseline.entries.values))[.new])
    }
}
