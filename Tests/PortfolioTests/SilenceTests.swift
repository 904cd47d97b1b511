import Assessor
import CivilTime
import Model
import Portfolio
import Testing

/// What holds of every share, whatever is taken from the register or added to it.
@Suite struct SilenceTests {
    /// A register of some units with inspections drawn by a seed.
    private struct Draw {
        var generator: SplitMix64
        let units: Int

        mutating func inspections(until day: CivilDate) -> [String] {
            (0..<(units * 2)).map { number in
                let unit = Int(generator.next() % UInt64(units))
                let date = CivilDate(year: 2019, month: 1, day: 1)?.adding(days: Int(generator.next() % 730)) ?? day
                let form = generator.next() % 2 == 0 ? "on_site" : "by_file"
                return "  - {ref: BB-\(number), unit: U\(unit), held_on: \(date), form: \(form)}\n"
            }
        }
    }

    private static func register(_ units: Int, _ inspections: [String]) throws -> Register {
        let list = (0..<units).map { "  - {code: U\($0), class: mandatory}\n" }.joined()
        let text =
            "tuanthu: register/1\nstated_on: 2021-06-30\nunits:\n\(list)inspections:\(inspections.isEmpty ? " []" : "")\n"
            + inspections.joined()
        return try #require(try TestPortfolio.written(text).value)
    }

    private func findings(_ register: Register, on day: CivilDate) throws -> [SetFinding] {
        let portfolio = try TestPortfolio(register: register, statements: [:]).assess(on: day.description)
        return portfolio.sets.filter { $0.rule.set == "vn.tt-26-2014" && $0.occurrence != nil }
    }

    private func summary(_ findings: [SetFinding]) -> [String] {
        findings.map {
            "\($0.rule.id) \($0.occurrence?.description ?? "") \($0.verdict) \($0.count?.numerator.text ?? "") "
                + "\($0.count?.denominator.text ?? "") \($0.missing.map(\.text)) \($0.open.map(\.text))"
        }
    }

    /// The counts are those of a plain count by hand, and an inspection after the day changes nothing on the day.
    @Test(arguments: [1, 7, 42, 2014, 90_001] as [UInt64]) func whatComesLaterChangesNothing(_ seed: UInt64) throws {
        var draw = Draw(generator: SplitMix64(seed: seed), units: 7)
        let day = try CivilDate.parse("2020-12-31").adding(days: -Int(draw.generator.next() % 300)) ?? .min
        let all = draw.inspections(until: day)
        let dates = try all.map { line -> (unit: String, day: CivilDate, form: String) in
            let parts = line.split(whereSeparator: { " ,{}\n".contains($0) }).map(String.init)
            return (parts[4], try CivilDate.parse(parts[6]), parts[8])
        }
        let before = zip(all, dates).filter { $0.1.day <= day }.map(\.0)
        let whole = try findings(try Self.register(7, all), on: day)
        #expect(summary(whole) == summary(try findings(try Self.register(7, before), on: day)))
        let current = whole.filter { $0.occurrence?.year == day.year }
        for finding in current {
            let isOnSite = finding.rule.id == "tt26.art33.2.b.units"
            let counted = dates.filter {
                $0.day <= day && $0.day.year == day.year && (!isOnSite || $0.form == "on_site")
            }
            #expect(finding.count?.numerator.text == String(Set(counted.map(\.unit)).count))
        }
        #expect(current.count == 2)
    }

    /// Taking an inspection, or the list of them, out of the register never turns a share that is missed into one that is reached;
    /// without the list nothing is known.
    @Test(arguments: [3, 11, 77] as [UInt64]) func silenceNeitherPassesNorFails(_ seed: UInt64) throws {
        var draw = Draw(generator: SplitMix64(seed: seed), units: 5)
        let day = try CivilDate.parse("2020-12-31")
        let all = draw.inspections(until: day)
        let whole = try findings(try Self.register(5, all), on: day)
        for removed in all.indices {
            var fewer = all
            fewer.remove(at: removed)
            let less = try findings(try Self.register(5, fewer), on: day)
            for (full, less) in zip(whole, less) where less.verdict == .conform { #expect(full.verdict == .conform) }
        }
        let text = "tuanthu: register/1\nstated_on: 2021-06-30\nunits: [{code: A, class: mandatory}]\n"
        let silent = try findings(try #require(try TestPortfolio.written(text).value), on: day)
        #expect(!silent.isEmpty && silent.allSatisfy { $0.verdict == .undetermined })
    }

    @Test func theOrderOfStatementsDoesNotMatter() throws {
        let example = try TestPortfolio.example()
        let assessor = try example.assessor(on: "2021-03-01")
        let results = assessor.paths.compactMap { path in
            example.statements[path].map { assessor.result(of: $0, at: path) }
        }
        let forth = assessor.assessment(results)
        let back = assessor.assessment(results.reversed())
        #expect(summary(forth.sets) == summary(back.sets))
        #expect(forth.missed == back.missed)
        #expect(forth.ahead.map(\.note) == back.ahead.map(\.note))
    }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed, everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
