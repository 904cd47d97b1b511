public import CivilTime

/// A dated, reasoned, expiring acceptance of one finding (*chấp nhận tạm thời*).
///
/// It changes level and exit code, never a verdict, a count or a gate, and never counts for a rule that is not waivable.
public struct Waiver: Sendable, Hashable {
    /// The rule whose finding is accepted.
    public let rule: String
    /// The agency's code.
    public let agency: String
    /// The item's key; nil accepts the rule's findings on every item.
    public let item: String?
    /// Why it is accepted.
    public let reason: String
    /// Who accepted it.
    public let authority: String
    /// The number of the document that says so.
    public let document: String
    /// The document's day: the first on which the waiver counts.
    public let dated: CivilDate
    /// The last day on which it counts.
    public let until: CivilDate
    /// Where it stands.
    public let place: Place

    /// Makes a waiver.
    public init(
        rule: String, agency: String, item: String?, reason: String, authority: String, document: String,
        dated: CivilDate, until: CivilDate, place: Place
    ) {
        self.rule = rule
        self.agency = agency
        self.item = item
        self.reason = reason
        self.authority = authority
        self.document = document
        self.dated = dated
        self.until = until
        self.place = place
    }
}
