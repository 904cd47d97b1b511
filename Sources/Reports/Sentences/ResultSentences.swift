internal import Assessor
internal import Model

/// The words of a run's end that every format shares.
extension Phrasing {
    /// The result in one line; the exit code says the same.
    package func outcome(_ result: RunResult) -> String {
        let threshold = "--fail-on \(result.threshold.rawValue)\(compared(result))"
        switch result.outcome {
        case .incomplete:
            return pick(
                "Kết quả: chưa đầy đủ, có tệp không đọc được.", "Result: incomplete, some input could not be read.")
        case .findings:
            return pick("Kết quả: có phát hiện đến mức \(threshold).", "Result: findings at \(threshold).")
        case .noFindings:
            return pick("Kết quả: không có phát hiện đến mức \(threshold).", "Result: no findings at \(threshold).")
        case .nothing: return pick("Kết quả: không có gì để kiểm tra.", "Result: there was nothing to check.")
        }
    }

    /// What “new” was told by.
    private func compared(_ result: RunResult) -> String {
        guard result.threshold == .new else { return "" }
        if let name = result.comparison?.name {
            return pick(" (so với mốc \(name))", " (against the baseline \(name))")
        }
        return pick(
            " (không có mốc --baseline nên sai lệch nào cũng là mới)",
            " (there is no --baseline, so all that is wrong is new)")
    }

    /// What was accepted for a time, and how the findings stand to an earlier run, where there is something to say.
    func standings(_ result: RunResult) -> [String] {
        let summary = result.summary
        var sentences: [String] = []
        if summary.waivedFindings + summary.expiredWaivers + result.waivers.count > 0 {
            let vi = "Chấp nhận tạm thời: \(summary.waivedFindings) phát hiện đang được chấp nhận"
            let en = "Temporarily accepted: \(summary.waivedFindings) findings"
            sentences.append(
                pick(
                    vi + " · \(summary.expiredWaivers) đã hết hạn chấp nhận · \(result.waivers.count) mục",
                    en + " · \(summary.expiredWaivers) no longer accepted · \(result.waivers.count) waivers"))
        }
        if let comparison = result.comparison {
            let told: [BaselineState] = [.new, .changed, .unchanged]
            var parts = told.map { "\(AxisNames.name($0)[language]) \(summary.states[$0] ?? 0)" }
            parts.append("\(AxisNames.name(BaselineState.resolved)[language]) \(comparison.resolved.count)")
            let against = comparison.name.map { " \($0)" } ?? ""
            sentences.append(
                pick("So với mốc\(against): ", "Against the baseline\(against): ") + parts.joined(separator: " · "))
        }
        return sentences
    }
}
