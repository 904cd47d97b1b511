internal import Model
internal import Spreadsheets

/// What the sheet of a list is called: its label; one too long for a tab is cut after what an item is called, where it begins with that
/// ("Thủ tục hành chính" of "Thủ tục hành chính thuộc thẩm quyền giải quyết"), else at a word. The whole label stands on the sheet.
enum ListSheetName {
    /// The name a sheet is given.
    static func given(_ field: FieldDefinition, _ record: RecordDefinition, _ language: Language) -> String {
        let label = capital(field.label[language])
        if label.utf16.count <= SheetName.maxLength { return label }
        let short = capital(upToWord(field.label[language], after: record.label[language]) ?? "")
        return short.isEmpty || short.utf16.count > SheetName.maxLength ? SheetName.fitted(label) : short
    }

    /// Every name by which a sheet without a mark is known again: the one it is given, and the label as it was cut before.
    static func known(_ field: FieldDefinition, _ record: RecordDefinition, _ language: Language) -> [String] {
        let label = capital(field.label[language])
        return [given(field, record, language), SheetName.fitted(label), SheetName.cutAnywhere(label)]
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The beginning of a text to the end of the word in which its lead ends; nil where it does not begin with it.
    private static func upToWord(_ text: String, after lead: String) -> String? {
        guard !lead.isEmpty, text.hasPrefix(lead) else { return nil }
        let rest = text.dropFirst(lead.count)
        return lead + rest.prefix { $0.isLetter }
    }
}
