import CivilTime

/// Days off for years far enough away that nobody takes them for real ones.
enum InventedDaysOff {
    static func all() throws -> DaysOff {
        try DaysOff([
            DaysOff.Year(
                year: 2190, off: [date("2190-01-01"), date("2190-08-09"), date("2190-08-16")],
                working: [date("2190-08-14")]),
            DaysOff.Year(
                year: 2191, off: interval("2191-02-03", "2191-02-11").days.map { $0 },
                working: [date("2191-02-26")]),
            DaysOff.Year(year: 2192, off: [date("2192-12-31")]),
        ])
    }
}
