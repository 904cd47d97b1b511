internal import Assessor
internal import CivilTime
internal import Model

/// The roadmap: what the agency planned, and counting back from the days that bind it.
extension TransitionText {
    func roadmap(
        _ answer: TransitionAssessment, tellsEveryCount: Bool = false, _ lines: inout TransitionLines
    ) {
        lines.heading(pick("Lộ trình", "Roadmap"))
        plans(answer, &lines)
        guard let declared = answer.steps.first(where: { $0.step.id == answer.transition.declaredBy }) else { return }
        guard declared.isOpen else {
            lines.paragraph(
                pick("Đã công bố: không còn phải tính lùi.", "Declared: nothing is counted back."), lead: "  ")
            return
        }
        if answer.countBacks.isEmpty {
            let words =
                answer.transition.due == nil
                ? pick(
                    "Chưa có thời hạn nào cho việc chuyển đổi này, nên không tính lùi.",
                    "No term is known for this switch, so that nothing is counted back.")
                : pick(
                    "Không có thời hạn nào ràng buộc cơ quan vào ngày xét.", "No day binds the agency as of this date.")
            lines.paragraph(words, lead: "  ")
        }
        for (index, count) in answer.countBacks.enumerated() {
            self.count(count, isWhole: index == 0 || tellsEveryCount, answer, &lines)
        }
    }

    // MARK: Plans

    private func plans(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        if answer.plans.plans.isEmpty {
            let words =
                answer.plans.missing.isEmpty
                ? pick(
                    "Cơ quan không có kế hoạch chuyển đổi của mình.", "The agency has no conversion plan of its own.")
                : pick(
                    "Chưa rõ cơ quan có kế hoạch chuyển đổi của mình hay không.",
                    "It is not known whether the agency has a conversion plan of its own.")
            lines.paragraph(words, lead: "  ")
        }
        for plan in answer.plans.plans { self.plan(plan, answer, &lines) }
    }

    private func plan(_ plan: AgencyPlan, _ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        var issued = plan.issuedOn.map { ", " + phrasing.dates.adverbial($0) } ?? ""
        if plan.isDraft { issued = pick(" (dự thảo, chưa ban hành)", " (a draft, not issued)") }
        lines.paragraph((plan.title ?? plan.key) + issued + ":", lead: pick("  Kế hoạch: ", "  Plan: "))
        guard let milestones = plan.milestones else {
            lines.paragraph(pick("chưa khai các mốc", "its milestones are not stated"), lead: "    - ")
            return
        }
        for milestone in milestones { lines.paragraph(words(milestone), lead: "    - ") }
        guard let unnamed = plan.unnamedSteps else {
            lines.paragraph(
                pick(
                    "Chưa rõ các mốc ứng với bước nào, nên chưa biết kế hoạch còn thiếu bước nào.",
                    "Which steps the milestones serve is not stated, so that it is not known which steps the plan leaves out."
                ),
                lead: "    ")
            return
        }
        guard !unnamed.isEmpty else { return }
        let names = unnamed.compactMap { answer.transition.step($0) }.map { step in
            step.provenance == .text && step.citation != nil
                ? step.label[language] + citation(step) : step.label[language]
        }
        lines.paragraph(
            names.joined(separator: "; "), lead: pick("    Không mốc nào nêu: ", "    No milestone names: "))
    }

    private func citation(_ step: TransitionStep) -> String {
        step.citation.map { " (\(phrasing.citations.text($0)))" } ?? ""
    }

    private func words(_ milestone: PlanMilestone) -> String {
        var parts: [String] = []
        if let planned = milestone.planned { parts.append(pick("dự kiến ", "planned ") + phrasing.dates.text(planned)) }
        if let baseline = milestone.baseline {
            let moved = pick("ban đầu \(phrasing.dates.text(baseline))", "first \(phrasing.dates.text(baseline))")
            parts.append(moved + shift(from: baseline, to: milestone.planned))
        }
        if let owner = milestone.owner { parts.append(owner) }
        parts.append(words(milestone.state))
        return "\(milestone.title): \(parts.joined(separator: "; "))"
    }

    /// By how much the plan moved against its first version.
    private func shift(from baseline: StatedDate, to planned: StatedDate?) -> String {
        guard let planned else { return "" }
        let days = planned.interval.last - baseline.interval.last
        if days == 0 { return "" }
        return days > 0
            ? pick(" (lùi \(days) ngày)", " (\(phrasing.dates.days(days)) later now)")
            : pick(" (sớm hơn \(-days) ngày)", " (\(phrasing.dates.days(-days)) earlier now)")
    }

