import CEL
import Testing

/// What each expression's trace says decided it, and what would change it.
struct DecisionRow: CustomStringConvertible, Sendable {
    let expression: String
    let result: String
    let reads: [String]
    let changes: [String]
    var description: String { expression }
}

private let auditList =
    "qms.audits = [Audit{kind: \"external\", day: day 2019-3-1, findings: 3, closed: true}, Audit{kind: \"internal\", "
    + "day: unknown{qms.audits[1].day}, findings: 0, closed: false}, Audit{kind: \"surveillance\", day: null, "
    + "findings: 1, closed: true}]"

private let rows: [DecisionRow] = [
    DecisionRow(
        expression: "qms.certified && qms.people > 50", result: "false", reads: ["qms.certified = false"],
        changes: ["qms.certified must be true"]),
    DecisionRow(
        expression: "qms.certified || qms.people > 100", result: "false",
        reads: ["qms.certified = false", "qms.people = 60 > 100"],
        changes: ["qms.certified must be true", "qms.people must be > 100"]),
    DecisionRow(
        expression: "qms.people >= 50", result: "true", reads: ["qms.people = 60 >= 50"], changes: []),
    DecisionRow(
        expression: "100 <= qms.people", result: "false", reads: ["qms.people = 60 >= 100"],
        changes: ["qms.people must be >= 100"]),
    DecisionRow(
        expression: "qms.policy.approved", result: "unknown{qms.policy}",
        reads: ["qms.policy.approved = unknown{qms.policy}"], changes: ["qms.policy.approved must be true"]),
    DecisionRow(
        expression: "qms.audits.exists(a, a.kind == 'internal' && a.day >= today - 365)",
        result: "unknown{qms.audits[1].day}",
        reads: [
            "qms.audits[1].day = unknown{qms.audits[1].day} >= day 2019-6-22",
            "today - 365 = day 2019-6-22 <= unknown{qms.audits[1].day}", "today = day 2020-6-15",
        ],
        changes: [
            "qms.audits[1].day must be >= day 2019-6-22",
            "qms.audits must have an element with a.kind == 'internal' && a.day >= today - 365",
        ]),
    DecisionRow(
        expression: "qms.audits.all(a, a.closed)", result: "false", reads: ["qms.audits[1].closed = false"],
        changes: ["qms.audits[1].closed must be true", "qms.audits must not have an element with !(a.closed)"]),
    DecisionRow(
        expression: "size(qms.audits.filter(a, a.kind == 'internal' && a.closed)) >= 1", result: "false",
        reads: [
            "size(qms.audits.filter(a, a.kind == 'internal' && a.closed)) = 0 >= 1", auditList,
            "qms.audits[0].kind = \"external\" == \"internal\"",
            "qms.audits[1].closed = false", "qms.audits[2].kind = \"surveillance\" == \"internal\"",
        ],
        changes: ["qms.audits must have an element with a.kind == 'internal' && a.closed"]),
    DecisionRow(
        expression: "!qms.audits.exists(a, a.findings > 0 && !a.closed || a.findings > 2)", result: "false",
        reads: ["qms.audits[0].findings = 3 > 2"],
        changes: [
            "qms.audits[0].findings must be <= 2",
            "qms.audits must not have an element with a.findings > 0 && !a.closed || a.findings > 2",
        ]),
    DecisionRow(
        expression: "qms.audits.all(a, a.findings == 0)", result: "false",
        reads: ["qms.audits[0].findings = 3 == 0"],
        changes: ["qms.audits must not have an element with !(a.findings == 0)"]),
    DecisionRow(
        expression: "has(qms.audits[2].day)", result: "false", reads: ["qms.audits[2].day = false"],
        changes: ["qms.audits[2].day must be stated"]),
    DecisionRow(
        expression: "qms.audits[2].day != null", result: "false", reads: ["qms.audits[2].day = null != null"],
        changes: ["qms.audits[2].day must be stated"]),
    DecisionRow(
        expression: "!qms.certified && bound", result: "true", reads: ["qms.certified = false", "bound = true"],
        changes: []),
    DecisionRow(
        expression: "size(qms.audits) > 3", result: "false",
        reads: [
            "size(qms.audits) = 3 > 3",
            auditList,
        ], changes: ["qms.audits must have an element with true"]),
    DecisionRow(
        expression: "'c' in qms.codes", result: "false", reads: ["qms.codes = [\"a\", \"b\"]"],
        changes: ["qms.codes must have an element with == \"c\""]),
    DecisionRow(
        expression: "bound ? qms.certified : n > 3", result: "false", reads: ["bound = true", "qms.certified = false"],
        changes: ["bound must be false", "qms.certified must be true"]),
]

