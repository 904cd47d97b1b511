internal import Assessor
internal import Model

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
