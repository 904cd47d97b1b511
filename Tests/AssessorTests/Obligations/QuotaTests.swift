import Assessor
import CivilTime
import Testing

/// A share of units: at least one third of the agencies inspected on site (Circular 26, Article 33.2.b).
@Suite struct QuotaTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// One letter a unit: `+` met, `-` not met, `?` not known whether, `*` not known to be counted and met, `/` not known to be
        /// counted and not met, `.` neither known, `o` not counted.
        let units: String
        let numerator: ClosedRange<Int>
        let denominator: ClosedRange<Int>
        let isReached: Truth
        let lacking: ClosedRange<Int>
        var testDescription: String { units }
    }

    static let rows = [
        Row(units: "", numerator: 0...0, denominator: 0...0, isReached: .unknown, lacking: 0...0),
        Row(units: "ooo", numerator: 0...0, denominator: 0...0, isReached: .unknown, lacking: 0...0),
        Row(units: "+--", numerator: 1...1, denominator: 3...3, isReached: .yes, lacking: 0...0),
        // One third of four is two: a part of a unit counts as a whole one.
        Row(units: "+---", numerator: 1...1, denominator: 4...4, isReached: .no, lacking: 1...1),
        Row(units: "++---", numerator: 2...2, denominator: 5...5, isReached: .yes, lacking: 0...0),
        Row(units: "++-----", numerator: 2...2, denominator: 7...7, isReached: .no, lacking: 1...1),
        Row(units: "+--o", numerator: 1...1, denominator: 3...3, isReached: .yes, lacking: 0...0),
        Row(units: "+?--", numerator: 1...2, denominator: 4...4, isReached: .unknown, lacking: 0...1),
        Row(units: "++?-", numerator: 2...3, denominator: 4...4, isReached: .yes, lacking: 0...0),
        Row(units: "?---", numerator: 0...1, denominator: 4...4, isReached: .no, lacking: 1...2),
        Row(units: "+--/", numerator: 1...1, denominator: 3...4, isReached: .unknown, lacking: 0...1),
        Row(units: "+---*", numerator: 1...2, denominator: 4...5, isReached: .unknown, lacking: 0...1),
        Row(units: ".", numerator: 0...1, denominator: 0...1, isReached: .unknown, lacking: 0...1),
        Row(units: "---.", numerator: 0...1, denominator: 3...4, isReached: .no, lacking: 1...2),
    ]

    static func units(_ letters: String) -> [Quota.Unit] {
        letters.enumerated().map { position, letter in
            let (counted, met): (Truth, Truth) =
                switch letter {
                case "+": (.yes, .yes)
                case "-": (.yes, .no)
                case "?": (.yes, .unknown)
                case "*": (.unknown, .yes)
                case "/": (.unknown, .no)
                case ".": (.unknown, .unknown)
                default: (.no, .unknown)
                }
            return Quota.Unit(id: "U\(position)", isCounted: counted, isMet: met)
        }
    }

    @Test(arguments: rows)
    func oneThird(row: Row) throws {
        let count = try #require(Quota(share: 1, of: 3)).count(Self.units(row.units))
        #expect(count.numerator == row.numerator)
        #expect(count.denominator == row.denominator)
        #expect(count.isReached == row.isReached)
        #expect(count.lacking == row.lacking)
        let open = row.units.enumerated().filter { "?*/.".contains($0.element) }.map { "U\($0.offset)" }
        #expect(count.open == open)
    }

    @Test func neededUnits() throws {
        let third = try #require(Quota(share: 1, of: 3))
        #expect([0, 1, 2, 3, 4, 9, 10, 72, 247].map { third.needed(of: $0) } == [0, 1, 1, 1, 2, 3, 4, 24, 83])
        #expect(try #require(Quota(share: 1, of: 1)).needed(of: 7) == 7)
        #expect(try #require(Quota(share: 0, of: 2)).needed(of: 7) == 0)
        #expect(Quota(share: 1, of: 2)?.needed(of: .max) == .max / 2 + 1)
        #expect(Quota(share: 4, of: 3) == nil && Quota(share: 1, of: 0) == nil && Quota(share: -1, of: 3) == nil)
    }

    /// Every way the open units may come out, one by one, gives what the intervals say and nothing else.
    @Test func everyOutcomeLiesInTheInterval() throws {
        var random = SplitMix64(seed: 33)
        let letters = Array("+-?*/.o")
        for _ in 0..<400 {
            let size = Int.random(in: 0...6, using: &random)
            let text = String((0..<size).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            let quota = try #require(Quota(share: Int.random(in: 0...3, using: &random), of: 3))
            let count = quota.count(Self.units(text))
            var outcomes: [(met: Int, whole: Int)] = [(0, 0)]
            for unit in Self.units(text) {
                let counted = unit.isCounted.known.map { [$0] } ?? [true, false]
                let met = unit.isMet.known.map { [$0] } ?? [true, false]
                outcomes = outcomes.flatMap { outcome in
                    counted.flatMap { isCounted in
                        met.map { isMet in
                            isCounted
                                ? (outcome.met + (isMet ? 1 : 0), outcome.whole + 1) : outcome
                        }
                    }
                }
            }
            #expect(outcomes.map(\.met).min() == count.numerator.lowerBound)
            #expect(outcomes.map(\.met).max() == count.numerator.upperBound)
            #expect(outcomes.map(\.whole).min() == count.denominator.lowerBound)
            #expect(outcomes.map(\.whole).max() == count.denominator.upperBound)
            let reached = Set(outcomes.map { $0.whole == 0 ? nil : $0.met >= quota.needed(of: $0.whole) })
            #expect(count.isReached.known == (reached.count == 1 ? reached.first ?? nil : nil), "\(text) \(quota)")
            let lacking = outcomes.map { max(0, quota.needed(of: $0.whole) - $0.met) }
            #expect(lacking.min() == count.lacking.lowerBound && lacking.max() == count.lacking.upperBound, "\(text)")
        }
    }
}
