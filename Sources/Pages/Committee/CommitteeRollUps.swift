internal import Assessor
internal import Model
internal import Portfolio
internal import Reports

/// Numerators and denominators added up by level, block, parent, source, clause and head of inspection, and the plain figures.
extension CommitteePage {
    var rollUps: [CommitteeView.RollUp] {
        var tables: [CommitteeView.RollUp] = []
        for key in [RollUpKey.level, .block, .parent, .source, .clause] {
            let rows = portfolio.rollUp(by: key, in: library)
            guard rows.count > 1 else { continue }
            tables.append(table(key, PortfolioNames.name(key)[phrasing.language], rows))
        }
        for checklist in checklists {
            let byTag = Dictionary(
                portfolio.rollUp(by: .tag, in: library).map { ($0.key ?? "", $0) },
                uniquingKeysWith: { first, _ in first })
            let rows = checklist.heads.compactMap { head in byTag[head.tag].map { (head, $0) } }
            guard !rows.isEmpty else { continue }
            let names = Dictionary(
                rows.map { ($0.0.tag, "\($0.0.id) \($0.0.title[phrasing.language])") },
                uniquingKeysWith: { first, _ in first })
            tables.append(
                table(.tag, checklist.title[phrasing.language], rows.map(\.1), anchor: "heads-\(tables.count)", names))
        }
        return tables
    }

    private var checklists: [Checklist] {
        let used = Set(report.run.context.rules.map(\.set))
        return library.sets.filter { used.contains($0.id) }.flatMap(\.checklists)
    }

    private func table(
        _ key: RollUpKey, _ heading: String, _ rows: [RollUpRow], anchor: String? = nil, _ names: [String: String] = [:]
    ) -> CommitteeView.RollUp {
        let labels = RollUpLabels(report, phrasing)
        return CommitteeView.RollUp(
            anchor: anchor ?? "by-\(key.rawValue)", heading: heading, groupHead: groupHead(key),
            hasUnits: key.isOfUnits,
            rollRows: rows.map { row in
                self.row(key, row, row.key.flatMap { names[$0] } ?? labels.label(row.key, key))
            })
    }

    private func groupHead(_ key: RollUpKey) -> String {
        switch key {
        case .level: phrasing.pick("Cấp", "Level")
        case .block: phrasing.pick("Khối", "Block")
        case .parent: phrasing.pick("Cơ quan cấp trên", "Body above")
        case .source: phrasing.pick("Căn cứ", "Source")
        case .clause: phrasing.pick("Điều, khoản", "Article and clause")
        case .tag: phrasing.pick("Nội dung kiểm tra", "Head of inspection")
        }
    }

    private func row(_ key: RollUpKey, _ row: RollUpRow, _ label: String) -> CommitteeView.RollRow {
        let open = row.conforming.upperBound - row.conforming.lowerBound
        return CommitteeView.RollRow(
            by: key.rawValue, rollKey: row.key ?? "", rollLabel: label, rollUnits: number.text(row.units),
            rollWithout: number.text(row.withoutStatement),
            conforming: row.applicable == 0
                ? phrasing.pick("chưa có gì để tính", "nothing to count") : number.text(row.conforming),
            missed: row.applicable == 0 ? "" : number.text(row.missed),
            pending: row.applicable == 0 ? "" : number.text(row.pending),
            open: row.applicable == 0 ? "" : number.text(row.open),
            applicable: row.applicable == 0 ? phrasing.pick("không có", "none") : number.text(row.applicable),
            hasBar: row.applicable > 0, low: share(row.conforming.lowerBound, of: row.applicable),
            openWidth: share(open, of: row.applicable))
    }

    // MARK: Figures

    var figures: [CommitteeView.FigureRow] {
        portfolio.figures.flatMap { count in
            FigureRows(count, phrasing).rows.map { row in
                CommitteeView.FigureRow(
                    figureId: count.figure.id, kindId: row.id, figureTitle: count.figure.title[phrasing.language],
                    figureCounts: count.figure.counts[phrasing.language], kind: row.name, isOpen: row.isOpen,
                    number: row.count.map { number.text($0) } ?? "")
            }
        }
    }
}
