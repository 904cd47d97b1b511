internal import Assessor
internal import Model

/// Lays out the counts at the end of a report.
struct SummaryText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping

    func text(_ result: RunResult, _ run: ReportRun) -> String {
        let summary = result.summary
        let rules = run.context.rules.count
        let day = phrasing.dates.text(run.asOf)
        let profile = run.context.profile.id
        let count = run.assumptions.count
        let assumed =
            count == 0 ? "" : phrasing.pick(", với \(count) giả định", ", under \(counted(count, "assumption"))")
        let title = phrasing.pick(
            "Tổng hợp: \(rules) yêu cầu × \(summary.subjects) bản khai, xét tại ngày \(day), bộ chọn \(profile)\(assumed)",
            "Summary: \(counted(rules, "rule")) × \(counted(summary.subjects, "statement")) as of \(day), profile \(profile)\(assumed)"
        )
        var lines = [style.paint(title, .bold)]
        lines += paragraph(verdicts(summary))
        if summary.leftOut > 0 {
            lines += paragraph(
                phrasing.pick(
                    "Không xét \(summary.leftOut) yêu cầu của các bộ không ràng buộc cơ quan.",
                    "Left out: \(counted(summary.leftOut, "rule")) of sets that do not bind the agency."))
        }
        lines += paragraph(coverage(summary))
        lines += paragraph(conformity(summary))
        lines += paragraph(levels(summary))
        for sentence in phrasing.standings(summary) { lines += paragraph(sentence) }
        let errors = result.problems.filter(\.isError).count
        if errors > 0 {
            lines += paragraph(
                phrasing.pick(
                    "Có dữ liệu vào không đọc được: \(errors) lỗi.",
                    "Some input could not be read: \(counted(errors, "error"))."))
        }
        let last = phrasing.outcome(result)
        lines.append(result.outcome == .noFindings ? last : style.paint(last, .error))
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

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
