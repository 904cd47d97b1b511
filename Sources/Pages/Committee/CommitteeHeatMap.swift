internal import Assessor
internal import Model
internal import Portfolio
internal import Reports

/// The table of units and groups of clauses: a letter in each cell, so that colour never speaks alone.
extension CommitteePage {
    struct HeatMap {
        let legend: [CommitteeView.Legend]
        let sourceHeads: [CommitteeView.SourceHead]
        let columns: [CommitteeView.Column]
        /// The rows as markup.
        let rows: String
        /// How many undetermined cells have only conforming requirements among those decided; nil for none.
        let someCells: String?
    }

    /// So many columns fit a wide screen beside the names; then the heads stay in sight while one goes down the rows.
    static let mostSticky = 30

    /// The letter of a verdict, in the words of the language; none stands for one thing in one language and for another in the other.
    static func letter(_ verdict: Verdict, _ language: Language) -> String {
        switch (verdict, language) {
        case (.conform, .vi): "Đ"
        case (.conform, .en): "Y"
        case (.partial, .vi): "M"
        case (.partial, .en): "P"
        case (.pending, .vi): "T"
        case (.pending, .en): "W"
        case (.nonconform, .vi): "K"
        case (.nonconform, .en): "N"
        case (.undetermined, _): "?"
        case (.notApplicable, _): "–"
        case (.notInForce, _): "·"
        case (.error, _): "!"
        }
    }

    var heatMap: HeatMap? {
        let groups = portfolio.clauseGroups(of: report.run.context.rules)
        guard !groups.isEmpty else { return nil }
        var rows = ""
        var cells: [Verdict: Int] = [:]
        var some = 0
        for unit in portfolio.units {
            let verdicts = unit.verdicts(of: groups)
            rows += "<tr><th scope=\"row\">\(heatLink(unit))</th>"
            for position in groups.indices {
                guard let result = verdicts?[position], let verdict = result.verdict else {
                    rows += "<td class=\"x\"></td>"
                    continue
                }
                let isSome = verdict == .undetermined && Self.isPartlyGood(result)
                if isSome { some += 1 } else { cells[verdict, default: 0] += 1 }
                let kind = isSome ? "\(verdict.rawValue) some" : verdict.rawValue
                rows += "<td class=\"\(kind)\">\(Self.letter(verdict, phrasing.language))</td>"
            }
            rows += "</tr>\n"
        }
        let order: [Verdict] = [
            .conform, .pending, .partial, .nonconform, .undetermined, .error, .notApplicable, .notInForce,
        ]
        let legend = order.compactMap { verdict -> CommitteeView.Legend? in
            guard let count = cells[verdict] else { return nil }
            return CommitteeView.Legend(
                kind: verdict.rawValue, letter: Self.letter(verdict, phrasing.language),
                meaning: AxisNames.name(verdict)[phrasing.language], cells: number.text(count))
        }
        return HeatMap(
            legend: legend, sourceHeads: sourceHeads(groups), columns: groups.map { column($0) }, rows: rows,
            someCells: some == 0 ? nil : number.text(some))
    }

    /// Whether something is decided and all of that conforms.
    private static func isPartlyGood(_ result: ClauseGroupVerdict) -> Bool {
        (result.rules[.conform] ?? 0) > 0 && (result.rules[.partial] ?? 0) == 0 && (result.rules[.pending] ?? 0) == 0
    }

    private func heatLink(_ unit: UnitResult) -> String {
        links.link(unit, unit.name ?? unit.unit.code, in: portfolio.register)
    }

    /// Neighbouring columns of one source under one name.
    private func sourceHeads(_ groups: [ClauseGroup]) -> [CommitteeView.SourceHead] {
        var heads: [(source: String, span: Int)] = []
        for group in groups {
            if heads.last?.source == group.citation.source {
                heads[heads.count - 1].span += 1
            } else {
                heads.append((group.citation.source, 1))
            }
        }
        return heads.map { head in
            let name = library.sources[head.source]?.short[phrasing.language] ?? head.source
            // A name over one narrow column would widen it; the column itself tells it then.
            return CommitteeView.SourceHead(span: String(head.span), sourceName: head.span < 4 ? nil : name)
        }
    }

    private func column(_ group: ClauseGroup) -> CommitteeView.Column {
        let citation = group.citation
        let isStandard = library.sources[citation.source]?.sourceClass == .standard
        let source = library.sources[citation.source]?.short[phrasing.language] ?? citation.source
        guard let article = citation.article else {
            return CommitteeView.Column(columnName: library.sources[citation.source]?.number ?? source)
        }
        let clause = citation.clause.map { ".\($0)" } ?? ""
        let word = isStandard ? phrasing.pick("điều", "clause") : phrasing.pick("Điều", "Art.")
        return CommitteeView.Column(columnName: "\(word) \(article)\(clause)")
    }
}
