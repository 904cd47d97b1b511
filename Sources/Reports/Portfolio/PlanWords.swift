internal import Assessor
internal import CivilTime
package import Model
package import Portfolio

/// The plans that bind units of a register, in words.
package struct PlanWords {
    private let report: PortfolioReport
    private let phrasing: Phrasing

    package init(_ report: PortfolioReport, _ phrasing: Phrasing) {
        self.report = report
        self.phrasing = phrasing
    }

    /// What each plan that a unit names binds it to, a sentence for each.
    package func sentences(of unit: UnitResult) -> [String] {
        report.portfolio.plans(of: unit).map { key in
            guard let plan = report.portfolio.register.plan(key) else {
                return phrasing.pick("Kế hoạch ràng buộc: \(key).", "A plan that binds it: \(key).")
            }
            let sets = plan.ruleSets.map { set -> String in
                let rules = unit.rules(ofSet: set.id, in: report.run.context.library)
                guard rules > 0 else {
                    return phrasing.pick(
                        "bộ yêu cầu “\(title(set.id))” không ràng buộc cơ quan vào ngày xét",
                        "the rule set “\(title(set.id))” does not bind it on the day")
                }
                return phrasing.pick(
                    "\(rules) yêu cầu của bộ “\(title(set.id))” (\(set.id))",
                    "\(rules) rules of the set “\(title(set.id))” (\(set.id))")
            }
            let parts = [term(plan)].compactMap(\.self) + sets
            let what = parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
            return phrasing.pick(
                "Kế hoạch ràng buộc: \(name(plan))\(what).", "A plan that binds it: \(name(plan))\(what).")
        }
    }

    /// The number of a plan, or the name units call it by, with its issuer and day.
    package func name(_ plan: RegisterPlan) -> String {
        var parts = [plan.key]
        if let issuer = plan.issuer { parts.append(phrasing.pick("của \(issuer)", "of \(issuer)")) }
        if let day = plan.issuedOn {
            let text = phrasing.dates.text(day)
            parts.append(phrasing.pick("ban hành \(text)", "issued \(text)"))
        }
        if plan.isDraft { parts.append(phrasing.pick("chưa ban hành", "not issued")) }
        return parts.joined(separator: ", ")
    }

    /// The day a plan sets for the switch; nil where it sets none.
    package func term(_ plan: RegisterPlan) -> String? {
        plan.finishBefore.map { date in
            let text = phrasing.dates.text(date)
            return phrasing.pick("xong chuyển đổi trước \(text)", "the switch finished before \(text)")
        }
    }

    /// The title of a rule set.
    package func title(_ id: String) -> String {
        report.run.context.library.sets.first { $0.id == id }?.title[phrasing.language] ?? id
    }
}
