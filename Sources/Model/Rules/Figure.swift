public import CEL

/// A count over a portfolio that asks for nothing: so many units, or items of theirs, of each kind.
///
/// It never changes once read, and is shared like a ``Rule``.
public final class Figure: Sendable {
    /// The id, never renamed.
    public let id: String
    /// The rule set it belongs to, by id.
    public let set: String
    /// What it is for: the report that asks for it.
    public let citation: Citation
    /// A short title.
    public let title: LocalizedText
    /// What it is evaluated over.
    public let over: SetRuleSubject
    /// What is counted within each of them; nil: they themselves.
    public let each: ItemPattern?
    /// What is counted, as reports name it.
    public let counts: LocalizedText
    /// Which of them are counted; nil: all.
    public let counted: Expression?
    /// The kind each is counted under.
    public let by: Expression
    /// How its basis was read.
    public let provenance: Provenance
    /// Where it is declared.
    public let place: Place
    /// The names its expressions may use, those of `each` among them.
    public let environment: Environment

    init(
        id: String, set: String, citation: Citation, title: LocalizedText, over: SetRuleSubject, each: ItemPattern?,
        counts: LocalizedText, counted: Expression?, by: Expression, provenance: Provenance, place: Place,
        environment: Environment
    ) {
        self.id = id
        self.set = set
        self.citation = citation
        self.title = title
        self.over = over
        self.each = each
        self.counts = counts
        self.counted = counted
        self.by = by
        self.provenance = provenance
        self.place = place
        self.environment = environment
    }

    /// The same figure over those that a condition counts.
    func counting(_ counted: Expression) -> Figure {
        Figure(
            id: id, set: set, citation: citation, title: title, over: over, each: each, counts: counts,
            counted: counted, by: by, provenance: provenance, place: place, environment: environment)
    }

    /// The list of choices its kinds are of, by id; nil where they are of none.
    public var choiceList: String? {
        var type = by.program.resultType
        if case .nullable(let inner) = type { type = inner }
        guard case .choice(let choice) = type else { return nil }
        return choice.name
    }
}
