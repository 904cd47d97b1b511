internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
public import Portfolio

/// A snapshot as JSON lines: a head, each statement with its findings below it, units, shares, and an end with the counts, so that a
/// file that was cut is known to be. The same snapshot gives the same bytes.
public enum SnapshotLines {
    /// The kind the head names.
    static let kind = "snapshot/1"

    /// The first line.
    public static func bytes(_ head: SnapshotHead) -> [UInt8] {
        let context = (try? JSONReader.read(Array(head.context.utf8))) ?? .string(head.context)
        return line(
            .object([
                "tuanthu": .string(kind), "portfolio": .string(head.portfolio), "name": .optional(head.name),
                "as_of": .string(head.asOf.description), "ruler": .string(head.ruler), "program": .string(head.program),
                "register": .object([
                    "path": .string(head.register), "sha256": .string(head.registerDigest),
                    "stated_on": .string(head.registerStatedOn.description),
                ]),
                "transition": .optional(head.transition), "context": context,
            ]))
    }

    /// The lines of a statement: its own, and one for each finding.
    public static func bytes(_ statement: SnapshotStatement) -> [UInt8] {
        var bytes = line(
            .object([
                "statement": .string(statement.path), "agency": .optional(statement.agency),
                "sha256": .string(statement.digest), "stated_on": .string(statement.statedOn.description),
                "findings": .integer(Int64(statement.findings.count)),
            ]))
        for finding in statement.findings { bytes += line(value(finding)) }
        return bytes
    }

    /// The lines of units, shares and units that have ended.
    public static func bytes(_ tail: SnapshotTail) -> [UInt8] {
        let bytes = tail.units.flatMap { line(value($0)) } + tail.shares.flatMap { line(value($0)) }
        return bytes + tail.ended.flatMap { line(value($0)) }
    }

    /// The last line.
    public static func end(statements: Int, findings: Int, _ tail: SnapshotTail) -> [UInt8] {
        line(
            .object([
                "end": .object([
                    "statements": .integer(Int64(statements)), "findings": .integer(Int64(findings)),
                    "units": .integer(Int64(tail.units.count)), "shares": .integer(Int64(tail.shares.count)),
                    "systems": .integer(Int64(tail.systems)), "ended_units": .integer(Int64(tail.ended.count)),
                ])
            ]))
    }

    private static func line(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        value.write(to: &bytes, .compact)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    // MARK: Values

    static func value(_ finding: SnapshotFinding) -> JSONValue {
        .object([
            "finding": .string(finding.fingerprint), "rule": .string(finding.rule),
            "rule_set": .string(finding.ruleSet), "item": .optional(finding.item),
            "occurrence": .optional(finding.occurrence?.description), "history": .boolean(finding.isHistory),
            "verdict": .string(finding.verdict.rawValue), "level": .optional(finding.level?.rawValue),
            "timing": .string(finding.timing.rawValue), "due": .optional(finding.due?.description),
            "days": finding.days.map { .integer(Int64($0)) } ?? .null, "source": .optional(finding.source),
            "assurance": .string(finding.assurance.rawValue), "grade": .optional(finding.grade?.rawValue),
            "grade_candidate": .boolean(finding.isGradeCandidate), "gate": .optional(finding.gate?.rawValue),
            "waived": .boolean(finding.isWaived),
        ])
    }

    static func value(_ unit: SnapshotUnit) -> JSONValue {
        let told: KeyValuePairs<String, JSONValue> = [
            "unit": .string(unit.code), "name": .optional(unit.name), "block": .optional(unit.block),
            "level": .optional(unit.level), "parent": .optional(unit.parent), "class": .optional(unit.unitClass),
            "lead_unit": .optional(unit.leadUnit), "in_being": .boolean(unit.isInBeing),
            "standing": .string(unit.standing.rawValue), "statement": .optional(unit.statement),
            "conversion": unit.conversion.map { value($0) } ?? .null,
        ]
        var members = told.map { JSONValue.Member($0.key, $0.value) }
        // The conversion tells it where there is one.
        if unit.conversion == nil, let planned = unit.planned {
            members.append(JSONValue.Member("planned", .string(planned.description)))
        }
        return .object(members)
    }

    static func value(_ unit: EndedUnit) -> JSONValue {
        .object([
            "ended_unit": .string(unit.code), "name": .optional(unit.name), "on": .string(unit.on.description),
            "successor": .optional(unit.successor), "successor_name": .optional(unit.successorName),
        ])
    }

    private static func value(_ note: ConversionNote) -> JSONValue {
        .object([
            "has_to_switch": note.hasToSwitch.known.map { .boolean($0) } ?? .null,
            "declared": note.isDeclared.known.map { .boolean($0) } ?? .null,
            "furthest": .optional(note.furthest), "latest": .optional(note.latest?.description),
            "due": .optional(note.due?.description), "planned": .optional(note.planned?.description),
            "lateness": .string(note.lateness.rawValue), "movement": .string(note.movement.rawValue),
            "steps": .array(
                note.steps.map { .object(["step": .string($0.step), "on": .string($0.on.description)]) }),
        ])
    }

    static func value(_ share: SnapshotShare) -> JSONValue {
        .object([
            "share": .string(share.rule), "occurrence": .optional(share.occurrence?.description),
            "history": .boolean(share.isHistory), "verdict": .string(share.verdict.rawValue),
            "level": .optional(share.level?.rawValue), "timing": .string(share.timing.rawValue),
            "due": .optional(share.due?.description), "met": interval(share.count?.met),
            "of": interval(share.count?.of), "lacking": interval(share.count?.lacking),
            "missing": places(share.missing),
            "open": places(share.open), "unlisted": .array(share.unlisted.map { .string($0) }),
        ])
    }

    private static func interval(_ range: ClosedRange<Int>?) -> JSONValue {
        guard let range else { return .null }
        return .object([
            "at_least": .integer(Int64(range.lowerBound)), "at_most": .integer(Int64(range.upperBound)),
        ])
    }

    private static func places(_ places: [SetFinding.Place]) -> JSONValue {
        .array(places.map { .object(["member": .string($0.member), "item": .optional($0.item)]) })
    }
}

/// The digest of what a snapshot holds, whatever it is kept in: of the digests of its statements in order, and of its tail.
public struct SnapshotDigest {
    private var parts: [String] = []

    /// Of nothing yet.
    public init() {}

    /// Takes the bytes of a statement or the tail, as ``SnapshotLines`` writes them.
    public mutating func add(_ bytes: [UInt8]) { parts.append(SHA256.hexDigest(of: bytes)) }

    /// The digest of all that was taken.
    public var hex: String { SHA256.hexDigest(of: Array(parts.joined(separator: "\n").utf8)) }
}