    private func words(_ state: PlanMilestone.State) -> String {
        switch state {
        case .done(let date, .yes):
            pick(
                "xong \(phrasing.dates.adverbial(date)), đúng kế hoạch",
                "done \(phrasing.dates.adverbial(date)), in time")
        case .done(let date, .no):
            pick(
                "xong \(phrasing.dates.adverbial(date)), chậm kế hoạch", "done \(phrasing.dates.adverbial(date)), late")
        case .done(let date, .unknown):
            pick("xong \(phrasing.dates.adverbial(date))", "done \(phrasing.dates.adverbial(date))")
        case .ahead: pick("chưa làm, chưa đến hạn", "not done, not due")
        case .behind: pick("chưa làm, đã quá thời gian dự kiến", "not done, behind the plan")
        case .continuing: pick("thường xuyên", "goes on")
        case .notKnown: pick("chưa xác định được đã làm hay chưa", "not known whether done")
        }
    }

    // MARK: Counting back

    private func count(
        _ count: CountBack, isWhole: Bool, _ answer: TransitionAssessment, _ lines: inout TransitionLines
    ) {
        let due = phrasing.dates.text(count.due)
        let name: String
        switch count.authority {
        case .legal(let source):
            let source = phrasing.library.sources[source]?.short[language] ?? source
            name = pick(
                "Tính lùi từ ngày cuối còn kịp \(due) (\(source))",
                "Counted back from the last good day \(due) (\(source))")
        case .directed(let authority, let ref):
            let by = ref.map { "\(authority), \($0)" } ?? authority
            name = pick("Theo mốc được chỉ đạo \(due) (\(by))", "By the directed day \(due) (\(by))")
        }
        lines.paragraph("\(name): \(verdict(count))", lead: "  ", tone: count.slack < 0 ? .warning : nil)
        if let critical = count.critical {
            let start = phrasing.dates.text(critical.latestStart)
            let step = label(critical.id, answer)
            lines.paragraph(
                pick(
                    "Bước quyết định: “\(step)”, muộn nhất phải bắt đầu ngày \(start).",
                    "The critical step: “\(step)”, to begin on \(start) at the latest."), lead: "    ")
        }
        guard isWhole else { return }
        for step in count.steps { lines.paragraph(words(step, answer), lead: step.isCritical ? "    * " : "      ") }
        lines.paragraph(
            pick(
                "Thời gian tối thiểu của mỗi bước là ước lượng của công cụ này, không phải quy định; dấu * là các bước quyết định: chậm ở đó là chậm cả lộ trình.",
                "The least time of each step is this tool's estimate, not the law's; * marks the critical steps: a day lost there is lost for the whole."
            ),
            lead: "    ")
    }

    private func verdict(_ count: CountBack) -> String {
        var words =
            count.slack < 0
            ? pick("chậm \(-count.slack) ngày", "too late by \(phrasing.dates.days(-count.slack))")
            : pick("còn dư \(count.slack) ngày", "\(phrasing.dates.days(count.slack)) to spare")
        let hasOpen = count.steps.contains(where: \.mayBeDone)
        guard hasOpen else { return words }
        words += pick(" nếu các bước chưa rõ đều chưa làm", " if no step that is not known was taken")
        if let best = count.slackIfTaken {
            words +=
                best < 0
                ? pick("; chậm \(-best) ngày nếu đều đã làm", "; too late by \(phrasing.dates.days(-best)) if all were")
                : pick("; còn dư \(best) ngày nếu đều đã làm", "; \(phrasing.dates.days(best)) to spare if all were")
        }
        return words
    }

    private func words(_ step: CountBack.Step, _ answer: TransitionAssessment) -> String {
        let start = phrasing.dates.text(step.latestStart)
        let takes = phrasing.dates.text(step.takes)
        let spare =
            step.slack < 0
            ? pick("chậm \(-step.slack) ngày", "\(phrasing.dates.days(-step.slack)) late")
            : pick("dư \(step.slack) ngày", "\(phrasing.dates.days(step.slack)) to spare")
        let open = step.mayBeDone ? pick(", nếu chưa làm", ", if not done") : ""
        return pick(
            "\(start): muộn nhất bắt đầu “\(label(step.id, answer))” (ít nhất \(takes)); \(spare)\(open)",
            "\(start): latest start of “\(label(step.id, answer))” (at least \(takes)); \(spare)\(open)")
    }
}
