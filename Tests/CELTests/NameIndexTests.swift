import CEL
import Testing

/// Names by their positions, as a dictionary would give them.
@Suite struct NameIndexTests {
    @Test func eachNameHasItsPositionAndNoOtherHas() {
        let names = (0..<200).map { "name_\($0)_\(String(repeating: "x", count: $0 % 20))" }
        let index = NameIndex(names)
        #expect(index.count == 200)
        for (position, name) in names.enumerated() {
            #expect(index.position(of: name) == position && index[position] == name)
            #expect(index.position(of: name + "y") == nil)
        }
        #expect(index.position(of: "") == nil)
        #expect(NameIndex([]).position(of: "a") == nil && NameIndex([]).count == 0)
    }

    @Test func ofTwoThatAreTheSameTheFirstCounts() {
        let index = NameIndex(["a", "b", "a"])
        #expect(index.position(of: "a") == 0 && index.position(of: "b") == 1)
    }

    /// Names are told apart by their scalars, not by how they look.
    @Test func namesAreComparedByScalars() {
        let index = NameIndex(["e\u{301}"])
        #expect(index.position(of: "e\u{301}") == 0)
        #expect(index.position(of: "\u{E9}") == nil)
    }

    @Test func aFieldIsFoundWhereItIsExpectedAndElsewhere() {
        let type = StructureType(name: "t", fields: ["a", "b", "c"].map { StructureType.Field($0, .dyn) })
        for expected in [nil, -1, 0, 1, 2, 3, Int.max] as [Int?] {
            #expect(type.slot(of: "b", expecting: expected) == 1)
            #expect(type.slot(of: "d", expecting: expected) == nil)
        }
    }
}
