internal import Assessor
internal import Model
internal import Portfolio
internal import Reports

/// The first screen: the few figures a meeting begins with, each with what it counts.
extension CommitteePage {
    var facts: [CommitteeView.Fact] {
        let total = portfolio.total
        var facts = [
            fact(
                "units", phrasing.pick("cơ quan đang hoạt động", "units in being"), number.text(total.units),
                basis: phrasing.pick("đếm cơ quan trong danh sách", "units of the register"))
        ]
        if let way = portfolio.burnUp(in: library) {
            facts.append(
                fact(
                    "declared", phrasing.pick("đã công bố theo phiên bản mới", "declared to the new edition"),
                    number.text(way.declaredNow...(way.declaredNow + way.open)),
                    of: phrasing.pick("trên ", "of ") + number.text(way.hasToSwitch),
                    basis: phrasing.pick(
                        "đếm cơ quan phải chuyển đổi, đang hoạt động ngày \(asOfText)",
                        "units that have to switch, in being on \(asOfText)")))
        }
        if portfolio.options.transition != nil {
            let late = portfolio.units(ConversionNote.Lateness.late).count
            let mayBe = portfolio.units(ConversionNote.Lateness.lateIfNotDone).count
            facts.append(
                fact(
                    "late", phrasing.pick("quá hạn chuyển đổi", "past the date of the switch"),
                    number.text(late...(late + mayBe)), basis: phrasing.pick("đếm cơ quan", "units"),
                    isAlarm: late > 0))
            let idle = portfolio.units(ConversionNote.Movement.notMoving).count
            let period = phrasing.dates.text(portfolio.options.idleAfter)
            facts.append(
                fact(
                    "not_moving", phrasing.pick("không có bước nào trong \(period)", "without a step in \(period)"),
                    number.text(idle), basis: phrasing.pick("đếm cơ quan", "units"), isAlarm: idle > 0))
        }
        facts.append(
            fact(
                "no_statement", phrasing.pick("chưa có bản khai", "without a statement"),
                number.text(total.withoutStatement), basis: phrasing.pick("đếm cơ quan", "units"),
                isAlarm: total.withoutStatement > 0))
        let pending = number.text(total.pending)
        facts.append(
            fact(
                "gaps", phrasing.pick("yêu cầu chưa đáp ứng", "requirements not met"),
                number.text(total.missed), of: phrasing.pick("trên ", "of ") + number.text(total.applicable),
                basis: phrasing.pick(
                    "đếm yêu cầu áp dụng của các bản khai; \(pending) yêu cầu nữa chưa thực hiện, chưa quá hạn",
                    "applicable requirements of statements; \(pending) more are not done and not overdue"),
                isAlarm: (total.rules[.nonconform] ?? 0) > 0))
        return facts
    }

    private func fact(
        _ figure: String, _ label: String, _ value: String, of: String? = nil, basis: String, isAlarm: Bool = false
    ) -> CommitteeView.Fact {
        CommitteeView.Fact(label: label, figure: figure, value: value, of: of, basis: basis, isAlarm: isAlarm)
    }

    /// Units by class, systems and statements, in words.
    var classes: String {
        var order: [String?] = []
        var counts: [String?: Int] = [:]
        for unit in portfolio.units {
            if counts[unit.unitClass] == nil { order.append(unit.unitClass) }
            counts[unit.unitClass, default: 0] += 1
        }
        let parts = order.map { id in
            let label = id.flatMap { PortfolioNames.unitClass($0, library) }?[phrasing.language]
            let name = label ?? id ?? phrasing.pick("chưa nêu diện", "class not stated")
            return "\(number.text(counts[id] ?? 0)) \(name)"
        }.joined(separator: ", ")
        let total = portfolio.total
        let unreadable =
            total.unreadable == 0
            ? ""
            : phrasing.pick(
                "; \(number.text(total.unreadable)) cơ quan có bản khai không đọc được",
                "; \(number.text(total.unreadable)) units have a statement that could not be read")
        return phrasing.pick(
            "Cơ quan: \(parts). Hệ thống: \(number.text(portfolio.systems)) trong danh sách. "
                + "Bản khai đã xét: \(number.text(total.statements))\(unreadable).",
            "Units: \(parts). Systems: \(number.text(portfolio.systems)) in the register. "
                + "Statements assessed: \(number.text(total.statements))\(unreadable).")
    }

    /// Conformity as the interval it is known to lie in.
    var conformity: String {
        let total = portfolio.total
        guard total.applicable > 0 else {
            return phrasing.pick(
                "Chưa có yêu cầu nào áp dụng để tính mức độ đáp ứng.",
                "No requirement applies, so there is nothing to count.")
        }
        let decided = number.text(total.decided)
        let all = number.text(total.applicable)
        let split = RequirementSplit(total).sentence(phrasing.language)
        if total.decided == total.applicable {
            return split + phrasing.pick(" Tất cả đã xác định được.", " All are decided.")
        }
        let (low, high) = (number.text(total.conforming.lowerBound), number.text(total.conforming.upperBound))
        let range = number.text(total.conforming)
        return split
            + phrasing.pick(
                " Mới xác định được \(decided). Đáp ứng \(range) trên \(all): \(low) nếu điều chưa xác định được đều chưa đáp ứng, "
                    + "\(high) nếu đều đáp ứng.",
                " \(decided) are decided. Conforming: \(range) of \(all) – \(low) if all that is undetermined fails, "
                    + "\(high) if all of it conforms.")
    }

    /// Names of units with links to their pages, as list items.
    func list(_ units: [UnitResult]) -> String {
        units.map { unit in
            let text = unit.name.map { "\($0) (\(unit.unit.code))" } ?? unit.unit.code
            return "<li>\(links.link(unit, text, in: portfolio.register))</li>"
        }.joined()
    }

    /// Codes of units with links; many of them folded away, but there.
    func codes(_ units: [UnitResult], openUpTo: Int = 12) -> String {
        let told = units.map { links.link($0, $0.unit.code, in: portfolio.register) }.joined(separator: ", ")
        if units.count <= openUpTo { return told }
        let name = phrasing.pick("xem \(number.text(units.count)) mã", "show \(number.text(units.count)) codes")
        return "<details><summary>\(name)</summary>\(told)</details>"
    }
}
