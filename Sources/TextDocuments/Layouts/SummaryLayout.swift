internal import Model
public import Reports

extension PortfolioSummary {
    /// The summary as a document: one lying page after the other, agencies by block.
    public var document: TextDocument {
        let words = LayoutWords(language: language)
        let title = words.pick(
            "Bảng tổng hợp tình hình áp dụng hệ thống quản lý chất lượng",
            "Summary of the quality management systems of the agencies")
        let layout = SummaryLayout(summary: self, title: title)
        return TextDocument(title: "\(title): \(name)", language: language, day: day, sections: [layout.section])
    }
}

/// Lays out the committee's summary table.
struct SummaryLayout {
    let summary: PortfolioSummary
    let title: String

    private var words: LayoutWords { LayoutWords(language: summary.language) }
    private func pick(_ vi: String, _ en: String) -> String { words.pick(vi, en) }

    var section: DocumentSection {
        let footer = pick(
            "\(summary.name) · tính đến ngày \(summary.asOf) · \(summary.tool) · bản làm việc, không phải mẫu biểu chính thức",
            "\(summary.name) · as of \(summary.asOf) · \(summary.tool) · working paper, not an official form")
        return DocumentSection(
            isLandscape: true, footer: footer,
            blocks: heading + numbered([agencies, ended, changes, quotas, deadlines, missed, inspections, reported]))
    }

    /// The parts that have something to say, under Roman numerals.
    private func numbered(_ parts: [(title: String, blocks: [DocumentBlock])?]) -> [DocumentBlock] {
        parts.compactMap(\.self).enumerated().flatMap { index, part -> [DocumentBlock] in
            [.text(.heading1, "\(RomanNumeral.text(index + 1)). \(part.title)")] + part.blocks
        }
    }

    private var heading: [DocumentBlock] {
        var blocks: [DocumentBlock] = [
            .text(.title, title), .text(.subtitle, summary.name),
            .text(.subtitle, pick("Tính đến ngày \(summary.asOf)", "As of \(summary.asOf)")),
            .text(
                .note,
                pick(
                    "Danh sách nói đến hết ngày \(summary.statedOn). Bản làm việc, không phải mẫu biểu chính thức.",
                    "The register speaks up to \(summary.statedOn). A working paper, not an official form.")),
        ]
        blocks += summary.sentences.map { .text(.body, $0) }
        if summary.isIncomplete {
            blocks.append(
                .paragraph(
                    DocumentParagraph(
                        .body,
                        [
                            .init(
                                pick(
                                    "Chưa đầy đủ: có tệp không đọc được.", "Incomplete: some input could not be read."),
                                isBold: true)
                        ])))
        }
        return blocks
    }

    // MARK: Agencies

    private var hasSteps: Bool { !summary.transition.isEmpty }

    private var agencies: (title: String, blocks: [DocumentBlock])? {
        var columns: [DocumentTable.Column] = [
            words.ordinal(6), .init(pick("Cơ quan", "Agency"), share: 24),
            .init(pick("Mã", "Code"), share: 9),
            .init(pick("Bản khai đến ngày", "Statement up to"), share: 12, isNumber: true),
        ]
        if hasSteps {
            columns += [
                .init(pick("Bước chuyển đổi đã làm gần nhất", "Last step of the switch"), share: 19),
                .init(pick("Ngày", "On"), share: 12, isNumber: true),
                .init(pick("Tình trạng chuyển đổi", "Standing of the switch"), share: 15),
            ]
        }
        columns += [
            .init(pick("Đáp ứng", "Conform"), share: 7, isNumber: true),
            .init(pick("Chưa đáp ứng", "Do not conform"), share: 8, isNumber: true),
            .init(pick("Chưa làm, chưa quá hạn", "Not done, not overdue"), share: 9, isNumber: true),
            .init(pick("Chưa rõ", "Not known"), share: 7, isNumber: true),
            .init(pick("Cộng", "Total"), share: 7, isNumber: true),
        ]
        var rows: [DocumentTable.Row] = []
        var number = 0
        for (index, block) in summary.blocks.enumerated() {
            rows.append(.group(self.block(block, numeral: RomanNumeral.text(index + 1))))
            for unit in block.units {
                number += 1
                rows.append(.cells(cells(unit, number: number)))
            }
        }
        rows.append(.group(totals))
        let blocks: [DocumentBlock] = [
            .table(DocumentTable(columns: columns, rows: rows, summary: title)),
            .text(
                .note,
                pick(
                    "Năm cột cuối đếm yêu cầu áp dụng cho cơ quan; bốn cột đầu cộng lại thành cột cuối; “chưa đáp ứng” gồm cả đáp ứng một phần. Bản khai nhiều cơ quan dùng chung chỉ cộng một lần.",
                    "The last five columns count requirements that apply; the first four of them add up to the last; “do not conform” includes those met in part. A statement several agencies share is added once."
                )),
        ]
        return (pick("Các cơ quan theo khối", "Agencies by block"), blocks)
    }

