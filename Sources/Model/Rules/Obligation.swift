public import CEL
public import CivilTime

/// The part of a rule that generates deadlines (*nghĩa vụ*): a closed list of kinds, because the law has these shapes.
///
/// It and the patterns in it never change once read, and are shared like the rule they belong to.
public final class Obligation: Sendable {
    /// The shape of its clock.
    public let kind: ObligationKind
    /// How it is known to be done.
    public let fulfilment: Fulfilment
    /// What a duty done after its date is.
    public let late: LateTreatment
    /// Further dates of the same duty that the statement holds.
    public let directed: [DirectedDate]
    /// How long before its date a duty counts as due soon, longest first.
    public let leads: [Period]
    /// Where it is declared.
    public let place: Place

    init(
        kind: ObligationKind, fulfilment: Fulfilment, late: LateTreatment, directed: [DirectedDate], leads: [Period],
        place: Place
    ) {
        self.kind = kind
        self.fulfilment = fulfilment
        self.late = late
        self.directed = directed
        self.leads = leads
        self.place = place
    }
}

/// The shapes of clocks.
public enum ObligationKind: Sendable {
    /// Done before a fixed date (exclusive) or by it (inclusive).
    case fixed(date: Expression, isInclusive: Bool)
    /// Done within a period after an event.
    case within(of: Expression, period: Expression)
    /// Done so many times in every window, from `since` on.
    case atLeast(count: Int, per: WindowUnit, since: Expression)
    /// Done in this month of every year, from `since` on.
    case monthWindow(month: Int, since: Expression)
    /// Called for by an event, without a term: never overdue, its age is shown.
    case onEventNoTerm(of: Expression)
    /// Done before a step: an order, not a date.
    case beforeStep(of: Expression)
    /// Called for at once by an event; where the rule names no limit there is no due day, only urgency.
    case atOnce(of: Expression, limit: AtOnceLimit?)
    /// Done within so many working days after an event; the days off of the years it runs through decide.
    case workingDays(of: Expression, count: Expression)
    /// Done at least a period before an event.
    case aheadOf(of: Expression, period: Expression)
    /// Renewed before what was granted runs out.
    case expiry(Expiry)
    /// Valid on every day of an interval; the duty's events are the validities.
    case throughout(Throughout)
}

/// The last day of what has to be done at once, where a rule names one.
public enum AtOnceLimit: String, Sendable, Hashable, CaseIterable {
    /// The day of the event.
    case sameDay = "same_day"
    /// The next calendar day.
    case nextDay = "next_day"
    /// The next working day; the days off of its year decide.
    case nextWorkingDay = "next_working_day"
}

/// What a validity runs for, and how long before its end it has to be renewed.
public struct Expiry: Sendable {
    /// The day it was granted.
    public let granted: Expression
    /// How long it is valid from then; nil where only a printed date says it.
    public let period: Expression?
    /// The last valid day printed on it; where it is stated it decides, where it is none the period does.
    public let until: Expression?
    /// How long before the last valid day the renewal is due; nil: by that day.
    public let lead: Expression?
}

/// The days on which something has to be valid, and the last valid day of each validity.
public final class Throughout: Sendable {
    /// The first day.
    public let from: Expression
    /// The last day; nil or null where it runs on.
    public let to: Expression?
    /// The last valid day of the validity that ``Obligation/fulfilment`` dates; null where it has no end.
    public let until: Expression
    /// The names `until` may use.
    public let environment: Environment

    init(
        from: Expression, to: Expression?, until: Expression, environment: Environment
    ) {
        self.from = from
        self.to = to
        self.until = until
        self.environment = environment
    }
}

/// How a duty is known to be done.
public enum Fulfilment: Sendable {
    /// The date on which it was done; null where it is known not to be.
    case done(Expression)
    /// Any event of a list.
    case events(EventPattern)
}

/// The events of a list that fulfil a duty.
public final class EventPattern: Sendable {
    /// The list, and an item's name.
    public let items: ItemPattern
    /// The date of an item.
    public let on: Expression
    /// Which items count; nil: all.
    public let condition: Expression?
    /// The names its expressions may use.
    public let environment: Environment

    init(
        items: ItemPattern, on: Expression, condition: Expression?, environment: Environment
    ) {
        self.items = items
        self.on = on
        self.condition = condition
        self.environment = environment
    }
}

/// What a duty done after its date is.
public enum LateTreatment: String, Sendable, Hashable, CaseIterable {
    /// Conform, done late, with an observation.
    case observation
    /// Nonconform all the same.
    case nonconform
}

/// Another authority's date for the same duty, found in the statement.
public final class DirectedDate: Sendable {
    /// The list of plans or letters in the statement.
    public let items: ItemPattern
    /// The date.
    public let date: Expression
    /// Whether the duty may be done on the date itself.
    public let isInclusive: Bool
    /// Who set it.
    public let authority: Expression
    /// The document that sets it.
    public let ref: Expression?
    /// The class of that document, which ranks it.
    public let sourceClass: Expression?
    /// Which items set a date; nil: all of them.
    public let condition: Expression?
    /// The names its expressions may use.
    public let environment: Environment

    init(
        items: ItemPattern, date: Expression, isInclusive: Bool, authority: Expression, ref: Expression?,
        sourceClass: Expression?, condition: Expression?, environment: Environment
    ) {
        self.items = items
        self.date = date
        self.isInclusive = isInclusive
        self.authority = authority
        self.ref = ref
        self.sourceClass = sourceClass
        self.condition = condition
        self.environment = environment
    }
}
