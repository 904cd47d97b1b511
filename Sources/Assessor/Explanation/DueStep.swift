public import CivilTime
public import Model

/// One step on the way from what a duty runs from to its last good day.
public enum DueStep: Sendable {
    /// The day it runs from or towards, and where that is stated; nil for a date the rule itself sets.
    case event(StatedDate, FactPath?, Place?)
    /// What follows is for one of the days the event may have been on.
    case ifOn(CivilDate)
    /// The last day of a period.
    case counted(Period, firstDayCounts: Bool, end: CivilDate)
    /// The month has no such day, so its last one was taken.
    case monthEnd(wanted: Int, end: CivilDate)
    /// The last day is off, and stays.
    case dayOffStays(CivilDate)
    /// The last day is off, and the duty moves on.
    case dayOffMoves(CivilDate, to: CivilDate)
    /// The last day is a working day.
    case workingDay(CivilDate)
    /// Whether the day is off is not known without the file of a year.
    case needsDaysOff(CivilDate, year: Int)
    /// So many working days on, others being passed over.
    case workingDays(Int, firstDayCounts: Bool, passedOver: Int, end: CivilDate)
    /// So long before the event.
    case ahead(Period, countsBack: Bool, end: CivilDate)
    /// At once, by the limit the rule names.
    case atOnce(AtOnceLimit, end: CivilDate)
    /// The last day before a date that is itself too late.
    case before(CivilDate, end: CivilDate)
    /// The last day of validity.
    case validUntil(CivilDate)
    /// The window the duty has to be done in.
    case window(CivilInterval, required: Int?)
    /// The last good day.
    case due(CivilDate)
}
