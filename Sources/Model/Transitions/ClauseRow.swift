/// What becomes of one clause in the switch from one edition to the next.
public struct ClauseRow: Sendable {
    /// The clause the row is about.
    public let clause: ClauseID
    /// The clauses of the other edition it corresponds to.
    public let counterparts: [ClauseID]
    /// What becomes of it, or what it is against its sources.
    public let disposition: Disposition
    /// Why a kept clause is kept; nil for every other disposition.
    public let ground: KeptGround?
    /// The source in which the correspondence was read, by id.
    public let basis: String
    /// How it was read.
    public let confidence: Confidence
    /// What a finding on the edition left may be used for.
    public let carry: CarryPolicy
    /// What changes, in our own words.
    public let note: LocalizedText?
    /// Where the row stands.
    public let place: Place
}

/// The two tables of a transition.
public enum TransitionSide: String, Sendable, Hashable, CaseIterable {
    /// The clauses of the edition left, and where they went.
    case leaving
    /// The clauses of the edition entered, and where they come from.
    case entering

    /// The key that names the clauses of the other edition.
    var counterpartKey: String {
        switch self {
        case .leaving: "to"
        case .entering: "from"
        }
    }
}

/// What becomes of a clause.
public enum Disposition: String, Sendable, Hashable, CaseIterable {
    /// It has sub-clauses and asks nothing itself.
    case heading
    /// The same duty, wherever it stands now.
    case kept
    /// The same matter in other words, with a moderate change.
    case reworded
    /// More is asked.
    case extended
    /// Less is asked.
    case narrowed
    /// One of several that became one; made of several.
    case merged
    /// It became several; one of several made of an older one.
    case split
    /// It stands elsewhere, within a clause not compared closely.
    case moved
    /// Another device serves its purpose.
    case replaced
    /// It has no source in substance.
    case new
    /// It is no longer asked for.
    case withdrawn
}

/// Why a kept clause is kept.
public enum KeptGround: String, Sendable, Hashable, CaseIterable {
    /// The duty means the same.
    case semantic
    /// The words are the same.
    case syntactic
    /// It serves the same purpose.
    case functional
}

/// What a finding on the edition left may be used for.
public enum CarryPolicy: String, Sendable, Hashable, CaseIterable {
    /// It stands.
    case verdict
    /// Its evidence is laid before the rules of the new clause, which are answered again.
    case evidenceOnly = "evidence_only"
    /// Nothing of it: asked from scratch.
    case none
}
