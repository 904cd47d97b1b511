/// The arithmetic between day numbers and year, month, day, in the proleptic Gregorian calendar (ISO 8601-1, 4.2.1).
///
/// Years are counted from 1 March internally, so that the leap day is the last day of its year and month lengths follow
/// one linear formula; 400 such years have exactly 146 097 days.
enum GregorianArithmetic {
    /// Days from 1 March of year 0 to 1 January 1970, the day numbered 0.
    static let epochShift = 719_468

    /// The day number of 0001-01-01.
    static let firstDayNumber: Int32 = -719_162

    /// The day number of 9999-12-31.
    static let lastDayNumber: Int32 = 2_932_896

    /// The years a date may have.
    static let years = 1...9999

    @inline(__always)
    static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The length of a month that is known to be in 1...12.
    @inline(__always)
    static func length(ofMonth month: Int, year: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        // From August on, the long months are the even ones.
        return 30 + ((month + (month >> 3)) & 1)
    }

    /// The day number of a valid year, month and day.
    @inline(__always)
    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let century = marchYear / 100
        let daysOfYears = 365 * marchYear + marchYear / 4 - century + century / 4
        let daysOfMonths = (153 * marchMonth + 2) / 5
        return Int32(truncatingIfNeeded: daysOfYears + daysOfMonths + day - 1 - epochShift)
    }

    /// The year, month and day of a day number in range.
    @inline(__always)
    static func components(of dayNumber: Int32) -> (year: Int, month: Int, day: Int) {
        let days = UInt32(bitPattern: dayNumber &+ Int32(epochShift))
        let cycle = days / 146_097
        let dayOfCycle = days % 146_097
        let leapDays = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }
}
