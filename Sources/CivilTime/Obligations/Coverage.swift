/// What a number of validities leave uncovered of the days for which something has to be valid throughout.
extension CivilInterval {
    /// The days of this interval that none of the others covers, as intervals in order.
    public func gaps(leftBy covers: [CivilInterval]) -> [CivilInterval] {
        var gaps: [CivilInterval] = []
        var next: CivilDate? = first
        for cover in covers.sorted(by: { $0.first < $1.first }) {
            guard let open = next, open <= last else { break }
            if cover.last < open { continue }
            if let before = cover.first.adding(days: -1), let end = [before, last].min(),
                let gap = CivilInterval(first: open, last: end)
            {
                gaps.append(gap)
            }
            next = cover.last.adding(days: 1)
        }
        if let next, let gap = CivilInterval(first: next, last: last) { gaps.append(gap) }
        return gaps
    }
}
