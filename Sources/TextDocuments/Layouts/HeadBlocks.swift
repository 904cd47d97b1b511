internal import Reports

/// The heads of the checklist: at a glance, then each with what inspectors concluded on it and its findings.
extension AgencyLayout {
    /// Whether an inspection record says something of some head; then a column of its own tells what.
    private var isInspected: Bool { report.heads.contains { !$0.inspected.isEmpty } }

    var glance: [DocumentBlock] {
        guard !report.heads.isEmpty else { return [] }
        var columns: [DocumentTable.Column] = [
            words.ordinal(7), .init(words.pick("Mục", "Head"), share: 9, isNumber: true),
            .init(words.pick("Nội dung kiểm tra", "What is looked at"), share: isInspected ? 33 : 45),
            .init(
                isInspected ? words.pick("Kết luận theo bản khai", "Verdict on the statement") : verdictHead, share: 17),
        ]
        if isInspected {
            columns.append(.init(words.pick("Kết luận của đoàn kiểm tra", "Inspectors' conclusion"), share: 18))
        }
        columns.append(.init(words.pick("Số yêu cầu", "Requirements"), share: isInspected ? 16 : 22))
        let rows = report.heads.enumerated().map { index, head in
            DocumentTable.Row.cells(cells(head, number: index + 1))
        }
        var blocks: [DocumentBlock] = [
            .text(.heading1, "II. \(report.checklist)"),
            .table(DocumentTable(columns: columns, rows: rows, summary: report.checklist)),
            .text(
                .note,
                words.pick(
                    "Mỗi nội dung mang kết luận của yêu cầu kém nhất thuộc nội dung đó.",
                    "A head has the verdict of the worst requirement under it.")),
        ]
        if isInspected {
            blocks.append(
                .text(
                    .note,
                    words.pick(
                        "Kết luận của đoàn kiểm tra là của ngày ghi trong biên bản, không làm thay đổi kết luận rút ra từ bản khai; "
                            + "chỗ hai bên khác nhau được ghi rõ.",
                        "The inspectors' conclusion is of the day of their record and does not change the verdict on what is stated; "
                            + "where the two differ it says so.")))
        }
        blocks += report.unplaced.map { found in
            .text(
                .body,
                words.pick(
                    "Đoàn kiểm tra thấy khác với bản khai, không thuộc nội dung nào ở trên: \(found).",
                    "Inspectors found otherwise than stated, under none of the heads above: \(found)."))
        }
        return blocks
    }

    private var verdictHead: String { words.pick("Kết luận", "Verdict") }

    private func cells(_ head: AgencyReport.Head, number: Int) -> [DocumentTable.Cell] {
        var cells: [DocumentTable.Cell] = [
            .init(String(number)), .init(head.id), .init(head.title), .init(head.verdict, isBold: head.isOpen),
        ]
        if isInspected {
            let said: [[DocumentParagraph.Run]] = head.inspected.flatMap { inspected in
                var lines: [[DocumentParagraph.Run]] = [
                    [.init(inspected.conclusion, isBold: inspected.differs), .init(" (\(inspected.record))")]
                ]
                if inspected.differs {
                    lines.append([.init(words.pick("Khác với bản khai", "Differs from the statement"), isBold: true)])
                } else if inspected.contradicts {
                    let some = words.pick("Có dữ liệu khác với bản khai", "Some facts differ from the statement")
                    lines.append([.init(some, isBold: true)])
                }
                return lines
            }
            cells.append(.init(said.isEmpty ? [[.init("–")]] : said))
        }
        let tally = head.tally.isEmpty ? words.pick("không có yêu cầu nào", "no requirement") : head.tally
        return cells + [.init(tally)]
    }

    var details: [DocumentBlock] {
        var blocks: [DocumentBlock] = [
            .text(
                .heading1,
                report.heads.isEmpty
                    ? words.pick("II. Phát hiện", "II. Findings")
                    : words.pick("III. Phát hiện theo từng nội dung", "III. Findings by head"))
        ]
        for head in report.heads {
            blocks.append(.text(.heading2, "\(head.id). \(head.title)"))
            let lead =
                head.inspected.isEmpty
                ? verdictHead : words.pick("Kết luận theo bản khai", "Verdict on the statement")
            blocks.append(
                .paragraph(
                    DocumentParagraph(
                        .body,
                        [
                            .init("\(lead): "), .init(head.verdict, isBold: head.isOpen),
                            .init(" – \(head.citation)."),
                        ], isKeptWithNext: !head.requirements.findings.isEmpty)))
            blocks += head.inspected.flatMap { inspected($0, of: head) }
            blocks += requirements(head.requirements)
        }
        if report.others.count > 0 {
            if !report.heads.isEmpty {
                blocks.append(
                    .text(
                        .heading2,
                        words.pick("Yêu cầu ngoài các nội dung trên", "Requirements under none of these heads")))
            }
            blocks += requirements(report.others)
        }
        return blocks
    }