    private func block(_ block: PortfolioSummary.Block, numeral: String) -> String {
        let figures = block.figures
        return "\(numeral). \(block.name): " + counts(figures)
    }

    private var totals: String { pick("Tổng cộng: ", "Total: ") + counts(summary.total) }

    private func counts(_ figures: PortfolioSummary.Figures) -> String {
        pick(
            "\(figures.units) cơ quan, \(figures.withoutStatement) chưa có bản khai đọc được; \(figures.applicable) yêu cầu: đáp ứng \(figures.conform), chưa đáp ứng \(figures.missed), chưa làm và chưa quá hạn \(figures.pending), chưa rõ \(figures.open)",
            "\(figures.units) agencies, \(figures.withoutStatement) without a readable statement; \(figures.applicable) requirements: \(figures.conform) conform, \(figures.missed) do not, \(figures.pending) not done and not overdue, \(figures.open) not known"
        )
    }

    private func cells(_ unit: PortfolioSummary.Unit, number: Int) -> [DocumentTable.Cell] {
        var cells = words.cells(String(number), unit.name, unit.code, unit.statement)
        if hasSteps { cells += words.cells(unit.step, unit.stepOn, unit.conversion) }
        return cells + words.cells(unit.conform, unit.missed, unit.pending, unit.open, unit.applicable)
    }

    // MARK: Lists

    /// The agencies that ended within the year.
    private var ended: (title: String, blocks: [DocumentBlock])? {
        guard !summary.ended.isEmpty else { return nil }
        let rows = summary.ended.enumerated().map { index, unit in
            DocumentTable.Row.cells(words.cells(String(index + 1), unit.name, unit.code, unit.on, unit.successor))
        }
        return list(
            summary.endedTitle,
            [
                words.ordinal(5), .init(pick("Cơ quan", "Agency"), share: 34), .init(pick("Mã", "Code"), share: 11),
                .init(pick("Từ ngày", "Since"), share: 12, isNumber: true),
                .init(pick("Hợp nhất vào", "Taken over by"), share: 38),
            ], rows)
    }

    private var quotas: (title: String, blocks: [DocumentBlock])? {
        guard !summary.quotas.isEmpty else { return nil }
        let rows = summary.quotas.enumerated().map { index, quota in
            var count = quota.count
            if !quota.lacking.isEmpty {
                count += pick("\nCòn thiếu \(quota.lacking)", "\n\(quota.lacking) more needed")
            }
            if !quota.countedOn.isEmpty { count += "\n\(words.sentenceCase(quota.countedOn))" }
            let readings = quota.readings.split(separator: "\n").map { reading in
                [DocumentParagraph.Run(pick("Cách hiểu: \(reading)", "Reading: \(reading)"))]
            }
            return DocumentTable.Row.cells([
                .init(String(index + 1)),
                .init([[.init(quota.title, isBold: true)], [.init(quota.basis)]] + readings),
                .init(quota.share),
                .init(count), .init(words.sentenceCase(quota.verdict)), .init(quota.due), .init(quota.missing),
            ])
        }
        return list(
            pick("Tỷ lệ phải đạt", "Shares to be reached"),
            [
                words.ordinal(5),
                .init(pick("Yêu cầu, căn cứ, cách hiểu khác", "Requirement, basis, other readings"), share: 34),
                .init(pick("Cần đạt", "Asked for"), share: 9, isNumber: true),
                .init(pick("Đã đạt", "Reached"), share: 18), .init(pick("Kết luận", "Verdict"), share: 11),
                .init(pick("Hạn", "Due"), share: 10, isNumber: true),
                .init(pick("Cơ quan còn thiếu", "Agencies missing"), share: 21),
            ], rows)
    }

