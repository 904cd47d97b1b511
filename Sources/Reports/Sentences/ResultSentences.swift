internal import Assessor
internal import Model

/// The words of a run's end that every format shares.
extension Phrasing {
    /// The result in one line; the exit code says the same.
    func outcome(_ result: RunResult) -> String {
        let threshold = "--fail-on \(result.threshold.rawValue)"
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

    /// What was accepted for a time, and how the findings stand to an earlier run, where there is something to say.
    func standings(_ summary: RunSummary) -> [String] {
        var sentences: [String] = []
        if summary.waived + summary.expiredWaivers > 0 {
            sentences.append(
                pick(
                    "Chấp nhận tạm thời: \(summary.waived) đang có hiệu lực · \(summary.expiredWaivers) đã hết hạn",
                    "Temporarily accepted: \(summary.waived) in force · \(summary.expiredWaivers) expired"))
        }
        if !summary.baseline.isEmpty {
            let parts = BaselineState.allCases.map { "\(name($0)) \(summary.baseline[$0] ?? 0)" }
            sentences.append(
                pick("So với lần trước: ", "Compared with the earlier run: ") + parts.joined(separator: " · "))
        }
        return sentences
    }

    /// How a finding stands to an earlier run.
    func name(_ state: BaselineState) -> String {
        switch state {
        case .new: pick("mới", "new")
        case .unchanged: pick("không đổi", "unchanged")
        case .changed: pick("đã thay đổi", "changed")
        case .resolved: pick("không còn", "resolved")
        }
    }
}
