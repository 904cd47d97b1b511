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
        let restored = try results.map { result in
            try #require(assessor.restored(try #require(assessor.stored(result)), at: result.path))
        }
        for (one, other) in zip(results, restored) { #expect("\(one)" == "\(other)") }
        #expect(
            "\(assessor.assessment(restored).sets.map { $0.count })"
                == "\(assessor.assessment(results).sets.map { $0.count })")
    }

    @Test func whatIsOfAnotherContextOrCutIsRefused() throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: "2021-03-01")
        let path = try #require(assessor.paths.first)
        let bytes = try #require(
            assessor.stored(assessor.result(of: try #require(example.statements[path]), at: path)))
        for length in 0..<bytes.count { #expect(assessor.restored(Array(bytes[..<length]), at: path) == nil) }
        #expect(assessor.restored(bytes, at: "elsewhere.yaml") == nil)
        let other = PortfolioAssessor(
            example.register,
            in: try AssessmentContext(library: try #require(ShippedRules.library), profile: "toi-thieu"),
            asOf: try CivilDate.parse("2021-03-01"), assessor.options)
        #expect(other.restored(bytes, at: path) == nil)
    }
}
