import Foundation
import Model
import Reports
import Testing

/// Every format as a whole, on a run that holds every verdict, a waiver in force, one that has expired, and an earlier run.
///
/// `RECORD_GOLDENS=1` writes the goldens; `scripts/check_formats.py` holds them against the formats' own schemas.
@Suite struct GoldenTests {
    @Test(arguments: TestFormat.allCases)
    func theReportIsTheGoldenOne(_ format: TestFormat) throws {
        let bytes = format.bytes(try TestRun())
        let file = TestRun.fixtures.appendingPathComponent(format.golden)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let golden = Array(try Data(contentsOf: file))
        #expect(bytes == golden, "\(format.golden) differs; RECORD_GOLDENS=1 writes it anew")
    }

    @Test func theRunHoldsEveryVerdictWaiverAndStateOfAnEarlierRun() throws {
        let summary = try TestRun().result.summary
        for verdict in Verdict.allCases { #expect(summary.findings[verdict] ?? 0 > 0, "\(verdict)") }
        #expect(summary.waived == 1 && summary.expiredWaivers == 1 && summary.history > 0)
        for state in [BaselineState.new, .unchanged, .changed] { #expect(summary.baseline[state] ?? 0 > 0) }
    }

    @Test(arguments: TestFormat.allCases)
    func theSameRunGivesTheSameBytes(_ format: TestFormat) throws {
        for language in Language.allCases {
            #expect(format.bytes(try TestRun(), language) == format.bytes(try TestRun(), language))
        }
    }

    @Test(arguments: TestFormat.allCases.filter { $0 != .json })
    func sentencesAreInTheLanguageAskedFor(_ format: TestFormat) throws {
        let test = try TestRun()
        let vietnamese = format.string(test, .vi)
        let english = format.string(test, .en)
        #expect(vietnamese.contains("chưa đáp ứng") || vietnamese.contains("Chưa đáp ứng") || format == .plan)
        #expect(vietnamese != english)
        if format != .sarif { #expect(!english.contains("chưa đáp ứng")) }
    }

    @Test(arguments: TestFormat.allCases)
    func nothingIsWrittenWithoutAStatement(_ format: TestFormat) throws {
        #expect(format.bytes(try TestRun.empty()).isEmpty)
    }
}
