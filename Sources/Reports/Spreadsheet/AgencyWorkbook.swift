internal import AnswerSheets
public import Assessor
internal import CivilTime
public import Model
public import Spreadsheets
internal import YAMLTree

/// The findings as a workbook: overview, requirements, deadlines, questions to fill in, the switch, sources; and the lists of the
/// statement, to be worked on and read back.
public struct AgencyWorkbook: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var assessments: [Assessment] = []
    /// Why the workbook could not be written, where it could not.
    public private(set) var failure: SpreadsheetError?

    /// A report of a run, in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Keeps one subject: the sheets hold all of them.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        assessments.append(assessment)
    }

    /// Writes the workbook.
    public mutating func finish(_ result: RunResult) {
        guard !assessments.isEmpty else { return }
        do throws(SpreadsheetError) {
            sink(try WorkbookWriter.bytes(of: workbook(result)))
        } catch {
            failure = error
        }
    }

    private var language: Language { phrasing.language }

    private func workbook(_ result: RunResult) -> Workbook {
        let title = phrasing.pick("Kết quả tự kiểm tra", "Findings")
        let requirements = RequirementSheet(phrasing: phrasing, run: run)
        var sheets = [OverviewSheet(phrasing: phrasing, run: run).sheet(assessments, result)]
        let heads = HeadSheet(phrasing: phrasing, run: run).sheet(assessments)
        sheets += heads.map { [$0] } ?? []
        sheets.append(requirements.sheet(assessments))
        sheets.append(deadlines)
        var choices = ChoiceSheet(run.context.library.vocabulary, language)
        let answers = AnswerPart(phrasing: phrasing, run: run).sheets(assessments, &choices)
        sheets += answers.questions.map { [$0] } ?? []
        let transitions = TransitionSheet(phrasing: phrasing, run: run).sheet(assessments)
        sheets += transitions.map { [$0] } ?? []
        sheets.append(SourceSheet(phrasing: phrasing, run: run).sheet(assessments))
        sheets += answers.lists
        sheets += choices.sheet.map { [$0] } ?? []
        return Workbook(title: title, created: run.asOf, sheets: sheets)
    }

    private var deadlines: Sheet {
        var list = DeadlineList(asOf: run.asOf, within: .years(1))
        for assessment in assessments { list.add(assessment) }
        let columns = [
            Column(phrasing.pick("Hạn", "Due")), Column(phrasing.pick("Còn (ngày)", "Days left"), widest: 8),
            Column(phrasing.pick("Tình trạng", "Standing"), widest: 22),
            Column(phrasing.pick("Yêu cầu", "Requirement"), widest: 44),
            Column(phrasing.pick("Hạn do", "Set by"), widest: 30),
            Column(phrasing.pick("Người trả lời được", "Who can answer"), widest: 20),
            Column(phrasing.pick("Việc cần làm", "To do"), widest: 46), Column(phrasing.pick("Vì", "Why"), widest: 50),
            Column(phrasing.pick("Căn cứ", "Basis"), widest: 34),
            Column(phrasing.pick("Mã cơ quan", "Agency code"), widest: 16),
            Column(phrasing.pick("Mã yêu cầu", "Rule"), widest: 26),
        ]
        let rows = list.open.map { deadline -> [Cell] in
            let style = style(deadline.standing)
            return [
                .date(deadline.due, style), .integer(deadline.days, style), .text(phrasing.standing(deadline), style),
                .text(phrasing.title(deadline)), .text(phrasing.authority(deadline)),
                .text(phrasing.responsible(deadline)?[language]), .text(deadline.finding.rule.remedy[language]),
                .text(phrasing.reason(deadline)), .text(phrasing.basis(deadline)),
                .text(deadline.statement.agencyCode), .text(deadline.finding.rule.id, .code),
            ]
        }
        let until = phrasing.dates.text(list.until)
        let heading = phrasing.pick("Hạn đến hết ngày \(until)", "Deadlines up to \(until)")
        return Sheet(
            name: phrasing.pick("Hạn", "Deadlines"), preamble: SheetHead.lines(heading, run, phrasing),
            columns: columns, rows: rows, frozenColumns: 1, printedColumns: 7)
    }

    private func style(_ standing: DeadlineStanding) -> CellStyle {
        switch standing {
        case .overdue: .failing
        case .overdueIfNotDone: .open
        case .dueSoon: .attention
        case .upcoming: .plain
        case .doneOnTime, .doneLate, .done: .good
        }
    }
}

/// The lines above every table.
enum SheetHead {
    static func lines(_ title: String, _ run: ReportRun, _ phrasing: Phrasing) -> [[Cell]] {
        let asOf = phrasing.dates.text(run.asOf)
        return [
            [.text(title, .title)], [.text(phrasing.pick("Xét tại ngày \(asOf)", "As of \(asOf)"), .note)], [],
        ]
    }
}

extension Verdict {
    /// How a cell with the verdict looks.
    var cellStyle: CellStyle {
        switch self {
        case .conform: .good
        case .partial, .pending: .attention
        case .nonconform, .error: .failing
        case .undetermined: .open
        case .notApplicable, .notInForce: .plain
        }
    }
}
