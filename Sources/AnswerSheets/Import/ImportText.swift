public import CivilTime
public import Model
public import Spreadsheets

/// What an import came to, in words: to read, and as a slip that goes back with the workbook.
public struct ImportText: Sendable {
    private let language: Language
    private let isWritten: Bool
    private let skipsBadCells: Bool

    /// Words in one language.
    /// - Parameters:
    ///   - isWritten: Whether what changes is written, rather than shown.
    ///   - skipsBadCells: Whether what is right was to be written though other cells are wrong.
    public init(language: Language, isWritten: Bool, skipsBadCells: Bool = false) {
        self.skipsBadCells = skipsBadCells
        self.language = language
        self.isWritten = isWritten
    }

    private func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// What is wrong, a line for each, under the sheets; empty where nothing is.
    public func problems(_ outcome: WorkbookImport.Outcome, workbook: String) -> String {
        var text = ""
        for problem in outcome.problems {
            text += "\(workbook): \(problem.position): \(pick("lỗi", "error")): \(problem.problem.message(language))\n"
        }
        return text
    }

    /// What was read and what changes.
    public func summary(_ outcome: WorkbookImport.Outcome) -> String {
        var text = ""
        for sheet in outcome.sheets {
            let count = outcome.problems.count { $0.sheet == sheet.sheet }
            var parts: [String] = []
            if let list = sheet.list {
                parts.append(pick("\(sheet.filled) dòng của \(list)", "\(rows(sheet.filled)) of \(list)"))
            } else {
                parts.append(pick("\(sheet.filled) ô có câu trả lời", "\(sheet.filled) answered"))
            }
            parts.append(pick("\(sheet.changed) khác với tệp", "\(sheet.changed) other than in the file"))
            if sheet.ofOthers > 0 {
                parts.append(
                    pick(
                        "\(sheet.ofOthers) dòng của cơ quan khác, bỏ qua",
                        "\(rows(sheet.ofOthers)) of other agencies passed over"))
            }
            if !sheet.passedOver.isEmpty {
                let places = sheet.passedOver.prefix(8).map(String.init).joined(separator: ", ")
                let more = sheet.passedOver.count > 8 ? ", …" : ""
                parts.append(
                    pick(
                        "\(sheet.passedOver.count) dòng tiêu đề, dòng cộng không đọc (dòng \(places)\(more))",
                        "\(rows(sheet.passedOver.count)) of totals and headings not read (\(places)\(more))"))
            }
            if sheet.list != nil, sheet.leftOut > 0 {
                parts.append(
                    pick(
                        "\(sheet.leftOut) mục của tệp không có trong trang, giữ nguyên",
                        "\(sheet.leftOut) of the file not in the sheet, left as they are"))
            }
            if count > 0 { parts.append(pick("\(count) lỗi", "\(count) error\(count == 1 ? "" : "s")")) }
            text += "\(sheet.sheet): \(parts.joined(separator: "; "))\n"
        }
        if outcome.sheets.isEmpty, outcome.problems.isEmpty {
            text +=
                pick(
                    "Không có trang nào là câu hỏi hoặc danh sách. Trang là danh sách tự lập thì chỉ rõ: --sheet \"TÊN TRANG=qms.tthc\".",
                    "No sheet holds questions or a list. Say which list a sheet of your own is: --sheet \"SHEET=qms.tthc\"."
                )
                + "\n"
        }
        if !outcome.passedOver.isEmpty {
            text += pick("Không đọc: ", "Not read: ") + outcome.passedOver.joined(separator: ", ") + "\n"
        }
        return text + ending(outcome) + "\n"
    }

    private func ending(_ outcome: WorkbookImport.Outcome) -> String {
        let isChanged = outcome.document != nil || !outcome.tables.isEmpty
        if isChanged {
            let count = outcome.changes.count
            return isWritten
                ? pick("Đã ghi \(count) thay đổi.", "\(count) change\(count == 1 ? "" : "s") written.")
                : pick("Sẽ ghi \(count) thay đổi.", "\(count) change\(count == 1 ? "" : "s") would be written.")
        }
        if !outcome.problems.isEmpty, skipsBadCells {
            return pick(
                "Chưa ghi gì: ngoài các lỗi ở trên không có gì thay đổi.",
                "Nothing is written: beside the errors above nothing changes.")
        }
        if !outcome.problems.isEmpty {
            return pick(
                "Chưa ghi gì vì còn lỗi (thêm --skip-bad-cells để ghi phần không lỗi).",
                "Nothing is written, for there are errors (add --skip-bad-cells to write the rest).")
        }
        return pick("Không có gì thay đổi.", "Nothing changes.")
    }

    private func rows(_ count: Int) -> String { "\(count) row\(count == 1 ? "" : "s")" }

    /// The slip: every cell that is wrong, sheet by sheet.
    public func slip(_ outcome: WorkbookImport.Outcome, workbook: String, on day: CivilDate) -> Workbook {
        let title = pick("Phiếu trả lại: các ô cần sửa", "Return slip: cells to put right")
        let columns = [
            Column(pick("STT", "No."), widest: 5), Column(pick("Trang", "Sheet"), widest: 32),
            Column(pick("Ô", "Cell")),
            Column(pick("Cần sửa gì", "What is wrong"), widest: 110),
        ]
        let rows = outcome.problems.enumerated().map { index, problem -> [Cell] in
            [
                .integer(index + 1), .text(problem.sheet), .text(problem.cell?.description),
                .text(problem.problem.message(language), .failing),
            ]
        }
        let sheets = outcome.sheets.map { sheet -> [Cell] in
            [
                .text(sheet.sheet), .text(sheet.list, .code), .integer(sheet.filled), .integer(sheet.changed),
                .integer(outcome.problems.count { $0.sheet == sheet.sheet }),
            ]
        }
        let counts = [
            Column(pick("Trang", "Sheet"), widest: 40), Column(pick("Danh sách", "List"), widest: 30),
            Column(pick("Số dòng đã điền", "Rows filled in")), Column(pick("Khác với tệp", "Other than in the file")),
            Column(pick("Số lỗi", "Errors")),
        ]
        let head: [[Cell]] = [[.text(title, .title)], [.text(workbook, .note)], []]
        return Workbook(
            title: title, created: day,
            sheets: [
                Sheet(name: pick("Cần sửa", "To put right"), preamble: head, columns: columns, rows: rows),
                Sheet(name: pick("Từng trang", "By sheet"), preamble: head, columns: counts, rows: sheets),
            ])
    }
}
