public import Assessor
internal import Model
public import Reports
internal import ZipArchive

/// The corrective reports on the latest inspections, as a document for a word processor: one section for every agency in which an
/// inspection found something.
public final class CorrectiveDocument: StreamedReport {
    private let run: ReportRun
    private let options: TextReport.Options
    private let template: DocumentTemplate?
    private let fail: (String) -> Void
    private let sink: ReportSink
    private var reports: [CorrectiveDraft] = []

    /// A document of a run, written to a sink.
    /// - Parameters:
    ///   - template: A document to fill in place of the layout; it takes one agency.
    ///   - fail: Told why there is none; then nothing is written.
    public init(
        _ run: ReportRun, _ options: TextReport.Options, template: DocumentTemplate? = nil,
        fail: @escaping (String) -> Void, sink: @escaping ReportSink
    ) {
        self.run = run
        self.options = options
        self.template = template
        self.fail = fail
        self.sink = sink
    }

    /// Keeps the texts of one agency, if an inspection found something there.
    public func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        if let report = CorrectiveDraft.latest(in: assessment, run, options.language) { reports.append(report) }
    }

    /// Makes the file and writes it.
    public func finish(_ result: RunResult) {
        guard let first = reports.first, let document = CorrectiveDraft.document(reports) else {
            let words = LayoutWords(language: options.language)
            return fail(
                words.pick(
                    "không bản khai nào nêu cuộc kiểm tra (qms.inspections) có nội dung chưa đáp ứng tính đến ngày xét",
                    "no statement tells of an inspection (qms.inspections) that found something by the day assessed"))
        }
        if template != nil, reports.count > 1 {
            return fail(TemplateProblem.severalAgencies(reports.count).message(options.language))
        }
        do throws(ZipError) {
            guard let template else { return sink(try document.wordFile()) }
            sink(try template.filled(first.templateValues))
        } catch {
            fail(error.text(options.language))
        }
    }
}
