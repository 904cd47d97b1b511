import Model
import Testing

/// The facts of the correlation tables that the shipped data has to show; written out by hand, not taken from it.
@Suite struct EditionFactsTests {
    private struct Pair: Hashable {
        let entered: String
        let left: String
    }

    private func tables() throws -> (transition: Transition, entering: Set<Pair>, leaving: Set<Pair>) {
        let transition = try #require(ShippedLibrary.library?.transitions.first { $0.enters == "iso-9001-2015" })
        let entering = transition.entering.flatMap { row in
            row.counterparts.map { Pair(entered: row.clause.number, left: $0.number) }
        }
        let leaving = transition.leaving.flatMap { row in
            row.counterparts.map { Pair(entered: $0.number, left: row.clause.number) }
        }
        return (transition, Set(entering), Set(leaving))
    }

    @Test func oneWayPairsAreThoseOfTheMatrix() throws {
        let (_, entering, leaving) = try tables()
        let up = entering.subtracting(leaving)
        let mappedBack: Set<String> = [
            "4.4.1", "6.1.1", "6.1.2", "7.5.3.1", "7.5.3.2", "8.2.3.1", "8.2.3.2", "8.7.1", "8.7.2", "9.2.1", "9.2.2",
            "10.2.1", "10.2.2",
        ]
        let extra: Set<Pair> = [Pair(entered: "7", left: "6"), Pair(entered: "8.4.1", left: "4.1")]
        #expect(Set(up.subtracting(extra).map(\.entered)) == mappedBack)
        #expect(extra.isSubset(of: up))
        let down: [(String, String)] = [
            ("4.4", "4.2.2"), ("7.5.1", "4.2.2"), ("8.4", "4.1"), ("5.1", "5.6.1"), ("6", "5.4"), ("5", "5.5"),
            ("7.2", "6.2"), ("8.4", "7.4"), ("9.1", "8.2"),
        ]
        #expect(leaving.subtracting(entering) == Set(down.map { Pair(entered: $0.0, left: $0.1) }))
    }

    @Test func clausesWithoutCounterparts() throws {
        let (transition, entering, leaving) = try tables()
        #expect(transition.entering.count == 95)
        #expect(transition.entering.filter(\.counterparts.isEmpty).map(\.clause.number) == ["7.1.6"])
        let named = Set(entering.map(\.left))
        let unnamed = transition.leaving.filter { !named.contains($0.clause.number) }
        #expect(unnamed.map(\.clause.number) == ["5.4", "5.5", "6.2", "7.4", "8.2"])
        #expect(unnamed.allSatisfy { $0.disposition == .heading })
        // The 94 pairs of the matrix, counted without 0, 2 and 3, and three more that the leaving rows give in brackets.
        #expect(entering.intersection(leaving).count == 100)
    }

    @Test func whatIsNewAndWhatIsGone() throws {
        let transition = try tables().transition
        let new = transition.entering.filter { $0.disposition == .new }.map(\.clause.number)
        #expect(new == ["4.1", "4.2", "6.1.1", "6.1.2", "7.1.6"])
        #expect(transition.leaving.first { $0.clause.number == "4.2.2" }?.disposition == .withdrawn)
        #expect(transition.leaving.first { $0.clause.number == "8.5.3" }?.disposition == .replaced)
    }

    @Test func theProvisionalTransitionCarriesNoVerdict() throws {
        let transition = try #require(ShippedLibrary.library?.transitions.first { $0.enters == "iso-9001-2026" })
        #expect(transition.isProvisional)
        #expect(transition.leaving.allSatisfy { $0.carry != .verdict })
        #expect(transition.entering.allSatisfy { $0.carry != .verdict })
    }
}
