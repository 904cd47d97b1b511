public import Assessor
public import CivilTime
public import Model

/// The inspections of a year as they are proposed: which units at their office, which by file, each with its reason; and the shares
/// the year comes to if they are made.
public struct InspectionPlan: Sendable {
    /// The register it was made of.
    public let register: Register
    /// The year.
    public let year: Int
    /// The scheme it follows.
    public let scheme: InspectionScheme
    /// How many units the share is taken of: at least, and at most where it is not known of some.
    public let counted: ClosedRange<Int>
    /// How many have to be inspected at their office in the year.
    public let needed: Int
    /// The visits proposed, on site first, each in order of choice.
    public let visits: [Visit]
    /// Units already inspected at their office in the year.
    public let done: [String]
    /// Units of which it is not known whether the share is taken of them; they are planned for as if it were.
    public let undecided: [String]
    /// Units in being that the share is not taken of.
    public let notCounted: [String]
    /// The shares of the year if every visit is made and nothing else happens.
    public let proof: [SetFinding]

    /// One visit proposed.
    public struct Visit: Sendable {
        /// The unit, by its position in the register.
        public let unit: RegisterUnit
        /// At its office, or by file.
        public let form: InspectionForm
        /// What it was chosen by.
        public let ground: Ground
    }

    /// What speaks for a visit on site, in the order in which it counts.
    public struct Ground: Sendable, Hashable {
        /// When the unit was last inspected at its office; nil where the register knows of no such inspection.
        public let lastOnSite: StatedDate?
        /// What the last inspection by file came to, and when; nil where none with a result is known.
        public let byFile: FileResult?
        /// Records with corrections that are overdue, refused or not effective, by number.
        public let openRecords: [String]
        /// Whether the list of inspections may hold more than is known.
        public let mayHaveMore: Bool

        /// The result of an inspection by file.
        public struct FileResult: Sendable, Hashable {
            /// When.
            public let heldOn: StatedDate
            /// What it came to.
            public let result: InspectionResult
        }

        /// What was found comes first where it is not good, then what is not known.
        var trouble: Int {
            if !openRecords.isEmpty { return 0 }
            switch byFile?.result {
            case .doesNotMeet: return 0
            case nil: return 1
            case .meets: return 2
            }
        }
    }

    /// The visits of a form.
    public func visits(_ form: InspectionForm) -> [Visit] { visits.filter { $0.form == form } }
}

/// Why no plan can be made.
public enum InspectionPlanFault: Error, Sendable {
    /// The rule sets do not say how inspections are planned.
    case noScheme
    /// The scheme's share could not be evaluated.
    case share(rule: String)
    /// Fewer visits on site were asked for than the share needs.
    case tooFew(asked: Int, needed: Int)
    /// More visits on site were asked for than there are units left.
    case tooMany(asked: Int, left: Int)
    /// The year lies outside the calendar.
    case year(Int)
}
