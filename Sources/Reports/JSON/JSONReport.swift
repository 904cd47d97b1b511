internal import CivilTime
public import Assessor
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
    private var summary = RunSummary()
    private var waivers: WaiverTally
    private var comparison: BaselineComparison?
    private var next: NextFailure?

    /// A report of a run, written to a sink.
    public init(_ run: ReportRun, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        findings = FindingJSON(library: run.context.library, baseline: run.baseline)
        waivers = WaiverTally(run.context, asOf: run.asOf)
        comparison = run.baseline.map { BaselineComparison($0, run.context) }
    }

    /// Takes the next failure.
    public mutating func take(_ next: NextFailure) { self.next = next }

    /// Writes one subject.
    public mutating func add(_ assessment: Assessment, changes: (Finding) -> [WouldChange]) {
        var out: [UInt8] = []
        if summary.subjects == 0 { writeHead(to: &out) } else { out += ",\n".utf8 }
        summary.add(assessment, comparedWith: run.baseline)
        waivers.add(assessment)
        comparison?.add(assessment)
        writeSubject(assessment, changes, to: &out)
        sink(out)
    }

    /// Writes the counts and the errors of inputs.
    public mutating func finish(problems: [InputProblem]) {
        guard summary.subjects > 0 else { return }
        var out: [UInt8] = Array("\n],\n\"summary\":".utf8)
        SummaryJSON.value(summary, resolved: comparison?.resolved.count).write(to: &out, .compact)
        out += ",\n".utf8
        write("outcome", .string(outcome(problems)), to: &out)
        out += ",\n".utf8
        write("waivers", .array(waivers.uses.map { WaiverJSON.value($0) }), to: &out)
        out += ",\n".utf8
        let resolved = comparison.map { $0.resolved.map { BaselineFile.json($0) } }
        write("resolved", resolved.map { .array($0) } ?? .null, to: &out)
        out += ",\n".utf8
        write("next_failure", NextFailureJSON.value(next), to: &out)
        out += ",\n\"errors\":".utf8
        JSONValue.array(problems.map { InputProblemJSON.value($0) }).write(to: &out, .compact)
        out += "}\n".utf8
        sink(out)
    }

    private func outcome(_ problems: [InputProblem]) -> String {
        switch RunOutcome(summary, run.threshold, problems: problems) {
        case .incomplete: "incomplete"
        case .failed: "failed"
        case .passed: "passed"
        }
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
        _ assessment: Assessment, _ changes: (Finding) -> [WouldChange], to out: inout [UInt8]
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
        for (index, finding) in assessment.findings.enumerated() {
            out += (index == 0 ? "\n" : ",\n").utf8
            findings.value(finding, changes: changes(finding), in: statement).write(to: &out, .compact)
        }
        out += "\n],".utf8
        write("summary", SummaryJSON.value(RunSummary(assessment.summary)), to: &out)
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
