import CivilTime
import Testing

/// A date from its text. A text that is none fails the test.
func date(_ text: String) -> CivilDate {
    do {
        return try CivilDate.parse(text)
    } catch {
        Issue.record("\(text): \(error)")
        return .min
    }
}

/// The days from one text to another. An empty interval fails the test.
func interval(_ first: String, _ last: String) -> CivilInterval {
    if let interval = CivilInterval(first: date(first), last: date(last)) { return interval }
    Issue.record("\(first) is after \(last)")
    return CivilInterval(.min)
}

/// A stated date from its text. A text that is none fails the test.
func stated(_ text: String) -> StatedDate {
    do {
        return try StatedDate.parse(text)
    } catch {
        Issue.record("\(text): \(error)")
        return StatedDate(.min)
    }
}

/// A period from its text. A text that is none fails the test.
func period(_ text: String) -> Period {
    do {
        return try Period.parse(text)
    } catch {
        Issue.record("\(text): \(error)")
        return .zero
    }
}

extension SplitMix64 {
    /// A day of an interval. Every third one is near the end of a month, where mistakes are made.
    mutating func date(in interval: CivilInterval) -> CivilDate {
        let offset = Int.random(in: 0..<interval.dayCount, using: &self)
        let date = interval.first.adding(days: offset) ?? interval.first
        guard Int.random(in: 0..<3, using: &self) == 0 else { return date }
        let near = date.lastOfMonth.adding(days: Int.random(in: -3...3, using: &self)) ?? date
        return interval.contains(near) ? near : date
    }

    /// A period with its parts in the given ranges.
    mutating func period(years: ClosedRange<Int>, months: ClosedRange<Int>, days: ClosedRange<Int>) -> Period {
        let years = Int.random(in: years, using: &self)
        let months = Int.random(in: months, using: &self)
        let days = Int.random(in: days, using: &self)
        return Period(years: years, months: months, days: days) ?? .zero
    }

    /// A short interval in another one.
    mutating func interval(upTo dayCount: Int, in whole: CivilInterval) -> CivilInterval {
        let first = date(in: whole)
        let last = first.adding(days: Int.random(in: 0..<dayCount, using: &self)) ?? first
        return CivilInterval(first: first, last: last) ?? CivilInterval(first)
    }
}
