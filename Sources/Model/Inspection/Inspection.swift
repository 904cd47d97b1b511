public import CivilTime
public import YAMLTree

/// An inspector's record over one statement (*biên bản kiểm tra*): the only thing that makes a fact verified.
///
/// What followed it stands in the same file: the agency's corrective reports, the replies to them, the looks at their effect,
/// and which papers of the inspection are kept.
public struct Inspection: Sendable {
    /// The file it was read from.
    public let source: SourceText
    /// The agency's code.
    public let agency: String
    /// At the agency's office, or by file and report; nil where it is not stated.
    public let form: InspectionForm?
    /// Whether it was made under the plan of the year; nil where it is not stated.
    public let isPlanned: Bool?
    /// When it was made; nil where only the day of signing is stated.
    public let heldOn: StatedDate?
    /// The period judged.
    public let period: CivilInterval?
    /// The day the record was signed; by file, the day of the letter that asks to carry out or correct.
    public let signedOn: CivilDate
    /// The record's number.
    public let record: String?
    /// Who inspected.
    public let inspectingUnit: String?
    /// Who led the team.
    public let teamLeader: String?
    /// The number of the inspection decision.
    public let decision: String?
    /// The conclusion of the whole.
    public let result: InspectionResult?
    /// The province's own rating, in its words: its view, never a verdict.
    public let rating: String?
    /// What was concluded on each head that was looked at.
    public let heads: [HeadConclusion]
    /// The points that are not met; nil where it is not stated whether there are any.
    public let notMet: [InspectionPoint]?
    /// The points to note.
    public let toNote: [InspectionPoint]
    /// The day by which the inspecting unit's own letter asks for the correction: a directed date, the Circular sets none.
    public let fixBy: CivilDate?
    /// The agency's corrective reports, with the replies to them.
    public let corrections: [CorrectiveReport]
    /// Later looks at whether the corrections are effective.
    public let rechecks: [CorrectionRecheck]
    /// The papers of the inspection file that are kept; nil where nothing is stated of them.
    public let papers: [InspectionPaper]?
    /// The facts the team saw to be so.
    public let verifies: [InspectedFact]
    /// The facts the team found otherwise.
    public let contradicts: [Contradiction]
    /// Where the record begins.
    public let place: Place

    init(
        source: SourceText, agency: String, signedOn: CivilDate, place: Place, _ reading: InspectionParts
    ) {
        self.source = source
        self.agency = agency
        self.signedOn = signedOn
        self.place = place
        form = reading.form
        isPlanned = reading.isPlanned
        heldOn = reading.heldOn
        period = reading.period
        record = reading.record
        inspectingUnit = reading.inspectingUnit
        teamLeader = reading.teamLeader
        decision = reading.decision
        result = reading.result
        rating = reading.rating
        heads = reading.heads
        notMet = reading.notMet
        toNote = reading.toNote
        fixBy = reading.fixBy
        corrections = reading.corrections
        rechecks = reading.rechecks
        papers = reading.papers
        verifies = reading.verifies
        contradicts = reading.contradicts
    }

    /// The days on which it was made: as stated, else the day it was signed.
    public var held: StatedDate { heldOn ?? StatedDate(signedOn) }
}

/// A fact an inspector looked at: a field of the vocabulary, or one item of a list by its key.
public struct InspectedFact: Sendable, Hashable {
    /// The field, without positions.
    public let fact: FactPath
    /// The key of the item meant; nil means the whole fact.
    public let item: String?
    /// Where it stands.
    public let place: Place

    /// Makes an inspected fact.
    public init(fact: FactPath, item: String?, place: Place) {
        self.fact = fact
        self.item = item
        self.place = place
    }
}

/// A fact an inspector found otherwise than stated.
public struct Contradiction: Sendable, Hashable {
    /// Which fact.
    public let fact: InspectedFact
    /// What was found instead, as written.
    public let found: String?
    /// What the record says about it.
    public let says: String?
    /// The head of the inspection it was found under; nil where the record names none.
    public let head: String?

    /// Makes a contradiction.
    public init(fact: InspectedFact, found: String?, says: String?, head: String? = nil) {
        self.fact = fact
        self.found = found
        self.says = says
        self.head = head
    }
}
