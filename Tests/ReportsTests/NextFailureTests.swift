import Assessor
import CivilTime
import Model
import Reports
import Testing

/// The first day on which a passing run would fail is the one that trying every day finds.
@Suite struct NextFailureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let facts: String
        let statedOn: String
        let asOf: String
        let threshold: FailureThreshold

        var testDescription: String { "\(threshold.rawValue) as of \(asOf), stated \(statedOn)" }
    }

    private static let sound =
        "edition: iso-9001-2015, posted: true, procedures: 40, approved: 2019-01-01, applied: 2020-01-01, changes: [{number: 2/2020/TT, from: 2020-05-01, applied: !none }], plans: [], audits: [{held_on: 2020-03-01}, {held_on: 2019-12-05}], declared: 2020-02-01"

    static let rows: [Row] = ["2020-05-10", "2020-12-31"].flatMap { statedOn in
        FailureThreshold.allCases.map { Row(facts: sound, statedOn: statedOn, asOf: "2020-05-10", threshold: $0) }
    }

    private func search(_ row: Row) throws -> (result: NextFailure, fails: (CivilDate) -> Bool) {
        let context = try TestLibrary.context()
        let statement = try TestLibrary.statement(row.facts, statedOn: row.statedOn, context.library)
        let asOf = try CivilDate.parse(row.asOf)
        var search = NextFailureSearch(
            ReportRun(
                version: "0", asOf: asOf, context: context, rulesOrigin: "rules", vocabularyFiles: [],
                threshold: row.threshold))
        search.add(Assessor.assess(statement, in: context, asOf: asOf))
        return (
            search.result,
            { day in
                let summary = RunSummary(Assessor.assess(statement, in: context, asOf: day).summary)
                return row.threshold.isReached(by: summary)
            }
        )
    }

    /// Before the day nothing fails (the day before it, and many others), on the day something does.
    @Test(arguments: rows)
    func itIsTheFirstDayThatFails(_ row: Row) throws {
        let (result, fails) = try search(row)
        let asOf = try CivilDate.parse(row.asOf)
        var random = SplitMix64(seed: 366)
        func passesBefore(_ day: CivilDate) -> Bool {
            let length = day - asOf
            let sample = [0, length - 1] + (0..<25).map { _ in Int.random(in: 0..<length, using: &random) }
            return sample.allSatisfy { offset in asOf.adding(days: offset).map { !fails($0) } ?? false }
        }
        switch result {
        case .now: #expect(fails(asOf))
        case .on(let day, let causes):
            #expect(fails(day) && passesBefore(day), "\(day)")
            #expect(!causes.isEmpty && causes.allSatisfy { $0.agency == "MAU-01" && $0.path == "mau.yaml" })
        case .notThrough(let last):
            #expect(asOf.adding(.years(1)) == last)
            #expect(!fails(last) && passesBefore(last))
        }
    }

    @Test func everyOutcomeIsMet() throws {
        var met: Set<String> = []
        for row in Self.rows {
            switch try search(row).result {
            case .now: met.insert("now")
            case .on: met.insert("on")
            case .notThrough: met.insert("not through")
            }
        }
        #expect(met == ["now", "on", "not through"])
    }

    @Test func countsAndFindingsAgreeOnWhatFails() throws {
        let facts = [
            Self.sound, BaselineTests.before, BaselineTests.after, "procedures: 40",
            "edition: iso-9001-2008, posted: true",
        ]
        for text in facts {
            let (assessment, context) = try TestLibrary.assess(text, asOf: "2020-06-15")
            var comparison = BaselineComparison(Baseline([]), context)
            comparison.add(assessment)
            for baseline in [nil, Baseline([]), Baseline(comparison.current)] {
                var summary = RunSummary()
                summary.add(assessment, comparedWith: baseline)
                for threshold in FailureThreshold.allCases {
                    let found = assessment.findings.contains {
                        threshold.isReached(by: $0, comparedWith: baseline)
                    }
                    #expect(threshold.isReached(by: summary) == found, "\(threshold)")
                    let outcome = RunResult(summary, threshold: threshold, problems: []).outcome
                    #expect((outcome == .findings) == found)
                }
            }
        }
        #expect(RunResult(RunSummary(), threshold: .none, problems: []).outcome == .nothing)
        let one = RunSummary(try TestLibrary.assess(Self.sound, asOf: "2020-06-15").0)
        let problem = InputProblem(LocalizedText(vi: "x", en: "x"))
        #expect(RunResult(one, threshold: .none, problems: [problem]).outcome == .incomplete)
    }
}
