internal import Assessor
internal import CivilTime
internal import Model
internal import Spreadsheets
internal import YAMLTree

/// The first sheet: who was assessed, and the counts.
struct OverviewSheet {
    let phrasing: Phrasing
    let run: ReportRun

    private static let order: [Verdict] = [
        .nonconform, .error, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
    ]

    func sheet(_ assessments: [Assessment], _ result: RunResult) -> Sheet {
        var head: [[Cell]] = [
            [
                .text(
                    phrasing.pick(
                        "Kết quả tự kiểm tra hệ thống quản lý chất lượng", "Findings on the quality management system"),
                    .title)
            ],
            [.text(phrasing.pick("Xét tại ngày", "As of"), .heading), .date(run.asOf, .free)],
            [
                .text(phrasing.pick("Bộ chọn yêu cầu", "Profile"), .heading),
                .text(run.context.profile.title[phrasing.language], .free),
            ],
        ]
        for fact in run.assumptions {
            head.append([
                .text(phrasing.pick("Giả định", "Assumed"), .heading),
                .text("\(fact.fact) = \(fact.value)", .attention),
            ])
        }
        head.append([.text(phrasing.pick("Kết quả", "Result"), .heading), .text(phrasing.outcome(result), .free)])
        for sentence in phrasing.standings(result) { head.append([Cell(.empty, .free), .text(sentence, .free)]) }
        if result.problems.contains(where: \.isError) {
            head.append([
                .empty,
                .text(
                    phrasing.pick("Chưa đầy đủ: có tệp không đọc được.", "Incomplete: some input could not be read."),
                    .failing),
            ])
        }
        if let only = assessments.first, assessments.count == 1 { return single(only, head, result.summary) }
        return several(assessments, head, result.summary)
    }

    private var name: String { phrasing.pick("Tổng quan", "Overview") }

    /// One agency: one figure in a row.
    private func single(_ assessment: Assessment, _ head: [[Cell]], _ summary: RunSummary) -> Sheet {
        let statement = assessment.statement
        var head = head
        head.insert(
            [.text(phrasing.pick("Cơ quan", "Agency"), .heading), .text(phrasing.agency(statement), .free)], at: 1)
        head.append([
            .text(phrasing.pick("Bản khai nói đến hết ngày", "The statement speaks up to"), .heading),
            .date(statement.statedOn, .free),
        ])
        head.append([])
        var rows: [[Cell]] = OverviewSheet.order.map { verdict in
            let count = summary.rules[verdict] ?? 0
            return [
                .text(capital(AxisNames.name(verdict)[phrasing.language]), count > 0 ? verdict.cellStyle : .plain),
                .integer(count), .integer(summary.findings[verdict] ?? 0),
            ]
        }
        let figures = [
            (phrasing.pick("Yêu cầu áp dụng", "Rules that apply"), summary.applicable),
            (phrasing.pick("Đã xác định được", "Decided"), summary.decided),
            (
                phrasing.pick("Đáp ứng, nếu điều chưa rõ đều chưa đáp ứng", "Conforming, if all that is open fails"),
                summary.conformAtLeast
            ),
            (
                phrasing.pick("Đáp ứng, nếu điều chưa rõ đều đáp ứng", "Conforming, if all that is open conforms"),
                summary.conformAtMost
            ),
        ]
        rows += figures.map { [.text($0.0), .integer($0.1), .empty] }
        let columns = [
            Column(phrasing.pick("Kết quả", "Verdict"), widest: 50), Column(phrasing.pick("Số yêu cầu", "Rules")),
            Column(phrasing.pick("Số phát hiện", "Findings")),
        ]
        return Sheet(name: name, preamble: head, columns: columns, rows: rows, isFiltered: false)
    }

    /// Several agencies: one in a row.
    private func several(_ assessments: [Assessment], _ head: [[Cell]], _ summary: RunSummary) -> Sheet {
        let columns =
            [
                Column(phrasing.pick("Cơ quan", "Agency"), widest: 44), Column(phrasing.pick("Mã", "Code"), widest: 40),
                Column(phrasing.pick("Bản khai nói đến hết ngày", "Statement speaks up to")),
                Column(phrasing.pick("Yêu cầu áp dụng", "Rules that apply")),
                Column(phrasing.pick("Đã xác định", "Decided")),
                Column(phrasing.pick("Đáp ứng, ít nhất", "Conforming, at least")),
                Column(phrasing.pick("Đáp ứng, nhiều nhất", "Conforming, at most")),
            ] + OverviewSheet.order.map { Column(capital(AxisNames.name($0)[phrasing.language])) }
        let rows = assessments.map { row($0) }
        return Sheet(
            name: name, preamble: head + [[]], columns: columns, rows: rows + [total(summary)])
    }

