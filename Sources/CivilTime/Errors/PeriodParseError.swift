/// Why a text is not a period. Places are characters (Unicode scalars) counted from 1.
public enum PeriodParseError: Error, Hashable, Sendable {
    /// A character that does not belong there, or the end of the text (`found` is nil) where more was expected.
    case unexpected(found: Unicode.Scalar?, at: Int, expected: Expected)
    /// A number above ``Period/componentLimit``.
    case numberTooLarge(at: Int)
    /// Hours, minutes or seconds: periods are counted in days and longer.
    case timeOfDay(at: Int)
    /// A sign: periods run forward only.
    case signed(at: Int)

    /// What a character should have been.
    public enum Expected: Hashable, Sendable, CaseIterable {
        /// `P`, which begins every period.
        case designator
        /// A number.
        case number
        /// A number, or the end of the text.
        case numberOrEnd
        /// A unit that may still follow: years before months before days, weeks alone.
        case unit
        /// The end of the text.
        case end
    }

    /// The character (Unicode scalar, counted from 1) at which the text stops being a period.
    public var position: Int {
        switch self {
        case .unexpected(_, let at, _), .numberTooLarge(let at), .timeOfDay(let at), .signed(let at): at
        }
    }
}