    private var deadlines: (title: String, blocks: [DocumentBlock])? {
        guard !summary.deadlines.isEmpty else { return nil }
        let rows = summary.deadlines.enumerated().map { index, due in
            DocumentTable.Row.cells(
                words.cells(
                    String(index + 1), due.day, due.title, words.sentenceCase(due.standing), due.count, due.units))
        }
        return list(
            pick("Hạn từ nay đến hết ngày \(summary.until)", "Dates up to \(summary.until)"),
            [
                words.ordinal(5), .init(pick("Hạn", "Due"), share: 10, isNumber: true),
                .init(pick("Việc", "Duty"), share: 38), .init(pick("Tình trạng", "Standing"), share: 14),
                .init(pick("Số cơ quan", "Agencies"), share: 9, isNumber: true),
                .init(pick("Mã cơ quan", "Codes"), share: 26),
            ], rows)
    }

    /// What changed since the snapshot compared with.
    private var changes: (title: String, blocks: [DocumentBlock])? {
        guard let changes = summary.changes else { return nil }
        let notes = changes.sentences.map { DocumentBlock.text(.body, $0) }
        if changes.rows.isEmpty { return (changes.title, notes) }
        let rows = changes.rows.enumerated().map { index, row in
            DocumentTable.Row.cells(words.cells(String(index + 1), row.title, row.count, row.text))
        }
        let table = list(
            changes.title,
            [
                words.ordinal(5), .init(pick("Thay đổi", "Change"), share: 35),
                .init(pick("Số cơ quan", "Agencies"), share: 10, isNumber: true),
                .init(pick("Cơ quan, nội dung", "Agencies, matter"), share: 50),
            ], rows)
        return (changes.title, table.blocks + notes)
    }

    /// The figures that are reported, each kind in a row.
    private var reported: (title: String, blocks: [DocumentBlock])? {
        guard !summary.reported.isEmpty else { return nil }
        let rows = summary.reported.enumerated().map { index, row in
            DocumentTable.Row.cells(words.cells(String(index + 1), row.title, row.counts, row.kind, row.number))
        }
        return list(
            pick("Số liệu báo cáo", "Figures to report"),
            [
                words.ordinal(5), .init(pick("Số liệu", "Figure"), share: 38),
                .init(pick("Đếm theo", "Counts"), share: 14), .init(pick("Loại", "Kind"), share: 34),
                .init(pick("Số", "Number"), share: 9, isNumber: true),
            ], rows)
    }

    /// What was inspected in the year, part by part.
    private var inspections: (title: String, blocks: [DocumentBlock])? {
        guard !summary.inspections.isEmpty else { return nil }
        let title = pick("Kiểm tra năm \(summary.inspectionYear)", "Inspections of \(summary.inspectionYear)")
        var rows: [DocumentTable.Row] = []
        var part = ""
        var number = 0
        for row in summary.inspections {
            if row.part != part {
                part = row.part
                rows.append(.group(row.note.isEmpty ? row.part : "\(row.part). \(row.note)"))
            }
            if row.name.isEmpty { continue }
            number += 1
            rows.append(.cells(words.cells(String(number), row.name, row.number, row.units)))
        }
        return list(
            title,
            [
                words.ordinal(5), .init(pick("Nội dung", "Of"), share: 50),
                .init(pick("Số", "Number"), share: 9, isNumber: true),
                .init(pick("Mã cơ quan", "Codes"), share: 36),
            ], rows)
    }

    private var missed: (title: String, blocks: [DocumentBlock])? {
        guard !summary.missed.isEmpty else { return nil }
        let rows = summary.missed.enumerated().map { index, missed in
            DocumentTable.Row.cells(
                words.cells(
                    String(index + 1), missed.title, missed.missing, missed.pending, missed.open, missed.conform,
                    missed.applicable))
        }
        return list(
            pick("Yêu cầu nhiều cơ quan chưa đáp ứng nhất", "Requirements that most agencies miss"),
            [
                words.ordinal(5), .init(pick("Yêu cầu", "Requirement"), share: 45),
                .init(pick("Chưa đáp ứng", "Do not conform"), share: 10, isNumber: true),
                .init(pick("Chưa làm, chưa quá hạn", "Not done, not overdue"), share: 10, isNumber: true),
                .init(pick("Chưa rõ", "Not known"), share: 10, isNumber: true),
                .init(pick("Đáp ứng", "Conform"), share: 10, isNumber: true),
                .init(pick("Áp dụng cho", "Applies to"), share: 10, isNumber: true),
            ], rows)
    }

    private func list(
        _ title: String, _ columns: [DocumentTable.Column], _ rows: [DocumentTable.Row]
    ) -> (title: String, blocks: [DocumentBlock]) {
        (title, [.table(DocumentTable(columns: columns, rows: rows, summary: title))])
    }
}

/// Roman numerals, by which blocks are numbered.
enum RomanNumeral {
    private static let values = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// A number from 1.
    static func text(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, letters) in values {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
