/// A calendar month that comes round every year, such as December, in which something has to be done.
public struct YearlyMonth: Hashable, Sendable {
    /// The month of the year, 1...12.
    public let month: Int

    /// A month of every year; nil where the number is not in 1...12.
    public init?(month: Int) {
        guard (1...12).contains(month) else { return nil }
        self.month = month
    }

    /// The days of the month in one year; nil where the year is not in 1...9999.
    public func window(inYear year: Int) -> CivilInterval? {
        guard GregorianArithmetic.years.contains(year) else { return nil }
        return WindowUnit.month.window(at: year * 12 + month - 1)
    }

    /// The occurrences of the month that have a day from one date through another, oldest first.
    ///
    /// An occurrence that had begun before the first date is partial. One that ends after the last date is given whole.
    /// There are none where the second date is before the first.
    public func occurrences(from since: CivilDate, through asOf: CivilDate) -> [CalendarWindow] {
        guard since <= asOf else { return [] }
        return (since.year...asOf.year).compactMap { year in
            guard let days = window(inYear: year), days.last >= since, days.first <= asOf else { return nil }
            return CalendarWindow(unit: .month, interval: days, since: since)
        }
    }
}
