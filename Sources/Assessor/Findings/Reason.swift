public import CivilTime
public import Model

/// Why a finding says what it says, as structure.
public enum Reason: Sendable {
    /// A condition: the operands that decided it.
    case condition([Operand])
    /// The rule does not apply, or it is not known whether it does: the operands that decided that.
    case applicability([Operand])
    /// The list the rule looks at is empty.
    case noItems(FactPath?)
    /// The list the rule looks at, or a further item of it, is not known.
    case itemsUnknown(FactPath?)
    /// A duty's clock.
    case clock(Clock)
    /// The rule is not in force on the day.
    case notInForce(ValidityWindow)
    /// It could not be worked out.
    case failure(Failure)
}

/// Why something could not be worked out.
public enum Failure: Sendable, Hashable {
    /// An expression failed; the words are CEL's, for the rule's author.
    case expression(String)
    /// The date a duty falls due lies outside the years 0001 to 9999.
    case dueDateOutOfRange
    /// A duty's period has no value.
    case noPeriod
    /// A duty's number of working days is not from 1 to 10000.
    case workingDayCount
}

/// An operand that decided a condition.
public struct Operand: Sendable {
    /// The fact, if the operand is one.
    public let path: FactPath?
    /// The operand's text in the rule.
    public let text: String
    /// Its value.
    public let value: ShownValue
    /// The comparison it stood in.
    public let relation: Relation?
    /// Where the fact stands.
    public let place: Place?

    /// The other side of a comparison.
    public struct Relation: Sendable {
        /// The operator, as CEL writes it: `==`, `<=`, `in`.
        public let symbol: String
        /// The other side's value.
        public let value: ShownValue
        /// The fact on the other side, if it is one.
        public let path: FactPath?
    }
}

/// A value as it is shown to people.
public enum ShownValue: Sendable, Hashable {
    case text(String)
    case boolean(Bool)
    case integer(Int64)
    case date(StatedDate)
    case period(Period)
    /// A choice of one of the vocabulary's lists.
    case choice(String, list: String)
    /// Asserted to be none.
    case none
    /// Not known.
    case unknown
    /// A list, by its length.
    case list(count: Int)
    /// A record of the vocabulary, by its id.
    case record(String)
    /// Anything else, as CEL writes it.
    case other(String)
}

/// A duty's clock as it stood.
public struct Clock: Sendable {
    /// What the clock is like.
    public enum Kind: Sendable, Hashable {
        /// A fixed last day.
        case fixed
        /// A period after an event.
        case within(Period)
        /// So many in a window.
        case atLeast(required: Int, found: Int)
        /// A month of the year.
        case monthWindow(Int)
        /// An event without a term.
        case noTerm
        /// An order of steps.
        case beforeStep
        /// At once after an event, with the limit the rule names.
        case atOnce(AtOnceLimit?)
        /// So many working days after an event.
        case workingDays(Int)
        /// At least a period before an event.
        case aheadOf(Period)
        /// Renewed before it runs out, so long ahead if the rule says so.
        case expiry(lead: Period?)
        /// Valid on every day of an interval.
        case throughout
    }

    /// What the clock is like.
    public let kind: Kind
    /// The event or step the clock runs from, and its fact.
    public let event: DatedFact?
    /// The last good day.
    public let due: CivilDate?
    /// The window of a recurring duty.
    public let window: CivilInterval?
    /// When it was done, and the fact that says so.
    public let done: DatedFact?
    /// The list or fact in which it would have been stated.
    public let fulfilment: FactPath?
    /// Days since the event, for a duty without a term.
    public let age: Int?
    /// The statement says nothing after this day, and what matters lies after it.
    public let silentAfter: CivilDate?
    /// The year whose holiday file is wanted.
    public let missingHolidays: Int?
    /// The last valid day of something that runs out.
    public internal(set) var validUntil: CivilDate?
    /// The days of the interval that nothing covers, or that may be uncovered.
    public internal(set) var gaps: [CivilInterval] = []
}

/// A date and the fact it was read from.
public struct DatedFact: Sendable {
    /// The date.
    public let date: StatedDate
    /// The fact; nil for a date the rule itself sets.
    public let path: FactPath?
}
