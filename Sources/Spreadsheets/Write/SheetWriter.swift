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
        let widths = setColumns()
        if !widths.isEmpty { setRows(widths) }
        setView()
        try setPrint(widths)
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

    /// Sets widths, and returns them.
    private func setColumns() -> [Int] {
        var widths: [Int] = []
        for (column, entry) in sheet.columns.enumerated() {
            var width = min(16, TextWidth.width(of: entry.header) + 3)
            for row in sheet.rows where column < row.count { width = max(width, self.width(of: row[column])) }
            widths.append(max(6, min(width, entry.widest)) + 2)
        }
        for (column, width) in widths.enumerated() {
            worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
        }
        return widths
    }

    /// Sets the heights of rows whose text runs over lines: not every program does so by itself.
    private func setRows(_ widths: [Int]) {
        setHeight(ofRow: sheet.headerRow, sheet.columns.map { .text($0.header, .header) }, widths)
        for (row, cells) in sheet.rows.enumerated() { setHeight(ofRow: sheet.headerRow + 1 + row, cells, widths) }
    }

    private func setHeight(ofRow row: Int, _ cells: [Cell], _ widths: [Int]) {
        var lines = 1
        for (cell, width) in zip(cells, widths) {
            guard case .text(let text) = cell.value else { continue }
            // The font is narrower than the one that widths are counted in.
            lines = max(lines, TextWidth.lines(of: text, width: width * 11 / 10))
        }
        if lines > 1 { worksheet_set_row(worksheet, lxw_row_t(row), min(409, Double(lines) * 15), nil) }
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

    /// How many characters of width a page of A4 on its side takes at a size that can be read.
    private static let pageWidth = 190

    /// A4 on its side, the header and the frozen columns on every page, page numbers below.
    private func setPrint(_ widths: [Int]) throws(SpreadsheetError) {
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.6)
        worksheet_set_footer(worksheet, "&L&A&R&P/&N")
        let printed = min(sheet.printedColumns ?? widths.count, widths.count)
        let width = widths.prefix(printed).reduce(0, +)
        let pages = sheet.printedColumns == nil ? (width + SheetWriter.pageWidth - 1) / SheetWriter.pageWidth : 1
        worksheet_fit_to_pages(worksheet, UInt16(max(1, pages)), 0)
        guard !widths.isEmpty else { return }
        let row = lxw_row_t(sheet.headerRow)
        var results = [worksheet_repeat_rows(worksheet, row, row)]
        if pages > 1, sheet.frozenColumns > 0 {
            results.append(worksheet_repeat_columns(worksheet, 0, lxw_col_t(sheet.frozenColumns - 1)))
        }
        if printed < widths.count {
            let last = lxw_row_t(sheet.headerRow + max(1, sheet.rows.count))
            results.append(worksheet_print_area(worksheet, 0, 0, last, lxw_col_t(printed - 1)))
        }
        if let failed = results.first(where: { $0 != LXW_NO_ERROR }) { throw WorkbookWriter.notWritten(failed) }
    }
}
