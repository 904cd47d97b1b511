public import Assessor
public import CivilTime
public import Model

/// A unit in being, as a snapshot keeps it.
public struct SnapshotUnit: Sendable, Hashable {
    /// What was known of it.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case assessed
        case noStatement = "no_statement"
        case unreadable
    }

    /// Its code.
    public let code: String
    /// Its name on the day.
    public let name: String?
    /// Its block on the day.
    public let block: String?
    /// Its level on the day.
    public let level: String?
    /// The unit above it on the day, by code.
    public let parent: String?
    /// Its class on the day.
    public let unitClass: String?
    /// The lead unit that follows it.
    public let leadUnit: String?
    /// Whether it is known to be in being; where it is not known it counts all the same.
    public let isInBeing: Bool
    /// What was known of it.
    public let standing: Standing
    /// The file of its statement.
    public let statement: String?
    /// How far it has come in the switch; nil without a statement, or where none was asked about.
    public let conversion: ConversionNote?
    /// When its own plan, or one of the register that binds it, has it declare: known without a statement too.
    public let planned: StatedDate?

    /// Makes a unit, as it was kept.
    /// - Parameter planned: The day of the plan, where there is no conversion that tells it.
    public init(
        code: String, name: String?, block: String?, level: String?, parent: String?, unitClass: String?,
        leadUnit: String?, isInBeing: Bool, standing: Standing, statement: String?, conversion: ConversionNote?,
        planned: StatedDate? = nil
    ) {
        self.code = code
        self.name = name
        self.block = block
        self.level = level
        self.parent = parent
        self.unitClass = unitClass
        self.leadUnit = leadUnit
        self.isInBeing = isInBeing
        self.standing = standing
        self.statement = statement
        self.conversion = conversion
        self.planned = conversion.map(\.planned) ?? planned
    }
}

/// One share that is asked of a portfolio, as a snapshot keeps it.
public struct SnapshotShare: Sendable, Hashable {
    /// What was counted, at least and at most.
    public struct Count: Sendable, Hashable {
        /// Those that reach it.
        public let met: ClosedRange<Int>
        /// Those counted.
        public let of: ClosedRange<Int>
        /// How many more are needed.
        public let lacking: ClosedRange<Int>

        /// Makes a count.
        public init(met: ClosedRange<Int>, of: ClosedRange<Int>, lacking: ClosedRange<Int>) {
            self.met = met
            self.of = of
            self.lacking = lacking
        }
    }

    /// The rule, by id.
    public let rule: String
    /// The first day of its window.
    public let occurrence: CivilDate?
    /// The verdict.
    public let verdict: Verdict
    /// How grave it is.
    public let level: Level?
    /// Where its clock stands.
    public let timing: Timing.State
    /// The last good day.
    public let due: CivilDate?
    /// Whether its window no longer counts.
    public let isHistory: Bool
    /// What was counted; nil where nothing was.
    public let count: Count?
    /// Those that do not reach it.
    public let missing: [SetFinding.Place]
    /// Those of which it is not known.
    public let open: [SetFinding.Place]
    /// Members whose items are not all known.
    public let unlisted: [String]

    /// Makes a share, as it was kept.
    public init(
        rule: String, occurrence: CivilDate?, verdict: Verdict, level: Level?, timing: Timing.State, due: CivilDate?,
        isHistory: Bool, count: Count?, missing: [SetFinding.Place], open: [SetFinding.Place], unlisted: [String]
    ) {
        self.rule = rule
        self.occurrence = occurrence
        self.verdict = verdict
        self.level = level
        self.timing = timing
        self.due = due
        self.isHistory = isHistory
        self.count = count
        self.missing = missing
        self.open = open
        self.unlisted = unlisted
    }
}
