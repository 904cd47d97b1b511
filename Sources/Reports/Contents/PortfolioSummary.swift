public import CivilTime
public import Model

/// What a committee's table says of the agencies of a register, as texts in one language: what every printed layout shares.
///
/// Agencies stand by block, in the order in which the register first names each block, and within a block as the register has them:
/// nothing here ranks them.
public struct PortfolioSummary: Sendable {
    /// The language of the texts.
    public let language: Language
    /// The day assessed.
    public let day: CivilDate
    /// That day as papers write it.
    public let asOf: String
    /// What the register is called.
    public let name: String
    /// The day up to which the register speaks.
    public let statedOn: String
    /// The switch whose steps are told; empty where none is.
    public let transition: String
    /// What stands above the table, in sentences.
    public let sentences: [String]
    /// The blocks.
    public let blocks: [Block]
    /// What the table comes to.
    public let total: Figures
    /// The shares that are asked of the whole.
    public let quotas: [Quota]
    /// What comes due.
    public let deadlines: [Due]
    /// Up to when dates are told.
    public let until: String
    /// The requirements that most agencies miss.
    public let missed: [Missed]
    /// Whether some input could not be read.
    public let isIncomplete: Bool
    /// The program and its version.
    public let tool: String

    /// A block (*khối*) of agencies.
    public struct Block: Sendable {
        /// Its name, or that none is stated.
        public let name: String
        /// Its agencies.
        public let units: [Unit]
        /// What they come to.
        public let figures: Figures
    }

    /// Counts of requirements, added up.
    public struct Figures: Sendable {
        /// How many agencies.
        public let units: String
        /// Of those, without a statement that could be read.
        public let withoutStatement: String
        /// Requirements that conform.
        public let conform: String
        /// Requirements that do not conform, wholly or in part.
        public let missed: String
        /// Requirements of which it is not known.
        public let open: String
    }

    /// One agency.
    public struct Unit: Sendable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: String
        /// What it is called at which level; empty where it is not stated.
        public let level: String
        /// Its class; empty where it is not stated.
        public let unitClass: String
        /// The day up to which its statement speaks, or that there is none.
        public let statement: String
        /// The last step of the switch known to be taken; empty without a statement or a switch.
        public let step: String
        /// When a step was last taken.
        public let stepOn: String
        /// How the switch stands: late, taking steps, not known.
        public let conversion: String
        /// Requirements by verdict; empty without a statement.
        public let conform: String
        /// Requirements that do not conform, wholly or in part.
        public let missed: String
        /// Requirements of which it is not known.
        public let open: String
    }

    /// One share that is asked.
    public struct Quota: Sendable {
        /// What is asked, with the year.
        public let title: String
        /// The verdict.
        public let verdict: String
        /// How many of how many.
        public let count: String
        /// What is asked for.
        public let share: String
        /// How many more are needed; empty where none is.
        public let lacking: String
        /// The last day; empty without one.
        public let due: String
        /// Where it stands.
        public let basis: String
        /// Who is missing, or not known.
        public let missing: String
    }

    /// One date.
    public struct Due: Sendable {
        /// The last day.
        public let day: String
        /// What is to be done.
        public let title: String
        /// How many agencies.
        public let count: String
        /// Which.
        public let units: String
    }

    /// One requirement that agencies miss.
    public struct Missed: Sendable {
        /// The requirement.
        public let title: String
        /// How many agencies miss it.
        public let missing: String
        /// Of how many it is not known.
        public let open: String
        /// To how many it applies.
        public let applicable: String
    }
}
