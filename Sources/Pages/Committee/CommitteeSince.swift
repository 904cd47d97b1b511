internal import Model
internal import Portfolio
internal import Reports

/// What changed since the snapshot that the portfolio was held against.
extension CommitteePage {
    var since: CommitteeView.Since? {
        guard let comparison = report.since else { return nil }
        let told = SnapshotChanges(comparison, phrasing)
        let units = Dictionary(portfolio.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
        let groups = told.groups.map { group in
            let items = group.units.map { unit -> String in
                let link =
                    units[unit.code].map { links.link($0, unit.name, in: portfolio.register) }
                    ?? HTMLText.escaped(unit.name)
                let detail = unit.detail.map { ": \(HTMLText.escaped($0))" } ?? ""
                return "<li>\(link)\(detail)</li>"
            }
            return CommitteeView.ChangeGroup(
                changeId: group.id, changeTitle: group.title, changeCount: number.text(group.units.count),
                changeUnits: items.joined())
        }
        return CommitteeView.Since(
            sinceTitle: told.title, sinceWarning: told.warning, noUnits: groups.isEmpty, changeGroups: groups,
            hasShares: !told.shares.isEmpty,
            shareChanges: told.shares.map {
                .init(shareTitle: $0.title, shareBefore: $0.before, shareAfter: $0.after)
            }, sinceFindings: told.findings, sinceNotCompared: told.notCompared)
    }
}
