public import CivilTime
public import Model

/// The clock of a finding.
public struct Timing: Sendable, Hashable {
    /// Where the clock stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case none
        case upcoming
        case dueSoon = "due_soon"
        case overdue
        case doneOnTime = "done_on_time"
        case doneLate = "done_late"
    }

    /// Where the clock stands.
    public let state: State
    /// The last day on which the duty is done in time.
    public let due: CivilDate?
    /// Days from as-of to the due day; for a duty that is done, from the day it was done. Negative: too late.
    public let days: Int?
    /// The source whose date decides, by id.
    public let source: String?
    /// Other authorities' dates for the same duty, as stated.
    public let others: [OtherDate]
    /// The year whose days off have to be known to say the due day; nil where none are missing.
    public let missingHolidays: Int?

    /// Makes a timing.
    public init(
        state: State, due: CivilDate? = nil, days: Int? = nil, source: String? = nil, others: [OtherDate] = [],
        missingHolidays: Int? = nil
    ) {
        self.state = state
        self.due = due
        self.days = days
        self.source = source
        self.others = others
        self.missingHolidays = missingHolidays
    }

    /// No clock.
    public static let none = Timing(state: .none)
}

/// Another authority's date for the same duty.
public struct OtherDate: Sendable, Hashable {
    /// Who set it, as stated.
    public let authority: String
    /// The document that sets it.
    public let ref: String?
    /// The class of that document, which ranks it; nil where it is not stated.
    public let sourceClass: SourceClass?
    /// The last good day under it.
    public let due: CivilDate
    /// Where the clock stands under it.
    public let state: Timing.State
    /// Days as in ``Timing/days``.
    public let days: Int?

    /// The rank of its class, 0 the highest; a class that is not stated ranks last.
    public var rank: Int { sourceClass?.rank ?? .max }
}
