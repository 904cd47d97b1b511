public import CivilTime
public import YAMLTree

/// An inspector's record over one statement (*biên bản kiểm tra*): the only thing that makes a fact verified.
public struct Inspection: Sendable {
    /// The file it was read from.
    public let source: SourceText
    /// The agency's code.
    public let agency: String
    /// The period judged.
    public let period: CivilInterval?
    /// The day the record was signed.
    public let signedOn: CivilDate
    /// The record's number.
    public let record: String?
    /// Who led the team.
    public let teamLeader: String?
    /// The facts the team saw to be so.
    public let verifies: [InspectedFact]
    /// The facts the team found otherwise.
    public let contradicts: [Contradiction]

    /// Makes an inspection.
    public init(
        source: SourceText, agency: String, period: CivilInterval?, signedOn: CivilDate, record: String?,
        teamLeader: String?, verifies: [InspectedFact], contradicts: [Contradiction]
    ) {
        self.source = source
        self.agency = agency
        self.period = period
        self.signedOn = signedOn
        self.record = record
        self.teamLeader = teamLeader
        self.verifies = verifies
        self.contradicts = contradicts
    }
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

    /// Makes a contradiction.
    public init(fact: InspectedFact, found: String?, says: String?) {
        self.fact = fact
        self.found = found
        self.says = says
    }
}
