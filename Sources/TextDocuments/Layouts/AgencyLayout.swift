internal import Model
public import Reports

extension AgencyReport {
    /// The report as a document: its counts, the heads at a glance, then each with its findings, the dates, what to do, what is not stated.
    public var section: DocumentSection { AgencyLayout(report: self).section }

    /// The document of one or several agencies, each beginning a page.
    public static func document(_ reports: [AgencyReport]) -> TextDocument? {
        guard let first = reports.first else { return nil }
        let words = LayoutWords(language: first.language)
        let name =
            reports.count == 1 ? first.agencyName : words.pick("\(reports.count) cơ quan", "\(reports.count) agencies")
        return TextDocument(
            title: "\(AgencyLayout.title(words)): \(name)", language: first.language, day: first.day,
            sections: reports.map(\.section))
    }
}

/// Lays out one agency's report.
struct AgencyLayout {
    let report: AgencyReport

    var words: LayoutWords { LayoutWords(language: report.language) }

    static func title(_ words: LayoutWords) -> String {
        words.pick(
            "Kết quả xem xét hệ thống quản lý chất lượng", "Review of the quality management system")
    }

    var section: DocumentSection {
        let blocks = heading + glance + details + deadlines + actions + questions + sources
        let footer = words.pick(
            "\(report.agencyName) · tính đến ngày \(report.asOf) · \(report.tool) · bản làm việc, không phải mẫu biểu chính thức",
            "\(report.agencyName) · as of \(report.asOf) · \(report.tool) · working paper, not an official form")
        return DocumentSection(footer: footer, blocks: blocks)
    }

    // MARK: Head

    private var heading: [DocumentBlock] {
        let code = report.agencyCode.isEmpty ? "" : " (\(report.agencyCode))"
        var blocks: [DocumentBlock] = [
            .text(.title, Self.title(words)), .text(.subtitle, report.agencyName + code),
            .text(.subtitle, words.pick("Tính đến ngày \(report.asOf)", "As of \(report.asOf)")),
            .text(
                .note,
                words.pick(
                    "Bản làm việc lập từ bản khai của cơ quan, nói đến hết ngày \(report.statedOn); không phải mẫu biểu chính thức. "
                        + "Bộ yêu cầu: \(report.profile).",
                    "A working paper made from the agency's own statement, which speaks up to \(report.statedOn); not an official form. "
                        + "Requirements: \(report.profile).")),
            .text(.heading1, words.pick("I. Tổng hợp", "I. Summary")),
        ]
        blocks += report.standing.map { .text(.body, $0) }
        let rows = report.counts.enumerated().map { index, count in
            DocumentTable.Row.cells(words.cells(String(index + 1), count.verdict, count.rules, count.findings))
        }
        blocks.append(
            .table(
                DocumentTable(
                    columns: [
                        words.ordinal(8), .init(words.pick("Kết luận", "Verdict"), share: 52),
                        .init(words.pick("Số yêu cầu", "Requirements"), share: 20, isNumber: true),
                        .init(words.pick("Số phát hiện", "Findings"), share: 20, isNumber: true),
                    ], rows: rows, summary: words.pick("Số yêu cầu theo kết luận", "Requirements by verdict"))))
        return blocks
    }

    // MARK: Lists

    private func numeral(_ after: Int) -> String {
        RomanNumeral.text((report.heads.isEmpty ? 2 : 3) + after)
    }

    private var deadlines: [DocumentBlock] {
        let rows = report.deadlines.enumerated().map { index, due in
            DocumentTable.Row.cells([
                .init(String(index + 1)), .init(due.day), .init([[.init(due.title)], [.init(due.basis)]]),
                .init(words.sentenceCase(due.standing)), .init(due.authority), .init(due.owner),
            ])
        }
        let table = DocumentTable(
            columns: [
                words.ordinal(7), .init(words.pick("Hạn", "Due"), share: 14, isNumber: true),
                .init(words.pick("Việc và căn cứ", "Duty and basis"), share: 34),
                .init(words.pick("Tình trạng", "Standing"), share: 17),
                .init(words.pick("Loại mốc", "Kind of date"), share: 14),
                .init(words.pick("Đầu mối", "Who knows"), share: 14),
            ], rows: rows, summary: words.pick("Thời hạn", "Dates"))
        let title = words.pick(
            "Thời hạn: quá hạn và đến hạn trong 12 tháng tới", "Dates: overdue, and due in the coming 12 months")
        return list("\(numeral(1)). \(title)", table, words.pick("Không có hạn nào.", "There is no date."))
    }

    private var actions: [DocumentBlock] {
        let rows = report.actions.enumerated().map { index, action in
            var what: [[DocumentParagraph.Run]] = [[.init(action.remedy)]]
            if !action.items.isEmpty {
                what.append([.init(words.pick("Đối tượng: ", "Concerns: "), isBold: true), .init(action.items)])
            }
            return DocumentTable.Row.cells([
                .init(String(index + 1)), .init(what), .init([[.init(action.title)], [.init(action.basis)]]),
                .init(action.owner), .init(action.due),
            ])
        }
        let table = DocumentTable(
            columns: [
                words.ordinal(7), .init(words.pick("Việc cần làm", "To do"), share: 34),
                .init(words.pick("Yêu cầu", "Requirement"), share: 29),
                .init(words.pick("Đầu mối (gợi ý)", "Owner (proposed)"), share: 14),
                .init(words.pick("Thời hạn", "By"), share: 16),
            ], rows: rows, summary: words.pick("Việc cần làm", "To do"))
        return list(
            "\(numeral(2)). \(words.pick("Việc cần làm", "What to do"))", table,
            words.pick(
                "Không có việc nào phải làm theo những điều đã khai.", "Nothing is to be done by what is stated."))
    }

    private var questions: [DocumentBlock] {
        let rows = report.questions.enumerated().map { index, question in
            DocumentTable.Row.cells([
                .init(String(index + 1)), .init(question.question), .init(question.owner), .init(question.titles),
            ])
        }
        let table = DocumentTable(
            columns: [
                words.ordinal(7), .init(words.pick("Thông tin chưa khai", "What is not stated"), share: 40),
                .init(words.pick("Người trả lời", "Who can answer"), share: 17),
                .init(words.pick("Để xác định yêu cầu", "To decide on"), share: 36),
            ], rows: rows, summary: words.pick("Thông tin chưa khai", "What is not stated"))
        return list(
            "\(numeral(3)). \(words.pick("Những điều chưa khai", "What is not stated"))", table,
            words.pick("Mọi thông tin cần thiết đều đã khai.", "Everything needed is stated."))
    }

    private func list(_ title: String, _ table: DocumentTable, _ nothing: String) -> [DocumentBlock] {
        [.text(.heading1, title), table.rows.isEmpty ? .text(.body, nothing) : .table(table)]
    }

    private var sources: [DocumentBlock] {
        [
            .text(.heading1, "\(numeral(4)). \(words.pick("Văn bản đã dùng", "Sources"))"),
            .text(.body, report.sources.joined(separator: "; ") + "."),
        ]
    }
}
