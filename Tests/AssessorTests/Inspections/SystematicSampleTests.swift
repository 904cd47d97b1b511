import Testing

@testable import Assessor

/// Samples: the same seed gives the same one, each item has the same chance, strata share as evenly as they can.
@Suite struct SystematicSampleTests {
    private func items(_ strata: [Int]) -> [SystematicSample.Item] {
        strata.enumerated().flatMap { stratum, count in
            (0..<count).map { SystematicSample.Item(key: "\(stratum).\($0)", stratum: "s\(stratum)") }
        }
    }

    @Test func theOrderOfTheListDoesNotMatter() {
        var random = SplitMix64(seed: 7)
        let list = items([7, 1, 12, 30])
        let drawn = SystematicSample.draw(list, count: 9, seed: "2026")
        for _ in 0..<20 {
            #expect(SystematicSample.draw(list.shuffled(using: &random), count: 9, seed: "2026") == drawn)
        }
        #expect(SystematicSample.draw(list, count: 9, seed: "2027") != drawn)
    }

    /// What `sha256sum` and a pencil give, so that nobody needs this program to draw it again:
    /// `printf '1\037a' | sha256sum` and so on for the ranks, `printf '1\037start' | sha256sum` for the start.
    @Test func aSampleDrawnByHand() {
        let list = ["a", "b", "c", "d", "e"].map { SystematicSample.Item(key: $0, stratum: "") }
        let frame = SystematicSample.frame(list, seed: "1").map(\.key)
        #expect(frame == SampleByHand.order)
        #expect(SystematicSample.draw(list, count: 2, seed: "1").map(\.key) == SampleByHand.drawn)
    }

    /// Over all starts every item is taken equally often: K times of N.
    @Test(arguments: [(1, 1), (5, 2), (12, 5), (13, 13), (30, 7)])
    func everyItemHasTheSameChance(_ total: Int, _ count: Int) {
        let frame = SystematicSample.frame(items([total]), seed: "x")
        var taken: [String: Int] = [:]
        for start in 0..<total {
            let drawn = SystematicSample.draw(frame, count: count, start: start)
            #expect(Set(drawn).count == count)
            for item in drawn { taken[item.key, default: 0] += 1 }
        }
        #expect(taken.count == total)
        #expect(taken.values.allSatisfy { $0 == count })
    }

    @Test func strataShareAsEvenlyAsTheyCan() {
        var random = SplitMix64(seed: 11)
        for round in 0..<200 {
            let strata = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int.random(in: 1...40, using: &random) }
            let list = items(strata)
            let count = Int.random(in: 1...list.count, using: &random)
            let drawn = SystematicSample.draw(list, count: count, seed: "\(round)")
            #expect(drawn.count == count && Set(drawn).count == count)
            for (stratum, size) in strata.enumerated() {
                let own = drawn.count { $0.stratum == "s\(stratum)" }
                let share = size * count
                #expect(own == share / list.count || own == (share + list.count - 1) / list.count)
            }
        }
    }

    @Test func aListThatIsShortIsTakenWhole() {
        let list = items([2, 1])
        #expect(Set(SystematicSample.draw(list, count: 3, seed: "1")) == Set(list))
        #expect(Set(SystematicSample.draw(list, count: 10, seed: "1")) == Set(list))
        #expect(SystematicSample.draw([], count: 10, seed: "1").isEmpty)
    }
}
