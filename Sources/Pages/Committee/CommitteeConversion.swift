internal import CivilTime
internal import Model
internal import Portfolio
internal import Reports

/// The switch: units by step, those declared over time, and those to look at.
extension CommitteePage {
    var conversion: CommitteeView.Conversion? {
        guard let transition = portfolio.options.transition else { return nil }
        let groups = portfolio.byStep
        let most = groups.map(\.units.count).max() ?? 0
        let steps = groups.filter { !$0.units.isEmpty || $0.step != nil }.map { group in
            let label = group.step.flatMap { transition.step($0)?.label[phrasing.language] }
            return CommitteeView.Step(
                stepId: group.step ?? "", stepLabel: label ?? phrasing.pick("chưa biết bước nào", "no step is known"),
                stepUnits: number.text(group.units.count), hasUnits: !group.units.isEmpty,
                share: share(group.units.count, of: most),
                codes: codes(group.units))
        }
        return CommitteeView.Conversion(
            transitionTitle: transition.title[phrasing.language], steps: steps,
            burnUp: portfolio.burnUp(in: library).map { way($0) })
    }

    /// A share of a hundred, to a tenth.
    func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "0" : SVGDrawing.number(100 * Double(part) / Double(whole))
    }

    private func way(_ way: BurnUp) -> CommitteeView.Way {
        let days = Set((way.declared + way.planned).map(\.day)).sorted()
        let points = days.map { day in
            CommitteeView.Point(
                isoDay: day.description, day: phrasing.dates.text(day),
                declared: number.text(way.declared.last { $0.day <= day }?.units ?? 0),
                planned: way.planned.isEmpty ? "" : number.text(way.planned.last { $0.day <= day }?.units ?? 0))
        }
        let text = wayText(way)
        let chart = BurnUpChart(way: way, asOf: portfolio.asOf, phrasing: phrasing)
        let label = phrasing.pick(
            "Biểu đồ số cơ quan đã công bố theo thời gian. ", "Chart of units declared over time. ")
        return CommitteeView.Way(
            wayText: text, chart: chart.markup(label: label + text), chartCaption: caption(way), points: points)
    }

    private func wayText(_ way: BurnUp) -> String {
        let declared = number.text(way.declaredNow...(way.declaredNow + way.open))
        let all = number.text(way.hasToSwitch)
        var text = phrasing.pick(
            "Đến ngày \(asOfText), \(declared) trên \(all) cơ quan phải chuyển đổi, đang hoạt động vào ngày đó, đã công bố.",
            "By \(asOfText), \(declared) of \(all) units that have to switch, of those in being on that day, have declared."
        )
        guard let due = way.due else { return text }
        let byDue = way.declared.last { $0.day <= due }?.units ?? 0
        let day = phrasing.dates.text(due)
        if due < portfolio.asOf {
            text += phrasing.pick(
                " Đến hết hạn pháp lý \(day): \(number.text(byDue))\(way.open > 0 ? " đã biết" : "").",
                " By the legal date, \(day): \(number.text(byDue))\(way.open > 0 ? " known" : "").")
        } else {
            let least = max(0, way.hasToSwitch.lowerBound - way.declaredNow)
            let rest = number.text(least...(least + way.open))
            let days = phrasing.dates.days(due - portfolio.asOf)
            let are = due - portfolio.asOf == 1 ? "is" : "are"
            let have = rest == "1" ? "unit has" : "units have"
            text += phrasing.pick(
                " Còn \(days) đến hạn pháp lý \(day); còn \(rest) cơ quan phải công bố.",
                " \(days) \(are) left to the legal date, \(day); \(rest) \(have) still to declare.")
        }
        return text
    }

    /// A number of units in English.
    private func units(_ count: Int) -> String { "\(number.text(count)) unit\(count == 1 ? "" : "s")" }

    private func caption(_ way: BurnUp) -> String {
        var text = phrasing.pick(
            "Đếm cơ quan phải chuyển đổi theo ngày công bố ghi trong bản khai.",
            "Units that have to switch, by the day of declaration their statements give.")
        if way.open > 0 {
            text += phrasing.pick(
                " Phần gạch chéo: \(number.text(way.open)) cơ quan chưa biết.",
                " Hatched: \(units(way.open)) not known.")
        }
        text +=
            way.planned.isEmpty
            ? phrasing.pick(
                " Không có kế hoạch nào nêu ngày phải xong.", " No plan states a day by which to finish.")
            : phrasing.pick(
                " Kế hoạch: mốc công bố trong kế hoạch của chính cơ quan, nếu không có thì thời hạn của kế hoạch ràng buộc cơ quan.",
                " Plan: the day a unit's own plan has it declare, else the term of the plan that binds it.")
        return text
    }

    // MARK: To look at

    /// The units that ended within the year: they have no page of their own any more.
    private var ended: [CommitteeView.Attention] {
        let ended = portfolio.ended(inYear: true)
        if ended.isEmpty { return [] }
        let items = ended.map { "<li>\(HTMLText.escaped("\(phrasing.name($0)) \(phrasing.end($0))"))</li>" }
        return [
            CommitteeView.Attention(
                anchor: "attention-ended", heading: phrasing.endedInYear, figure: "ended",
                number: number.text(ended.count), unitWord: ended.count == 1 ? "unit" : "units", links: items.joined())
        ]
    }

    var attention: [CommitteeView.Attention] {
        var lists: [CommitteeView.Attention] = []
        func add(_ figure: String, _ name: String, _ units: [UnitResult]) {
            guard !units.isEmpty else { return }
            lists.append(
                CommitteeView.Attention(
                    anchor: "attention-\(figure)", heading: name, figure: figure, number: number.text(units.count),
                    unitWord: units.count == 1 ? "unit" : "units", links: list(units)))
        }
        for lateness in [ConversionNote.Lateness.late, .lateIfNotDone] {
            add(lateness.rawValue, PortfolioNames.name(lateness)[phrasing.language], portfolio.units(lateness))
        }
        for movement in [ConversionNote.Movement.notMoving, .notKnown, .noStep] {
            let name = PortfolioNames.name(movement, idleAfter: portfolio.options.idleAfter)[phrasing.language]
            add(movement.rawValue, name, portfolio.units(movement))
        }
        add("without", phrasing.pick("Chưa có bản khai", "No statement"), portfolio.withoutStatement)
        add(
            "unreadable", phrasing.pick("Bản khai không đọc được", "Statement could not be read"), portfolio.unreadable)
        return lists + ended
    }
}
