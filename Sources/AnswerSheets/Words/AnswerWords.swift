public import Model

/// The words of answers that are no values: not known, and asserted absent. In parentheses, so that no value is like them.
public enum AnswerWords {
    /// Asked and not known: `!unknown`.
    public static let unknown = LocalizedText(vi: "(chưa biết)", en: "(not known)")
    /// Asserted absent: `!none`; a reason may follow.
    public static let none = LocalizedText(vi: "(không có)", en: "(none)")
    /// A list that holds nothing: `[]`.
    public static let emptyList = LocalizedText(vi: "(danh sách trống)", en: "(empty list)")
    /// True.
    public static let yes = LocalizedText(vi: "có", en: "yes")
    /// False.
    public static let no = LocalizedText(vi: "không", en: "no")

    /// A truth value.
    public static func boolean(_ value: Bool) -> LocalizedText { value ? yes : no }

    /// What an answer is to be, in a few words.
    public static func kind(_ field: FieldDefinition) -> LocalizedText {
        switch field.type {
        case .text: LocalizedText(vi: "chữ", en: "text")
        case .boolean: LocalizedText(vi: "có hoặc không", en: "yes or no")
        case .integer: LocalizedText(vi: "số nguyên", en: "whole number")
        case .date: LocalizedText(vi: "ngày (hoặc tháng, quý, năm)", en: "day (or month, quarter, year)")
        case .choice: LocalizedText(vi: "chọn trong danh mục", en: "one of a list")
        case .record: LocalizedText(vi: "nhóm thông tin", en: "group of facts")
        case .list(.record): LocalizedText(vi: "danh sách (trang riêng)", en: "list (a sheet of its own)")
        case .list(.choice):
            LocalizedText(vi: "nhiều mục trong danh mục, cách nhau bằng |", en: "several of a list, with | between")
        case .list: LocalizedText(vi: "nhiều mục, cách nhau bằng |", en: "several, with | between")
        }
    }
}

/// A column of the sheet of questions.
public enum QuestionColumn: Int, Sendable, Hashable, CaseIterable {
    case number, question, item, respondent, kind, answer, evidence, settles, agency, path

    /// The words of its header.
    public var header: LocalizedText {
        switch self {
        case .number: LocalizedText(vi: "STT", en: "No.")
        case .agency: LocalizedText(vi: "Mã cơ quan", en: "Agency code")
        case .question: LocalizedText(vi: "Câu hỏi", en: "Question")
        case .item: LocalizedText(vi: "Mục", en: "Item")
        case .respondent: LocalizedText(vi: "Người trả lời được", en: "Who can answer")
        case .kind: LocalizedText(vi: "Loại câu trả lời", en: "Kind of answer")
        case .answer: LocalizedText(vi: "Trả lời", en: "Answer")
        case .evidence: LocalizedText(vi: "Bằng chứng thường có", en: "Usual evidence")
        case .settles: LocalizedText(vi: "Giải quyết được", en: "Settles")
        case .path: LocalizedText(vi: "Đường dẫn trong bản khai", en: "Path in the statement")
        }
    }
}

/// The marks by which sheets are known again, whatever they are called: the first cell of the second line.
public enum SheetMark {
    /// A sheet of questions.
    public static let questions = "tuanthu: questions/1"

    /// A sheet of a list, such as `tuanthu: list/1 /qms/tthc`.
    public static func list(_ pointer: String) -> String { "tuanthu: list/1 \(pointer)" }

    /// The list a mark is of.
    static func list(in text: String) -> String? {
        let lead = "tuanthu: list/1 "
        return text.hasPrefix(lead) ? String(text.dropFirst(lead.count)).trimmingSpaces : nil
    }
}

extension String {
    /// The text without white space at its ends, no-break spaces included, in NFC; line breaks are LF, and what no workbook can hold
    /// is U+FFFD, so that a text is the same before and after a workbook held it.
    var trimmedNFC: String {
        let plain = utf8.contains { $0 < 0x20 || $0 == 0x7F } ? withoutControls : self
        return plain.trimmingSpaces.nfc
    }

    private var withoutControls: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: scalars.append(scalar)
            case 0x0D: continue
            case 0x00..<0x20, 0x7F: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The text without white space at its ends, no-break spaces included.
    var trimmingSpaces: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The text as names are compared: NFC, lower case, every run of white space one space, without `:` or `*` at its end.
    var comparable: String {
        var text = trimmedNFC.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.hasSuffix("(*)") { text.removeLast(3) }
        while let last = text.last, ":* ".contains(last) { text.removeLast() }
        return text
    }
}
