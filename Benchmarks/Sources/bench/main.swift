import CEL

struct Day: OpaqueValue {
    let number: Int
    var typeName: String { "day" }
    var description: String { "day \(number)" }
    var exactOrder: Int? { number }
    func isEqual(to other: any OpaqueValue) -> OpaqueAnswer { (other as? Day)?.number == number ? .yes : .no }
    func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? {
        guard let other = other as? Day else { return nil }
        return number < other.number || (orEqual && number == other.number) ? .yes : .no
    }
}

let procedure = StructureType(
    name: "Procedure",
    fields: [
        .init("id", .string), .init("kind", .string), .init("version", .int), .init("approved", .bool),
        .init("day", .nullable(.opaque("day"))),
        .init("owner", .nullable(.string)),
    ])
let document = StructureType(
    name: "Document", fields: [.init("id", .string), .init("procedure", .string), .init("title", .string)])
let system = StructureType(
    name: "System",
    fields: [
        .init("procedures", .list(.structure("Procedure"))), .init("documents", .list(.structure("Document"))),
        .init("people", .int),
        .init("level", .string), .init("certified", .bool), .init("policy", .nullable(.string)),
        .init("decided", .opaque("day")),
    ])
var environment = Environment()
for type in [procedure, document, system] { environment.declare(structure: type) }
environment.declare(opaque: "day", isOrdered: true)
environment.register(function: "day", Overload("day_day", [.opaque("day")], returns: .opaque("day")) { .value($0[0]) })
environment.declare(variable: "qms", .structure("System"))
environment.declare(variable: "today", .opaque("day"))
let root = DataPath(root: "qms")
let procedures = (0..<60).map { index -> Value in
    let path = root.field("procedures").index(index)
    return .structure(
        StructureValue(
            type: procedure,
            fields: [
                .string("procedure-number-\(index)"), .string(index % 3 == 0 ? "management" : "support"),
                .int(Int64(index % 5)),
                .bool(index != 59), .opaque(Day(number: 1000 + index)),
                index % 7 == 0 ? .unknown(at: path.field("owner")) : .string("Lê Văn \(index)"),
            ], origin: path))
}
let documents = (0..<50).map { index -> Value in
    .structure(
        StructureValue(
            type: document,
            fields: [
                .string("doc-\(index)"), .string("procedure-number-\(index)"), .string("Quy trình \(index)"),
            ], origin: root.field("documents").index(index)))
}
let qms = StructureValue(
    type: system,
    fields: [
        .list(ListValue(procedures, origin: root.field("procedures"))),
        .list(ListValue(documents, origin: root.field("documents"))),
        .int(60), .string("provincial_department"), .bool(false), .unknown(at: root.field("policy")),
        .opaque(Day(number: 900)),
    ], origin: root)
var activation = Activation(environment)
activation.bind("qms", .structure(qms))
activation.bind("today", .opaque(Day(number: 1050)))

let rules = [
    "qms.people > 50", "has(qms.policy)", "qms.level == 'provincial_department'",
    "qms.level in ['ministry', 'provincial_department', 'commune']",
    "qms.certified || qms.people >= 20 && qms.people <= 100", "qms.level.startsWith('prov')", "qms.decided < today",
    "qms.level.matches('^prov.*ment$')",
    "qms.procedures.all(p, p.approved || p.version == 4)",
    "qms.procedures.exists(p, p.kind == 'other')", "qms.procedures.exists(p, p.owner == 'nobody')",
    "qms.procedures.all(p, p.day <= today || p.kind == 'support' || true)",
    "qms.procedures.filter(p, p.kind == 'support').size() > 10", "size(qms.procedures.map(p, p.id)) == 60",
    "qms.procedures.all(p, qms.documents.exists(d, d.procedure == p.id) || p.version >= 0)",
    "qms.procedures.all(p, p.day <= day(today) || p.version >= 0)",
    "qms.procedures.exists_one(p, p.id == 'procedure-number-5')",
]
func measure(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var count = 1
    while true {
        let time = clock.measure { for _ in 0..<count { body() } }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        if seconds > 0.15 { return seconds / Double(count) * 1e9 }
        count = max(count * 2, Int(Double(count) * 0.2 / max(seconds, 1e-9)))
    }
}
let only = CommandLine.arguments.dropFirst().first.flatMap { Int($0) }
if CommandLine.arguments.contains("c") {  // componly
    for _ in 0..<20000 { _ = try? environment.compile(rules[14]) }
    print("compiled");
}
for (index, rule) in rules.enumerated() where only == nil || only == index {
    let program = try environment.compile(rule)
    if CommandLine.arguments.count > 2 {
        print(measure { for _ in 0..<200 { _ = program.trace(activation) } }); continue
    }  // traceonly
    var best = Double.infinity
    for _ in 0..<3 { best = min(best, measure { _ = program.evaluate(activation) }) }
    if only != nil, CommandLine.arguments.count < 3 { continue }
    let traced = measure { _ = program.trace(activation) }
    print(Int(best), "ns", "trace", Int(traced), rule, program.evaluate(activation) == program.trace(activation).result)
}
print(
    "compile", Int(measure { _ = try? environment.compile(rules[14]) }), "ns; environment",
    Int(measure { _ = Environment() }))
