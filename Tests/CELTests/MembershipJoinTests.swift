@testable import CEL
import Testing

/// Work procedures that each cover some codes: what a join by membership looks up.
private enum Coverage {
    static let procedure = StructureType(
        name: "Procedure",
        fields: [.init("covers", .list(.dyn)), .init("used", .bool), .init("kind", .string)])
    static let root = DataPath(root: "procedures")

    static let environment: Environment = {
        var environment = Environment()
        environment.declare(structure: procedure)
        environment.declare(variable: "procedures", .list(.structure("Procedure")))
        environment.declare(variable: "codes", .list(.dyn))
        return environment
    }()
}

/// Quantifiers inside another macro, over lists long enough to be looked up in.
private let expressions = [
    "codes.filter(c, !procedures.exists(p, p.used && c in p.covers)).size() > 2",
    "codes.all(c, procedures.exists(p, p.kind == \"a\" && c in p.covers))",
    "codes.exists(c, procedures.all(p, !(c in p.covers) || p.used))",
    "codes.map(c, procedures.exists(p, c in p.covers && 10 / size(p.covers) > 3))",
    "procedures.map(q, procedures.exists(p, q.covers.exists(c, c in p.covers) && p.used))",
    "codes.map(c, procedures.exists(p, !!(c in p.covers) && p.kind == \"b\"))",
    "codes.exists_one(c, procedures.all(p, p.used || !(c in p.covers)))",
]

@Test(arguments: expressions) func joinsByMembershipAgreeWithThePlainEvaluation(_ expression: String) throws {
    let program = try Coverage.environment.compile(expression)
    var random = SplitMix64(seed: 11)
    // Whole and broken numbers of the same value are equal, and have no common hash.
    let pool: [Value] = [
        .string("1.001"), .string("1.002"), .string("1.003"), .string(""), .int(1), .double(1), .uint(1),
    ]
    for share in [0, 0, 5, 30, 100] {
        for _ in 0..<40 {
            func code(_ path: DataPath) -> Value { random.chance(share) ? .unknown(at: path) : random.pick(pool) }
            func list(_ path: DataPath, _ most: Int) -> ListValue {
                let count = Int.random(in: 0...most, using: &random)
                let open = random.chance(share / 2) ? UnknownSet(leaf: path) : nil
                return ListValue((0..<count).map { code(path.index($0)) }, origin: path, open: open)
            }
            let procedures = (0..<14).map { index -> Value in
                let path = Coverage.root.index(index)
                let isHidden = random.chance(share / 3)
                let covers: Value =
                    isHidden ? .unknown(at: path.field("covers")) : .list(list(path.field("covers"), 3))
                let kind: Value =
                    random.chance(share) ? .unknown(at: path.field("kind")) : .string(random.pick(["a", "b"]))
                return .structure(
                    StructureValue(
                        type: Coverage.procedure, fields: [covers, .bool(random.chance(50)), kind], origin: path))
            }
            var activation = Activation(Coverage.environment)
            let open = random.chance(share) ? UnknownSet(leaf: Coverage.root) : nil
            activation.bind("procedures", .list(ListValue(procedures, origin: Coverage.root, open: open)))
            activation.bind("codes", .list(list(DataPath(root: "codes"), 9)))
            #expect(program.evaluate(activation) == program.record(activation).result)
        }
    }
}
