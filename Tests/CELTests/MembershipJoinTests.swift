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
        environment.declare(variable: "code", .dyn)
        return environment
    }()

    /// Codes; whole and broken numbers of the same value are equal, and have no common hash.
    static let pool: [Value] = [
        .string("1.001"), .string("1.002"), .string("1.003"), .string(""), .int(1), .double(1), .uint(1),
    ]

    /// Drawn procedures and codes.
    /// - Parameter share: How many of a hundred facts are not known.
    static func activation(unknown share: Int, _ random: inout SplitMix64) -> Activation {
        func code(_ path: DataPath) -> Value { random.chance(share) ? .unknown(at: path) : random.pick(pool) }
        func list(_ path: DataPath, _ most: Int) -> ListValue {
            let count = Int.random(in: 0...most, using: &random)
            let open = random.chance(share / 2) ? UnknownSet(leaf: path) : nil
            return ListValue((0..<count).map { code(path.index($0)) }, origin: path, open: open)
        }
        let procedures = (0..<14).map { index -> Value in
            let path = root.index(index)
            let isHidden = random.chance(share / 3)
            let covers: Value = isHidden ? .unknown(at: path.field("covers")) : .list(list(path.field("covers"), 3))
            let kind: Value =
                random.chance(share) ? .unknown(at: path.field("kind")) : .string(random.pick(["a", "b"]))
            return .structure(
                StructureValue(type: procedure, fields: [covers, .bool(random.chance(50)), kind], origin: path))
        }
        var activation = Activation(environment)
        let open = random.chance(share) ? UnknownSet(leaf: root) : nil
        activation.bind("procedures", .list(ListValue(procedures, origin: root, open: open)))
        activation.bind("codes", .list(list(DataPath(root: "codes"), 9)))
        return activation
    }
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
    for share in [0, 0, 5, 30, 100] {
        for _ in 0..<40 {
            let activation = Coverage.activation(unknown: share, &random)
            #expect(program.evaluate(activation) == program.record(activation).result)
        }
    }
}

/// The same asked of one item after another, with what was looked up for the items before, of this list and of others.
private let questions = [
    "procedures.exists(p, p.used && code in p.covers)",
    "procedures.all(p, !(code in p.covers) || p.kind == \"a\")",
    "procedures.exists(p, code in p.covers && 10 / size(p.covers) > 3)",
    "procedures.exists(p, p.kind == code) || codes.exists(c, procedures.exists(p, c in p.covers && code in p.covers))",
    "procedures.filter(p, codes.exists(c, c in p.covers)).size() > 2 && code in codes",
]

@Test(arguments: questions) func whatWasLookedUpServesTheNextItem(_ expression: String) throws {
    let program = try Coverage.environment.compile(expression)
    var random = SplitMix64(seed: 12)
    let memory = EvaluationMemory()
    for share in [0, 0, 5, 30, 100] {
        for _ in 0..<20 {
            var activation = Coverage.activation(unknown: share, &random)
            for _ in 0..<6 {
                activation.bind("code", random.pick(Coverage.pool))
                let limits = EvaluationLimits(cost: random.chance(20) ? 60 : .max)
                let result = program.evaluate(activation, with: memory, limits: limits)
                #expect(result == program.record(activation, limits: limits).result)
            }
        }
    }
}

/// What one expression looked up in a list serves the others, by whatever field they look, and on several threads at once.
@Test func anIndexOfAListServesEveryExpression() async throws {
    let texts =
        expressions + questions.map { "codes.map(code, \($0))" } + [
            "codes.map(c, procedures.exists(p, p.kind == c))", "codes.map(c, procedures.all(p, p.kind != c || p.used))",
        ]
    let programs = try texts.map { try Coverage.environment.compile($0) }
    var random = SplitMix64(seed: 13)
    for share in [0, 0, 5, 30] {
        for _ in 0..<6 {
            let activation = Coverage.activation(unknown: share, &random)
            let expected = programs.map { $0.record(activation).result }
            let order = programs.indices.shuffled(using: &random)
            for position in order + order.reversed() {
                #expect(programs[position].evaluate(activation) == expected[position], "\(texts[position])")
            }
            let fresh = Coverage.activation(unknown: share, &random)
            let answers = programs.map { $0.record(fresh).result }
            await withTaskGroup(of: Void.self) { group in
                for position in order + order {
                    group.addTask {
                        #expect(programs[position].evaluate(fresh) == answers[position], "\(texts[position])")
                    }
                }
            }
        }
    }
}
