/// Why a text is not a date. Places are characters (Unicode scalars) counted from 1.
public enum DateParseError: Error, Hashable, Sendable {
    /// A character that does not belong there, or the end of the text (`found` is nil) where more was expected.
    case unexpected(found: Unicode.Scalar?, at: Int, expected: Expected)
    /// The year 0000, or a year of more than four digits.
    case yearOutOfRange(year: String, at: Int)
    /// A month that is not in 01...12.
    case noSuchMonth(month: Int, at: Int)
    /// A quarter that is not in 1...4.
    case noSuchQuarter(quarter: Int, at: Int)
    /// A day its month does not have, with the month's last day.
    case noSuchDay(day: Int, lastDay: CivilDate, at: Int)
    /// A range whose end is wholly before its start. The place is that of the end.
    case endBeforeStart(start: String, end: String, at: Int)
    /// The whole text looks like day, month, year in the Vietnamese order, `25/12/2019`.
    ///
    /// The suggestion is given only where no other order of day and month is possible and there is such a day.
    case dayMonthYear(text: String, suggestion: CivilDate?)

    /// What a character should have been.
    public enum Expected: Hashable, Sendable, CaseIterable {
        /// A digit of the four of a year.
        case yearDigit
        /// A digit of the two of a month.
        case monthDigit
        /// A digit of a month, or the `Q` of a quarter.
        case monthDigitOrQuarter
        /// A digit of the two of a day.
        case dayDigit
        /// The one digit of a quarter.
        case quarterDigit
        /// `-`
        case hyphen
        /// `-` before a month or quarter, `/` before the end of a range, or the end of the text.
        case hyphenSlashOrEnd
        /// `/` before the end of a range, or the end of the text.
        case slashOrEnd
        /// `-` before a month or quarter, or the end of the text.
        case hyphenOrEnd
        /// The end of the text.
        case end
    }

    /// The character (Unicode scalar, counted from 1) at which the text stops being a date.
    public var position: Int {
        switch self {
        case .unexpected(_, let at, _), .yearOutOfRange(_, let at), .noSuchMonth(_, let at), .noSuchQuarter(_, let at),
            .noSuchDay(_, _, let at), .endBeforeStart(_, _, let at):
            at
        case .dayMonthYear: 1
        }
    }
}
