public import CivilTime
internal import Digest
public import Model

/// One authority's date for one duty of one agency (*hạn*): an entry of a list of deadlines.
public struct Deadline: Sendable {
    /// The finding whose clock it is.
    public let finding: Finding
    /// The statement the finding is about.
    public let statement: Statement
    /// Who set the date.
    public let authority: DeadlineAuthority
    /// The last day on which the duty is done in time.
    public let due: CivilDate
    /// How it stands on the as-of day.
    public let standing: DeadlineStanding
    /// Days from as-of to the due day, or from the day it was done; nil where that day is not known. Negative: too late.
    public let days: Int?
    /// Whether a list shows it; if not, it exists all the same: past the horizon, done long ago, or in a past period.
    public let isListed: Bool
    /// What tells it from every other deadline, in this run and in later ones: the finding's fingerprint and the authority.
    public let key: String

    /// Whether it is known that the duty is done, or known that it is not.
    public var isDoneKnown: Bool {
        switch standing {
        case .doneOnTime, .doneLate, .done, .overdue: true
        case .overdueIfNotDone: false
        case .upcoming, .dueSoon: finding.verdict != .undetermined
        }
    }

    /// The fact in which doing it is stated, or would be.
    public var fact: FactPath? {
        guard case .clock(let clock) = finding.reason else { return nil }
        return clock.fulfilment ?? clock.done?.path ?? finding.undeterminedBy.first?.path
    }

    /// The act that did it.
    public var done: DatedFact? {
        guard case .clock(let clock) = finding.reason, standing.isDone else { return nil }
        return clock.done
    }

    /// How long before the date to remind, longest first; none once it is done.
    public var leads: [Period] {
        guard !standing.isDone, case .obligation(let obligation) = finding.rule.requirement else { return [] }
        return obligation.reminders
    }
}

/// Who set the date of a deadline.
public enum DeadlineAuthority: Sendable, Hashable {
    /// The source of the rule, by id: the legal date, which the verdict follows.
    case law(source: String?)
    /// A plan or letter the statement holds, of a class where that is stated; `position` tells apart several dates of one document.
    case directed(authority: String, ref: String?, class: SourceClass?, position: Int)

    /// What it adds to the key of a deadline.
    var key: String {
        switch self {
        case .law: return "law"
        case .directed(let authority, let ref, _, let position):
            // Stating the class later makes no other deadline of it.
            let parts = [authority, ref ?? "", String(position)]
            return String(SHA256.hexDigest(of: parts.joined(separator: "\u{1F}").utf8).prefix(12))
        }
    }
}

/// How a deadline stands on the as-of day.
public enum DeadlineStanding: String, Sendable, Hashable, CaseIterable {
    case upcoming
    case dueSoon = "due_soon"
    /// Past, and known not to be done.
    case overdue
    /// Past, and it is not known whether it was done.
    case overdueIfNotDone = "overdue_if_not_done"
    case doneOnTime = "done_on_time"
    case doneLate = "done_late"
    /// Done, and it is not known whether in time.
    case done

    /// Whether nothing is left to do.
    public var isDone: Bool {
        switch self {
        case .doneOnTime, .doneLate, .done: true
        case .upcoming, .dueSoon, .overdue, .overdueIfNotDone: false
        }
    }
}
