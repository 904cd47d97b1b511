/// The days from a first to a last one, both of them in it. It is never empty.
public struct CivilInterval: Hashable, Sendable {
    /// The first day.
    public let first: CivilDate
    /// The last day.
    public let last: CivilDate

    /// The days from `first` to `last`; nil where the last day is before the first.
    public init?(first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.init(uncheckedFirst: first, last: last)
    }

    /// One day.
    public init(_ day: CivilDate) {
        self.init(uncheckedFirst: day, last: day)
    }

    init(uncheckedFirst first: CivilDate, last: CivilDate) {
        self.first = first
        self.last = last
    }

    /// The number of days, at least 1.
    public var dayCount: Int { last - first + 1 }

    /// The days in order.
    public var days: some Sequence<CivilDate> {
        (first.number...last.number).lazy.map { CivilDate(unchecked: $0) }
    }

    /// Whether a day is in the interval.
    public func contains(_ date: CivilDate) -> Bool {
        first <= date && date <= last
    }

    /// Whether every day of another interval is in this one.
    public func contains(_ other: CivilInterval) -> Bool {
        first <= other.first && other.last <= last
    }

    /// Whether the two intervals have a day in common.
    public func overlaps(_ other: CivilInterval) -> Bool {
        first <= other.last && other.first <= last
    }

    /// The days in both intervals; nil where there are none.
    public func intersection(_ other: CivilInterval) -> CivilInterval? {
        CivilInterval(first: Swift.max(first, other.first), last: Swift.min(last, other.last))
    }
}

extension CivilInterval: CustomStringConvertible {
    /// The two days as in ISO 8601-1, `2017-12-05/2017-12-06`.
    public var description: String { "\(first)/\(last)" }
}
