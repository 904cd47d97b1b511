public import CivilTime
public import Model

/// Where one agency stands in a switch from one edition to the next, on one day.
public struct TransitionAssessment: Sendable {
    /// The statement.
    public let statement: Statement
    /// The day.
    public let asOf: CivilDate
    /// The switch.
    public let transition: Transition
    /// Least times in place of the switch's own, by step.
    public let takes: [String: Period]
    /// Whether the agency has declared to the edition left: otherwise nothing carries over.
    public let hasDeclaredLeft: Truth
    /// What becomes of the clauses: first those of the edition entered, then those left that may go.
    public let clauses: [ClauseAnswer]
    /// What is to be done with documents.
    public let documents: DocumentAnswer
    /// The steps in order.
    public let steps: [StepAnswer]
    /// Steps that were taken, or may have been, before those that come before them.
    public let orderFaults: [OrderFault]
    /// The findings shown beside the steps.
    public let checks: [Finding]
    /// Whether the switch is complete in law: what provinces count.
    public let law: CompletionAnswer
    /// Whether it is complete in substance: the core requirements of the standard.
    public let substance: CompletionAnswer
    /// The class of work.
    public let work: WorkAnswer
    /// The findings of the rule whose day binds; empty where there is no term.
    public let due: [Finding]
    /// Counting back from each day that binds or is directed, the legal one first.
    public let countBacks: [CountBack]
    /// The agency's own plans, beside what was done.
    public let plans: PlanAnswer
    /// Which edition its declaration may name on the day; nil where the transition says nothing of that.
    public let editions: EditionAnswer?

    /// Whether the day lies after the day the statement speaks to, so that what may have happened since is not known.
    public var isAfterStatement: Bool { asOf > statement.statedOn }
    /// The steps that could be taken next: not done, with everything before them done.
    public var next: [StepAnswer] { steps.filter { $0.isOpen && $0.waitsFor.isEmpty } }
}

/// What becomes of one clause for the agency.
public struct ClauseAnswer: Sendable {
    /// What it comes to.
    public enum Fate: String, Sendable, Hashable, CaseIterable {
        /// What was found on the edition left stands.
        case stands
        /// Its evidence is looked at, and it is answered again.
        case again
        /// It has no source in the edition left.
        case new
        /// It is answered from scratch, though it has a source.
        case scratch
        /// A clause left that is no longer asked for.
        case mayGo = "may_go"
    }

    /// What it comes to.
    public let fate: Fate
    /// The row of the table.
    public let row: ClauseRow
    /// Its title.
    public let title: LocalizedText
    /// The agency's documents that serve it, by key.
    public let documents: [String]
    /// The rules on it, with what they come to now.
    public let rules: [RuleVerdict]
}

/// What is to be done with an agency's documents.
public struct DocumentAnswer: Sendable {
    /// How far the list of documents is known.
    public enum Knowledge: Sendable, Hashable {
        /// It is complete.
        case complete
        /// It may hold more than it shows.
        case open
        /// It is not stated.
        case absent
    }

    /// How far the list is known.
    public let knowledge: Knowledge
    /// One entry for each document of the agency, in its order, then those that are missing.
    public let actions: [DocumentAction]
}

/// What is to be done with one document.
public struct DocumentAction: Sendable {
    /// What to do.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It stays as it is.
        case keep
        /// It is brought up to date.
        case edit
        /// It may be retired; keeping it is never a finding.
        case retire
        /// The edition entered asks for it and the agency lists none.
        case missing
        /// The edition entered asks for it, and the list of documents is not known to be complete.
        case mayBeMissing = "may_be_missing"
        /// The edition entered does not ask for it, and it is usually written.
        case suggested
        /// Neither its kind nor its clauses are stated.
        case undetermined
    }

    /// What to do.
    public let kind: Kind
    /// The agency's document, by key; nil for one it does not list.
    public let key: String?
    /// Its title as stated.
    public let title: String?
    /// Where it stands; nil for one that is not listed.
    public let path: FactPath?
    /// Whether it is written to the edition entered already.
    public let isUpToDate: Bool
    /// The row of the table; nil where the document is of no known kind.
    public let row: TransitionDocument?
}

/// One step for the agency.
public struct StepAnswer: Sendable {
    /// The step.
    public let step: TransitionStep
    /// Where it stands.
    public let state: StepState
    /// Steps before it that are known not to be done, or not known to be, by id.
    public let waitsFor: [String]

    /// Whether it is still to be taken, for all that is known.
    public var isOpen: Bool {
        switch state {
        case .notDone, .notKnown, .notKnownSince, .failed: !step.isContinuing
        case .done, .notNeeded: false
        }
    }
}

/// Where a step stands.
public enum StepState: Sendable {
    /// Done on that date.
    case done(StatedDate)
    /// Known not to be done.
    case notDone
    /// Not done on the day of the statement, and nothing is known since.
    case notKnownSince(CivilDate)
    /// Not known: the facts that would tell.
    case notKnown([MissingFact])
    /// This agency does not need it.
    case notNeeded
    /// The step's expression failed.
    case failed(Failure)
}

/// A step taken before one that comes before it.
public struct OrderFault: Sendable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// It was done before the other one.
        case earlier(StatedDate, than: StatedDate)
        /// It was done, and the other one is known not to be.
        case withoutIt(StatedDate)
        /// The dates are too vague, or the other one is not known.
        case undetermined(StatedDate, StatedDate?)
    }

    /// The step, by id.
    public let step: String
    /// The step that comes before it, by id.
    public let before: String
    /// What is wrong.
    public let kind: Kind
    /// How the order came about: an order of the text is a fault against the article, others are remarks.
    public let order: Provenance
}

/// Whether the switch is complete under one of its two meanings.
public struct CompletionAnswer: Sendable {
    /// The answer.
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case complete
        case notComplete = "not_complete"
        case notShown = "not_shown"
        /// There are no gates, so that nothing can be said.
        case noGates = "no_gates"
    }

    /// The answer.
    public let answer: Answer
    /// Whether it was not complete on the day of the statement, and nothing is known since.
    public let wasNotComplete: Bool
    /// Findings that block.
    public let failing: [Finding]
    /// Findings that are open because nothing is stated of the facts they need.
    public let absent: [Finding]
    /// Findings that are open for another reason.
    public let undetermined: [Finding]
    /// Findings met in part, which do not block.
    public let partial: [Finding]
    /// How many findings are met.
    public let met: Int
    /// How many do not apply.
    public let notApplicable: Int
}

/// The agency's class of work.
public enum WorkAnswer: Sendable {
    /// This class.
    case known(WorkClass)
    /// Not known: the first class whose condition is open, and the facts that would tell.
    case notKnown(WorkClass, [MissingFact])
    /// None is true: nothing is left to do.
    case nothingLeft
    /// A condition failed.
    case failed(Failure)
}
