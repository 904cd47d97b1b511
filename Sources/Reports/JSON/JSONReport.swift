internal import CivilTime
public import Assessor
internal import ConcurrentMap
internal import Digest
internal import Model
internal import YAMLTree

/// The report programs read: the contract of section 8 of the design, keys in its order, in both languages.
///
/// It is written subject by subject, one finding on a line, so that two reports compare line by line.
public struct JSONReport: StreamedReport {
    /// The version of the keys and their meaning; it grows with every change that a reader could trip over.
    public static let schemaVersion: Int64 = 1

    private let run: ReportRun
    private let sink: ReportSink
    private let findings: FindingJSON
    private var isBegun = false

    /// A report of a run, written to a sink.
    public init(_ run: ReportRun, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        findings = FindingJSON(library: run.context.library, baseline: run.baseline)
    }

    /// Writes one subject.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        var out: [UInt8] = []
        if isBegun { out += ",\n".utf8 } else { writeHead(to: &out) }
        isBegun = true
        writeSubject(assessment, changes, to: &out)
        sink(out)
    }

    /// Writes the counts and the errors of inputs.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        var out: [UInt8] = Array("\n],\n\"summary\":".utf8)
        SummaryJSON.value(result.summary, resolved: result.comparison?.resolved.count).write(to: &out, .compact)
        out += ",\n".utf8
        write("outcome", .string(result.outcome.rawValue), to: &out)
        out += ",\n".utf8
        write("waivers", .array(result.waivers.map { WaiverJSON.value($0) }), to: &out)
        out += ",\n".utf8
        let resolved = result.comparison.map { $0.resolved.map { BaselineFile.json($0) } }
        write("resolved", resolved.map { .array($0) } ?? .null, to: &out)
        out += ",\n".utf8
        write("next_failure", NextFailureJSON.value(result.next), to: &out)
        out += ",\n\"errors\":".utf8
        JSONValue.array(result.problems.map { InputProblemJSON.value($0) }).write(to: &out, .compact)
        out += "}\n".utf8
        sink(out)
    }

    private func writeHead(to out: inout [UInt8]) {
        let members: [(String, JSONValue)] = [
            ("schema_version", .integer(JSONReport.schemaVersion)),
            ("tool", .object(["name": "tuanthu", "version": .string(run.version)])),
            ("as_of", .string(run.asOf.description)),
            ("context", ContextJSON.value(run)),
        ]
        out += "{".utf8
        for (name, value) in members {
            write(name, value, to: &out)
            out += ",\n".utf8
        }
        out += "\"subjects\":[\n".utf8
    }

    private func writeSubject(
        _ assessment: Assessment, _ changes: @Sendable (Finding) -> [WouldChange], to out: inout [UInt8]
    ) {
        let statement = assessment.statement
        let agency: JSONValue = .object([
            "code": .optional(statement.agencyCode), "name": .optional(statement.agencyName),
        ])
        out += "{".utf8
        write("agency", agency, to: &out)
        out += ",".utf8
        write("input", input(statement), to: &out)
        out += ",\"findings\":[".utf8
        // What would change a finding takes most of the time of a report, so it is looked for side by side.
        let changesOfEach = assessment.findings.concurrentMap(changes)
        for (index, finding) in assessment.findings.enumerated() {
            out += (index == 0 ? "\n" : ",\n").utf8
            findings.value(finding, changes: changesOfEach[index], in: statement)
                .write(to: &out, .compact)
        }
        out += "\n],".utf8
        let checklists = ChecklistVerdicts.of(assessment, in: run.context)
        write("checklists", .array(checklists.map { ChecklistJSON.value($0) }), to: &out)
        out += ",".utf8
        write("not_bound", .array(assessment.unboundSets.map { .string($0) }), to: &out)
        out += ",".utf8
        write("summary", SummaryJSON.value(RunSummary(assessment, comparedWith: run.baseline)), to: &out)
        out += "}".utf8
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

    private func write(_ name: String, _ value: JSONValue, to out: inout [UInt8]) {
        JSONValue.string(name).write(to: &out, .compact)
        out += ":".utf8
        value.write(to: &out, .compact)
    }
}
