internal import Assessor
internal import Model

/// The sentence a rule's author wrote, with the values of its expressions in the words of the language.
extension Phrasing {
    /// More elements of a list than this are counted, not told.
    private static let toldElements = 8

    func text(_ sentence: OwnSentence) -> String {
        var text = ""
        for part in sentence[language] {
            switch part {
            case .text(let words): text += words
            case .value(let value, of: let expression): text += inSentence(value, of: expression)
            case .values(let values, of: let expression): text += listing(values, of: expression)
            }
        }
        return text
    }

    private func listing(_ values: [ShownValue], of expression: Expression) -> String {
        let told = values.prefix(Phrasing.toldElements).map { inSentence($0, of: expression) }
        let rest = values.count - Phrasing.toldElements
        let text = told.joined(separator: ", ")
        return rest > 0 ? text + pick(" và \(rest) mục khác", " and \(rest) more") : text
    }

    /// A value inside a sentence: texts without quotation marks, choices by their labels.
    private func inSentence(_ value: ShownValue, of expression: Expression) -> String {
        guard case .text(let text) = value else { return self.text(value) }
        return label(ofChoice: text, readBy: expression, depth: 0) ?? text
    }

    /// The label of a choice that an expression reads, whose value alone does not tell which list it is of.
    private func label(ofChoice id: String, readBy expression: Expression, depth: Int) -> String? {
        // Definitions do not refer to themselves; the depth is a bound all the same.
        guard depth < 8, id.utf8.allSatisfy({ ChoiceList.isIdCharacter($0) }) else { return nil }
        for names in expression.reads {
            guard let name = names.last else { continue }
            if names.count > 1 {
                for list in choiceLists(ofFields: name) {
                    if let label = list.label(of: id)?[language] { return label }
                }
            } else if let definition = library.definitions.first(where: { $0.name == name }),
                let label = label(ofChoice: id, readBy: definition.expression, depth: depth + 1)
            {
                return label
            }
        }
        return nil
    }

    private func choiceLists(ofFields name: String) -> [ChoiceList] {
        let records = library.vocabulary.records.sorted { $0.key < $1.key }.map(\.value)
        return (records + [library.vocabulary.roots]).compactMap { record in
            switch record.field(name)?.type {
            case .choice(let id)?, .list(.choice(let id))?: library.vocabulary.choices[id]
            case .text?, .boolean?, .integer?, .date?, .record?, .list?, nil: nil
            }
        }
    }
}

extension ChoiceList {
    /// Whether a byte may stand in the id of a choice.
    fileprivate static func isIdCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        case _: false
        }
    }
}
