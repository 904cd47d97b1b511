internal import CivilTime

/// Typing the text of a scalar or a table's cell by the vocabulary.
extension FactReader {
    /// The value a text stands for; nil, with a diagnostic, where it is none of that type. The text is in NFC.
    mutating func scalar(_ text: String, as type: FieldType, at place: Place) -> FactValue? {
        switch type {
        case .text: return .text(text)
        case .boolean:
            switch text {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return wrong(text, .boolean, at: place)
            }
        case .integer:
            guard let value = Int64(text), text == String(value) else { return wrong(text, .integer, at: place) }
            return .integer(value)
        case .date:
            return date(text, at: place).map { .date($0) }
        case .choice(let id):
            return choice(text, of: id, at: place)
        case .record, .list: return nil
        }
    }

    mutating func date(_ text: String, at place: Place) -> StatedDate? {
        do throws(DateParseError) {
            return try StatedDate.parse(text)
        } catch {
            collector.error(.value(found: text, expected: .date(error)), at: place)
            return nil
        }
    }

    private mutating func wrong(_ text: String, _ expected: ExpectedValue, at place: Place) -> FactValue? {
        collector.error(.value(found: text, expected: expected), at: place)
        return nil
    }

    private mutating func choice(_ text: String, of id: String, at place: Place) -> FactValue? {
        guard let list = vocabulary.choices[id] else { return nil }
        if list.choices.contains(where: { $0.id == text }) { return .choice(text) }
        let allowed = list.choices.map(\.id)
        let suggestion = collector.suggestion(for: text, among: allowed)
        collector.error(.choice(found: text, list: id, allowed: allowed, suggestion: suggestion), at: place)
        return nil
    }
}
