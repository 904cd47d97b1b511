internal import CivilTime

extension Campaign {
    /// What is wrong with a campaign beside the register it is of: another portfolio, units that are not there.
    public func faults(against register: Register) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        if let portfolio, let code = register.code, portfolio != code {
            collector.error(.inspection(.otherPortfolio(found: portfolio, register: code)), at: place)
        }
        let end = CivilDate(year: year, month: 12, day: 31) ?? .max
        for visit in visits ?? [] {
            guard let unit = register.unit(visit.unit) else {
                let suggestion = collector.suggestion(for: visit.unit, among: register.units.map(\.code))
                collector.error(.unknownName(.unit, visit.unit, suggestion: suggestion), at: visit.place)
                continue
            }
            // A visit that was made, or is expected while the unit is there, wants nothing of the end of the year.
            let isMade = register.inspections.contains {
                $0.unit == visit.unit && $0.heldOn?.interval.first.year == year
            }
            let isInTime = visit.expected.map { unit.isInBeing(on: $0.interval.last) != .no } ?? false
            if unit.isInBeing(on: end) == .no, !isMade, !isInTime {
                collector.warning(.inspection(.unitGone(visit.unit, year: year)), at: visit.place)
            }
        }
        return collector.diagnostics
    }
}
