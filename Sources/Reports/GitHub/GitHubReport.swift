public import Assessor
public import Model
internal import YAMLTree

/// The findings as annotations of a GitHub Actions step, with the place repeated in the message so that the log reads too.
///
/// GitHub shows ten annotations of each kind in a step and drops the rest in silence. So the first ten are commands; the others are
/// plain lines of the log, and the last lines say how many there were.
public struct GitHubReport: StreamedReport {
    /// How many annotations of a kind GitHub shows for one step.
    public static let annotationsPerStep = 10

    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false
    private var counts: [FormatMapping.GitHubCommand: Int] = [:]

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the annotations of one statement.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        isBegun = true
        var text = ""
        for finding in assessment.findings {
            let told = ToldFinding(finding, in: assessment.statement, phrasing, run.baseline)
            guard let command = told.mapping.gitHub else { continue }
            let count = counts[command, default: 0] + 1
            counts[command] = count
            text += count > GitHubReport.annotationsPerStep ? line(told, command) : annotation(told, command).text
        }
        sink(Array(text.utf8))
    }

    /// Writes the counts and the result.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        var lines: [String] = []
        let dropped = FormatMapping.GitHubCommand.allCases.map {
            max(0, (counts[$0] ?? 0) - GitHubReport.annotationsPerStep)
        }.reduce(0, +)
        if dropped > 0 {
            lines.append(
                phrasing.pick(
                    "Còn \(dropped) phát hiện không thành chú thích vì mỗi bước chỉ hiện mười chú thích mỗi loại; xem các dòng trên.",
                    "\(dropped) more findings are not annotated: a step shows ten annotations of a kind; see the lines above."
                ))
        }
        let levels = Level.allCases.sorted(by: >).map { "\($0.rawValue) \(result.summary.levels[$0] ?? 0)" }
        lines.append(phrasing.pick("Phát hiện: ", "Findings: ") + levels.joined(separator: " · "))
        lines += phrasing.standings(result.summary)
        lines.append(phrasing.outcome(result))
        sink(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    private func annotation(_ told: ToldFinding, _ command: FormatMapping.GitHubCommand) -> WorkflowCommand {
        let place = told.finding.location.place
        let start = place.range.start
        return WorkflowCommand(
            command: command,
            properties: [
                ("file", FileURI.plain(place.file)), ("line", String(start.line)), ("col", String(start.column)),
                ("title", told.finding.rule.id),
            ],
            message: "\(told.position): \(told.message)")
    }

    /// A line of the log; it begins with a word of ours, so that no runner takes it for a command.
    private func line(_ told: ToldFinding, _ command: FormatMapping.GitHubCommand) -> String {
        "\(command.rawValue)[\(told.finding.rule.id)] \(told.position): \(told.message)\n"
    }
}
