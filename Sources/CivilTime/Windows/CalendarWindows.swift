/// One calendar window of a duty that recurs, and the part of it in which the duty existed.
public struct CalendarWindow: Hashable, Sendable {
    /// What the window is: a year, a half-year, a quarter or a month.
    public let unit: WindowUnit
    /// All its days.
    public let interval: CivilInterval
    /// Its days from the start of the duty on; all of them but in the first window.
    public let counted: CivilInterval

    init(unit: WindowUnit, interval: CivilInterval, since: CivilDate) {
        self.unit = unit
        self.interval = interval
        counted = CivilInterval(uncheckedFirst: Swift.max(since, interval.first), last: interval.last)
    }

    /// Whether the duty began after the window had.
    public var isPartial: Bool { counted != interval }

    /// Whether the window is over on a day, that is, whether the day is after its last one.
    public func isClosed(on date: CivilDate) -> Bool {
        interval.last < date
    }
}

extension CalendarWindow: CustomStringConvertible {
    /// `2019`, `2019-H2`, `2019-Q4` or `2019-12`: the natural key of an occurrence.
    public var description: String {
        let first = interval.first
        let text = first.description
        return switch unit {
        case .year: String(text.prefix(4))
        case .halfYear: "\(text.prefix(4))-H\(first.month / 6 + 1)"
        case .quarter: "\(text.prefix(4))-Q\(first.quarter)"
        case .month: String(text.prefix(7))
        }
    }
}

/// The calendar windows from the one in which a duty began to the one that holds the as-of date, oldest first.
///
/// They follow one another without a gap or an overlap. `suffix(2)` gives the last closed window and the current one.
public struct CalendarWindows: RandomAccessCollection, Sendable {
    private let since: CivilDate
    private let unit: WindowUnit
    private let firstIndex: Int

    /// Always 0.
    public let startIndex = 0
    /// The number of windows; 0 where the duty begins after the as-of date.
    public let endIndex: Int

    init(from since: CivilDate, through asOf: CivilDate, unit: WindowUnit) {
        self.since = since
        self.unit = unit
        firstIndex = unit.index(of: since)
        endIndex = since <= asOf ? unit.index(of: asOf) - firstIndex + 1 : 0
    }

    /// The window at a position.
    public subscript(position: Int) -> CalendarWindow {
        precondition(indices.contains(position), "window \(position) of \(endIndex)")
        let date = CivilDate.clamped(monthIndex: (firstIndex + position) * unit.monthCount, day: 1)
        return CalendarWindow(unit: unit, interval: unit.window(containing: date), since: since)
    }
}

/// The calendar windows of a duty that began on a day, up to the window that holds the as-of date.
public func windows(from since: CivilDate, through asOf: CivilDate, unit: WindowUnit) -> CalendarWindows {
    CalendarWindows(from: since, through: asOf, unit: unit)
}
