internal import Assessor
internal import Model
internal import YAMLTree

/// Lays out the counts at the end of a report.
struct SummaryText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping

    func text(
        _ summary: RunSummary, _ run: ReportRun, waivers: [WaiverUse], _ comparison: BaselineComparison?,
        _ next: NextFailure?, problems: [InputProblem]
    ) -> String {
        let rules = run.context.rules.count
        let day = phrasing.dates.text(run.asOf)
        let selected = run.ownSelection == nil ? "" : phrasing.pick(" (chọn lại yêu cầu)", " (other rules selected)")
        let profile = run.context.profile.id + selected
        let count = run.assumptions.count
        let assumed =
            count == 0 ? "" : phrasing.pick(", với \(count) giả định", ", under \(counted(count, "assumption"))")
        let title = phrasing.pick(
            "Tổng hợp: \(rules) yêu cầu × \(summary.subjects) bản khai, xét tại ngày \(day), bộ chọn \(profile)\(assumed)",
            "Summary: \(counted(rules, "rule")) × \(counted(summary.subjects, "statement")) as of \(day), profile \(profile)\(assumed)"
        )
        var lines = [style.paint(title, .bold)]
        lines += paragraph(verdicts(summary))
        lines += paragraph(coverage(summary))
        lines += paragraph(conformity(summary))
        lines += paragraph(levels(summary))
        lines += tail(summary, run, waivers: waivers, comparison)
        let errors = problems.filter(\.isError).count
        if errors > 0 {
            lines += paragraph(
                phrasing.pick(
                    "Có dữ liệu vào không đọc được: \(errors) lỗi.",
                    "Some input could not be read: \(counted(errors, "error"))."))
        }
        let sentence = next.flatMap { NextFailureText(phrasing: phrasing).sentence($0, run.threshold) }
        if let sentence { lines += paragraph(sentence) }
        lines.append(verdictLine(RunOutcome(summary, run.threshold, problems: problems), run))
        return lines.map { $0 + "\n" }.joined()
    }

    private func paragraph(_ text: String) -> [String] { wrapping.lines(text, lead: "  ", indent: 4) }

    private func verdicts(_ summary: RunSummary) -> String {
        let order: [Verdict] = [
            .conform, .partial, .pending, .nonconform, .undetermined, .error, .notApplicable, .notInForce,
        ]
        let parts = order.compactMap { verdict -> String? in
            guard let count = summary.rules[verdict], count > 0 else { return nil }
            return "\(AxisNames.name(verdict)[phrasing.language]) \(count)"
        }
        return phrasing.pick("Yêu cầu: ", "Rules: ") + parts.joined(separator: " · ")
    }

    private func coverage(_ summary: RunSummary) -> String {
        guard summary.applicable > 0 else {
            return phrasing.pick("Không có yêu cầu nào áp dụng.", "No rule applies.")
        }
        return phrasing.pick(
            "Đã xác định được \(summary.decided)/\(summary.applicable) yêu cầu áp dụng.",
            "Decided: \(summary.decided) of \(counted(summary.applicable, "applicable rule")).")
    }

    private func conformity(_ summary: RunSummary) -> String {
        guard summary.applicable > 0 else {
            return phrasing.pick("Chưa có gì để tính mức độ đáp ứng.", "There is nothing to count conformity over.")
        }
        let low = summary.conformAtLeast
        let high = summary.conformAtMost
        let all = summary.applicable
        if low == high {
            return phrasing.pick("Đáp ứng \(low)/\(all) yêu cầu.", "Conforming: \(low) of \(all).")
        }
        return phrasing.pick(
            "Đáp ứng từ \(low)/\(all) (nếu điều chưa rõ đều chưa đáp ứng) đến \(high)/\(all) (nếu đều đáp ứng).",
            "Conforming: from \(low) of \(all) (if all that is open fails) to \(high) of \(all) (if all of it conforms)."
        )
    }

    private func levels(_ summary: RunSummary) -> String {
        let parts = Level.allCases.sorted(by: >).map { "\($0.rawValue) \(summary.levels[$0] ?? 0)" }
        return phrasing.pick("Phát hiện: ", "Findings: ") + parts.joined(separator: " · ")
    }

    /// The waivers, and how the run stands to its baseline, where there are any.
    private func tail(
        _ summary: RunSummary, _ run: ReportRun, waivers: [WaiverUse], _ comparison: BaselineComparison?
    ) -> [String] {
        var lines: [String] = []
        if !waivers.isEmpty {
            let count = summary.waived.values.reduce(0, +)
            lines += paragraph(
                phrasing.pick(
                    "Chấp nhận tạm thời: \(count) phát hiện, theo \(waivers.count) mục:",
                    "Waived: \(counted(count, "finding")), by \(counted(waivers.count, "waiver")):"))
            let layout = WaiverText(language: phrasing.language)
            for use in waivers { lines += wrapping.lines(layout.line(use), lead: "    ", indent: 6) }
        }
        guard let comparison, let source = run.baseline?.source else { return lines }
        let resolved = comparison.resolved
        let states: [BaselineState] = [.new, .changed, .unchanged]
        var parts = states.map { "\(AxisNames.name($0)[phrasing.language]) \(summary.states[$0] ?? 0)" }
        parts.append("\(AxisNames.name(BaselineState.resolved)[phrasing.language]) \(resolved.count)")
        lines += paragraph(
            phrasing.pick("So với mốc \(source.name): ", "Against the baseline \(source.name): ")
                + parts.joined(separator: " · "))
        for entry in resolved {
            let name = AxisNames.name(BaselineState.resolved)[phrasing.language]
            lines += wrapping.lines("\(name): \(entry.text)", lead: "    ", indent: 6)
        }
        return lines
    }

    /// The result; the exit code is made of the same outcome.
    private func verdictLine(_ outcome: RunOutcome, _ run: ReportRun) -> String {
        let threshold = "--fail-on \(run.threshold.rawValue)\(compared(run))"
        switch outcome {
        case .incomplete:
            let text = phrasing.pick(
                "Kết quả: chưa đầy đủ, có tệp không đọc được.", "Result: incomplete, some input could not be read.")
            return style.paint(text, .error)
        case .failed:
            let text = phrasing.pick("Kết quả: có phát hiện đến mức \(threshold).", "Result: findings at \(threshold).")
            return style.paint(text, .error)
        case .passed:
            return phrasing.pick(
                "Kết quả: không có phát hiện đến mức \(threshold).", "Result: no findings at \(threshold).")
        }
    }

    /// What “new” was told by.
    private func compared(_ run: ReportRun) -> String {
        guard run.threshold == .new else { return "" }
        if let source = run.baseline?.source {
            return phrasing.pick(" (so với mốc \(source.name))", " (against the baseline \(source.name))")
        }
        return phrasing.pick(
            " (không có mốc --baseline nên sai lệch nào cũng là mới)",
            " (there is no --baseline, so all that is wrong is new)")
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