/// An open list that shows one closed audit: what leaves the answer open, and what would decide it.
private let openRows: [DecisionRow] = [
    DecisionRow(
        expression: "qms.audits.exists(a, a.findings > 5)", result: "unknown{qms.audits}", reads: ["qms.audits"],
        changes: [
            "qms.audits[0].findings must be > 5", "qms.audits must have an element with a.findings > 5",
        ]),
    DecisionRow(
        expression: "qms.audits.exists(a, a.findings == 3)", result: "true", reads: ["qms.audits[0].findings"],
        changes: []),
    DecisionRow(
        expression: "qms.audits.all(a, a.closed)", result: "unknown{qms.audits}", reads: ["qms.audits"],
        changes: ["qms.audits must not have an element with !(a.closed)"]),
    DecisionRow(
        expression: "qms.audits.all(a, a.findings > 3)", result: "false", reads: ["qms.audits[0].findings"],
        changes: ["qms.audits must not have an element with !(a.findings > 3)"]),
    DecisionRow(
        expression: "size(qms.audits) > 0", result: "unknown{qms.audits}", reads: ["size(qms.audits)", "qms.audits"],
        changes: []),
]

@Test(arguments: openRows) func tracesOfOpenLists(_ row: DecisionRow) throws {
    let path = Quality.root.field("audits")
    let audit = Quality.audit(0, kind: .string("external"), day: .null, findings: .int(3))
    let list = ListValue([audit], origin: path, open: UnknownSet(leaf: path))
    let fields: [Value] = [.null, .list(list), .bool(true), .int(1), .list([])]
    var activation = Quality.activation
    activation.bind("qms", .structure(StructureValue(type: Quality.system, fields: fields, origin: Quality.root)))
    let trace = try Quality.environment.compile(row.expression).trace(activation)
    #expect(describe(trace.result) == row.result)
    #expect(trace.decidingReads.map { $0.path?.description ?? $0.text } == row.reads)
    #expect(trace.wouldChange.map(describe) == row.changes)
}

@Test(arguments: rows) func traces(_ row: DecisionRow) throws {
    let program = try Quality.environment.compile(row.expression)
    let trace = program.trace(Quality.activation)
    #expect(trace.result == program.evaluate(Quality.activation))
    #expect(describe(trace.result) == row.result)
    #expect(trace.decidingReads.map(describe) == row.reads)
    #expect(trace.wouldChange.map(describe) == row.changes)
}

func describe(_ result: Evaluation) -> String {
    switch result {
    case .value(let value): value.description
    case .error(let error): "error: \(error.message)"
    }
}

private func describe(_ read: DecidingRead) -> String {
    var text = "\(read.path?.description ?? read.text) = \(describe(read.result))"
    if let relation = read.relation, relation.comparison != .isIn {
        text += " \(relation.comparison.symbol) \(relation.value)"
    }
    return text
}

private func describe(_ change: WouldChange) -> String {
    let need: String
    switch change.need {
    case .relation(let symbol, let value): need = "must be \(symbol.symbol) \(value)"
    case .stated: need = "must be stated"
    case .none: need = "must be none"
    case .boolean(let flag): need = "must be \(flag)"
    case .element(let body, let present): need = "must \(present ? "" : "not ")have an element with \(body)"
    }
    return "\(change.path) \(need)" + (change.isVerified ? "" : " ?")
}
