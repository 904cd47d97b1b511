internal import Assessor
internal import Files
internal import Model
internal import Reports

/// Writes the reports of a run to where each was asked for: those for files as a whole at the end, that for standard output
/// subject by subject.
final class ReportWriter {
    private var reports: [any StreamedReport] = []
    private var files: [(path: String, content: ReportFile)] = []

    /// Collects what goes into a file.
    private final class ReportFile {
        var bytes: [UInt8] = []
    }

    init(_ formats: [ReportFormat], _ run: ReportRun, _ options: TextReport.Options) {
        for format in formats {
            let sink: ReportSink
            var options = options
            if let path = format.path {
                let file = ReportFile()
                files.append((path, file))
                sink = { file.bytes += $0 }
                options.isColoured = false
            } else {
                sink = { Streams.write($0) }
            }
            switch format.name {
            case .text: reports.append(TextReport(run, options, sink: sink))
            case .json: reports.append(JSONReport(run, sink: sink))
            }
        }
    }

    func add(_ assessment: Assessment, in context: AssessmentContext) {
        for index in reports.indices {
            reports[index].add(assessment) { Assessor.changes(for: $0, in: assessment, context: context) }
        }
    }

    /// Ends the reports and writes those that go to files.
    func finish(next: NextFailure?, problems: [InputProblem]) throws(FileError) {
        for index in reports.indices {
            if let next { reports[index].take(next) }
            reports[index].finish(problems: problems)
        }
        for (path, file) in files where !file.bytes.isEmpty { try FileSystem.write(file.bytes, to: path) }
    }
}
