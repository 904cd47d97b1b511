public import Assessor
public import Model
internal import YAMLTree

/// The findings as a GitLab code quality report: a JSON array with an entry for every finding with a level, or that an inspector's record
/// contradicts.
public struct GitLabReport: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false
    private var hasEntries = false

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the entries of one statement.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        var out: [UInt8] = []
        if !isBegun { out += "[".utf8 }
        isBegun = true
        for finding in assessment.findings {
            let told = ToldFinding(finding, in: assessment.statement, phrasing, run.baseline)
            guard let severity = told.mapping.gitLab else { continue }
            out += (hasEntries ? ",\n" : "\n").utf8
            hasEntries = true
            entry(told, severity).write(to: &out, .compact)
        }
        sink(out)
    }

    /// Ends the array.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        sink(Array((hasEntries ? "\n]\n" : "]\n").utf8))
    }

    private func entry(_ told: ToldFinding, _ severity: FormatMapping.GitLabSeverity) -> JSONValue {
        let place = told.finding.location.place
        var description = told.message
        if let accepted = phrasing.accepted(told.finding.waiver) { description += " \(ToldFinding.line(accepted))." }
        return .object([
            "description": .string(description),
            "check_name": .string(told.finding.rule.id),
            "fingerprint": .string(told.finding.fingerprint),
            "severity": .string(severity.rawValue),
            "location": .object([
                // Paths of GitLab do not begin with ./
                "path": .string(FileURI.plain(place.file)),
                "lines": .object(["begin": .integer(Int64(place.range.start.line))]),
            ]),
        ])
    }
}
