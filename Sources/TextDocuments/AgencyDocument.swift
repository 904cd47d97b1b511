public import Assessor
internal import Model
public import Reports
internal import ZipArchive

/// The findings as a document for a word processor: one section for every agency. It is a file, so it is made at the end.
public final class AgencyDocument: StreamedReport {
    private let run: ReportRun
    private let options: TextReport.Options
    private let template: DocumentTemplate?
    private let fail: (String) -> Void
    private let sink: ReportSink
    private var reports: [AgencyReport] = []

    /// A document of a run, written to a sink.
    /// - Parameters:
    ///   - template: A document to fill in place of the layout; it takes one agency.
    ///   - fail: Told why the file could not be made; then nothing is written.
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

    /// Keeps the texts of one agency.
    public func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        reports.append(AgencyReport(assessment, run, options.language, isVerbose: options.isVerbose))
    }

    /// Makes the file and writes it.
    public func finish(_ result: RunResult) {
        guard let first = reports.first, let document = AgencyReport.document(reports) else { return }
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

extension ZipError {
    /// The problem in one sentence.
    func text(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }
}
