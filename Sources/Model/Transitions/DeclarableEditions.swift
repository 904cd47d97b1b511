/// Which edition the declaration of an agency may name on a day: windows in time, by class of agency.
public struct DeclarableEditions: Sendable {
    /// The classes; the first whose condition is true is the agency's. Empty where the windows hold for every agency.
    public let classes: [AgencyClass]
    /// The windows in order.
    public let windows: [EditionWindow]
    /// What should be known of the whole.
    public let note: LocalizedText?
}

/// A class of agencies that the guidance treats alike.
public struct AgencyClass: Sendable {
    /// The id.
    public let id: String
    /// What it is called: a noun phrase.
    public let label: LocalizedText
    /// What it means.
    public let text: LocalizedText
    /// When an agency belongs to it.
    public let condition: Expression
    /// A day from which on nothing can bring an agency into the class; nil where there is none. What a statement of a later
    /// day does not show of the class did not happen.
    public let settled: Expression?
}

/// A window in which an edition may be named.
public struct EditionWindow: Sendable {
    /// The edition, by id.
    public let edition: String
    /// The classes it is for, by id; empty for every agency.
    public let classes: [String]
    /// Its first day; nil where none is known.
    public let from: Expression?
    /// The day before which it ends; nil where it does not end.
    public let before: Expression?
    /// What it rests on.
    public let citation: Citation
    /// How that was read.
    public let provenance: Provenance
    /// What should be known of it.
    public let note: LocalizedText?
    /// Where it stands.
    public let place: Place
}
