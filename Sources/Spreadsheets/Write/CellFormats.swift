internal import CXLSXWriter

/// The formats of a workbook's cells: one for each style and kind of value, made when first used.
///
/// A text cell is of the format “text”, so that what is typed over it stays text too: `001` and `4.10` survive.
struct CellFormats {
    /// What a format is for.
    private struct Key: Hashable {
        let style: CellStyle
        let kind: Kind
    }

    /// The kinds of values, as far as their format differs.
    enum Kind {
        case text, number, date
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

    /// The format of a style and kind.
    mutating func format(_ style: CellStyle, _ kind: Kind) -> UnsafeMutablePointer<lxw_format>? {
        let key = Key(style: style, kind: kind)
        if let known = formats[key] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, style == .title ? 15 : 11)
        switch kind {
        case .text: format_set_num_format(format, "@")
        case .number: format_set_num_format(format, "#,##0")
        case .date:
            format_set_num_format(format, "dd/mm/yyyy")
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        apply(style, to: format)
        formats[key] = format
        return format
    }

    private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
        let isInTable: Bool
        var fill: lxw_color_t?
        switch style {
        case .title, .heading:
            format_set_bold(format)
            isInTable = false
        case .note:
            format_set_font_color(format, 0x595959)
            format_set_italic(format)
            isInTable = false
        case .free:
            format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
            isInTable = false
        case .header, .inputHeader:
            format_set_bold(format)
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            fill = style == .header ? 0xDDE6F0 : 0xFFE699
            isInTable = true
        case .plain: isInTable = true
        case .input:
            fill = 0xFFF8E1
            isInTable = true
        case .failing:
            fill = 0xF8D7DA
            isInTable = true
        case .attention:
            fill = 0xFFF3CD
            isInTable = true
        case .open:
            fill = 0xEDEDED
            isInTable = true
        case .good:
            fill = 0xE2F0D9
            isInTable = true
        case .code:
            format_set_font_color(format, 0x404040)
            format_set_font_size(format, 9)
            isInTable = true
        }
        if let fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, fill)
        }
        if isInTable {
            format_set_text_wrap(format)
            format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
            let isHeader = style == .header || style == .inputHeader
            let vertical = isHeader ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
            format_set_align(format, UInt8(vertical.rawValue))
        }
    }
}
