import CivilTime
import Testing

/// The gaps that validities leave, against counting day by day.
@Suite struct CoverageTests {
    @Test(arguments: [
        ("2020-02-28/2020-03-01", "", "2020-02-28/2020-03-01"),
        ("2020-02-28/2020-03-01", "2020-02-01/2020-02-28 2020-03-01/2020-12-31", "2020-02-29/2020-02-29"),
        ("2020-02-28/2020-03-01", "2020-03-01/2020-12-31 2020-02-01/2020-02-29", ""),
        ("2020-01-01/2020-01-31", "2020-01-10/2020-01-20", "2020-01-01/2020-01-09 2020-01-21/2020-01-31"),
        ("2020-01-01/2020-01-31", "2019-01-01/2019-12-31 2020-02-01/2020-02-02", "2020-01-01/2020-01-31"),
        ("2020-01-01/2020-01-31", "2019-12-01/2020-01-20 2020-01-05/2020-01-10", "2020-01-21/2020-01-31"),
    ])
    func gaps(_ row: (days: String, covers: String, gaps: String)) throws {
        let days = try interval(row.days)
        let covers = try row.covers.split(separator: " ").map { try interval(String($0)) }
        #expect(days.gaps(leftBy: covers).map(\.description).joined(separator: " ") == row.gaps)
    }

    @Test func gapsAreTheUncoveredDays() throws {
        var random = SplitMix64(seed: 41)
        let origin = try CivilDate.parse("2019-12-20")
        func draw() -> CivilInterval? {
            let start = origin.adding(days: Int.random(in: 0...60, using: &random))
            let end = start?.adding(days: Int.random(in: 0...15, using: &random))
            guard let start, let end else { return nil }
            return CivilInterval(first: start, last: end)
        }
        for _ in 0..<300 {
            let days = try #require(draw())
            let count = Int.random(in: 0...4, using: &random)
            let covers = (0..<count).compactMap { _ in draw() }
            let uncovered = days.days.filter { day in !covers.contains { $0.contains(day) } }
            let gaps = days.gaps(leftBy: covers)
            #expect(gaps.flatMap { Array($0.days) } == Array(uncovered))
            #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $1.first - $0.last > 1 })
        }
    }

    /// The calendar's own ends are covered like any other day.
    @Test func wholeCalendar() throws {
        let all = try #require(CivilInterval(first: .min, last: .max))
        #expect(all.gaps(leftBy: [all]) == [])
        #expect(all.gaps(leftBy: [CivilInterval(.max)]).first?.first == .min)
    }

    private func interval(_ text: String) throws -> CivilInterval {
        let ends = try text.split(separator: "/").map { try CivilDate.parse(String($0)) }
        return try #require(CivilInterval(first: ends[0], last: ends[1]))
    }
}
