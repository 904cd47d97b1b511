public import Assessor
public import Model
internal import YAMLTree

/// The findings as Checkstyle XML: an entry for every finding with a level, or that an inspector's record contradicts, below the file it
/// stands in.
public struct CheckstyleReport: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false
    private var writer = XMLWriter()

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the entries of one statement, file by file.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        if !isBegun {
            writer.begin()
            // The version of Checkstyle whose form this is; readers ask for it.
            writer.begin("checkstyle", ["version": "4.3"])
            isBegun = true
        }
        var files = [assessment.statement.source.name]
        var entries: [String: [ToldFinding]] = [:]
        for finding in assessment.findings {
            let told = ToldFinding(finding, in: assessment.statement, phrasing, run.baseline)
            guard told.mapping.checkstyle != nil else { continue }
            let file = finding.location.place.file
            if !files.contains(file) { files.append(file) }
            entries[file, default: []].append(told)
        }
        for file in files {
            writer.begin("file", ["name": file])
            for told in entries[file] ?? [] { write(told) }
            writer.end()
        }
        sink(writer.take())
    }

    /// Ends the file.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        writer.end()
        sink(writer.take())
    }

    private mutating func write(_ told: ToldFinding) {
        let start = told.finding.location.place.range.start
        var message = told.message
        if let accepted = phrasing.accepted(told.finding.waiver) { message += " \(ToldFinding.line(accepted))." }
        writer.element(
            "error",
            [
                "line": String(start.line), "column": String(start.column),
                "severity": told.mapping.checkstyle?.rawValue, "message": message,
                "source": "tuanthu.\(told.finding.rule.id)",
            ])
    }
}
