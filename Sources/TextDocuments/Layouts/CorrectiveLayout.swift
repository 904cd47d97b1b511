internal import CivilTime
internal import Model
public import Reports

extension CorrectiveDraft {
    /// The report as a document: a draft with columns to fill in, not an official form.
    public static func document(_ reports: [CorrectiveDraft]) -> TextDocument? {
        guard let first = reports.first else { return nil }
        let words = LayoutWords(language: first.language)
        let name =
            reports.count == 1 ? first.agencyName : words.pick("\(reports.count) cơ quan", "\(reports.count) agencies")
        return TextDocument(
            title: "\(CorrectiveLayout.title(words)): \(name)", language: first.language, day: first.day,
            sections: reports.map { CorrectiveLayout(report: $0).section })
    }
}

/// Lays out a corrective report.
struct CorrectiveLayout {
    let report: CorrectiveDraft

    private var words: LayoutWords { LayoutWords(language: report.language) }
    private func pick(_ vi: String, _ en: String) -> String { words.pick(vi, en) }

    static func title(_ words: LayoutWords) -> String {
        words.pick("Dự thảo báo cáo khắc phục sau kiểm tra", "Draft of the corrective report after an inspection")
    }

    var section: DocumentSection {
        let asOf = DateText(report.language).text(report.day)
        let code = report.agencyCode.isEmpty ? "" : " (\(report.agencyCode))"
        var blocks: [DocumentBlock] = [
            .text(.title, Self.title(words)), .text(.subtitle, report.agencyName + code),
            .text(.subtitle, pick("Tính đến ngày \(asOf)", "As of \(asOf)")),
            .text(
                .note,
                pick(
                    "Dự thảo làm việc, không phải mẫu biểu chính thức. Cột để trống do cơ quan điền.",
                    "A working draft, not an official form. What is empty is for the agency to fill in.")),
            .text(.heading1, pick("I. Cuộc kiểm tra", "I. The inspection")), particulars,
            .text(.heading1, pick("II. Nội dung phải khắc phục", "II. What is to be corrected")),
        ]
        blocks += points
        return DocumentSection(isLandscape: true, footer: footer(asOf), blocks: blocks)
    }

    private func footer(_ asOf: String) -> String {
        pick(
            "\(report.agencyName) · tính đến ngày \(asOf) · \(report.tool) · dự thảo làm việc, không phải mẫu biểu chính thức",
            "\(report.agencyName) · as of \(asOf) · \(report.tool) · working draft, not an official form")
    }

    private var particulars: DocumentBlock {
        var rows = report.particulars.map { particular in
            DocumentTable.Row.cells([.init(particular.name, isBold: true), .init(particular.value)])
        }
        if !report.due.isEmpty {
            let standing = report.standing.isEmpty ? "" : " (\(report.standing))"
            rows.append(
                .cells([
                    .init(pick("Hạn báo cáo khắc phục", "Last day of the report"), isBold: true),
                    .init(report.due + standing),
                ]))
        }
        return .table(
            DocumentTable(
                columns: [.init("", share: 28), .init("", share: 72)], rows: rows,
                summary: pick("Cuộc kiểm tra", "The inspection")))
    }

    private var points: [DocumentBlock] {
        // A report without a point still has a row to write in.
        let empty = CorrectiveDraft.Point(reference: "", found: "")
        let told = report.points.isEmpty ? [empty] : report.points
        let rows = told.enumerated().map { index, point in
            let reference = point.reference.isEmpty ? "" : " (\(point.reference))"
            return DocumentTable.Row.cells([
                .init(String(index + 1)), .init(words.sentenceCase(point.found) + reference), .init(point.cause),
                .init(point.action),
                .init(point.doneOn), .init(point.evidence),
            ])
        }
        let table = DocumentTable(
            columns: [
                words.ordinal(5), .init(pick("Nội dung kiểm tra đã nêu", "What the inspection found"), share: 29),
                .init(pick("Nguyên nhân", "Cause"), share: 18),
                .init(pick("Hành động khắc phục đã làm hoặc đề xuất", "Action taken or proposed"), share: 22),
                .init(pick("Ngày hoàn thành", "Done on"), share: 10, isNumber: true),
                .init(pick("Bằng chứng kèm theo", "Evidence"), share: 16),
            ], rows: rows, summary: pick("Nội dung phải khắc phục", "What is to be corrected"))
        return [.table(table)]
    }
}