    /// What one record says of a head: its conclusion, against that on the statement where they differ, and the rest line by line.
    private func inspected(_ inspected: AgencyReport.Inspected, of head: AgencyReport.Head) -> [DocumentBlock] {
        var runs: [DocumentParagraph.Run] = [
            .init(words.pick("Kết luận của đoàn kiểm tra", "Inspectors' conclusion") + " (\(inspected.record)): "),
            .init(inspected.conclusion, isBold: inspected.differs),
        ]
        if inspected.differs {
            runs.append(
                .init(
                    words.pick(
                        " – khác với bản khai: theo bản khai là \(head.verdict)",
                        " – differs from the statement, by which it is: \(head.verdict)"), isBold: true))
        }
        if inspected.contradicts {
            runs.append(
                .init(
                    words.pick("; có dữ liệu khác với bản khai", "; some facts differ from the statement"), isBold: true
                ))
        }
        runs.append(.init("."))
        let isKept = !head.requirements.findings.isEmpty
        var blocks: [DocumentBlock] = [.paragraph(DocumentParagraph(.body, runs, isKeptWithNext: isKept))]
        for remark in inspected.remarks {
            let text = words.sentenceCase(remark)
            let end = [".", "?", "!"].contains { text.hasSuffix($0) } ? "" : "."
            blocks.append(
                .paragraph(DocumentParagraph(.note, [.init("– \(text)\(end)")], isKeptWithNext: isKept)))
        }
        return blocks
    }

    private func requirements(_ requirements: AgencyReport.Requirements) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        if !requirements.findings.isEmpty {
            let rows = requirements.findings.enumerated().map { index, told in
                DocumentTable.Row.cells(cells(told, number: index + 1))
            }
            blocks.append(
                .table(
                    DocumentTable(
                        columns: [
                            words.ordinal(7),
                            .init(words.pick("Yêu cầu và căn cứ", "Requirement and basis"), share: 33),
                            .init(words.pick("Kết luận, hạn", "Verdict, due"), share: 20),
                            .init(words.pick("Vì sao, cần gì", "Why, what is needed"), share: 40),
                        ], rows: rows, summary: words.pick("Phát hiện", "Findings"))))
        }
        for group in requirements.quiet {
            let verdict = words.sentenceCase(group.verdict)
            // What does not apply is counted: its titles would be the longest part of the paper.
            guard group.isNamed else {
                blocks.append(
                    .text(
                        .body,
                        words.pick("\(verdict): \(group.titles.count) yêu cầu.", "\(verdict): \(group.titles.count).")))
                continue
            }
            blocks.append(
                .paragraph(
                    DocumentParagraph(
                        .body,
                        [
                            .init("\(verdict) (\(group.titles.count)): ", isBold: true),
                            .init(group.titles.joined(separator: "; ") + "."),
                        ])))
        }
        if requirements.count == 0 {
            blocks.append(
                .text(.body, words.pick("Không có yêu cầu nào được xem xét.", "No requirement was looked at.")))
        }
        return blocks
    }

    private func cells(_ told: AgencyReport.Told, number: Int) -> [DocumentTable.Cell] {
        var verdict: [[DocumentParagraph.Run]] = [[.init(words.sentenceCase(told.verdict), isBold: true)]]
        if !told.due.isEmpty { verdict.append([.init(words.pick("Hạn: \(told.due)", "Due: \(told.due)"))]) }
        if !told.standing.isEmpty { verdict.append([.init(words.sentenceCase(told.standing))]) }
        var why: [[DocumentParagraph.Run]] = [[.init(told.because)]]
        if !told.remedy.isEmpty {
            why.append([.init(words.pick("Cần làm: ", "To do: "), isBold: true), .init(told.remedy)])
        }
        if !told.missing.isEmpty {
            why.append([
                .init(words.pick("Cần khai: ", "To state: "), isBold: true), .init(words.few(told.missing, " ")),
            ])
        }
        return [
            .init(String(number)), .init([[.init(told.title, isBold: true)], [.init(told.basis)]]), .init(verdict),
            .init(why),
        ]
    }
}
