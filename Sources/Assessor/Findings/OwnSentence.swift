internal import CivilTime
public import Model

/// A rule's own sentence for its verdict, with the values of its expressions.
public struct OwnSentence: Sendable {
    /// A part of the sentence.
    public enum Part: Sendable {
        case text(String)
        /// A value, and the expression it is of.
        case value(ShownValue, of: Expression)
        /// The elements of a list, and the expression it is of.
        case values([ShownValue], of: Expression)
    }

    /// The Vietnamese sentence.
    public let vi: [Part]
    /// The English sentence.
    public let en: [Part]

    /// The sentence in one language.
    public subscript(language: Language) -> [Part] {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

extension OwnSentence {
    /// The sentence with its values as facts write them: days as ISO 8601, choices by id. Reports dress them otherwise.
    public func plainText(_ language: Language) -> String {
        self[language].map { part in
            switch part {
            case .text(let text): text
            case .value(let value, of: _): value.plainText
            case .values(let values, of: _): values.map(\.plainText).joined(separator: ", ")
            }
        }.joined()
    }
}

extension ShownValue {
    /// The value as a statement would write it.
    fileprivate var plainText: String {
        switch self {
        case .text(let text), .choice(let text, list: _), .record(let text), .other(let text): text
        case .boolean(let boolean): String(boolean)
        case .integer(let integer): String(integer)
        case .date(let date): date.description
        case .period(let period): period.description
        case .none: "none"
        case .unknown: "unknown"
        case .list(let count): "\(count)"
        }
    }
}
