internal import CivilTime
internal import Editing
internal import Model

/// What a cell says of a fact, in the form in which statements are written.
enum Answer: Sendable, Hashable {
    /// Asked, and not known.
    case unknown
    /// Asserted absent.
    case none(reason: String?)
    /// A scalar as a statement has it: `true`, `12`, `2026-11`, an id of a choice, a text.
    case value(String)
    /// Several texts or choices; open where more may be there.
    case list([String], isOpen: Bool)
    /// Values of several times, from the oldest to the newest.
    case values([DatedText])

    /// A scalar, and since when it holds.
    struct DatedText: Sendable, Hashable {
        /// The date as a statement has it; nil where it held from the beginning.
        let from: String?
        let text: String
    }

    /// The answer that a fact already is; nil for what a cell cannot hold.
    init?(_ fact: Fact) {
        switch fact.state {
        case .unknown: self = .unknown
        case .none(let reason): self = .none(reason: reason)
        case .stated(let value):
            if case .varying(let values) = value {
                let texts = values.compactMap { value in
                    Answer.scalar(value.value).map { DatedText(from: value.from?.description, text: $0) }
                }
                self = .values(texts)
            } else if case .list(let list) = value {
                let items = list.items.compactMap { item -> String? in
                    guard case .stated(let value) = item.fact.state else { return nil }
                    return Answer.scalar(value)
                }
                guard items.count == list.items.count else { return nil }
                self = .list(items, isOpen: !list.isComplete)
            } else {
                guard let text = Answer.scalar(value) else { return nil }
                self = .value(text)
            }
        }
    }

    private static func scalar(_ value: FactValue) -> String? {
        switch value {
        case .text(let text), .choice(let text): text.trimmedNFC
        case .boolean(let boolean): boolean ? "true" : "false"
        case .integer(let number): String(number)
        case .date(let date): date.description
        case .record, .list, .varying: nil
        }
    }

    /// The value as it is written into a YAML document.
    func written(as type: FieldType) -> NewValue {
        switch self {
        case .unknown: .unknown
        case .none(let reason): .none(reason: reason)
        case .value(let text): Answer.scalar(text, type)
        case .values(let values):
            .list(
                values.map { value in
                    let from = value.from.map { [NewValue.Entry("from", .word($0))] } ?? []
                    return .mapping(from + [NewValue.Entry("value", Answer.scalar(value.text, type))])
                })
        case .list(let items, let isOpen):
            .list(items.map { Answer.scalar($0, type.item ?? .text) } + (isOpen ? [.unknown] : []))
        }
    }

    static func scalar(_ text: String, _ type: FieldType) -> NewValue {
        if case .text = type { return .text(text) }
        return .word(text)
    }

    /// The text of a table's cell.
    var cellText: String {
        switch self {
        case .unknown: "!unknown"
        case .none(let reason): reason.map { "!none \($0)" } ?? "!none"
        case .value(let text): text
        case .values(let values):
            values.map { value in (value.from.map { "\($0): " } ?? "") + value.text }.joined(separator: "; ")
        case .list(let items, let isOpen): (items + (isOpen ? ["!unknown"] : [])).joined(separator: "|")
        }
    }
}

extension FieldType {
    /// The type of a list's items.
    var item: FieldType? {
        if case .list(let item) = self { item } else { nil }
    }
}
