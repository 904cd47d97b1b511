public import CEL
public import CivilTime
public import YAMLTree

/// The switch from one edition of the standard to the next (*chuyển đổi*): total tables of clauses, documents, steps, gates.
public struct Transition: Sendable {
    /// The id, which is the folder's name.
    public let id: String
    /// Its version.
    public let version: String
    /// Its title.
    public let title: LocalizedText
    /// The edition left, by id.
    public let leaves: String
    /// The edition entered, by id.
    public let enters: String
    /// The editions whose naming counts as the one entered.
    public let countsAsEntered: [String]
    /// The rule sets it reads.
    public let uses: [String]
    /// How settled it is; a provisional one says so on every line.
    public let status: RuleStatus
    /// How its dispositions came about.
    public let dispositions: Provenance
    /// How the least times of its steps came about.
    public let durations: Provenance
    /// The rule whose due day and directed dates bind; nil where there is no term.
    public let due: String?
    /// The step that finishes the switch in law.
    public let declaredBy: String
    /// What the switch rests on.
    public let basis: [Citation]
    /// What should be known of the whole.
    public let note: LocalizedText?
    /// The rows of the edition left, in the order of its clauses.
    public let leaving: [ClauseRow]
    /// The rows of the edition entered, in the order of its clauses.
    public let entering: [ClauseRow]
    /// What becomes of each kind of document.
    public let documents: [TransitionDocument]
    /// The steps in order.
    public let steps: [TransitionStep]
    /// The classes of work; the first that is true is the agency's.
    public let work: [WorkClass]
    /// The rules that have to be met for the switch to be complete, by id.
    public let gates: [Gate: [String]]
    /// The rules shown beside the steps.
    public let checks: [String]
    /// Dates of others.
    public let milestones: [TransitionMilestone]
    /// The roadmap it proposes; nil where it proposes none.
    public let roadmap: RoadmapTemplate?
    /// Which edition a declaration may name on which day; nil where nothing is known of that.
    public let declarable: DeclarableEditions?
    /// Its own definitions.
    public let definitions: [Definition]
    /// What the engine itself asks of a statement.
    public let facts: TransitionFacts
    /// The names its expressions may use.
    public let environment: Environment
    /// Its files, for the report's digest.
    public let inputs: [SourceText]
    /// Where its header stands.
    public let place: Place

    /// Whether it is not settled, so that every line printed says so.
    public var isProvisional: Bool { status == .provisional }

    /// The rows of a table.
    public func rows(_ side: TransitionSide) -> [ClauseRow] {
        switch side {
        case .leaving: leaving
        case .entering: entering
        }
    }

    /// The step of an id.
    public func step(_ id: String) -> TransitionStep? { steps.first { $0.id == id } }
}

/// The expressions by which the engine reads what it shows of an agency's own lists.
public struct TransitionFacts: Sendable {
    /// Whether a declaration names the edition left.
    public let hasDeclaredLeft: Expression
    /// The agency's documents.
    public let documents: Expression
    /// The conversion plans that concern the agency, its own among them.
    public let plans: Expression
}

/// What becomes of one kind of document.
public struct TransitionDocument: Sendable {
    /// The kind, a choice of the vocabulary.
    public let kind: String
    /// What to do with it.
    public let change: DocumentChange
    /// Whether keeping a document that may be retired is never a finding.
    public let mayStay: Bool
    /// Whether the edition entered asks for it as documented information.
    public let required: DocumentNeed
    /// The clauses of the edition left it serves.
    public let from: [ClauseID]
    /// The clauses of the edition entered it serves.
    public let to: [ClauseID]
    /// Why.
    public let reason: LocalizedText
    /// How much work it is: an estimate.
    public let effort: Effort
    /// Who does it, a respondent of the vocabulary: an estimate.
    public let owner: String
    /// The source, by id.
    public let basis: String
    /// How it was read.
    public let confidence: Confidence
    /// Where the row stands.
    public let place: Place
}

/// What to do with a kind of document.
public enum DocumentChange: String, Sendable, Hashable, CaseIterable {
    case keep, edit, retire, add
}

/// Whether an edition asks for a document.
public enum DocumentNeed: String, Sendable, Hashable, CaseIterable {
    case always
    case whenApplicable = "when_applicable"
    case ownDecision = "own_decision"
    case never
}

/// How much work something is.
public enum Effort: String, Sendable, Hashable, CaseIterable {
    case small, medium, large
}

/// One step of the switch.
public final class TransitionStep: Sendable {
    /// The id.
    public let id: String
    /// What it is called.
    public let label: LocalizedText
    /// The day it was done: a date; null: known not done; unknown: not known.
    public let done: Expression
    /// Whether this agency needs it; nil: always.
    public let needed: Expression?
    /// Whether it goes on and is never finished.
    public let isContinuing: Bool
    /// The steps that come before it.
    public let after: [String]
    /// How that order came about.
    public let order: Provenance
    /// The least time it needs once those before it are done; nil for a step that goes on.
    public let takes: Period?
    /// Who does it, a respondent of the vocabulary.
    public let owner: String
    /// What shows it, by id of document.
    public let evidence: [String]
    /// The legal basis of the step itself.
    public let citation: Citation?
    /// How that basis was read.
    public let provenance: Provenance
    /// What should be known of it.
    public let note: LocalizedText?
    /// Where it stands.
    public let place: Place

    init(
        id: String, label: LocalizedText, done: Expression, needed: Expression?, isContinuing: Bool, after: [String],
        order: Provenance, takes: Period?, owner: String, evidence: [String], citation: Citation?,
        provenance: Provenance, note: LocalizedText?, place: Place
    ) {
        self.id = id
        self.label = label
        self.done = done
        self.needed = needed
        self.isContinuing = isContinuing
        self.after = after
        self.order = order
        self.takes = takes
        self.owner = owner
        self.evidence = evidence
        self.citation = citation
        self.provenance = provenance
        self.note = note
        self.place = place
    }
}

/// A class of work that provinces plan by.
public struct WorkClass: Sendable {
    /// The id.
    public let id: String
    /// What it is called.
    public let label: LocalizedText
    /// What it means.
    public let text: LocalizedText
    /// When it is the agency's.
    public let condition: Expression
    /// The source, by id.
    public let basis: String
    /// How it was read.
    public let confidence: Confidence
}

/// A date that others set.
public struct TransitionMilestone: Sendable {
    /// The day.
    public let date: CivilDate
    /// What happens.
    public let label: LocalizedText
    /// Whom it binds.
    public let binds: MilestoneScope
    /// The source, by id.
    public let basis: String
    /// How it was read.
    public let confidence: Confidence
}

/// Whom a date of the switch binds.
public enum MilestoneScope: String, Sendable, Hashable, CaseIterable {
    case agencies, certificates, catalogue
}
