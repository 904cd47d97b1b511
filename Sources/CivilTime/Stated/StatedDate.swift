/// How exactly a date was stated.
public enum DatePrecision: Hashable, Sendable, CaseIterable {
    /// `2019-10-02`
    case day
    /// `2019-10`
    case month
    /// `2019-Q4`
    case quarter
    /// `2019`
    case year
    /// `2017-12-05/2017-12-06`, from one of the others to another.
    case range
}

/// A date as a person wrote it: one day, somewhere in an interval of days.
///
/// `2019-10` says that something happened on a day of October 2019 and not on which one. Questions about it are answered
/// for all its days at once (``Truth``), so that nothing is turned into a day in silence. Two stated dates are equal
/// where they were written alike; `2019-10` and `2019-10-01/2019-10-31` hold the same days and are not equal.
public struct StatedDate: Hashable, Sendable {
    /// The days it may be.
    public let interval: CivilInterval
    /// How it was written.
    public let precision: DatePrecision
    /// How the ends of a range were written; the precision itself for all others.
    let firstPrecision: DatePrecision
    let lastPrecision: DatePrecision

    /// A known day.
    public init(_ day: CivilDate) {
        self.init(CivilInterval(day), precision: .day)
    }

    /// A day somewhere in an interval, written as a range of days.
    public init(_ interval: CivilInterval) {
        self.init(range: interval, firstPrecision: .day, lastPrecision: .day)
    }

    /// A day of the calendar month that holds a date.
    public static func month(of date: CivilDate) -> StatedDate {
        StatedDate(WindowUnit.month.window(containing: date), precision: .month)
    }

    /// A day of the calendar quarter that holds a date.
    public static func quarter(of date: CivilDate) -> StatedDate {
        StatedDate(WindowUnit.quarter.window(containing: date), precision: .quarter)
    }

    /// A day of the calendar year that holds a date.
    public static func year(of date: CivilDate) -> StatedDate {
        StatedDate(WindowUnit.year.window(containing: date), precision: .year)
    }

    init(_ interval: CivilInterval, precision: DatePrecision) {
        self.interval = interval
        self.precision = precision
        firstPrecision = precision
        lastPrecision = precision
    }

    init(range interval: CivilInterval, firstPrecision: DatePrecision, lastPrecision: DatePrecision) {
        self.interval = interval
        precision = .range
        self.firstPrecision = firstPrecision
        self.lastPrecision = lastPrecision
    }

    /// The day, where only one is possible; nil otherwise.
    public var day: CivilDate? {
        interval.first == interval.last ? interval.first : nil
    }
}
