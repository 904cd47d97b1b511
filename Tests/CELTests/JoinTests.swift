@testable import CEL
import Testing

/// Nested quantifiers that the plan turns into look-ups, over lists long enough for it.
private let expressions = [
    "qms.audits.all(a, qms.audits.exists(b, b.kind == a.kind && b.findings > a.findings))",
    "qms.audits.all(a, qms.audits.exists(b, a.findings == b.findings))",
    "qms.audits.exists(a, qms.audits.all(b, b.kind != a.kind || b.closed))",
    "qms.audits.exists(a, !qms.audits.exists(b, b.findings == a.findings && 10 / b.findings > 1))",
    "qms.audits.filter(a, qms.audits.exists(b, b.closed && b.kind == a.kind)).size() > 3",
    "qms.audits.all(a, qms.audits.filter(c, c.closed).exists(b, b.kind == a.kind))",
    "qms.audits.exists_one(a, qms.audits.all(b, b.findings != a.findings))",
    "qms.audits.filter(a, qms.audits.all(b, !(b.kind == a.kind) || !b.closed)).size() > 2",
    "qms.audits.all(a, qms.audits.exists(b, !(a.findings != b.findings) && b.closed))",
    "qms.audits.map(a, qms.audits.exists(b, b.day == a.day))", "[1, 2].all(i, qms.audits.exists(b, b.findings == n))",
]

@Test(arguments: expressions) func joinsAgreeWithThePlainEvaluation(_ expression: String) throws {
    let program = try Quality.environment.compile(expression)
    var random = SplitMix64(seed: 7)
    let path = Quality.root.field("audits")
    let open = UnknownSet(leaf: path)
    for share in [0, 0, 5, 30, 100] {
        for _ in 0..<40 {
            let audits = (0..<12).map { index in
                func hidden(_ field: String, _ value: Value) -> Value {
                    random.chance(share) ? .unknown(at: path.index(index).field(field)) : value
                }
                let kind = hidden("kind", .string(random.pick(Quality.kinds.values)))
                let day = hidden("day", random.chance(50) ? .null : Quality.day("2020-01-01"))
                let findings = hidden("findings", .int(Int64.random(in: 0...9, using: &random)))
                return Quality.audit(
                    index, kind: kind, day: day, findings: findings, closed: hidden("closed", .bool(random.chance(50))))
            }
            let fields: [Value] = [
                .null, .list(ListValue(audits, origin: path, open: random.chance(share) ? open : nil)), .bool(true),
                .int(1), .list([]),
            ]
            var activation = Quality.activation
            activation.bind(
                "qms", .structure(StructureValue(type: Quality.system, fields: fields, origin: Quality.root)))
            let cost: UInt64 = random.chance(20) ? 300 : .max
            let limits = EvaluationLimits(cost: cost)
            #expect(program.evaluate(activation, limits: limits) == program.record(activation, limits: limits).result)
        }
    }
}
