public import CivilTime
public import Model

/// Dates and periods as people read them: `dd/mm/yyyy` in Vietnamese papers, ISO 8601 days and named months in English.
public struct DateText: Sendable {
    private let language: Language

    /// Text for one language.
    public init(_ language: Language) { self.language = language }

    /// A day.
    public func text(_ date: CivilDate) -> String {
        switch language {
        case .en: return date.description
        case .vi:
            let (year, month, day) = date.components
            return "\(padded(day))/\(padded(month))/\(year)"
        }
    }

    /// A day, from one day to another.
    public func text(_ interval: CivilInterval) -> String {
        if interval.first == interval.last { return text(interval.first) }
        return between(text(interval.first), text(interval.last))
    }

    /// A date in the precision in which it was stated.
    public func text(_ date: StatedDate) -> String {
        let first = date.interval.first
        switch (date.precision, language) {
        case (.day, _): return text(first)
        case (.month, .vi): return "tháng \(monthNumber(first.month))/\(first.year)"
        case (.month, .en): return "\(DateText.months[first.month - 1]) \(first.year)"
        case (.quarter, .vi): return "quý \(first.quarter)/\(first.year)"
        case (.quarter, .en): return "quarter \(first.quarter) of \(first.year)"
        case (.year, .vi): return "năm \(first.year)"
        case (.year, .en): return "\(first.year)"
        case (.range, _):
            let ends = rangeEnds(date)
            return between(ends.first, ends.last)
        }
    }

    /// A date with the preposition it takes in a sentence: `ngày 02/10/2019`, `trong tháng 10/2019`, `in October 2019`.
    public func adverbial(_ date: StatedDate) -> String {
        switch (date.precision, language) {
        case (.day, .vi): "ngày \(text(date))"
        case (.day, .en): "on \(text(date))"
        case (.month, .vi), (.quarter, .vi), (.year, .vi): "trong \(text(date))"
        case (.month, .en), (.quarter, .en), (.year, .en): "in \(text(date))"
        case (.range, .vi): "trong khoảng \(text(date))"
        case (.range, .en): "in the days \(text(date))"
        }
    }

    /// A whole month, quarter or year by its name; other windows by their ends.
    public func window(_ interval: CivilInterval) -> String {
        let first = StatedDate(interval.first).interval.first
        for whole in [StatedDate.year(of: first), .quarter(of: first), .month(of: first)]
        where whole.interval == interval {
            return text(whole)
        }
        return text(interval)
    }

    /// A period, such as `3 tháng`; parts that are nought are left out.
    public func text(_ period: Period) -> String {
        var parts: [String] = []
        if period.years > 0 { parts.append(counted(period.years, vi: "năm", en: "year")) }
        if period.months > 0 { parts.append(counted(period.months, vi: "tháng", en: "month")) }
        if period.days > 0 || parts.isEmpty { parts.append(days(period.days)) }
        return parts.joined(separator: " ")
    }

    /// A number of days.
    public func days(_ count: Int) -> String { counted(count, vi: "ngày", en: "day") }

    /// A number of times.
    public func times(_ count: Int) -> String { counted(count, vi: "lần", en: "time") }

    private func counted(_ count: Int, vi: String, en: String) -> String {
        switch language {
        case .vi: "\(count) \(vi)"
        case .en: "\(count) \(en)\(count == 1 ? "" : "s")"
        }
    }

    private func between(_ first: String, _ last: String) -> String {
        switch language {
        case .vi: "từ \(first) đến \(last)"
        case .en: "\(first) to \(last)"
        }
    }

    /// The ends of a range, each in its own precision.
    private func rangeEnds(_ date: StatedDate) -> (first: String, last: String) {
        let ends = date.description.split(separator: "/").map { end in try? StatedDate.parse(String(end)) }
        guard ends.count == 2, let first = ends[0], let last = ends[1] else {
            return (text(date.interval.first), text(date.interval.last))
        }
        return (text(first), text(last))
    }

    /// The number of a month in words: January and February with a nought before them, as administrative papers do
    /// (Decree 30/2020/NĐ-CP, Annex I).
    private func monthNumber(_ month: Int) -> String { month < 3 ? padded(month) : "\(month)" }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