    private func row(_ assessment: Assessment) -> [Cell] {
        let statement = assessment.statement
        let summary = assessment.summary
        let head: [Cell] = [
            .text(statement.agencyName ?? statement.source.name), .text(statement.agencyCode),
            .date(statement.statedOn),
            .integer(summary.applicable), .integer(summary.decided), .integer(summary.conformAtLeast),
            .integer(summary.conformAtMost),
        ]
        return head + counts(summary.rules)
    }

    private func total(_ summary: RunSummary) -> [Cell] {
        let head: [Cell] = [
            .text(phrasing.pick("Cộng", "Total"), .header), .empty, .empty, .integer(summary.applicable),
            .integer(summary.decided), .integer(summary.conformAtLeast), .integer(summary.conformAtMost),
        ]
        return head + counts(summary.rules)
    }

    private func counts(_ rules: [Verdict: Int]) -> [Cell] {
        OverviewSheet.order.map { verdict in
            let count = rules[verdict] ?? 0
            return .integer(count, count > 0 ? verdict.cellStyle : .plain)
        }
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// The heads of an inspection, each with its verdict: the way Article 36 of Circular 26 has them.
struct HeadSheet {
    let phrasing: Phrasing
    let run: ReportRun

    /// The sheet; nil where the profile selects no rule of a checklist's set.
    func sheet(_ assessments: [Assessment]) -> Sheet? {
        var rows: [[Cell]] = []
        for assessment in assessments {
            for list in ChecklistVerdicts.of(assessment, in: run.context) {
                for head in list.heads {
                    let name = head.verdict.map { AxisNames.name($0)[phrasing.language] }
                    let said = head.inspected.flatMap { phrasing.headInspection($0, against: head.verdict) }.joined(
                        separator: "\n")
                    rows.append([
                        .text(assessment.statement.agencyCode), .text(list.checklist.title[phrasing.language]),
                        .text(head.head.id), .text(head.head.title[phrasing.language]),
                        .text(name ?? phrasing.pick("chưa xem xét", "not assessed"), head.verdict?.cellStyle ?? .plain),
                        .integer(head.count), .integer(head.rules[.nonconform] ?? 0),
                        .integer(head.rules[.undetermined] ?? 0),
                        .text(said.isEmpty ? nil : said, said.isEmpty ? .plain : .attention),
                    ])
                }
                for found in list.unplaced {
                    let none = phrasing.pick("Không thuộc nội dung nào ở trên", "Under none of the heads above")
                    let said = phrasing.contradiction(found)
                    let against = phrasing.pick("trái với bản khai: \(said)", "contradicts the statement: \(said)")
                    rows.append([
                        .text(assessment.statement.agencyCode), .text(list.checklist.title[phrasing.language]), .empty,
                        .text(none), .empty, .empty, .empty, .empty, .text(against, .attention),
                    ])
                }
            }
        }
        if rows.isEmpty { return nil }
        let columns = [
            Column(phrasing.pick("Mã cơ quan", "Agency code"), widest: 16),
            Column(phrasing.pick("Danh mục", "Checklist"), widest: 20),
            Column(phrasing.pick("Điểm", "Head")), Column(phrasing.pick("Nội dung", "What is looked at"), widest: 42),
            Column(phrasing.pick("Kết quả theo bản khai", "Verdict on what is stated"), widest: 24),
            Column(phrasing.pick("Số yêu cầu", "Rules"), widest: 10),
            Column(phrasing.pick("Chưa đáp ứng", "Not conforming"), widest: 12),
            Column(phrasing.pick("Chưa xác định được", "Undetermined"), widest: 12),
            Column(phrasing.pick("Biên bản kiểm tra ghi", "What the inspection records say"), widest: 46),
        ]
        let title = phrasing.pick("Nội dung kiểm tra", "Heads of an inspection")
        // It is read as a whole: one page wide.
        return Sheet(
            name: title, preamble: SheetHead.lines(title, run, phrasing), columns: columns, rows: rows,
            printedColumns: columns.count)
    }
}
