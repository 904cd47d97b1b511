internal import Model
internal import Spreadsheets

/// Rows of a list's sheet that are no items: headings within the table, and totals.
struct RowsBetween {
    let sheet: ReadSheet
    let header: ListHeader

    private static let totals: Set<String> = [
        "tổng", "tổng cộng", "tổng số", "cộng", "total", "totals", "grand total", "sum",
    ]

    /// Whether a row is one text over several columns of the table.
    func isMergedHeading(_ row: Int) -> Bool {
        let columns = sheet.columns(inRow: row)
        guard let first = columns.first, columns.count == 1 || columns.count == 2 else { return false }
        return columns.contains { column in
            guard let merge = sheet.merge(row: row, column: column) else { return false }
            let covered = header.columns.count { $0.column >= merge.first.column && $0.column <= merge.last.column }
            return covered > 1 && first <= column
        }
    }

    /// Whether a row tells a total, or is a heading that has a letter or a Roman number where items have their running number. Such
    /// a row looks much like an item, so it is told that it was not read.
    func isTotalOrHeading(_ row: Int) -> Bool {
        let filled = sheet.columns(inRow: row).filter { text($0, row)?.isEmpty == false }
        guard let first = filled.first, let words = text(first, row) else { return false }
        if RowsBetween.totals.contains(words.comparable) { return true }
        guard first == header.number, filled.count == 2 else { return false }
        return !words.contains { $0.isNumber }
    }

    private func text(_ column: Int, _ row: Int) -> String? {
        sheet.value(row: row, column: column).map { AnswerReader.shown($0).trimmedNFC }
    }
}
