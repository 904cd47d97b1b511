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
            if unit.isInBeing(on: end) == .no {
                collector.warning(.inspection(.unitGone(visit.unit, year: year)), at: visit.place)
            }
        }
        return collector.diagnostics
    }
}
