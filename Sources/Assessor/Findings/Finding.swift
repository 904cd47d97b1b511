public import CivilTime
public import Model

/// The result of one rule on one agency, or on one item or occurrence of it, on one day (*phát hiện*).
///
/// It stores structure; reports make text of it. Its axes are separate and never folded into one number.
public struct Finding: Sendable {
    /// The rule.
    public let rule: Rule
    /// The item of the agency's list it is about, if the rule looks at items.
    public let item: FindingItem?
    /// The occurrence of a recurring duty: the natural start of its period.
    public let occurrence: CivilDate?
    /// What identifies the same finding in another run: rule, agency, item and occurrence; never a line or a count.
    public let fingerprint: String
    /// The verdict.
    public let verdict: Verdict
    /// The clock.
    public let timing: Timing
    /// How well the facts that decided are shown.
    public let assurance: Assurance
    /// The grade, for rules that grade.
    public let grade: Grade?
    /// Whether the grade is only proposed, as a desk check can do no more.
    public let isGradeCandidate: Bool
    /// The waiver that accepts it, if there is one.
    public let waiver: WaiverState
    /// Which "transition complete" it blocks.
    public let gate: Gate?
    /// How bad it is for a build; nil where it is conform, is waived or does not count.
    public let level: Level?
    /// How bad it would be without a waiver: what it is compared by with an earlier run.
    public let levelWithoutWaiver: Level?
    /// Whether it belongs to a period before the last closed one, and does not count.
    public let isHistory: Bool
    /// Why: the operands that decided, or the clock.
    public let reason: Reason
    /// The rule's own sentence for the verdict, if it has one and its values are known.
    public let ownSentence: OwnSentence?
    /// The facts that were read and decided.
    public let reads: [Read]
    /// The facts on which it depends and that are not known.
    public let undeterminedBy: [MissingFact]
    /// The results under other readings of the law, where they differ; empty where they do not.
    public let readings: [ReadingResult]
    /// What was reported of facts it depends on, without their parts.
    public let reported: [ReportedFact]
    /// Where it stands: the deciding key, or for a missing fact the nearest place that exists.
    public let location: FindingLocation

    /// Whether it is a warning only because a day is near: nothing is wrong yet.
    public var isReminder: Bool {
        guard level == .warning else { return false }
        switch verdict {
        case .pending, .conform: return true
        case .partial, .nonconform, .undetermined, .notApplicable, .notInForce, .error: return false
        }
    }
}

/// The item a finding is about.
public struct FindingItem: Sendable, Hashable {
    /// The key the item is known by.
    public let key: String
    /// Where it stands in the statement; nil for an item that may exist but is not shown.
    public let path: FactPath?

    /// Makes an item.
    public init(key: String, path: FactPath?) {
        self.key = key
        self.path = path
    }
}

/// How well the facts that decided are shown: the weakest of them counts.
public enum Assurance: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The agency says so.
    case stated
    /// It names a document that shows it.
    case evidenced
    /// An inspector saw it.
    case verified

    private var rank: Int {
        switch self {
        case .stated: 0
        case .evidenced: 1
        case .verified: 2
        }
    }

    /// By strength.
    public static func < (left: Assurance, right: Assurance) -> Bool { left.rank < right.rank }
}

/// How bad a finding is for a build.
public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    case note
    case warning
    case error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// By gravity.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// Whether a waiver accepts a finding.
public enum WaiverState: Sendable, Hashable {
    /// None is known.
    case none
    /// One is in force.
    case inForce(Waiver)
    /// One was, and counts as absent.
    case expired(Waiver)

    /// Whether one is in force.
    public var isInForce: Bool {
        switch self {
        case .inForce: true
        case .none, .expired: false
        }
    }
}

/// Where a finding stands.
public struct FindingLocation: Sendable {
    /// The place in the file.
    public let place: Place
    /// The JSON Pointer of the fact; for a missing fact of the place where it would stand.
    public let pointer: String

    /// Makes a location.
    public init(place: Place, pointer: String) {
        self.place = place
        self.pointer = pointer
    }
}

/// A fact that was read and decided.
public struct Read: Sendable {
    /// How its day of statement relates to the as-of day.
    public enum Age: Sendable, Hashable {
        /// Stated for the day.
        case current
        /// Stated before, and older than the fact keeps: so many days.
        case stale(days: Int)
        /// An undated fact stated after the as-of day.
        case statedLater
    }

    /// The fact.
    public let path: FactPath
    /// Its value.
    public let value: ShownValue
    /// Where it stands; nil for a fact asserted by leaving a list empty.
    public let place: Place?
    /// How well it is shown.
    public let assurance: Assurance
    /// The evidence given for it.
    public let evidence: [Evidence]
    /// How old it is.
    public let age: Age
    /// What an inspector found instead, if the record contradicts it.
    public let contradiction: Contradiction?
    /// Whether it was assumed, or holds something that was; then nobody has shown it.
    public let isAssumed: Bool
}

/// A fact on which a finding depends and that is not known.
public struct MissingFact: Sendable {
    /// The fact.
    public let path: FactPath
    /// The nearest place that exists.
    public let place: Place
    /// Whether it was asked and is not known, or stated less exactly than is needed, rather than not stated at all.
    public let state: State
    /// Whether that was assumed.
    public let isAssumed: Bool

    /// Why a fact is not known.
    public enum State: Sendable, Hashable {
        /// The statement does not mention it.
        case absent
        /// It says `!unknown`.
        case unknown
        /// It gives a date that is not exact enough.
        case vague(StatedDate)
        /// It says that there is none, up to its day; what came after is not known.
        case noneSoFar
        /// A list says that it may hold more.
        case openList
    }
}

/// The result of a rule under another reading of the law.
public struct ReadingResult: Sendable {
    /// The interpretation, by name.
    public let interpretation: String
    /// The choice.
    public let choice: String
    /// Whether it is the choice of this run.
    public let isChosen: Bool
    /// The verdict under it.
    public let verdict: Verdict
    /// The clock under it.
    public let timing: Timing
}
