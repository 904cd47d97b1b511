internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import YAMLTree

/// What one statement came to as JSON: the one source of the subjects of the report and of JSON lines.
struct SubjectJSON: Sendable {
    /// How the members of a subject stand.
    enum Layout: Sendable {
        /// Each finding on a line of its own.
        case findingsOnLines
        /// All on one line.
        case oneLine
    }

    private let run: ReportRun
    private let findings: FindingJSON

    init(_ run: ReportRun) {
        self.run = run
        findings = FindingJSON(library: run.context.library, baseline: run.baseline)
    }

    /// Writes the members of a subject, without the braces around them.
    /// - Parameter changes: For each finding the changes that would change its verdict; nil where they were not looked for.
    func write(_ assessment: Assessment, changes: [[WouldChange]]?, _ layout: Layout, to out: inout [UInt8]) {
        let statement = assessment.statement
        let agency: JSONValue = .object([
            "code": .optional(statement.agencyCode), "name": .optional(statement.agencyName),
        ])
        JSONMember.write("agency", agency, to: &out)
        out += ",".utf8
        JSONMember.write("input", input(statement), to: &out)
        out += ",\"findings\":[".utf8
        for (index, finding) in assessment.findings.enumerated() {
            if index > 0 { out += ",".utf8 }
            if layout == .findingsOnLines { out += "\n".utf8 }
            findings.value(finding, changes: changes?[index], in: statement).write(to: &out, .compact)
        }
        if layout == .findingsOnLines { out += "\n".utf8 }
        out += "],".utf8
        let checklists = ChecklistVerdicts.of(assessment, in: run.context)
        JSONMember.write("checklists", .array(checklists.map { ChecklistJSON.value($0) }), to: &out)
        out += ",".utf8
        JSONMember.write("not_bound", .array(assessment.unboundSets.map { .string($0) }), to: &out)
        out += ",".utf8
        JSONMember.write("summary", SummaryJSON.value(RunSummary(assessment, comparedWith: run.baseline)), to: &out)
    }

    private func input(_ statement: Statement) -> JSONValue {
        let tables = statement.inputs.dropFirst().map { ContextJSON.file($0) }
        return .object([
            "path": .string(statement.source.name),
            "sha256": .string(SHA256.hexDigest(of: statement.source.bytes)),
            "stated_on": .string(statement.statedOn.description),
            "tables": .array(Array(tables)),
        ])
    }
}

/// One member of an object that is written piece by piece.
enum JSONMember {
    static func write(_ name: String, _ value: JSONValue, to out: inout [UInt8]) {
        JSONValue.string(name).write(to: &out, .compact)
        out += ":".utf8
        value.write(to: &out, .compact)
    }
}
