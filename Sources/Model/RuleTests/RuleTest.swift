public import CivilTime

/// One case of a rule's tests: a statement, a day, and the findings that must come of it.
public struct RuleTest: Sendable {
    /// The rule under test, by id.
    public let rule: String
    /// What the case shows.
    public let name: String
    /// The day.
    public let asOf: CivilDate
    /// The statement.
    public let statement: Statement
    /// Readings of the law chosen for the case.
    public let interpretations: [String: String]
    /// The days off the case is counted with; nil where the file gives none.
    public let holidays: HolidayCalendar?
    /// The findings that must come of it, no more and no fewer; history does not count unless it is expected.
    public let expectations: [Expectation]
    /// Where the case stands.
    public let place: Place

    /// The axes of one expected finding; nil where the case does not care.
    public struct Expectation: Sendable {
        /// The key of the item.
        public let item: String?
        /// The start of the period.
        public let occurrence: CivilDate?
        /// The verdict.
        public let verdict: Verdict?
        /// The state of the clock.
        public let timing: String?
        /// The due day.
        public let due: CivilDate?
        /// The days to it.
        public let days: Int64?
        /// The days since the event, for a duty without a term.
        public let age: Int64?
        /// The level, or `none`.
        public let level: String?
        /// Facts it must name as not known, by dotted path.
        public let missing: [String]
        /// Parts its own sentence must have, by language: the rule's text with its values as facts write them.
        public let says: [Language: String]
        /// Whether it must be history.
        public let isHistory: Bool
        /// Where it stands.
        public let place: Place
    }
}
