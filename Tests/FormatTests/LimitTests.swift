import Assessor
import Foundation
import Model
import Testing

@testable import Reports

/// What a reader takes at most: what goes beyond is left out visibly, and the gravest stays.
@Suite struct LimitTests {
    private final class Collector {
        var bytes: [UInt8] = []
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private func sarif(_ test: TestRun, _ limits: SARIFLimits) throws -> [String: Any] {
        let out = Collector()
        let options = TextReport.Options(language: .en, isVerbose: true)
        var report = SARIFReport(test.run, options, limits: limits) { out.bytes += $0 }
        for assessment in test.assessments { report.add(assessment) { _ in [] } }
        report.finish(test.result)
        let object = try JSONSerialization.jsonObject(with: Data(out.bytes)) as? [String: Any]
        return try #require((object?["runs"] as? [[String: Any]])?.first)
    }

    private func notes(_ run: [String: Any]) throws -> [String] {
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        let list = try #require(invocation["toolConfigurationNotifications"] as? [[String: Any]])
        return list.compactMap { ($0["message"] as? [String: Any])?["text"] as? String }
    }

    @Test func theGravestResultsAreKeptInTheirOrder() throws {
        let test = try TestRun()
        let errors = try #require(test.result.summary.levels[.error])
        var limits = SARIFLimits()
        let whole = try #require(try sarif(test, limits)["results"] as? [[String: Any]])
        #expect(try notes(try sarif(test, limits)) == [])
        // One of the errors is an error of evaluation for each statement, which is no result.
        let failures = try #require(test.result.summary.findings[.error])
        limits.results = errors - failures + 1
        let run = try sarif(test, limits)
        let kept = try #require(run["results"] as? [[String: Any]])
        #expect(kept.count == limits.results)
        func level(_ result: [String: Any]) -> String? { (result["properties"] as? [String: Any])?["level"] as? String }
        #expect(kept.count { level($0) == "error" } == errors - failures)
        func mark(_ result: [String: Any]) -> String? {
            (result["partialFingerprints"] as? [String: String])?.values.first
        }
        let order = whole.compactMap(mark)
        let positions = kept.compactMap { result in order.firstIndex { $0 == mark(result) } }
        #expect(positions == positions.sorted() && positions.count == kept.count)
        let left = whole.count - kept.count
        #expect(try notes(run).contains { $0.hasPrefix("\(left) results of the least weight") })
    }

    @Test func tagsRulesAndTextsAreCut() throws {
        let test = try TestRun()
        var limits = SARIFLimits()
        limits.tags = 2
        limits.characters = 12
        limits.rules = 3
        limits.relatedLocations = 0
        let run = try sarif(test, limits)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.count == 3)
        for rule in rules {
            #expect(((rule["properties"] as? [String: Any])?["tags"] as? [String])?.count == 2)
            let text = try #require((rule["fullDescription"] as? [String: String])?["text"])
            #expect(text.unicodeScalars.count <= 12)
        }
        let cut = try #require((rules[0]["fullDescription"] as? [String: String])?["text"])
        #expect(cut.hasSuffix("…") || cut == "To be posted")
        let notes = try notes(run)
        for part in ["rules and their results", "tags were left out", "descriptions were cut"] {
            #expect(notes.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func aJobSummaryKeepsItsLimitAndSaysWhatItLeftOut() throws {
        let test = try TestRun()
        for limit in [4_500, 5_500, 7_000, 1 << 20] {
            let out = Collector()
            let options = TextReport.Options(language: .en, isVerbose: true)
            var report = MarkdownReport(test.run, options, limit: limit) { out.bytes += $0 }
            for assessment in test.assessments { report.add(assessment) { _ in [] } }
            report.finish(test.result)
            #expect(out.bytes.count <= limit)
            let rows = out.text.split(separator: "\n").count { $0.contains("| `r.") }
            let all = test.result.summary.findings.values.reduce(0, +)
            #expect(out.text.contains("\(all - rows) rows were left out") == (rows < all))
            #expect(out.text.hasSuffix("**Result: findings at --fail-on error.**\n"))
        }
    }

    @Test func tenAnnotationsOfAKindAndTheRestInTheLog() throws {
        // Eight statements of each kind: more notices than a step shows.
        let many = (1...8).flatMap { number in
            TestRun.statements.map { (name: "\(number)/\($0.name)", text: $0.text) }
        }
        let test = try TestRun(isPlain: true, statements: many)
        let lines = TestFormat.github.string(test, .en).split(separator: "\n")
        let levels = test.result.summary.levels
        for (command, level) in [("error", Level.error), ("notice", Level.note)] {
            let all = levels[level] ?? 0
            #expect(all > GitHubReport.annotationsPerStep)
            #expect(lines.count { $0.hasPrefix("::\(command) ") } == GitHubReport.annotationsPerStep)
            #expect(lines.count { $0.hasPrefix("\(command)[") } == all - GitHubReport.annotationsPerStep)
        }
        #expect(lines.contains { $0.contains("more findings are not annotated") })
    }
}
