internal import Assessor
internal import CivilTime
internal import Model
internal import Spreadsheets
internal import YAMLTree

/// Every finding in a row, what fails first.
struct RequirementSheet {
    let phrasing: Phrasing
    let run: ReportRun

    func sheet(_ assessments: [Assessment]) -> Sheet {
        var rows: [[Cell]] = []
        for assessment in assessments {
            for (_, findings) in FindingGroup.groups(assessment.findings) {
                for finding in findings {
                    let told = ToldFinding(finding, in: assessment.statement, phrasing, run.baseline)
                    rows.append([.integer(rows.count + 1)] + cells(told))
                }
            }
        }
        let title = phrasing.pick("Yêu cầu", "Requirements")
        return Sheet(
            name: title, preamble: SheetHead.lines(title, run, phrasing), columns: columns, rows: rows,
            frozenColumns: 3, printedColumns: 9
        )
    }

    private var columns: [Column] {
        [
            Column(phrasing.pick("STT", "No."), widest: 5), Column(phrasing.pick("Mã yêu cầu", "Rule"), widest: 18),
            Column(phrasing.pick("Yêu cầu", "Requirement"), widest: 36),
            Column(phrasing.pick("Mục", "Item"), widest: 15),
            Column(phrasing.pick("Kết quả", "Verdict"), widest: 18), Column(phrasing.pick("Hạn", "Due")),
            Column(phrasing.pick("Vì", "Why"), widest: 46),
            Column(phrasing.pick("Kiểm tra thấy khác", "Found otherwise"), widest: 30),
            Column(phrasing.pick("Việc cần làm", "To do"), widest: 36),
            Column(phrasing.pick("Cần khai", "To be stated"), widest: 44),
            Column(phrasing.pick("Căn cứ", "Basis"), widest: 40),
            Column(phrasing.pick("Mã cơ quan", "Agency code"), widest: 14),
            Column(phrasing.pick("Mức", "Level"), widest: 10),
            Column(phrasing.pick("Kỳ", "Period")), Column(phrasing.pick("Thời hạn", "Clock"), widest: 18),
            Column(phrasing.pick("Số ngày", "Days")), Column(phrasing.pick("Mức tin cậy", "Assurance"), widest: 20),
            Column(phrasing.pick("Phân loại", "Grade"), widest: 20),
            Column(phrasing.pick("Chấp nhận tạm thời", "Waiver"), widest: 30),
            Column(phrasing.pick("So với mốc", "Baseline"), widest: 14),
            Column(phrasing.pick("Chỗ khai", "Place"), widest: 34),
            Column(phrasing.pick("Đường dẫn trong bản khai", "Path in the statement"), widest: 34),
            Column(phrasing.pick("Mã phát hiện", "Fingerprint"), widest: 20),
        ]
    }

    private func cells(_ told: ToldFinding) -> [Cell] {
        let finding = told.finding
        let language = phrasing.language
        let style = finding.isHistory ? CellStyle.plain : finding.verdict.cellStyle
        let past = finding.isHistory ? phrasing.pick(" (kỳ đã qua)", " (past period)") : ""
        let missing = finding.undeterminedBy.map { phrasing.missing($0, in: told.statement) }.joined(separator: "\n")
        let level = finding.level.map { AxisNames.name($0)[language] }
        let clock = finding.timing.state == .none ? nil : phrasing.name(finding.timing.state, of: finding)
        let remedy = finding.verdict.wantsRemedy ? finding.rule.remedy[language] : nil
        let found = told.contradictions
        let head: [Cell] = [
            .text(finding.rule.id, .code), .text(finding.rule.title[language]), .text(finding.item?.key),
            .text(phrasing.verdict(finding) + past, style), .date(finding.timing.due), .text(told.because),
            .text(found.isEmpty ? nil : found.joined(separator: "\n"), found.isEmpty ? .plain : .attention),
            .text(remedy),
            .text(missing), .text(phrasing.basis(of: finding.rule)),
        ]
        let tail: [Cell] = [
            .text(told.statement.agencyCode), .text(level), .date(finding.occurrence), .text(clock),
            .integer(finding.timing.days), .text(AxisNames.name(finding.assurance)[language]),
            .text(phrasing.grade(of: finding)), .text(phrasing.accepted(finding.waiver)),
            .text(told.baseline.map { AxisNames.name($0)[language] }), .text(told.position, .code),
            .text(finding.location.pointer, .code), .text(finding.fingerprint, .code),
        ]
        return head + tail
    }
}
