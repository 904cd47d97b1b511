internal import CivilTime
public import Assessor
internal import ConcurrentMap
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
    private let subjects: SubjectJSON
    private var isBegun = false

    /// A report of a run, written to a sink.
    public init(_ run: ReportRun, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        subjects = SubjectJSON(run)
    }

    /// Writes one subject.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        var out: [UInt8] = []
        if isBegun { out += ",\n".utf8 } else { writeHead(to: &out) }
        isBegun = true
        out += "{".utf8
        // What would change a finding takes most of the time of a report, so it is looked for side by side.
        subjects.write(assessment, changes: assessment.findings.concurrentMap(changes), .findingsOnLines, to: &out)
        out += "}".utf8
        sink(out)
    }

    /// Writes the counts and the errors of inputs.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        var out: [UInt8] = Array("\n],\n\"summary\":".utf8)
        SummaryJSON.value(result.summary, resolved: result.comparison?.resolved.count).write(to: &out, .compact)
        out += ",\n".utf8
        JSONMember.write("outcome", .string(result.outcome.rawValue), to: &out)
        out += ",\n".utf8
        JSONMember.write("waivers", .array(result.waivers.map { WaiverJSON.value($0) }), to: &out)
        out += ",\n".utf8
        let resolved = result.comparison.map { $0.resolved.map { BaselineFile.json($0) } }
        JSONMember.write("resolved", resolved.map { .array($0) } ?? .null, to: &out)
        out += ",\n".utf8
        JSONMember.write("next_failure", NextFailureJSON.value(result.next), to: &out)
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
            JSONMember.write(name, value, to: &out)
            out += ",\n".utf8
        }
        out += "\"subjects\":[\n".utf8
    }
}
