internal import CivilTime

/// Days on a line from left to right.
struct TimeAxis {
    let first: CivilDate
    let last: CivilDate
    /// Where the first and the last day stand, in user units.
    let room: ClosedRange<Double>

    func position(_ day: CivilDate) -> Double {
        let days = max(1, last - first)
        let share = Double(min(max(day, first), last) - first) / Double(days)
        return room.lowerBound + share * (room.upperBound - room.lowerBound)
    }

    /// The first days of months between the ends, so many months apart that few enough are told.
    func monthStarts(most: Int) -> [CivilDate] {
        let months = (last.year - first.year) * 12 + last.month - first.month
        let apart = [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= most } ?? 240
        var starts: [CivilDate] = []
        for year in first.year...last.year {
            for month in 1...12 where ((year * 12 + month - 1) % apart) == 0 {
                guard let day = CivilDate(year: year, month: month, day: 1) else { continue }
                if day >= first && day <= last { starts.append(day) }
            }
        }
        return starts
    }
}
