public import CivilTime

/// One case of a set rule's tests: a small register with statements, a day, and the findings that must come of it.
public struct SetRuleTest: Sendable {
    /// The rule under test.
    public let rule: SetRule
    /// What the case shows.
    public let name: String
    /// The day.
    public let asOf: CivilDate
    /// The register.
    public let register: Register
    /// The statements, by the path under which units name them.
    public let statements: [String: Statement]
    /// Readings of the law chosen for the case.
    public let interpretations: [String: String]
    /// The findings that must come of it, no more and no fewer; history does not count unless it is expected.
    public let expectations: [Expectation]
    /// Where the case stands.
    public let place: Place

    /// The axes of one expected finding; nil where the case does not care.
    public struct Expectation: Sendable {
        /// The start of the window.
        public let occurrence: CivilDate?
        /// The verdict.
        public let verdict: Verdict?
        /// The state of the clock.
        public let timing: String?
        /// The due day.
        public let due: CivilDate?
        /// The level, or `none`.
        public let level: String?
        /// The numerator: `20`, or `20..26` where it is not settled.
        public let met: String?
        /// The denominator, written likewise.
        public let of: String?
        /// How many more are needed, written likewise.
        public let lacking: String?
        /// All that are counted and missing: codes, or `CODE/ITEM`.
        public let missing: [String]?
        /// All that are open.
        public let open: [String]?
        /// All whose items are not known.
        public let unlisted: [String]?
        /// Whether it must be history.
        public let isHistory: Bool
        /// Where it stands.
        public let place: Place
    }
}
