internal import Model
internal import Portfolio
internal import Reports

/// What was inspected in the year, which heads were not met, and the province's own ratings.
extension CommitteePage {
    var inspectionTable: InspectionFigureTable { InspectionFigureTable(portfolio.inspections, phrasing) }

    var inspectionParts: [CommitteeView.InspectionPart] {
        let units = Dictionary(portfolio.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
        return inspectionTable.parts.map { part in
            let rows = part.rows.map { row in
                CommitteeView.InspectionRow(
                    inspectionId: row.id, inspectionName: row.name, inspectionCount: number.text(row.count),
                    inspectionUnits: row.units.map { codes(of: $0, units) } ?? "")
            }
            return CommitteeView.InspectionPart(
                partId: part.id, partTitle: part.title, partNote: part.note, rowHead: part.rowHead,
                countHead: part.countHead, hasRows: !rows.isEmpty, inspectionRows: rows)
        }
    }

    /// Codes with links to the units that are still in being; many of them folded away, but there.
    private func codes(of members: [String], _ units: [String: UnitResult]) -> String {
        let told = members.map { code in
            units[code].map { links.link($0, code, in: portfolio.register) } ?? HTMLText.escaped(code)
        }.joined(separator: ", ")
        if members.count <= 12 { return told }
        let name = phrasing.pick("xem \(number.text(members.count)) mã", "show \(number.text(members.count)) codes")
        return "<details><summary>\(name)</summary>\(told)</details>"
    }
}
