/// The last day on which a duty can be done in time, or the reason why it is not known.
public struct DueDate: Hashable, Sendable {
    /// What is known of the day.
    public enum Outcome: Hashable, Sendable {
        /// The day.
        case day(CivilDate)
        /// Not known without the days off of a year.
        case needsDaysOff(year: Int)
    }

    /// The day the count ends on, before a last day off moves it. The due date is never earlier, so it holds as a bound
    /// where the due date is not known.
    public let countedDay: CivilDate
    /// The due date, or what is missing.
    public let outcome: Outcome

    /// A due date that needs no counting.
    public init(_ day: CivilDate) {
        self.init(countedDay: day, outcome: .day(day))
    }

    init(countedDay: CivilDate, outcome: Outcome) {
        self.countedDay = countedDay
        self.outcome = outcome
    }

    /// The due date; nil where the days off of a year are missing.
    public var day: CivilDate? {
        switch outcome {
        case .day(let day): day
        case .needsDaysOff: nil
        }
    }

    /// The year whose days off are missing; nil where the due date is known.
    public var missingYear: Int? {
        switch outcome {
        case .day: nil
        case .needsDaysOff(let year): year
        }
    }

    /// Whether the due date moved because the last day was off; unknown where the due date is.
    public var isMoved: Truth {
        day.map { Truth($0 != countedDay) } ?? .unknown
    }

    /// Whether the due date is before a day.
    public func isPast(on date: CivilDate) -> Truth {
        isMet(by: StatedDate(date)).not
    }

    /// Whether something done on a date was done in time, that is, on or before the due date.
    public func isMet(by done: StatedDate) -> Truth {
        if done.interval.last <= day ?? countedDay { return .yes }
        guard let day else { return .unknown }
        return done.interval.first > day ? .no : .unknown
    }
}

/// The due dates that are possible for an event whose day is not known.
public struct DueRange: Hashable, Sendable {
    /// The due date if the event was on the first of its possible days.
    public let earliest: DueDate
    /// The due date if the event was on the last of them.
    public let latest: DueDate

    /// The due dates of the first and the last day an event may have been on.
    public init(earliest: DueDate, latest: DueDate) {
        self.earliest = earliest
        self.latest = latest
    }

    /// One due date.
    public init(_ due: DueDate) {
        self.init(earliest: due, latest: due)
    }

    /// The first and the last possible due date; nil where days off are missing for either.
    public var interval: CivilInterval? {
        guard let first = earliest.day, let last = latest.day else { return nil }
        return CivilInterval(first: first, last: last)
    }

    /// The first year whose days off are missing; nil where none are.
    public var missingYear: Int? { earliest.missingYear ?? latest.missingYear }

    /// Whether the due date is before a day.
    public func isPast(on date: CivilDate) -> Truth {
        isMet(by: StatedDate(date)).not
    }

    /// Whether something done on a date was done on or before the due date.
    public func isMet(by done: StatedDate) -> Truth {
        if earliest.isMet(by: done) == .yes { return .yes }
        return latest.isMet(by: done) == .no ? .no : .unknown
    }
}
