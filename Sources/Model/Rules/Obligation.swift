public import CEL
public import CivilTime

/// The part of a rule that generates deadlines (*nghĩa vụ*): a closed list of kinds, because the law has these shapes.
public struct Obligation: Sendable {
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
}

/// How a duty is known to be done.
public enum Fulfilment: Sendable {
    /// The date on which it was done; null where it is known not to be.
    case done(Expression)
    /// Any event of a list.
    case events(EventPattern)
}

/// The events of a list that fulfil a duty.
public struct EventPattern: Sendable {
    /// The list, and an item's name.
    public let items: ItemPattern
    /// The date of an item.
    public let on: Expression
    /// Which items count; nil: all.
    public let condition: Expression?
    /// The names its expressions may use.
    public let environment: Environment
}

/// What a duty done after its date is.
public enum LateTreatment: String, Sendable, Hashable, CaseIterable {
    /// Conform, done late, with an observation.
    case observation
    /// Nonconform all the same.
    case nonconform
}

/// Another authority's date for the same duty, found in the statement.
public struct DirectedDate: Sendable {
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
    /// The names its expressions may use.
    public let environment: Environment
}
