internal import CivilTime
public import Assessor
internal import Model
internal import YAMLTree

/// The findings as Markdown: a table for every agency, worst first, and the counts at the end.
///
/// It is the job summary of a build and the page of a wiki. Where a limit is set it is kept, and the report says what was left out.
public struct MarkdownReport: StreamedReport {
    private let run: ReportRun
    private let options: TextReport.Options
    private let limit: Int?
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var isBegun = false
    private var size = 0
    private var leftOut = 0
    private var isFull = false

    /// What is kept free below the limit for the counts at the end.
    private static let roomForEnd = 4096

    /// A report of a run, written to a sink.
    /// - Parameter limit: The bytes a reader takes at most; GitHub's job summary takes 1 MiB.
    public init(_ run: ReportRun, _ options: TextReport.Options, limit: Int? = nil, sink: @escaping ReportSink) {
        self.run = run
        self.options = options
        self.limit = limit
        self.sink = sink
        phrasing = Phrasing(options.language, library: run.context.library)
    }

    /// Writes the table of one agency.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        if !isBegun { write(title) }
        isBegun = true
        let statement = assessment.statement
        let stated = phrasing.dates.text(statement.statedOn)
        let heading = """

            ## \(MarkdownText.escaped(phrasing.agency(statement)))

            \(MarkdownText.code(statement.source.name)) · \(phrasing.pick("bản khai nói đến hết ngày", "speaks up to")) \(stated)


            """
        var rows: [(text: String, isHead: Bool)] = [(heading, true)]
        for (group, findings) in FindingGroup.groups(assessment.findings) {
            guard group != .history else { continue }
            // What an inspector found otherwise is told of what conforms as well.
            let told = findings.filter { finding in
                group.isTold || options.isVerbose || finding.isContradicted
            }
            if told.isEmpty { continue }
            if rows.count == 1 { rows.append((header, true)) }
            rows += told.map { (row(ToldFinding($0, in: statement, phrasing, run.baseline)), false) }
        }
        if rows.count == 1 {
            rows.append((phrasing.pick("Không có phát hiện nào.", "Nothing was found.") + "\n", true))
        }
        rows += records(of: assessment).map { ($0, true) }
        for row in rows where !write(row.text) && !row.isHead { leftOut += 1 }
    }

    /// Writes the counts and the result.
    public mutating func finish(_ result: RunResult) {
        guard isBegun else { return }
        sink(Array(end(result).utf8))
    }

    /// Writes a text, unless it would go past the limit; what follows is then left out too.
    @discardableResult private mutating func write(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if let limit, size + bytes.count > limit - MarkdownReport.roomForEnd { isFull = true }
        if isFull { return false }
        size += bytes.count
        sink(bytes)
        return true
    }

    private var title: String {
        let day = phrasing.dates.text(run.asOf)
        let profile = MarkdownText.code(run.context.profile.id)
        return phrasing.pick(
            "# Kết quả kiểm tra của tuanthu\n\nXét tại ngày \(day), bộ chọn \(profile).\n",
            "# Findings of tuanthu\n\nAs of \(day), profile \(profile).\n")
    }

    private var columns: [String] {
        var columns = [
            phrasing.pick("Mức", "Level"), phrasing.pick("Yêu cầu", "Rule"), phrasing.pick("Kết luận", "Verdict"),
            phrasing.pick("Hạn", "Due"), phrasing.pick("Vì", "Why"), phrasing.pick("Việc cần làm", "To do"),
            phrasing.pick("Nơi", "Place"),
        ]
        if run.baseline != nil { columns.append(phrasing.pick("So với lần trước", "Earlier run")) }
        return columns
    }

    private var header: String {
        MarkdownText.row(columns) + MarkdownText.row(columns.map { _ in "---" })
    }

    /// What the agency's inspection records say, beside what it states.
    private func records(of assessment: Assessment) -> [String] {
        RecordText(assessment, in: run.context, phrasing).records.map { record in
            let lead = phrasing.pick("Kiểm tra", "Inspection")
            let lines = record.lines.map { "- \(MarkdownText.escaped($0))\n" }.joined()
            return "\n**\(lead): \(MarkdownText.escaped(record.title))**\n\n\(lines)"
        }
    }

    private func row(_ told: ToldFinding) -> String {
        let finding = told.finding
        var verdict = [phrasing.verdict(finding)]
        if finding.assurance == .verified, finding.verdict == .conform {
            verdict.append(AxisNames.name(Assurance.verified)[phrasing.language])
        }
        if let grade = phrasing.grade(of: finding) { verdict.append(grade) }
        if let accepted = phrasing.accepted(finding.waiver) { verdict.append(accepted) }
        var toDo = finding.undeterminedBy.map { "\(phrasing.pick("khai", "state")) \($0.path.pointer)" }
        if finding.verdict.wantsRemedy { toDo.append(finding.rule.remedy[phrasing.language]) }
        var cells = [
            finding.levelWithoutWaiver?.rawValue ?? "",
            "\(MarkdownText.code(finding.rule.id)) \(MarkdownText.escaped(phrasing.subject(finding)))",
            MarkdownText.escaped(verdict.joined(separator: "; ")),
            finding.timing.due.map { phrasing.dates.text($0) } ?? "",
            MarkdownText.escaped(
                ToldFinding.line(
                    "\(told.because) \(told.contradicted) \(phrasing.pick("Căn cứ", "Basis")): \(phrasing.basis(of: finding.rule))."
                )),
            MarkdownText.escaped(toDo.joined(separator: "; ")), MarkdownText.code(told.position),
        ]
        if let state = told.baseline { cells.append(AxisNames.name(state)[phrasing.language]) }
        return MarkdownText.row(cells)
    }

    // MARK: The end

    private func end(_ result: RunResult) -> String {
        let summary = result.summary
        let name = phrasing.pick("Tổng hợp", "Summary")
        var text = "\n## \(name)\n\n"
        if leftOut > 0 {
            text += phrasing.pick(
                "Đã lược \(leftOut) dòng vì quá giới hạn kích thước; báo cáo đầy đủ ở các định dạng khác.\n\n",
                "\(leftOut) rows were left out to stay within the limit; other formats hold the whole report.\n\n")
        }
        text += MarkdownText.row([
            phrasing.pick("Kết luận", "Verdict"), phrasing.pick("Phát hiện", "Findings"),
            phrasing.pick("Yêu cầu", "Rules"),
        ])
        text += MarkdownText.row(["---", "--:", "--:"])
        for verdict in Verdict.allCases {
            text += MarkdownText.row([
                AxisNames.name(verdict)[phrasing.language], String(summary.findings[verdict] ?? 0),
                String(summary.rules[verdict] ?? 0),
            ])
        }
        let levels = Level.allCases.sorted(by: >).map { "\($0.rawValue) \(summary.levels[$0] ?? 0)" }
        var lines = [levels.joined(separator: " · ")] + phrasing.standings(result)
        lines += result.problems.filter(\.isError).map { MarkdownText.escaped($0.message[phrasing.language]) }
        lines.append("**\(phrasing.outcome(result))**")
        return text + "\n" + lines.map { "- \($0)\n" }.joined()
    }
}
