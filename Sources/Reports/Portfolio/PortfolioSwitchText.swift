internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// The switch in the committee's text: units by step, and those to look at.
extension PortfolioText {
    var steps: String {
        guard let transition = portfolio.options.transition else { return "" }
        var text = section(transition.title[phrasing.language])
        text += lines(
            pick("Cơ quan theo bước cuối cùng đã biết là đã làm:", "Units by the last step known to be taken:"),
            lead: "  ", indent: 2)
        for group in portfolio.byStep where !group.units.isEmpty {
            let label = group.step.flatMap { transition.step($0)?.label[phrasing.language] }
            let name = label ?? pick("chưa biết bước nào", "no step is known")
            text += lines("\(name): \(codes(group.units))", lead: "  \(padded(group.units.count))  ", indent: 8)
        }
        return text
    }

    /// The plans of the register: how many units name each, and what it brings them.
    var plans: String {
        let plans = portfolio.plans(in: report.run.context.library)
        guard !plans.isEmpty else { return "" }
        let words = PlanWords(report, phrasing)
        var text = section(pick("Kế hoạch ràng buộc cơ quan", "Plans that bind units"))
        for plan in plans {
            let sets = plan.sets.map { set in
                pick(
                    "bộ yêu cầu “\(words.title(set.id))” ràng buộc \(counted(set.units.count))",
                    "the rule set “\(words.title(set.id))” binds \(counted(set.units.count))")
            }
            let parts = [words.term(plan.plan)].compactMap(\.self) + sets + [codes(plan.units)]
            text += lines(
                "\(words.name(plan.plan)): \(parts.filter { !$0.isEmpty }.joined(separator: "; "))",
                lead: "  \(padded(plan.units.count))  ", indent: 8)
        }
        return text
    }

    var units: String {
        var text = ""
        for lateness in [ConversionNote.Lateness.late, .lateIfNotDone] {
            text += list(PortfolioNames.name(lateness), portfolio.units(lateness))
        }
        for movement in [ConversionNote.Movement.notMoving, .notKnown, .noStep] {
            let name = PortfolioNames.name(movement, idleAfter: portfolio.options.idleAfter)
            text += list(name, portfolio.units(movement))
        }
        text += list(LocalizedText(vi: "Chưa có bản khai", en: "No statement"), portfolio.withoutStatement)
        text += list(
            LocalizedText(vi: "Bản khai không đọc được", en: "Statement could not be read"), portfolio.unreadable)
        let doubtful = LocalizedText(
            vi: "Chưa rõ có đang hoạt động vào ngày này không (vẫn được đếm)",
            en: "Not known whether in being on the day (counted all the same)")
        text += list(doubtful, portfolio.units.filter { $0.isInBeing == .unknown })
        let ended = portfolio.ended(inYear: true)
        if !ended.isEmpty {
            let names = ended.map { "\(phrasing.name($0)) \(phrasing.end($0))" }
            text += lines(
                "\(phrasing.endedInYear): \(some(names, separator: "; "))", lead: "  \(padded(ended.count))  ",
                indent: 8)
        }
        return text.isEmpty ? "" : section(pick("Cần chú ý", "To look at")) + text
    }

    private func list(_ name: LocalizedText, _ units: [UnitResult]) -> String {
        guard !units.isEmpty else { return "" }
        return lines("\(name[phrasing.language]): \(names(units))", lead: "  \(padded(units.count))  ", indent: 8)
    }
}
