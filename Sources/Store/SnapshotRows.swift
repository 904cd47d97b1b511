internal import Assessor
internal import CivilTime
internal import GRDB
internal import Model
internal import Portfolio

/// Reads snapshots back out of their rows.
struct SnapshotRows {
    private let path: String
    private let database: Database

    init(_ path: String, _ database: Database) {
        self.path = path
        self.database = database
    }

    func entries() throws -> [HistoryStore.Entry] {
        let sql = "SELECT * FROM snapshot ORDER BY portfolio, as_of, id"
        return try Row.fetchAll(database, sql: sql).map { row in
            HistoryStore.Entry(
                id: row["id"], head: try head(row), content: row["content_sha256"], systems: row["systems"],
                statements: row["statements"], findings: row["findings"], units: row["units"])
        }
    }

    private func head(_ row: Row) throws -> SnapshotHead {
        SnapshotHead(
            portfolio: row["portfolio"], name: row["name"], asOf: try day(row["as_of"]), ruler: row["ruler"],
            context: row["context"], program: row["program"], register: row["register"],
            registerDigest: row["register_sha256"], registerStatedOn: try day(row["register_stated_on"]),
            transition: row["transition_id"])
    }

    func snapshot(_ entry: HistoryStore.Entry) throws -> Snapshot {
        var statements: [SnapshotStatement] = []
        try forEachStatement(entry.id) { statements.append($0) }
        return Snapshot(head: entry.head, statements: statements, tail: try tail(entry))
    }

    func tail(_ entry: HistoryStore.Entry) throws -> SnapshotTail {
        SnapshotTail(
            units: try units(entry.id), shares: try shares(entry.id), systems: entry.systems, ended: try ended(entry.id)
        )
    }

    private func ended(_ snapshot: Int64) throws -> [EndedUnit] {
        let sql = "SELECT * FROM ended_unit WHERE snapshot_id = ? ORDER BY position"
        return try Row.fetchAll(database, sql: sql, arguments: [snapshot]).map { row in
            EndedUnit(
                code: row["code"], name: row["name"], on: try statedDate(row["ended_on"]), successor: row["successor"],
                successorName: row["successor_name"])
        }
    }

    // MARK: Statements

    func forEachStatement(_ snapshot: Int64, _ body: (SnapshotStatement) throws -> Void) throws {
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT * FROM statement WHERE snapshot_id = ? ORDER BY position", arguments: [snapshot])
        while let row = try cursor.next() {
            try body(
                SnapshotStatement(
                    path: row["path"], agency: row["agency"], digest: row["sha256"],
                    statedOn: try day(row["stated_on"]),
                    findings: try findings(row["id"])))
        }
    }

    private func findings(_ statement: Int64) throws -> [SnapshotFinding] {
        // Columns by number: there are very many rows.
        let select = try database.cachedStatement(
            sql: """
                SELECT rule.rule, rule.rule_set, item, occurrence, fingerprint, verdict, level, timing, due, days, source,
                    assurance, grade, grade_candidate, gate, waived, history
                FROM finding JOIN rule ON rule.id = finding.rule_id WHERE statement_id = ? ORDER BY position
                """)
        let cursor = try Row.fetchCursor(select, arguments: [statement])
        var findings: [SnapshotFinding] = []
        while let row = try cursor.next() {
            findings.append(
                SnapshotFinding(
                    rule: row[0], ruleSet: row[1], item: row[2], occurrence: try optionalDay(row[3]),
                    fingerprint: row[4], verdict: try choice(row[5]), level: try optionalChoice(row[6]),
                    timing: try choice(row[7]), due: try optionalDay(row[8]), days: row[9], source: row[10],
                    assurance: try choice(row[11]), grade: try optionalChoice(row[12]), isGradeCandidate: row[13],
                    gate: try optionalChoice(row[14]), isWaived: row[15], isHistory: row[16]))
        }
        return findings
    }

    // MARK: Units

