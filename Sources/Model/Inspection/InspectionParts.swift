public import CivilTime

/// How an inspection is made. The ids are those of the vocabulary's choices `inspection_form`.
public enum InspectionForm: String, Sendable, Hashable, CaseIterable {
    /// At the agency's office.
    case onSite = "on_site"
    /// By file and report.
    case byFile = "by_file"
}

/// What an inspection comes to. The ids are those of the vocabulary's choices `inspection_result`.
public enum InspectionResult: String, Sendable, Hashable, CaseIterable {
    case meets
    case doesNotMeet = "does_not_meet"
}

/// What an inspection concluded on one head.
public enum HeadAnswer: String, Sendable, Hashable, CaseIterable {
    case meets
    case doesNotMeet = "does_not_meet"
    /// Nothing of the kind came up in the agency.
    case notApplicable = "not_applicable"
    /// The team did not look at it.
    case notLookedAt = "not_looked_at"
}

/// The conclusion on one head.
public struct HeadConclusion: Sendable, Hashable {
    /// The head, by id.
    public let head: String
    /// What was concluded; nil where it is left open, as in a form not filled in yet.
    public let answer: HeadAnswer?
    /// What the record says about it.
    public let says: String?
    /// Where it stands.
    public let place: Place
}

/// A point of a record: not met, or to note.
public struct InspectionPoint: Sendable, Hashable {
    /// Its number in the record.
    public let id: String
    /// The head it is under, by id; nil where the record names none.
    public let head: String?
    /// What the record says.
    public let says: String
    /// Where it stands.
    public let place: Place
}

/// A report of the agency on what it did, or proposes to do, about points of a record.
public struct CorrectiveReport: Sendable, Hashable {
    /// Its number.
    public let report: String?
    /// The day it was made.
    public let reportedOn: CivilDate
    /// Whether the action was taken, or is proposed.
    public let action: CorrectiveAction?
    /// The points it is about, by number; nil: all of them.
    public let points: [String]?
    /// What the inspecting unit answered.
    public let replies: [CorrectionReply]
    /// Where it stands.
    public let place: Place
}

/// Whether a corrective action was taken or is only proposed: the record's term is kept by either.
public enum CorrectiveAction: String, Sendable, Hashable, CaseIterable {
    case taken, proposed
}

/// The inspecting unit's answer to a corrective report.
public struct CorrectionReply: Sendable, Hashable {
    /// The letter's number.
    public let letter: String?
    /// Its day.
    public let repliedOn: CivilDate
    /// Whether the action is accepted.
    public let isAccepted: Bool
    /// The points it is about, by number; nil: all of the report's.
    public let points: [String]?
    /// The day by which the letter asks for another report: a directed date, the Circular sets none.
    public let againBy: CivilDate?
    /// Where it stands.
    public let place: Place
}

/// A later look at whether a correction is effective.
public struct CorrectionRecheck: Sendable, Hashable {
    /// The day.
    public let recheckedOn: CivilDate
    /// The record of the inspection at which it was made.
    public let record: String?
    /// The points looked at, by number; nil: all of them.
    public let points: [String]?
    /// Whether the correction is effective.
    public let isEffective: Bool
    /// What was seen.
    public let says: String?
    /// Where it stands.
    public let place: Place
}

/// A paper of the inspection file.
public struct InspectionPaper: Sendable, Hashable {
    /// Which of the papers the law lists, a choice of the vocabulary's `inspection_paper`.
    public let paper: String
    /// Its number.
    public let ref: String?
    /// Its date.
    public let dated: StatedDate?
    /// The file it lies in.
    public let file: String?
    /// Whether such a paper came up at all; false says that it did not, so that it is not missing.
    public let arose: Bool
    /// Where it stands.
    public let place: Place
}

/// What a record says besides whose it is and when it was signed.
struct InspectionParts {
    var form: InspectionForm?
    var isPlanned: Bool?
    var heldOn: StatedDate?
    var period: CivilInterval?
    var record: String?
    var inspectingUnit: String?
    var teamLeader: String?
    var decision: String?
    var result: InspectionResult?
    var rating: String?
    var heads: [HeadConclusion] = []
    var notMet: [InspectionPoint]?
    var toNote: [InspectionPoint] = []
    var fixBy: CivilDate?
    var corrections: [CorrectiveReport] = []
    var rechecks: [CorrectionRecheck] = []
    var papers: [InspectionPaper]?
    var verifies: [InspectedFact] = []
    var contradicts: [Contradiction] = []
}
