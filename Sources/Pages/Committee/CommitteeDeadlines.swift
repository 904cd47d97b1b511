internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports

/// What comes due, and what is past without being known to be done.
extension CommitteePage {
    private var until: CivilDate { portfolio.asOf.adding(portfolio.options.within) ?? portfolio.asOf }

    var timeline: CommitteeView.Timeline? {
        let ahead = portfolio.ahead
        guard !ahead.isEmpty else { return nil }
        let drawing = DeadlineTimeline(groups: ahead, asOf: portfolio.asOf, until: until, phrasing: phrasing)
        let label = phrasing.pick(
            "Trục thời gian các hạn từ ngày \(asOfText) đến hết ngày \(phrasing.dates.text(until)); số liệu ở bảng dưới.",
            "A line of the dates from \(asOfText) to \(phrasing.dates.text(until)); the table below has the figures.")
        return CommitteeView.Timeline(
            from: asOfText, until: phrasing.dates.text(until), chart: drawing.markup(label: label))
    }

    var nothingAhead: String? {
        guard portfolio.ahead.isEmpty else { return nil }
        let day = phrasing.dates.text(until)
        return phrasing.pick(
            "Không có hạn nào còn mở từ ngày \(asOfText) đến hết ngày \(day).",
            "No date is open from \(asOfText) to \(day).")
    }

    var dateTables: [CommitteeView.DateTable] {
        var tables: [CommitteeView.DateTable] = []
        func add(_ anchor: String, _ vi: String, _ en: String, _ groups: [PortfolioAssessment.DeadlineGroup]) {
            guard !groups.isEmpty else { return }
            let heading = phrasing.pick(vi, en)
            tables.append(CommitteeView.DateTable(anchor: anchor, heading: heading, rows: groups.map { row($0) }))
        }
        let day = phrasing.dates.text(until)
        add("ahead", "Đến hết ngày \(day)", "Up to \(day)", portfolio.ahead)
        add("past", "Đã qua, chưa thực hiện hoặc chưa rõ", "Past, not done or not known to be", portfolio.past)
        return tables
    }

    private func row(_ group: PortfolioAssessment.DeadlineGroup) -> CommitteeView.DateRow {
        let note = group.note
        return CommitteeView.DateRow(
            rule: note.rule, isoDue: note.due.description, dueDay: phrasing.dates.text(note.due),
            duty: phrasing.ruleTitle(note.rule), authority: authority(note.authority),
            standing: phrasing.standing(note, asOf: portfolio.asOf),
            unitCount: number.text(group.units.count), codes: codes(group.units))
    }

    private func authority(_ authority: DeadlineAuthority) -> String {
        let kind = DeadlineNames.name(authority)[phrasing.language]
        switch authority {
        case .law(let id):
            let name = id.flatMap { library.sources[$0]?.short[phrasing.language] }
            return name.map { "\(kind): \($0)" } ?? kind
        case .directed(let name, let ref, _, _):
            return "\(kind): \(ref.map { "\(name), \($0)" } ?? name)"
        }
    }
}
