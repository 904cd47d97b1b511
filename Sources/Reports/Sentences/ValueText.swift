internal import Assessor
internal import CivilTime
internal import Model

extension ShownValue {
    /// The value of a parameter.
    init(_ value: ParameterValue) {
        switch value {
        case .integer(let integer): self = .integer(integer)
        case .period(let period): self = .period(period)
        case .date(let day): self = .date(StatedDate(day))
        case .text(let text): self = .text(text)
        case .boolean(let boolean): self = .boolean(boolean)
        }
    }
}

extension Phrasing {
    /// A value as people read it.
    func text(_ value: ShownValue) -> String {
        switch value {
        case .text(let text): pick("“\(text)”", "“\(text)”")
        case .boolean(true): pick("có", "yes")
        case .boolean(false): pick("không", "no")
        case .integer(let integer): String(integer)
        case .date(let date): dates.text(date)
        case .period(let period): dates.text(period)
        case .choice(let id, let list): library.vocabulary.choices[list]?.label(of: id)?[language] ?? id
        case .none: pick("không có", "none")
        case .unknown: pick("chưa rõ", "not known")
        case .list(let count): pick("\(count) mục", "\(count) item\(count == 1 ? "" : "s")")
        case .record(let id): library.vocabulary.records[id]?.label[language] ?? id
        case .other(let text): text
        }
    }
}
