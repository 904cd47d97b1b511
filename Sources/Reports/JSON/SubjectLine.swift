public import Assessor
internal import Model
internal import YAMLTree

/// What one input came to, as one line of JSON: its path, the subject as the JSON report has it, and what was wrong with the input.
///
/// A line is made of one input, the context and the day alone, so that lines made on many machines are those one would have made.
public struct SubjectLine: Sendable {
    private let subjects: SubjectJSON

    /// Makes the lines of a run.
    public init(_ run: ReportRun) { subjects = SubjectJSON(run) }

    /// The line of a statement that was assessed, with the line break.
    /// - Parameters:
    ///   - assessment: The findings.
    ///   - changes: For each finding the single changes of facts that would change its verdict; nil where they were not looked for.
    ///   - problems: What the input was warned of.
    public func line(
        of assessment: Assessment, changes: [[WouldChange]]?, problems: [InputProblem]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1 << 18)
        begin(assessment.statement.source.name, to: &out)
        subjects.write(assessment, changes: changes, .oneLine, to: &out)
        end(problems, to: &out)
        return out
    }

    /// The line of an input of which no verdict can be given, with the line break.
    /// - Parameter path: Its path; nil where it does not even say that.
    public func line(ofUnreadable path: String?, problems: [InputProblem]) -> [UInt8] {
        var out: [UInt8] = []
        out += "{".utf8
        JSONMember.write("path", .optional(path), to: &out)
        end(problems, to: &out)
        return out
    }

    private func begin(_ path: String, to out: inout [UInt8]) {
        out += "{".utf8
        JSONMember.write("path", .string(path), to: &out)
        out += ",".utf8
    }

    private func end(_ problems: [InputProblem], to out: inout [UInt8]) {
        out += ",".utf8
        JSONMember.write("errors", .array(problems.map { InputProblemJSON.value($0) }), to: &out)
        out += "}\n".utf8
    }
}

/// JSON lines as a report of `check`: a line for each subject as it is assessed, then one for each input of which there is something
/// wrong to tell. What would change a finding is not looked for: it takes ten times as long as all the rest.
public struct JSONLinesReport: StreamedReport {
    private let lines: SubjectLine
    private let sink: ReportSink

    /// A report of a run, written to a sink.
    public init(_ run: ReportRun, sink: @escaping ReportSink) {
        lines = SubjectLine(run)
        self.sink = sink
    }

    /// Writes the line of one subject.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        sink(lines.line(of: assessment, changes: nil, problems: []))
    }

    /// Writes a line for each input that something is wrong with, in the order in which they were read.
    public mutating func finish(_ result: RunResult) {
        var order: [String?] = []
        var problems: [String?: [InputProblem]] = [:]
        for problem in result.problems {
            let path = problem.place?.file
            if problems[path] == nil { order.append(path) }
            problems[path, default: []].append(problem)
        }
        for path in order { sink(lines.line(ofUnreadable: path, problems: problems[path] ?? [])) }
    }
}
