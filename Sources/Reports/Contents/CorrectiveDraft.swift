public import CivilTime
public import Model

/// A draft of what an agency reports after an inspection (Circular 26, Article 37.2.c), as far as it is stated: what was found, with
/// room for cause, action, day and evidence.
///
/// It is made of values, so that whoever follows an inspection can make one; ``latest(in:_:_:)`` takes what a statement and the
/// records of a run hold.
public struct CorrectiveDraft: Sendable {
    /// The language of the texts.
    public let language: Language
    /// The day of the report.
    public let day: CivilDate
    /// The agency's name.
    public let agencyName: String
    /// The agency's code; empty where it is not stated.
    public let agencyCode: String
    /// The inspection, point by point: `Số biên bản`, `05/BB-KT`. What is not known is left out.
    public let particulars: [Particular]
    /// The last day of the report; empty where it was not worked out.
    public let due: String
    /// How that day stands: `còn 12 ngày`.
    public let standing: String
    /// What was found.
    public let points: [Point]
    /// The program and its version.
    public let tool: String

    /// One thing known of the inspection.
    public struct Particular: Sendable {
        /// Which one it is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case record
            case signedOn = "signed_on"
            case inspectingUnit = "inspecting_unit"
            case teamLeader = "team_leader"
            case form, period, result
            case fixBy = "fix_by"
            case reportedOn = "reported_on"
        }

        /// Which one it is.
        public let kind: Kind
        /// What it is called.
        public let name: String
        /// What is known.
        public let value: String

        /// Makes one.
        public init(_ kind: Kind, name: String, value: String) {
            self.kind = kind
            self.name = name
            self.value = value
        }
    }

    /// One thing that was found, and what was done about it; what is empty is to be filled in.
    public struct Point: Sendable {
        /// Where it was found: its number in the record.
        public let reference: String
        /// What was found.
        public let found: String
        /// Why it came about.
        public let cause: String
        /// What was done, or is proposed.
        public let action: String
        /// When it was done, or will be.
        public let doneOn: String
        /// What shows it.
        public let evidence: String

        /// Makes one.
        public init(
            reference: String, found: String, cause: String = "", action: String = "", doneOn: String = "",
            evidence: String = ""
        ) {
            self.reference = reference
            self.found = found
            self.cause = cause
            self.action = action
            self.doneOn = doneOn
            self.evidence = evidence
        }
    }

    /// Makes a report of its parts.
    public init(
        language: Language, day: CivilDate, agencyName: String, agencyCode: String, particulars: [Particular],
        due: String, standing: String, points: [Point], tool: String
    ) {
        self.language = language
        self.day = day
        self.agencyName = agencyName
        self.agencyCode = agencyCode
        self.particulars = particulars
        self.due = due
        self.standing = standing
        self.points = points
        self.tool = tool
    }
}
