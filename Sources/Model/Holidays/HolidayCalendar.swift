public import CivilTime
public import YAMLTree

/// What was decided on the days off of one year (*lịch nghỉ*), as its file states it.
///
/// The days off and the swapped working days of a year are set anew each year, so a program cannot know them.
public struct HolidayYear: Sendable {
    /// A day, or days on end, that are off.
    public struct DaysOff: Sendable {
        /// The days.
        public let days: CivilInterval
        /// What they are called.
        public let name: String
    }

    /// A Saturday or Sunday that is worked.
    public struct WorkingDay: Sendable {
        /// The day.
        public let day: CivilDate
        /// The day off it is worked for, where the file says so.
        public let exchangedFor: CivilDate?
    }

    /// The year.
    public let year: Int
    /// The decision or notice that sets the days.
    public let basis: String
    /// A remark.
    public let note: String?
    /// The days off, in the order of the file.
    public let daysOff: [DaysOff]
    /// The weekend days that are worked, in the order of the file.
    public let workingDays: [WorkingDay]
    /// The file.
    public let source: SourceText
    /// Where the year stands in it.
    public let place: Place

    /// What a file of a year is best called: `holidays-2026.yaml`. Messages ask for it by that name.
    public static func fileName(_ year: Int) -> String { "holidays-\(year).yaml" }

    /// The days, for counting.
    var decided: CivilTime.DaysOff.Year {
        let off = daysOff.flatMap { Array($0.days.days) }
        return CivilTime.DaysOff.Year(year: year, off: off, working: workingDays.map(\.day))
    }
}

/// The days off of the years that are known to a run.
public struct HolidayCalendar: Sendable {
    /// The years in order, each from one file.
    public let years: [HolidayYear]
    /// The days, for counting.
    public let daysOff: DaysOff
}
