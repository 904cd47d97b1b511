internal import Assessor
internal import CivilTime
internal import Model
package import Portfolio

/// What the groups of a portfolio's roll-ups are called.
package struct RollUpLabels {
    private let report: PortfolioReport
    private let phrasing: Phrasing

    package init(_ report: PortfolioReport, _ phrasing: Phrasing) {
        self.report = report
        self.phrasing = phrasing
    }

    /// The name of a group; nil is the group of which nothing is stated.
    package func label(_ id: String?, _ key: RollUpKey) -> String {
        let library = report.run.context.library
        guard let id else { return phrasing.pick("chưa nêu", "not stated") }
        switch key {
        case .level: return PortfolioNames.level(id, library)?[phrasing.language] ?? id
        case .source: return library.sources[id]?.short[phrasing.language] ?? id
        case .parent:
            return report.portfolio.register.unit(id)?.name.on(report.portfolio.asOf) ?? id
        case .clause: return clause(id)
        case .block, .tag: return id
        }
    }

    /// A key of the roll-up by clause as it is cited.
    private func clause(_ key: String) -> String {
        let rule = report.run.context.rules.first { rule in
            let place = [rule.citation.article, rule.citation.clause].compactMap(\.self).joined(separator: ".")
            return (place.isEmpty ? rule.citation.source : "\(rule.citation.source) \(place)") == key
        }
        guard let citation = rule?.citation else { return key }
        return phrasing.citations.text(
            Citation(
                source: citation.source, article: citation.article, clause: citation.clause, point: nil, paragraph: nil)
        )
    }
}

extension RollUpKey {
    /// Whether its groups are of units, and not of rules.
    package var isOfUnits: Bool {
        switch self {
        case .level, .block, .parent: true
        case .source, .clause, .tag: false
        }
    }
}
