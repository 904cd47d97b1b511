/// A day of the proleptic Gregorian calendar, without a time of day and without a time zone.
///
/// The years run from 0001 to 9999 (the years ISO 8601-1 writes in four digits). Dates order by time. The value is one
/// day number, so comparing, hashing and counting days cost one integer operation.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    let number: Int32

    /// 0001-01-01, the first day there is.
    public static let min = CivilDate(unchecked: GregorianArithmetic.firstDayNumber)

    /// 9999-12-31, the last day there is.
    public static let max = CivilDate(unchecked: GregorianArithmetic.lastDayNumber)

    /// A date from a day number that is known to be in range.
    @inline(__always)
    init(unchecked number: Int32) {
        self.number = number
    }

    /// A date from a year, a month and a day that are known to name a day.
    @inline(__always)
    init(uncheckedYear year: Int, month: Int, day: Int) {
        number = GregorianArithmetic.dayNumber(year: year, month: month, day: day)
    }

    /// The day of a year (1...9999), a month (1...12) and a day of that month; nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let length = CivilDate.daysIn(month: month, year: year), day >= 1, day <= length else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The day with a number, counted in days from 1970-01-01 (which is 0); nil outside the years 0001...9999.
    public init?(dayNumber: Int) {
        guard let number = Int32(exactly: dayNumber), number >= GregorianArithmetic.firstDayNumber,
            number <= GregorianArithmetic.lastDayNumber
        else { return nil }
        self.init(unchecked: number)
    }

    /// Days since 1970-01-01, negative before it.
    public var dayNumber: Int { Int(number) }

    /// Year, month and day together, at the price of one of them.
    public var components: (year: Int, month: Int, day: Int) {
        GregorianArithmetic.components(of: number)
    }

    /// The year, 1...9999.
    public var year: Int { components.year }

    /// The month of the year, 1...12.
    public var month: Int { components.month }

    /// The day of the month, 1...31.
    public var day: Int { components.day }

    /// The quarter of the year, 1...4.
    public var quarter: Int { (components.month + 2) / 3 }

    /// The day of the year, 1 January being 1.
    public var dayOfYear: Int {
        let newYear = CivilDate(uncheckedYear: components.year, month: 1, day: 1)
        return Int(number - newYear.number) + 1
    }

    /// The day of the week.
    public var weekday: Weekday {
        Weekday(dayNumber: Int(number))
    }

    /// Whether a year (1...9999) has a 29 February.
    public static func isLeap(year: Int) -> Bool {
        GregorianArithmetic.isLeap(year)
    }

    /// The number of days of a month; nil where the year is not in 1...9999 or the month not in 1...12.
    public static func daysIn(month: Int, year: Int) -> Int? {
        guard GregorianArithmetic.years.contains(year), month >= 1, month <= 12 else { return nil }
        return GregorianArithmetic.length(ofMonth: month, year: year)
    }

    /// Whether the first day is before the second.
    public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
        lhs.number < rhs.number
    }

    /// The number of days from the second date to the first, negative where the first is earlier.
    public static func - (lhs: CivilDate, rhs: CivilDate) -> Int {
        Int(lhs.number) - Int(rhs.number)
    }

    /// The day a number of days later, or earlier for a negative number; nil outside the years 0001...9999.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }
}
