internal import Assessor
internal import Files
internal import Model
internal import Pages
internal import Reports
internal import Spreadsheets
internal import TextDocuments

/// Writes the reports of a run to where each was asked for: those for files as a whole at the end, that for standard output
/// subject by subject.
///
/// It counts the run once; every report and the exit code take the counts from it.
final class ReportWriter {
    private var reports: [any StreamedReport] = []
    private var files: [ReportFile] = []
    private var summary = RunSummary()
    private var waivers: WaiverTally
    private var comparison: BaselineComparison?
    private let run: ReportRun
    /// Why a report could not be made, if one could not; then no file is written.
    private(set) var refusal: String?

    /// Collects what goes into a file.
    private final class ReportFile {
        let path: String
        /// Whether the file may hold something already, which stays.
        let isAppended: Bool
        var bytes: [UInt8] = []

        init(_ path: String, isAppended: Bool = false) {
            self.path = path
            self.isAppended = isAppended
        }
    }

    init(
        _ formats: [FormatChoice<CheckFormat>], _ run: ReportRun, _ options: TextReport.Options,
        template: DocumentTemplate? = nil
    ) {
        self.run = run
        waivers = WaiverTally(run.context, asOf: run.asOf)
        comparison = run.baseline.map { BaselineComparison($0, run.context) }
        for format in formats {
            var options = options
            if format.path != nil { options.isColoured = false }
            let sink = format.path.map { toFile(ReportFile($0)) } ?? { Streams.write($0) }
            let fail: (String) -> Void = { [weak self] reason in
                self?.refusal = self?.refusal ?? [format.path, reason].compactMap(\.self).joined(separator: ": ")
            }
            reports.append(format.name.report(run, options, template, fail, sink))
        }
        if formats.contains(where: { $0.name == .github }) { addJobSummary(options) }
    }

    /// A step shows ten annotations of a kind; the job summary holds the rest, up to 1 MiB.
    private func addJobSummary(_ options: TextReport.Options) {
        guard let path = ProcessSurroundings.variable("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
        let sink = toFile(ReportFile(path, isAppended: true))
        reports.append(MarkdownReport(run, options, limit: 1 << 20, sink: sink))
    }

    private func toFile(_ file: ReportFile) -> ReportSink {
        files.append(file)
        return { file.bytes += $0 }
    }

    func add(_ assessment: Assessment, in context: AssessmentContext) {
        summary.add(assessment, comparedWith: run.baseline)
        waivers.add(assessment)
        comparison?.add(assessment)
        let search = ChangeSearch(in: assessment, context: context)
        for index in reports.indices { reports[index].add(assessment) { search.changes(for: $0) } }
    }

    /// Ends the reports, writes those that go to files, and tells how the run ended.
    func finish(next: NextFailure?, problems: [InputProblem]) throws(FileError) -> RunResult {
        let result = RunResult(
            summary, threshold: run.threshold, problems: problems, waivers: waivers.uses, comparison: comparison,
            next: next)
        for index in reports.indices {
            reports[index].finish(result)
            if let failure = (reports[index] as? AgencyWorkbook)?.failure {
                throw .failed(path: "xlsx", reason: failure.english)
            }
        }
        if refusal != nil { return result }
        for file in files where !file.bytes.isEmpty {
            if file.isAppended {
                try FileSystem.append(file.bytes, to: file.path)
            } else {
                try FileSystem.write(file.bytes, to: file.path)
            }
        }
        return result
    }
}

extension CheckFormat {
    /// The names of the formats, for help.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// A report in this format.
    fileprivate func report(
        _ run: ReportRun, _ options: TextReport.Options, _ template: DocumentTemplate?,
        _ fail: @escaping (String) -> Void, _ sink: @escaping ReportSink
    ) -> any StreamedReport {
        let language = options.language
        switch self {
        case .text: return TextReport(run, options, sink: sink)
        case .json: return JSONReport(run, sink: sink)
        case .jsonl: return JSONLinesReport(run, sink: sink)
        case .sarif: return SARIFReport(run, options, sink: sink)
        case .junit: return JUnitReport(run, language, sink: sink)
        case .github: return GitHubReport(run, language, sink: sink)
        case .gitlab: return GitLabReport(run, language, sink: sink)
        case .checkstyle: return CheckstyleReport(run, language, sink: sink)
        case .markdown: return MarkdownReport(run, options, sink: sink)
        case .csv: return CSVReport(run, language, sink: sink)
        case .xlsx: return AgencyWorkbook(run, language, sink: sink)
        case .html: return AgencyPage(run, language, sink: sink)
        case .oscal: return OSCALResults(run, language, sink: sink)
        case .oscalPlan: return OSCALPlan(run, language, sink: sink)
        case .docx: return AgencyDocument(run, options, template: template, fail: fail, sink: sink)
        case .docxCorrective: return CorrectiveDocument(run, options, template: template, fail: fail, sink: sink)
        }
    }
}
