import Foundation
import Model
import Reports
import Testing

/// Builds JSON reports as `check` writes them, so that each of their parts can differ alone.
struct TestReport {
    var asOf = "2020-06-15"
    var version = "0.1.0"
    var profile = "mac-dinh"
    var sets: [(id: String, version: String, digest: Character)] = [("vn.a", "1.0.0", "a"), ("vn.b", "1.0.0", "b")]
    var vocabulary: Character = "0"
    var parameters: [(String, JSONValue)] = []
    var readings: [(String, String)] = [("year_window", "calendar"), ("first_day", "counted")]
    var inspections: [(agency: String, digest: Character)] = []
    var assumptions: [(String, String)] = []
    var subjects = [Subject()]
    var hasErrors = false

    struct Subject {
        var code: String? = "MAU-01"
        var path = "mau.yaml"
        var digest: Character = "1"
        var statedOn = "2020-05-01"
        var table: Character?
        var findings = [Finding()]
    }

    struct Finding {
        var rule = "r.a"
        var set: String? = "vn.a"
        var item: String?
        var occurrence: String?
        var verdict = "conform"
        var level: String?
        var timing = "none"
        var due: String?
        var assurance = "stated"
        var isHistory = false
        var reads: [(String, JSONValue)] = []
        var assumed: Set<String> = []
        var missing: [(String, JSONValue)] = []
        var readings: [(String, String, String)] = []
    }

    private static func digest(_ digit: Character) -> JSONValue { .string(String(repeating: digit, count: 64)) }

    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { JSONValue.Member($0.0, $0.1) })
    }

    var json: JSONValue {
        let inspections = inspections.map { inspection in
            JSONValue.object([
                "agency": .string(inspection.agency), "path": "kt.yaml", "sha256": Self.digest(inspection.digest),
                "signed_on": "2020-01-01",
            ])
        }
        let sets = sets.map { set in
            JSONValue.object([
                "id": .string(set.id), "version": .string(set.version), "sha256": Self.digest(set.digest),
            ])
        }
        let assumptions = assumptions.map { JSONValue.object(["fact": .string($0.0), "value": .string($0.1)]) }
        return .object([
            "schema_version": 1, "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "as_of": .string(asOf),
            "context": .object([
                "rules": "embedded", "profile": .string(profile), "rule_sets": .array(sets),
                "vocabulary": .object(["sha256": Self.digest(vocabulary)]), "parameters": Self.object(parameters),
                "interpretations": Self.object(readings.map { ($0.0, .string($0.1)) }), "holiday_years": [],
                "inspections": .array(inspections), "assumptions": .array(assumptions),
            ]),
            "subjects": .array(subjects.map { Self.json($0) }), "summary": [:],
            "errors": hasErrors ? [["severity": "error", "message": ["vi": "", "en": ""], "location": .null]] : [],
        ])
    }

    private static func json(_ subject: Subject) -> JSONValue {
        let tables: [JSONValue] = subject.table.map { [.object(["path": "t.csv", "sha256": digest($0)])] } ?? []
        return .object([
            "agency": .object(["code": .optional(subject.code), "name": "Sở Mẫu"]),
            "input": .object([
                "path": .string(subject.path), "sha256": digest(subject.digest),
                "stated_on": .string(subject.statedOn), "tables": .array(tables),
            ]),
            "findings": .array(subject.findings.map { json($0, subject.code ?? "") }), "summary": [:],
        ])
    }

    private static func json(_ finding: Finding, _ code: String) -> JSONValue {
        let parts = [finding.rule, code, finding.item ?? "", finding.occurrence ?? ""]
        let reads = finding.reads.map { pointer, value in
            JSONValue.object([
                "pointer": .string(pointer), "value": value, "assumed": .boolean(finding.assumed.contains(pointer)),
            ])
        }
        let missing = finding.missing.map { pointer, state in
            JSONValue.object(["pointer": .string(pointer), "state": state, "assumed": false])
        }
        let readings = finding.readings.map { name, choice, verdict in
            JSONValue.object([
                "interpretation": .string(name), "choice": .string(choice), "verdict": .string(verdict),
            ])
        }
        let text: JSONValue = ["vi": "Điều 1", "en": "Article 1"]
        return .object([
            "rule": .string(finding.rule), "rule_set": finding.set.map { .string($0) },
            "item": .optional(finding.item), "occurrence": .optional(finding.occurrence),
            "history": .boolean(finding.isHistory), "fingerprint": .string(parts.joined(separator: "|")),
            "ref": .object(["text": text]), "verdict": .string(finding.verdict), "level": .optional(finding.level),
            "timing": .object(["state": .string(finding.timing), "due": .optional(finding.due)]),
            "assurance": .string(finding.assurance), "because": text, "reads": .array(reads),
            "undetermined_by": .array(missing), "readings": .array(readings),
        ])
    }

    /// The report read back.
    func document(_ name: String) throws -> ReportDocument {
        try ReportDocument.read(Array(json.text(.compact).utf8), name: name)
    }

    /// The comparison of two reports, as JSON.
    static func compare(_ a: TestReport, _ b: TestReport) throws -> JSONValue {
        let comparison = ReportComparison(try a.document("a.json"), try b.document("b.json"))
        return try JSONReader.read(ComparisonJSON.bytes(comparison, version: "0"))
    }
}
