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
    /// The agencies that ended within the year.
    public let ended: [Ended]
    /// What the list of those is called.
    public let endedTitle: String
    /// What changed since the snapshot compared with; nil where there is none.
    public let changes: Changes?
    /// The figures that are reported, by kind.
    public let reported: [Reported]
    /// What was inspected in the year.
    public let inspections: [Inspected]
    /// The year of the inspections.
    public let inspectionYear: String
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
        /// Requirements that are not done and not overdue.
        public let pending: String
        /// Requirements of which it is not known.
        public let open: String
        /// The four together.
        public let applicable: String
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
        /// Requirements that are not done and not overdue.
        public let pending: String
        /// Requirements of which it is not known.
        public let open: String
        /// The four together.
        public let applicable: String
    }

    /// One agency that has come to an end.
    public struct Ended: Sendable {
        /// Its code.
        public let code: String
        /// What it was called on its last day.
        public let name: String
        /// The first day without it.
        public let on: String
        /// What took over from it, with its code; empty where none is stated.
        public let successor: String
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
        /// On what day members are counted that are past; empty where that is the day assessed.
        public let countedOn: String
        /// What it comes to under readings of the law that lead elsewhere, a line each; empty without them.
        public let readings: String
    }

    /// One date.
    public struct Due: Sendable {
        /// The last day.
        public let day: String
        /// What is to be done.
        public let title: String
        /// How it stands, with the days left.
        public let standing: String
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
        /// How many have not done it, and are not overdue.
        public let pending: String
        /// With how many it conforms.
        public let conform: String
        /// Of how many it is not known.
        public let open: String
        /// To how many it applies.
        public let applicable: String
    }

    /// What changed since a snapshot.
    public struct Changes: Sendable {
        /// The heading, with the day of the snapshot.
        public let title: String
        /// What changed, one thing in a row.
        public let rows: [Row]
        /// The findings, in a sentence, and what has to be known to read it.
        public let sentences: [String]

        /// One change.
        public struct Row: Sendable {
            /// What changed.
            public let title: String
            /// How many agencies; empty for a share.
            public let count: String
            /// Which agencies, or how the share was and is.
            public let text: String
        }
    }

    /// One figure that is reported.
    public struct Reported: Sendable {
        /// What is counted.
        public let title: String
        /// What is counted one by one.
        public let counts: String
        /// The kind, or that it is not known.
        public let kind: String
        /// How many.
        public let number: String
    }

    /// One row on the inspections of the year.
    public struct Inspected: Sendable {
        /// What the row is part of.
        public let part: String
        /// What has to be known to read the part; said once.
        public let note: String
        /// What is counted; empty where only the note is told.
        public let name: String
        /// How many.
        public let number: String
        /// The agencies concerned.
        public let units: String
    }
}
