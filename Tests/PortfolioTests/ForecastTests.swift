import CivilTime
import Testing

@testable import Portfolio

/// The mathematics under the forecast.
@Suite struct ForecastTests {
    /// Of tables of the F distribution at 5 % (any textbook), by degrees of freedom.
    static let tabled: [(first: Double, second: Double, quantile: Double)] = [
        (1, 1, 161.448), (2, 2, 19.000), (1, 10, 4.965), (5, 5, 5.050), (10, 10, 2.978), (4, 20, 2.866), (20, 4, 5.803),
        (30, 60, 1.649), (120, 120, 1.352),
    ]

    @Test func theFDistributionIsThatOfTheTables() {
        for row in Self.tabled {
            let found = FDistribution(row.first, row.second).quantile(0.95)
            #expect(abs(found - row.quantile) < 0.001 * max(1, row.quantile / 10), "\(row)")
            #expect(abs(FDistribution(row.first, row.second).cumulative(found) - 0.95) < 1e-9)
        }
        // F(2, 2) has a closed form.
        for share in [0.01, 0.1, 0.5, 0.9, 0.99] {
            #expect(abs(FDistribution(2, 2).quantile(share) - share / (1 - share)) < 1e-9)
        }
        // Γ(1/2)² = π; Γ(171) is the largest whole one a Double holds.
        #expect(abs(FDistribution.logGamma(0.5) * 2 - 1.144_729_885_849_400_2) < 1e-13)
        #expect(abs(FDistribution.logGamma(11) - 15.104_412_573_075_516) < 1e-12)
    }

    @Test func theIncompleteBetaFunctionAddsUpToOne() {
        var draw = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let x = Double(draw.next() >> 11) / 9_007_199_254_740_992
            let a = 0.1 + Double(draw.next() % 4000) / 10
            let b = 0.1 + Double(draw.next() % 4000) / 10
            let sum = FDistribution.incompleteBeta(x, a, b) + FDistribution.incompleteBeta(1 - x, b, a)
            #expect(abs(sum - 1) < 1e-9, "\(x) \(a) \(b)")
        }
    }

    /// Units that finish one by one at one rate: the day lies before the early one in a tenth of all cases, and after the late one in
    /// another.
    @Test func theSpreadHoldsWhatItSays() throws {
        var draw = SplitMix64(seed: 2021)
        func wait(_ rate: Double) -> Double {
            // The logarithm of a share, by the series of its fraction: no other function is needed here.
            -FDistributionLogarithm.of((Double(draw.next() >> 12) + 1) / 4_503_599_627_370_497) / rate
        }
        let rate = 0.08
        var cases = 0
        var before = 0
        var after = 0
        while cases < 2000 {
            var events = 0
            var time = wait(rate)
            while time < 360 {
                events += 1
                time += wait(rate)
            }
            guard events >= Forecast.leastConversions else { continue }
            cases += 1
            let law = WaitingTime(days: 360, events: events, dispersion: 1)
            // No memory: what is waited for begins anew on day 360.
            let done = (0..<20).map { _ in wait(rate) }.reduce(0, +)
            if done < law.days(until: 20, share: 0.1) { before += 1 }
            if done > law.days(until: 20, share: 0.9) { after += 1 }
        }
        // 10 % of 2,000 is 200; five standard deviations are 67.
        #expect(abs(before - 200) < 67, "\(before)")
        #expect(abs(after - 200) < 67, "\(after)")
    }

    @Test func unevennessWidensTheSpread() throws {
        func pace(_ counts: [Int]) throws -> Pace {
            let days = try ["2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01", "2021-01-01"].map {
                try CivilDate.parse($0)
            }
            return Pace(
                counts.indices.map { Pace.Interval(from: days[$0], to: days[$0 + 1], converted: counts[$0]) })
        }
        let even = try pace([10, 10, 10, 10])
        let uneven = try pace([2, 20, 3, 15])
        #expect(even.dispersion == 1 && uneven.dispersion > 5)
        let day = try CivilDate.parse("2021-01-01")
        let legal = try CivilDate.parse("2021-06-29")
        func spread(_ pace: Pace) throws -> (days: Int, count: Int) {
            guard case .expected(let expected) = Forecast(pace, open: 30, on: day, legalDate: legal) else {
                throw CancellationError()
            }
            let count = try #require(expected.byLegalDate)
            #expect(count.few <= count.middle && count.middle <= count.many && count.many <= 30)
            return (try #require(expected.late) - (try #require(expected.early)), count.many - count.few)
        }
        #expect(try spread(uneven).days > 2 * spread(even).days)
        #expect(try spread(uneven).count > spread(even).count)
    }

    @Test func countsByTheLegalDateMatchTheDays() {
        let law = WaitingTime(days: 365, events: 92, dispersion: 1)
        for share in [0.1, 0.5, 0.9] {
            let count = law.events(within: 90, share: share, atMost: 1000)
            #expect(law.share(of: count, within: 90) >= share && law.share(of: count + 1, within: 90) < share)
        }
        #expect(law.events(within: 100_000, share: 0.9, atMost: 92) == 92)
        #expect(law.events(within: 1, share: 0.9, atMost: 92) == 0)
    }
}

/// The natural logarithm, for drawing waits, without a library of mathematics.
private enum FDistributionLogarithm {
    static func of(_ value: Double) -> Double {
        var mantissa = value.significand
        var exponent = Double(value.exponent)
        if mantissa > 1.414_213_562_373_095 {
            mantissa /= 2
            exponent += 1
        }
        let fraction = (mantissa - 1) / (mantissa + 1)
        var term = fraction
        var sum = 0.0
        for step in stride(from: 1.0, through: 41, by: 2) {
            sum += term / step
            term *= fraction * fraction
        }
        return 2 * sum + exponent * 0.693_147_180_559_945_3
    }
}
