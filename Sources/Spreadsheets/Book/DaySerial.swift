internal import CivilTime

/// Days as spreadsheets count them (ECMA-376 Part 1, 18.17.4.1).
enum DaySerial {
    /// Where counting starts.
    enum System {
        /// From 1 January 1900 as 1, with a 29 February 1900 that never was as 60.
        case from1900
        /// From 1 January 1904 as 0.
        case from1904
    }

    /// The number of a day in the system of 1900.
    static func serial(of day: CivilDate) -> Int? {
        guard let start = CivilDate(year: 1899, month: 12, day: 30) else { return nil }
        let count = day - start
        // Before March 1900 the day that never was has not been counted yet.
        if count <= 60 { return count > 1 ? count - 1 : nil }
        return count
    }

    /// The day of a number; nil before the first day, for the day that never was, and past the calendar.
    static func day(of serial: Double, in system: System) -> CivilDate? {
        guard serial.isFinite, serial >= 0, serial < 3_000_000 else { return nil }
        let whole = Int(serial)
        switch system {
        case .from1904: return CivilDate(year: 1904, month: 1, day: 1)?.adding(days: whole)
        case .from1900:
            if whole < 1 || whole == 60 { return nil }
            return CivilDate(year: 1899, month: 12, day: 30)?.adding(days: whole < 60 ? whole + 1 : whole)
        }
    }
}
