import Assessor
import CivilTime
import Model
import Portfolio
import Testing

/// Where the law is silent, a share stands under each reading that leads elsewhere.
@Suite struct SetReadingTests {
    /// One share of the invented province, under the run's reading and under another.
    struct Row: Sendable, CustomTestStringConvertible {
        let day: String
        let rule: String
        let window: String
        let reading: (name: String, choice: String)
        /// Verdict and numbers under it; nil where it leads to the same.
        let other: (verdict: Verdict, met: String, of: String)?

        var testDescription: String { "\(rule) \(window) on \(day), \(reading.name)=\(reading.choice)" }
    }

    static let rows: [Row] = [
        // The commune that was told to apply was not inspected in 2020.
        Row(
            day: "2021-03-01", rule: "tt26.art33.2.a.units", window: "2020-01-01",
            reading: ("inspected_units", "with_mandated"), other: (.nonconform, "9", "10")),
        // Of ten units four are a third.
        Row(
            day: "2021-03-01", rule: "tt26.art33.2.b.units", window: "2020-01-01",
            reading: ("inspected_units", "with_mandated"), other: (.nonconform, "3", "10")),
        // Three were inspected at their office alone.
        Row(
            day: "2021-03-01", rule: "tt26.art33.2.a.units", window: "2020-01-01",
            reading: ("file_floor", "file_for_all"), other: (.nonconform, "6", "9")),
        // What point b asks does not depend on how point a is read.
        Row(
            day: "2021-03-01", rule: "tt26.art33.2.b.units", window: "2020-01-01",
            reading: ("file_floor", "file_for_all"), other: nil),
    ]

    @Test(arguments: rows) func bothResultsStand(_ row: Row) throws {
        let window = try CivilDate.parse(row.window)
        let finding = try #require(
            try TestPortfolio.example(on: row.day).sets.first { $0.rule.id == row.rule && $0.occurrence == window })
        let told = finding.readings.filter { $0.interpretation == row.reading.name }
        guard let other = row.other else {
            #expect(told.isEmpty)
            return
        }
        let chosen = try #require(told.first)
        #expect(chosen.isChosen && chosen.verdict == finding.verdict)
        #expect(chosen.count?.numerator == finding.count?.numerator)
        let reading = try #require(told.first { $0.choice == row.reading.choice })
        #expect(!reading.isChosen && reading.verdict == other.verdict)
        #expect(reading.count?.numerator.text == other.met)
        #expect(reading.count?.denominator.text == other.of)
    }

    /// What a run says of a choice it did not make is what a run that makes it says.
    @Test(arguments: ["2021-03-01", "2025-12-31"]) func anotherReadingIsTheRunUnderIt(_ day: String) throws {
        let example = try TestPortfolio.example()
        let own = try TestPortfolio.example(on: day).sets
        let library = try #require(ShippedRules.library)
        var compared = 0
        for name in Set(own.flatMap(\.rule.readings)).sorted() {
            let interpretation = try #require(library.interpretations[name])
            for choice in interpretation.choices.map(\.id) where choice != interpretation.standard {
                let under = try example.assess(on: day, [name: choice]).sets
                for (finding, other) in zip(own, under) where !finding.isHistory {
                    #expect(finding.rule.id == other.rule.id && finding.occurrence == other.occurrence)
                    let told = finding.readings.first { $0.interpretation == name && $0.choice == choice }
                    #expect((told?.verdict ?? finding.verdict) == other.verdict, "\(finding.rule.id)")
                    #expect(told?.count?.numerator ?? finding.count?.numerator == other.count?.numerator)
                    #expect(told?.count?.denominator ?? finding.count?.denominator == other.count?.denominator)
                    compared += told == nil ? 0 : 1
                }
            }
        }
        #expect(compared > 0)
    }
}
