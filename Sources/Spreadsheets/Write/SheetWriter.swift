internal import CXLSXWriter
internal import CivilTime

/// Writes one sheet: its cells, how wide its columns are, and how it prints.
struct SheetWriter {
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let sheet: Sheet
    var formats: CellFormats

    mutating func write() throws(SpreadsheetError) {
        for (row, cells) in sheet.preamble.enumerated() {
            for (column, cell) in cells.enumerated() { try write(cell, row, column) }
        }
        if !sheet.columns.isEmpty {
            for (column, entry) in sheet.columns.enumerated() {
                let style: CellStyle = entry.isInput ? .inputHeader : .header
                try write(.text(entry.header, style), sheet.headerRow, column)
            }
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() { try write(cell, sheet.headerRow + 1 + row, column) }
        }
        setColumns()
        setView()
        try setPrint()
    }

    // MARK: Cells

    private mutating func write(_ cell: Cell, _ row: Int, _ column: Int) throws(SpreadsheetError) {
        guard row < CellReference.maxRows, column < CellReference.maxColumns else {
            throw .notWritten("a sheet has too many rows or columns")
        }
        let (row, column) = (lxw_row_t(row), lxw_col_t(column))
        let result: lxw_error
        switch cell.value {
        case .empty: result = worksheet_write_blank(worksheet, row, column, formats.format(cell.style, .text))
        case .emptyDate: result = worksheet_write_blank(worksheet, row, column, formats.format(cell.style, .date))
        case .text(let text):
            result = worksheet_write_string(
                worksheet, row, column, CellText.written(text), formats.format(cell.style, .text))
        case .integer(let number):
            result = worksheet_write_number(
                worksheet, row, column, Double(number), formats.format(cell.style, .number))
        case .date(let day):
            guard let serial = DaySerial.serial(of: day) else {
                result = worksheet_write_string(
                    worksheet, row, column, day.description, formats.format(cell.style, .text))
                break
            }
            result = worksheet_write_number(
                worksheet, row, column, Double(serial), formats.format(cell.style, .date))
        }
        if result != LXW_NO_ERROR { throw WorkbookWriter.notWritten(result) }
    }

    /// Cells that choose from a list of another sheet.
    mutating func choose(_ choice: ChoiceRange, from listSheet: String) throws(SpreadsheetError) {
        let letter = CellReference.letters(ofColumn: choice.listColumn)
        let quoted = listSheet.replacing("'", with: "''")
        let list =
            "='\(quoted)'!$\(letter)$\(choice.listRows.lowerBound + 1):$\(letter)$\(choice.listRows.upperBound + 1)"
        var rule = lxw_data_validation()
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        rule.error_type = UInt8(
            (choice.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
        let first = lxw_row_t(sheet.headerRow + 1 + choice.rows.lowerBound)
        let last = lxw_row_t(sheet.headerRow + 1 + choice.rows.upperBound)
        let column = lxw_col_t(choice.column)
        let result = list.withCString { formula in
            rule.value_formula = UnsafeMutablePointer(mutating: formula)
            return worksheet_data_validation_range(worksheet, first, column, last, column, &rule)
        }
        if result != LXW_NO_ERROR { throw WorkbookWriter.notWritten(result) }
    }

    // MARK: Layout

    private func setColumns() {
        for (column, entry) in sheet.columns.enumerated() {
            var width = min(16, TextWidth.width(of: entry.header) + 3)
            for row in sheet.rows where column < row.count { width = max(width, self.width(of: row[column])) }
            let fitted = Double(max(6, min(width, entry.widest)) + 2)
            worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), fitted, nil)
        }
        guard sheet.columns.isEmpty else { return }
        // Without a table the first column holds names, the others what they are.
        let lines = sheet.preamble.filter { $0.count > 1 }
        for column in 0..<(lines.map(\.count).max() ?? 1) {
            var width = 10
            for line in lines where column < line.count { width = max(width, self.width(of: line[column])) }
            worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), Double(min(width, 70) + 2), nil)
        }
    }

    private func width(of cell: Cell) -> Int {
        switch cell.value {
        case .empty, .emptyDate: 0
        case .text(let text): TextWidth.width(of: text)
        case .integer(let number): String(number).count + String(number).count / 3
        case .date: 10
        }
    }

    private func setView() {
        let hasTable = !sheet.columns.isEmpty
        if hasTable {
            worksheet_freeze_panes(worksheet, lxw_row_t(sheet.headerRow + 1), lxw_col_t(sheet.frozenColumns))
        }
        if hasTable, sheet.isFiltered, !sheet.rows.isEmpty {
            worksheet_autofilter(
                worksheet, lxw_row_t(sheet.headerRow), 0, lxw_row_t(sheet.headerRow + sheet.rows.count),
                lxw_col_t(sheet.columns.count - 1))
        }
    }

    /// A4 on its side, as wide as the paper, the header on every page, page numbers below.
    private func setPrint() throws(SpreadsheetError) {
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.6)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_footer(worksheet, "&L&A&R&P/&N")
        guard !sheet.columns.isEmpty else { return }
        let row = lxw_row_t(sheet.headerRow)
        let result = worksheet_repeat_rows(worksheet, row, row)
        if result != LXW_NO_ERROR { throw WorkbookWriter.notWritten(result) }
    }
}
