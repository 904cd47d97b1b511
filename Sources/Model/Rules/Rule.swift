public import CEL
internal import Synchronization

/// One checkable requirement with its citation (*yêu cầu*).
///
/// It never changes once read, and every finding keeps the rule it is of: they share it instead of copying its parts.
public final class Rule: Sendable {
    /// The id, never renamed.
    public let id: String
    /// The rule set it belongs to, by id.
    public let set: String
    /// Where it stands in its source.
    public let citation: Citation
    /// Further citations.
    public let furtherCitations: [Citation]
    /// A short title.
    public let title: LocalizedText
    /// The requirement in our own words.
    public let text: LocalizedText
    /// Whether its set binds the agency at all; nil: always. Where it does not, the rule does not apply.
    public let binds: Expression?
    /// Whether it applies; nil: always.
    public let applies: Expression?
    /// One finding for each item of this list; nil: one finding.
    public let each: ItemPattern?
    /// The test.
    public let requirement: Requirement
    /// How grave each verdict is; nil for legal rules, which know no grades.
    public let grading: Grading?
    /// Whether it binds or is only recommended.
    public let force: Force
    /// Which "transition complete" it blocks while it is not conform.
    public let gate: Gate?
    /// The kinds of evidence expected: ids of the vocabulary's documents.
    public let evidence: [String]
    /// What to do where it is not conform.
    public let remedy: LocalizedText
    /// The rule's own sentences, by verdict.
    public let because: [Verdict: Template]
    /// The interpretations it depends on, by name.
    public let readings: [String]
    /// Expressions that join the fingerprint.
    public let identity: [Expression]
    /// The days it is in force.
    public let inForce: ValidityWindow
    /// How its basis was read.
    public let provenance: Provenance
    /// How settled the rule itself is.
    public let status: RuleStatus
    /// Whether a waiver may accept a finding of it.
    public let isWaivable: Bool
    /// Free words for selecting.
    public let tags: [String]
    /// Where it is declared.
    public let place: Place
    /// The names its expressions may use; activations are made for it.
    public let environment: Environment
    /// Whether ``applies`` reads the item, once that was asked.
    private let knownItemwise = Atomic(Itemwise.notAsked)

    private enum Itemwise: UInt8, AtomicRepresentable {
        case notAsked, no, yes
    }

    /// Whether it depends on the item whether the rule applies.
    public var appliesItemwise: Bool {
        switch knownItemwise.load(ordering: .relaxed) {
        case .yes: return true
        case .no: return false
        case .notAsked:
            let isItemwise = each.flatMap { applies?.program.reads($0.variable) } ?? false
            knownItemwise.store(isItemwise ? .yes : .no, ordering: .relaxed)
            return isItemwise
        }
    }

    init(
        id: String, set: String, citation: Citation, furtherCitations: [Citation], title: LocalizedText,
        text: LocalizedText, binds: Expression?, applies: Expression?, each: ItemPattern?, requirement: Requirement,
        grading: Grading?,
        force: Force, gate: Gate?, evidence: [String], remedy: LocalizedText, because: [Verdict: Template],
        readings: [String], identity: [Expression], inForce: ValidityWindow, provenance: Provenance,
        status: RuleStatus, isWaivable: Bool, tags: [String], place: Place, environment: Environment
    ) {
        self.id = id
        self.set = set
        self.citation = citation
        self.furtherCitations = furtherCitations
        self.title = title
        self.text = text
        self.binds = binds
        self.applies = applies
        self.each = each
        self.requirement = requirement
        self.grading = grading
        self.force = force
        self.gate = gate
        self.evidence = evidence
        self.remedy = remedy
        self.because = because
        self.readings = readings
        self.identity = identity
        self.inForce = inForce
        self.provenance = provenance
        self.status = status
        self.isWaivable = isWaivable
        self.tags = tags
        self.place = place
        self.environment = environment
    }
}

/// The list a rule looks at item by item, and the name an item has in its expressions.
public struct ItemPattern: Sendable {
    /// The item's name.
    public let variable: String
    /// The list.
    public let list: Expression
}

/// What a rule tests.
public enum Requirement: Sendable {
    /// Conditions on the facts.
    case condition(conform: Expression, partial: Expression?)
    /// A duty with a clock.
    case obligation(Obligation)
}

/// How grave the verdicts of an ISO rule are.
public struct Grading: Sendable, Hashable {
    /// The grade of a nonconformity.
    public let nonconform: Grade?
    /// The grade of partial conformity.
    public let partial: Grade?
    /// Whether a desk check can only propose the grade.
    public let isCandidate: Bool

    /// Makes a grading.
    public init(nonconform: Grade?, partial: Grade?, isCandidate: Bool) {
        self.nonconform = nonconform
        self.partial = partial
        self.isCandidate = isCandidate
    }
}

/// Grades of ISO/IEC 17021-1 findings.
public enum Grade: String, Sendable, Hashable, CaseIterable {
    case major, minor, observation
}

/// Whether a rule binds.
public enum Force: String, Sendable, Hashable, CaseIterable {
    case binding, recommended
}

/// The two answers to "is the transition complete".
public enum Gate: String, Sendable, Hashable, CaseIterable {
    /// Declared to the new edition: what provinces count.
    case law
    /// The standard's own core requirements.
    case substance
}

/// How a rule's basis was read.
public enum Provenance: String, Sendable, Hashable, CaseIterable {
    /// In the text itself.
    case text
    /// In an account of the text.
    case secondary
    /// It is a reading of what the text leaves open.
    case inferred
}

/// How settled a rule is.
public enum RuleStatus: String, Sendable, Hashable, CaseIterable {
    case stable, provisional, deprecated
}

/// The verdict of a finding (design section 3).
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case conform
    case partial
    case pending
    case nonconform
    case undetermined
    case notApplicable = "not_applicable"
    case notInForce = "not_in_force"
    case error
}
