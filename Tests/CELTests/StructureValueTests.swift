import CEL
import Testing

/// Records of which few fields have a value of their own.
@Suite struct StructureValueTests {
    /// Types of few fields, of as many as fit into a word, and of more.
    @Test(arguments: [1, 2, 63, 64, 65, 130]) func itIsTheRecordWithEveryFieldGiven(_ count: Int) throws {
        let type = StructureType(name: "record", fields: (0..<count).map { StructureType.Field("f\($0)", .dyn) })
        let origin = DataPath(root: "record")
        let leaf = Value.unknown(at: origin)
        var random = SplitMix64(seed: UInt64(count))
        for _ in 0..<40 {
            let own = (0..<count).filter { _ in random.chance(30) }.shuffled(using: &random)
            var fields = [Value](repeating: leaf, count: count)
            for slot in own { fields[slot] = random.chance(20) ? leaf : .int(Int64(slot)) }
            let plain = StructureValue(type: type, fields: fields, origin: origin)
            let sparse = own.withUnsafeBufferPointer { slots in
                StructureValue(type: type, origin: origin, standard: leaf, slots: slots) { fields[slots[$0]] }
            }
            #expect(Value.structure(sparse) == .structure(plain))
            #expect(sparse.fields == fields)
            #expect(sparse.containsUnknown == plain.containsUnknown)
            for slot in 0..<count { #expect(sparse["f\(slot)"] == fields[slot]) }
            #expect(sparse["other"] == nil)
            var environment = Environment()
            environment.declare(structure: type)
            environment.declare(variable: "r", .structure("record"))
            let program = try environment.compile("[r.f0, r.f\(count - 1), r.f\(count / 2)]", checked: false)
            var one = Activation(environment)
            one.bind("r", .structure(plain))
            var other = Activation(environment)
            other.bind("r", .structure(sparse))
            #expect(program.evaluate(one) == program.evaluate(other))
        }
    }
}