    func units(_ snapshot: Int64) throws -> [SnapshotUnit] {
        var steps: [Int: [ConversionNote.TakenStep]] = [:]
        let taken = try Row.fetchCursor(
            database, sql: "SELECT unit_position, step, taken_on FROM step WHERE snapshot_id = ? ORDER BY 1, position",
            arguments: [snapshot])
        while let row = try taken.next() {
            let step = ConversionNote.TakenStep(step: row[1], on: try statedDate(row[2]))
            steps[row[0], default: []].append(step)
        }
        let sql = "SELECT * FROM unit WHERE snapshot_id = ? ORDER BY position"
        return try Row.fetchAll(database, sql: sql, arguments: [snapshot]).map { row in
            SnapshotUnit(
                code: row["code"], name: row["name"], block: row["block"], level: row["level"], parent: row["parent"],
                unitClass: row["class"], leadUnit: row["lead_unit"], isInBeing: row["in_being"],
                standing: try choice(row["standing"]), statement: row["statement"],
                conversion: try conversion(row, steps[row["position"]] ?? []),
                planned: try optionalDate(row["planned"]))
        }
    }

    private func conversion(_ row: Row, _ steps: [ConversionNote.TakenStep]) throws -> ConversionNote? {
        guard let lateness: ConversionNote.Lateness = try optionalChoice(row["lateness"]) else { return nil }
        return ConversionNote(
            hasToSwitch: truth(row["has_to_switch"]), due: try optionalDay(row["due"]),
            planned: try optionalDate(row["planned"]), furthest: row["furthest"],
            latest: try optionalDate(row["latest"]), isDeclared: truth(row["declared"]), steps: steps,
            lateness: lateness, movement: try choice(row["movement"]))
    }

    private func truth(_ value: Bool?) -> Truth { value.map { Truth($0) } ?? .unknown }

    // MARK: Shares

    private func shares(_ snapshot: Int64) throws -> [SnapshotShare] {
        var places: [Int: [(kind: String, place: SetFinding.Place)]] = [:]
        let cursor = try Row.fetchCursor(
            database,
            sql:
                "SELECT share_position, kind, member, item FROM share_place WHERE snapshot_id = ? ORDER BY 1, position",
            arguments: [snapshot])
        while let row = try cursor.next() {
            places[row[0], default: []].append((row[1], SetFinding.Place(member: row[2], item: row[3])))
        }
        let sql = "SELECT * FROM share WHERE snapshot_id = ? ORDER BY position"
        return try Row.fetchAll(database, sql: sql, arguments: [snapshot]).map { row in
            let own = places[row["position"]] ?? []
            func of(_ kind: String) -> [SetFinding.Place] { own.filter { $0.kind == kind }.map(\.place) }
            return SnapshotShare(
                rule: row["rule"], occurrence: try optionalDay(row["occurrence"]), verdict: try choice(row["verdict"]),
                level: try optionalChoice(row["level"]), timing: try choice(row["timing"]),
                due: try optionalDay(row["due"]), isHistory: row["history"], count: try count(row),
                missing: of("missing"), open: of("open"), unlisted: of("unlisted").map(\.member))
        }
    }

    private func count(_ row: Row) throws -> SnapshotShare.Count? {
        guard let met = try interval(row["met_at_least"], row["met_at_most"]),
            let of = try interval(row["of_at_least"], row["of_at_most"]),
            let lacking = try interval(row["lacking_at_least"], row["lacking_at_most"])
        else { return nil }
        return SnapshotShare.Count(met: met, of: of, lacking: lacking)
    }

    private func interval(_ least: Int?, _ most: Int?) throws -> ClosedRange<Int>? {
        guard let least, let most else { return nil }
        guard least <= most else { throw StoreError.damaged(path: path, what: "\(least)..\(most)") }
        return least...most
    }

    // MARK: Values

    private func day(_ text: String) throws -> CivilDate {
        guard let day = try? CivilDate.parse(text) else { throw StoreError.damaged(path: path, what: text) }
        return day
    }

    private func optionalDay(_ text: String?) throws -> CivilDate? { try text.map { try day($0) } }

    private func statedDate(_ text: String) throws -> StatedDate {
        guard let date = try? StatedDate.parse(text) else { throw StoreError.damaged(path: path, what: text) }
        return date
    }

    private func optionalDate(_ text: String?) throws -> StatedDate? { try text.map { try statedDate($0) } }

    private func choice<Choice: RawRepresentable<String>>(_ text: String) throws -> Choice {
        guard let choice = Choice(rawValue: text) else { throw StoreError.damaged(path: path, what: text) }
        return choice
    }

    private func optionalChoice<Choice: RawRepresentable<String>>(_ text: String?) throws -> Choice? {
        try text.map { try choice($0) }
    }
}
