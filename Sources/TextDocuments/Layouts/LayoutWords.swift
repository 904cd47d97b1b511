internal import Model

/// The words and columns that layouts share, in one language.
struct LayoutWords {
    let language: Language

    /// One of two texts, by language.
    func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    /// The column of ordinals (*STT*).
    func ordinal(_ share: Int) -> DocumentTable.Column {
        DocumentTable.Column(pick("STT", "No."), share: share, isNumber: true)
    }

    /// Cells of texts.
    func cells(_ texts: String...) -> [DocumentTable.Cell] { texts.map { DocumentTable.Cell($0) } }

    /// The text with a large first letter.
    func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The first few of some texts, the rest counted.
    func few(_ texts: [String], _ separator: String, most: Int = 3) -> String {
        let rest = texts.count - most
        let told = texts.prefix(most).joined(separator: separator)
        return rest > 0 ? told + pick(" … và \(rest) điều khác", " … and \(rest) more") : told
    }
}
