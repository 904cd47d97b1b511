/// The type of a fact, as the vocabulary declares it.
public enum FieldType: Sendable, Hashable {
    case text
    case boolean
    case integer
    /// A civil date of day, month, quarter or year precision, or a range.
    case date(DateRole)
    /// One of a closed list of choices, by its id.
    case choice(String)
    /// A record, by its id.
    case record(String)
    /// A list of records, choices or texts.
    indirect case list(FieldType)
}

/// What a date says about the world.
public enum DateRole: String, Sendable, Hashable, CaseIterable {
    /// An act that happened then: not yet so while as-of lies before it.
    case act
    /// The date of the issue that is in use, such as a procedure's approval. Before it there may have been an earlier
    /// issue, so looking back beyond it nothing is known.
    case current
    /// A date that is set beforehand (an effect, an expiry, a plan): known as soon as it is written.
    case scheduled
}
