internal import Assessor
internal import CivilTime
internal import GRDB
internal import Model
public import Portfolio

/// Writes one snapshot, statement after statement, inside the transaction of ``HistoryStore/write(_:replaces:_:)``.
public final class SnapshotWriter {
    /// The digest of what the portfolio's snapshot of that day under these rules held before; nil where there was none.
    let earlier: String?

    private let database: Database
    private let snapshot: Int64
    private let insertStatement: GRDB.Statement
    private let insertFinding: GRDB.Statement
    private var rules: [RuleKey: Int64] = [:]
    private var count = 0
    private var findings = 0

    private struct RuleKey: Hashable {
        let rule: String
        let ruleSet: String
    }

    init(_ database: Database, _ head: SnapshotHead) throws {
        self.database = database
        let key: StatementArguments = [head.portfolio, head.asOf.description, head.ruler]
        earlier = try String.fetchOne(
            database, sql: "SELECT content_sha256 FROM snapshot WHERE portfolio = ? AND as_of = ? AND ruler = ?",
            arguments: key)
        // The transaction takes it back where the new one says the same or may not take its place.
        try database.execute(
            sql: "DELETE FROM snapshot WHERE portfolio = ? AND as_of = ? AND ruler = ?", arguments: key)
        try database.execute(
            sql: """
                INSERT INTO snapshot (portfolio, name, as_of, ruler, context, program, register, register_sha256,
                    register_stated_on, transition_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                head.portfolio, head.name, head.asOf.description, head.ruler, head.context, head.program, head.register,
                head.registerDigest, head.registerStatedOn.description, head.transition,
            ])
        snapshot = database.lastInsertedRowID
        insertStatement = try database.makeStatement(
            sql: """
                INSERT INTO statement (snapshot_id, position, path, agency, sha256, stated_on) VALUES (?, ?, ?, ?, ?, ?)
                """)
        insertFinding = try database.makeStatement(
            sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for row in try Row.fetchAll(database, sql: "SELECT id, rule, rule_set FROM rule") {
            rules[RuleKey(rule: row[1], ruleSet: row[2])] = row[0]
        }
    }

    /// Writes a statement with its findings.
    public func add(_ statement: SnapshotStatement) throws {
        try insertStatement.execute(arguments: [
            snapshot, count, statement.path, statement.agency, statement.digest, statement.statedOn.description,
        ])
        count += 1
        findings += statement.findings.count
        let row = database.lastInsertedRowID
        for (position, finding) in statement.findings.enumerated() {
            let head: StatementArguments = [
                row, position, try id(of: finding), finding.item, finding.occurrence?.description, finding.fingerprint,
                finding.isHistory, finding.verdict.rawValue, finding.level?.rawValue,
            ]
            let tail: StatementArguments = [
                finding.timing.rawValue, finding.due?.description, finding.days, finding.source,
                finding.assurance.rawValue, finding.grade?.rawValue, finding.isGradeCandidate, finding.gate?.rawValue,
                finding.isWaived,
            ]
            try insertFinding.execute(arguments: head + tail)
        }
    }

    func finish(_ tail: SnapshotTail, content: String) throws {
        for (position, unit) in tail.units.enumerated() { try add(unit, at: position) }
        for (position, share) in tail.shares.enumerated() { try add(share, at: position) }
        for (position, unit) in tail.ended.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO ended_unit VALUES (?, ?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    snapshot, position, unit.code, unit.name, unit.on.description, unit.successor, unit.successorName,
                ])
        }
        try database.execute(
            sql: """
                UPDATE snapshot SET systems = ?, statements = ?, findings = ?, units = ?, content_sha256 = ? WHERE id = ?
                """,
            arguments: [tail.systems, count, findings, tail.units.count, content, snapshot])
    }

    private func id(of finding: SnapshotFinding) throws -> Int64 {
        let key = RuleKey(rule: finding.rule, ruleSet: finding.ruleSet)
        if let id = rules[key] { return id }
        try database.execute(
            sql: "INSERT INTO rule (rule, rule_set) VALUES (?, ?)", arguments: [finding.rule, finding.ruleSet])
        rules[key] = database.lastInsertedRowID
        return database.lastInsertedRowID
    }

    private func add(_ unit: SnapshotUnit, at position: Int) throws {
        let note = unit.conversion
        let head: StatementArguments = [
            snapshot, position, unit.code, unit.name, unit.block, unit.level, unit.parent, unit.unitClass,
            unit.leadUnit, unit.isInBeing, unit.standing.rawValue, unit.statement,
        ]
        let tail: StatementArguments = [
            note?.hasToSwitch.known, note?.isDeclared.known, note?.furthest, note?.latest?.description,
            note?.due?.description, unit.planned?.description, note?.lateness.rawValue, note?.movement.rawValue,
        ]
        try database.cachedStatement(
            sql: "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: head + tail)
        for (index, step) in (note?.steps ?? []).enumerated() {
            try database.cachedStatement(sql: "INSERT INTO step VALUES (?, ?, ?, ?, ?)")
                .execute(arguments: [snapshot, position, index, step.step, step.on.description])
        }
    }

    private func add(_ share: SnapshotShare, at position: Int) throws {
        let head: StatementArguments = [
            snapshot, position, share.rule, share.occurrence?.description, share.isHistory, share.verdict.rawValue,
            share.level?.rawValue, share.timing.rawValue, share.due?.description,
        ]
        let count = share.count
        let tail: StatementArguments = [
            count?.met.lowerBound, count?.met.upperBound, count?.of.lowerBound, count?.of.upperBound,
            count?.lacking.lowerBound, count?.lacking.upperBound,
        ]
        try database.cachedStatement(
            sql: "INSERT INTO share VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: head + tail)
        var places: [(kind: String, place: SetFinding.Place)] = share.missing.map { ("missing", $0) }
        places += share.open.map { ("open", $0) }
        places += share.unlisted.map { ("unlisted", SetFinding.Place(member: $0, item: nil)) }
        for (index, entry) in places.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO share_place VALUES (?, ?, ?, ?, ?, ?)")
                .execute(arguments: [snapshot, position, index, entry.kind, entry.place.member, entry.place.item])
        }
    }
}
