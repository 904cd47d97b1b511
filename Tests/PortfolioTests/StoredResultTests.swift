import Assessor
import CivilTime
import Model
import Portfolio
import Testing

/// A result that is kept and read back is the result.
@Suite struct StoredResultTests {
    @Test(arguments: ["2020-06-01", "2021-03-01", "2021-06-30", "2025-12-31", "2026-01-01"])
    func whatIsReadBackIsWhatWasKept(_ day: String) throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: day)
        let results = assessor.paths.compactMap { path in
            example.statements[path].map { assessor.result(of: $0, at: path) }
        }
        #expect(results.count > 5)
        let restored = try results.map { result -> StatementResult in
            let bytes = try #require(assessor.stored(result))
            return try #require(assessor.restored(bytes, at: result.path))
        }
        for (one, other) in zip(results, restored) {
            #expect(told(one) == told(other))
            #expect(assessor.stored(other) == assessor.stored(one))
        }
        let whole = assessor.assessment(results)
        let again = assessor.assessment(restored)
        #expect(again.sets.map { told($0) } == whole.sets.map { told($0) })
        #expect(whole.sets.contains { !$0.missing.isEmpty } && whole.figures.contains { !$0.rows.isEmpty })
        #expect(
            again.figures.map { "\($0.rows) \($0.open) \($0.unlisted)" }
                == whole.figures.map { "\($0.rows) \($0.open) \($0.unlisted)" })
    }

    private func told(_ result: StatementResult) -> String {
        "\(result.path) \(result.statedOn) \(result.rules) \(result.deadlines) \(String(describing: result.conversion))"
    }

    private func told(_ finding: SetFinding) -> String {
        "\(finding.rule.id) \(finding.verdict) \(finding.timing) \(String(describing: finding.count)) \(finding.missing) "
            + "\(finding.open) \(finding.unlisted) \(finding.readings)"
    }

    @Test func whatIsOfAnotherContextOrCutIsRefused() throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: "2021-03-01")
        let path = try #require(assessor.paths.first)
        let statement = try #require(example.statements[path])
        let bytes = try #require(assessor.stored(assessor.result(of: statement, at: path)))
        for length in 0..<bytes.count { #expect(assessor.restored(Array(bytes[..<length]), at: path) == nil) }
        #expect(assessor.restored(bytes, at: "elsewhere.yaml") == nil)
        let library = try #require(ShippedRules.library)
        let other = PortfolioAssessor(
            example.register,
            in: try AssessmentContext(library: library, profile: "toi-thieu"),
            asOf: try CivilDate.parse("2021-03-01"), assessor.options)
        #expect(other.restored(bytes, at: path) == nil)
    }
}
