internal import Assessor
internal import CivilTime
internal import Model

/// A comparison as programs read it.
public enum ComparisonJSON {
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    /// The comparison as JSON text with a line break at its end, one finding on a line.
    public static func bytes(_ comparison: ReportComparison, version: String) -> [UInt8] {
        var out: [UInt8] = Array("{".utf8)
        let members: [(String, JSONValue)] = [
            ("schema_version", .integer(schemaVersion)),
            ("tool", .object(["name": "tuanthu", "version": .string(version)])),
            ("a", report(comparison.a)), ("b", report(comparison.b)),
            ("differences", .array(comparison.differences.map { DifferenceJSON.value($0) })),
        ]
        for (name, value) in members {
            JSONValue.string(name).write(to: &out, .compact)
            out += ":".utf8
            value.write(to: &out, .compact)
            out += ",\n".utf8
        }
        out += "\"agencies\":[".utf8
        for (index, agency) in comparison.agencies.enumerated() {
            out += (index == 0 ? "\n" : ",\n").utf8
            write(agency, to: &out)
        }
        out += "\n],\n\"summary\":".utf8
        summary(comparison).write(to: &out, .compact)
        out += "}\n".utf8
        return out
    }

    private static func report(_ report: ReportDocument) -> JSONValue {
        .object([
            "path": .string(report.name), "as_of": .string(report.asOf.description),
            "tool_version": .string(report.version), "incomplete": .boolean(report.isIncomplete),
        ])
    }

    private static func write(_ agency: ReportComparison.Agency, to out: inout [UInt8]) {
        let head: JSONValue = .object([
            "code": .optional(agency.code), "title": .string(agency.title),
            "only_in": .optional(agency.onlyIn?.rawValue),
            "differences": .array(agency.differences.map { DifferenceJSON.value($0) }),
            "unchanged": .integer(Int64(agency.unchanged)),
        ])
        head.write(to: &out, .compact)
        out.removeLast()
        out += ",\"findings\":[".utf8
        for (index, change) in agency.changes.enumerated() {
            out += (index == 0 ? "\n" : ",\n").utf8
            self.change(change).write(to: &out, .compact)
        }
        out += "\n]}".utf8
    }

    private static func change(_ change: ReportComparison.FindingChange) -> JSONValue {
        let finding = change.finding
        return .object([
            "rule": .optional(finding?.rule), "item": .optional(finding?.item),
            "occurrence": .optional(finding?.occurrence), "fingerprint": .optional(finding?.fingerprint),
            "change": .string(change.kind.rawValue), "direction": .string(change.direction.rawValue),
            "verdict_changed": .boolean(change.changesVerdict),
            "from": change.before.map { standing($0) } ?? .null, "to": change.after.map { standing($0) } ?? .null,
            "causes": .array(change.causes.map { cause($0) }),
        ])
    }

    private static func standing(_ finding: ReportedFinding) -> JSONValue {
        .object([
            "verdict": .string(finding.verdict.rawValue), "level": .optional(finding.level?.rawValue),
            "timing": .object([
                "state": .string(finding.timing.rawValue), "due": .optional(finding.due?.description),
            ]),
            "assurance": .string(finding.assurance.rawValue), "history": .boolean(finding.isHistory),
            "because": .object(["vi": .string(finding.because.vi), "en": .string(finding.because.en)]),
        ])
    }

    private static func cause(_ cause: Cause) -> JSONValue {
        .object([
            "kind": .string(cause.kind.rawValue), "certainty": .string(cause.certainty.rawValue),
            "details": .array(cause.details.map { DifferenceJSON.value($0) }),
        ])
    }

    private static func summary(_ comparison: ReportComparison) -> JSONValue {
        .object([
            "agencies": .integer(Int64(comparison.agencies.count)),
            "changed": .integer(Int64(comparison.count(.changed))), "new": .integer(Int64(comparison.count(.new))),
            "gone": .integer(Int64(comparison.count(.gone))), "unchanged": .integer(Int64(comparison.unchanged)),
            "worse": .integer(Int64(comparison.count(.worse))), "better": .integer(Int64(comparison.count(.better))),
        ])
    }
}
