internal import Assessor
internal import CivilTime
internal import Model
public import Portfolio

/// Snapshots as rows in the text format of PostgreSQL's COPY: tabs between columns, `\N` for what is not there.
public struct PostgreSQLExport {
    private var buffers: [PostgreSQLTable: [UInt8]] = [:]
    private var head: SnapshotHead?
    private var snapshot = 0
    private var statement = 0

    /// Of nothing yet.
    public init() {}

    /// Begins a snapshot.
    public mutating func begin(_ head: SnapshotHead, content: String, systems: Int) {
        snapshot += 1
        self.head = head
        write(
            .snapshot,
            [
                .number(snapshot), .text(head.portfolio), .optional(head.name), .day(head.asOf), .text(head.ruler),
                .text(head.context), .text(head.program), .text(head.register), .text(head.registerDigest),
                .day(head.registerStatedOn), .optional(head.transition), .number(systems), .text(content),
            ])
    }

    /// Adds a statement with its findings.
    public mutating func add(_ statement: SnapshotStatement) {
        self.statement += 1
        write(
            .statement,
            [
                .number(self.statement), .number(snapshot), .text(statement.path), .optional(statement.agency),
                .text(statement.digest), .day(statement.statedOn),
            ])
        for (position, finding) in statement.findings.enumerated() {
            write(
                .finding,
                [
                    .number(self.statement), .number(position), .text(finding.rule), .text(finding.ruleSet),
                    .optional(finding.item), .optional(finding.occurrence?.description), .text(finding.fingerprint),
                    .boolean(finding.isHistory), .text(finding.verdict.rawValue), .optional(finding.level?.rawValue),
                    .text(finding.timing.rawValue), .optional(finding.due?.description),
                    .optional(finding.days.map { String($0) }), .optional(finding.source),
                    .text(finding.assurance.rawValue), .optional(finding.grade?.rawValue),
                    .boolean(finding.isGradeCandidate), .optional(finding.gate?.rawValue), .boolean(finding.isWaived),
                ])
        }
    }

    /// Adds the units, the shares and the units that had ended.
    public mutating func add(_ tail: SnapshotTail) {
        for (position, unit) in tail.units.enumerated() { add(unit, position) }
        for (position, share) in tail.shares.enumerated() { add(share, position) }
        for (position, unit) in tail.ended.enumerated() { add(unit, position) }
    }

    private mutating func add(_ unit: EndedUnit, _ position: Int) {
        write(
            .endedUnit,
            [
                .number(snapshot), .number(position), .text(unit.code), .optional(unit.name),
                .text(unit.on.description), .day(unit.on.interval.first), .day(unit.on.interval.last),
                .optional(unit.successor), .optional(unit.successorName),
            ])
    }

    private mutating func add(_ unit: SnapshotUnit, _ position: Int) {
        let note = unit.conversion
        write(
            .unit,
            [
                .number(snapshot), .number(position), .text(unit.code), .optional(unit.name), .optional(unit.block),
                .optional(unit.level), .optional(unit.parent), .optional(unit.unitClass), .optional(unit.leadUnit),
                .boolean(unit.isInBeing), .text(unit.standing.rawValue), .optional(unit.statement),
                .truth(note?.hasToSwitch.known), .truth(note?.isDeclared.known), .optional(note?.furthest),
                .optional(note?.latest?.description), .optional(note?.due?.description),
                .optional(unit.planned?.description), .optional(note?.lateness.rawValue),
                .optional(note?.movement.rawValue),
            ])
        for (index, step) in (note?.steps ?? []).enumerated() {
            write(
                .step,
                [
                    .number(snapshot), .number(position), .number(index), .text(step.step), .text(step.on.description),
                    .day(step.on.interval.first), .day(step.on.interval.last),
                ])
        }
    }

    private mutating func add(_ share: SnapshotShare, _ position: Int) {
        let count = share.count
        let bounds = [count?.met, count?.of, count?.lacking].flatMap { range in
            [range?.lowerBound, range?.upperBound].map { bound in Cell.optional(bound.map { String($0) }) }
        }
        write(
            .share,
            [
                .number(snapshot), .number(position), .text(share.rule), .optional(share.occurrence?.description),
                .boolean(share.isHistory), .text(share.verdict.rawValue), .optional(share.level?.rawValue),
                .text(share.timing.rawValue), .optional(share.due?.description),
            ] + bounds)
        var places: [(kind: String, place: SetFinding.Place)] = share.missing.map { ("missing", $0) }
        places += share.open.map { ("open", $0) }
        places += share.unlisted.map { ("unlisted", SetFinding.Place(member: $0, item: nil)) }
        for (index, entry) in places.enumerated() {
            write(
                .sharePlace,
                [
                    .number(snapshot), .number(position), .number(index), .text(entry.kind), .text(entry.place.member),
                    .optional(entry.place.item),
                ])
        }
    }

    /// What was added since the last time, table by table.
    public mutating func take() -> [(table: PostgreSQLTable, bytes: [UInt8])] {
        defer { buffers = [:] }
        return PostgreSQLTable.allCases.compactMap { table in buffers[table].map { (table, $0) } }
    }

    // MARK: Rows

    private enum Cell {
        case text(String)
        case absent

        static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .absent }
        static func number(_ number: Int) -> Cell { .text(String(number)) }
        static func day(_ day: CivilDate) -> Cell { .text(day.description) }
        static func boolean(_ value: Bool) -> Cell { .text(value ? "t" : "f") }
        static func truth(_ value: Bool?) -> Cell { value.map { boolean($0) } ?? .absent }
    }

    private mutating func write(_ table: PostgreSQLTable, _ cells: [Cell]) {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(0x09) }
            switch cell {
            case .absent: bytes += "\\N".utf8
            case .text(let text):
                for byte in text.utf8 {
                    switch byte {
                    case 0x09: bytes += "\\t".utf8
                    case 0x0A: bytes += "\\n".utf8
                    case 0x0D: bytes += "\\r".utf8
                    case 0x5C: bytes += "\\\\".utf8
                    default: bytes.append(byte)
                    }
                }
            }
        }
        bytes.append(0x0A)
        buffers[table, default: []] += bytes
    }
}

/// The tables of the schema, in the order in which they are loaded.
public enum PostgreSQLTable: String, Sendable, Hashable, CaseIterable {
    case snapshot, statement, finding, unit, step, share
    case sharePlace = "share_place"
    case endedUnit = "ended_unit"

    /// The file of its rows.
    public var fileName: String { "\(rawValue).tsv" }
}
