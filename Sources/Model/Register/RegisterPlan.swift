public import CivilTime

/// A plan that binds units of a register: what it asks stands in rule sets, and it may set the day of the conversion.
public struct RegisterPlan: Sendable {
    /// The name by which units name it: its id, else its number.
    public let key: String
    /// The number of the document; nil where it is not stated.
    public let ref: String?
    /// Its title; nil where it is not stated.
    public let title: String?
    /// Who issued it; nil where it is not stated.
    public let issuer: String?
    /// The day it was issued; nil where it is not stated, or it is a draft.
    public let issuedOn: StatedDate?
    /// Whether it is stated that it was not issued: a draft binds nobody.
    public let isDraft: Bool
    /// The day before which its units are to have finished the conversion; nil where it sets none.
    public let finishBefore: StatedDate?
    /// The rule sets that hold what it asks, by id, each where it is written.
    public let ruleSets: [(id: String, place: Place)]
    /// Where it is written.
    public let place: Place
    /// Its facts.
    let record: FactRecord
}

extension RegisterPlan {
    /// Whether there may be such a plan on a day: one that was issued later is not told of before.
    public func mayBeKnown(on day: CivilDate) -> Bool { issuedOn?.isOnOrBefore(StatedDate(day)) != .no }

    /// Reads a plan; nil where it has no name by which a unit could name it.
    init?(_ item: FactItem, _ vocabulary: Vocabulary) {
        guard let record = item.fact.record, let named = vocabulary.key(of: item.fact) else { return nil }
        key = named.key
        ref = record.text("ref")
        title = record.text("title")
        issuer = record.text("issuer")
        issuedOn = record.date("issued_on")
        if case .some(.none) = record.fields["issued_on"]?.state { isDraft = true } else { isDraft = false }
        finishBefore = record.date("finish_before")
        ruleSets = record.placedTexts("rule_sets")
        place = record.place
        self.record = record
    }
}
