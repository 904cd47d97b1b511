public import CivilTime

/// What a scalar should have been.
public enum ExpectedValue: Sendable {
    case boolean
    case integer
    /// A whole number of at least one.
    case positiveInteger
    /// A civil date, with what is wrong with the one found.
    case date(DateParseError)
    /// A date of day precision.
    case day(DateParseError?)
    /// An ISO 8601 period such as `P3M`, with what is wrong with the one found.
    case period(PeriodParseError)
    /// Years, months and days of a period that are not negative and not beyond the calendar.
    case periodParts
    /// An identifier: letters, digits and underscores.
    case identifier
    /// The number of a month.
    case month
    /// A dotted path of fact names.
    case factPath
    /// Text with something in it.
    case nonEmptyText
}
