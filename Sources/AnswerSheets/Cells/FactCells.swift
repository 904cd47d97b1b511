internal import CivilTime
public import Model
public import Spreadsheets

/// Facts as cells, and back to what a cell of that fact says untouched.
public struct FactCells: Sendable {
    private let vocabulary: Vocabulary

    /// Cells of facts under a vocabulary.
    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The cell of a fact; an empty one, ready for what its type wants, where nothing is stated.
    public func cell(_ fact: Fact?, of field: FieldDefinition, _ language: Language, _ style: CellStyle) -> Cell {
        guard let fact else {
            if case .date = field.type { return Cell(.emptyDate, style) }
            return Cell(.empty, style)
        }
        if case .stated(.date(let date)) = fact.state, let day = date.day { return .date(day, style) }
        return .text(text(fact, of: field, language), style)
    }

    /// The text of a fact; nil for one that a cell cannot hold.
    func text(_ fact: Fact, of field: FieldDefinition, _ language: Language) -> String? {
        switch fact.state {
        case .unknown: AnswerWords.unknown[language]
        case .none(let reason): ([AnswerWords.none[language], reason].compactMap(\.self)).joined(separator: " ")
        case .stated(let value): text(value, of: field.type, language)
        }
    }

    private func text(_ value: FactValue, of type: FieldType, _ language: Language) -> String? {
        switch value {
        case .text(let text): return text
        case .boolean(let boolean): return AnswerWords.boolean(boolean)[language]
        case .integer(let number): return String(number)
        case .choice(let id): return choice(id, of: type, language)
        case .date(let date): return date.description
        case .record: return nil
        case .list(let list):
            if list.items.isEmpty, list.isComplete { return AnswerWords.emptyList[language] }
            if case .list(.record) = type { return nil }
            var items = list.items.compactMap { item -> String? in
                guard case .stated(let value) = item.fact.state, case .list(let inner) = type else { return nil }
                return text(value, of: inner, language)
            }
            // More items than are shown may be there.
            if !list.isComplete { items.append(AnswerWords.unknown[language]) }
            return items.joined(separator: " | ")
        case .varying(let values):
            return values.map { value in
                let from = value.from.map { "\($0.description): " } ?? ""
                return from + (text(value.value, of: type, language) ?? "")
            }.joined(separator: "; ")
        }
    }

    /// A choice by its label, with its id where two of the list are called alike.
    private func choice(_ id: String, of type: FieldType, _ language: Language) -> String {
        guard let list = list(of: type), let label = list.label(of: id) else { return id }
        return FactCells.label(label[language], id, in: list, language)
    }

    /// What a choice is called in a cell.
    static func label(_ label: String, _ id: String, in list: ChoiceList, _ language: Language) -> String {
        let isShared = list.choices.count { $0.label[language].comparable == label.comparable } > 1
        return isShared ? "\(label) [\(id)]" : label
    }

    /// The closed list a type chooses from.
    func list(of type: FieldType) -> ChoiceList? {
        switch type {
        case .choice(let id): vocabulary.choices[id]
        case .list(let inner): list(of: inner)
        case .text, .boolean, .integer, .date, .record: nil
        }
    }

    /// Whether a cell still says what the fact's own cell would say, in either language.
    func isUntouched(_ value: ReadValue, _ fact: Fact, of field: FieldDefinition) -> Bool {
        if case .date(let day, _) = value, case .stated(.date(let date)) = fact.state { return date.day == day }
        guard case .text(let found) = value else { return false }
        return Language.allCases.contains { language in
            text(fact, of: field, language).map { $0.trimmedNFC == found.trimmedNFC || isCut($0, found) } ?? false
        }
    }

    /// Whether a text is one that did not fit the cell.
    private func isCut(_ whole: String, _ found: String) -> Bool {
        guard found.utf16.count > 32_000, found.hasSuffix("…") else { return false }
        return whole.trimmedNFC.hasPrefix(String(found.dropLast()).trimmedNFC)
    }
}
