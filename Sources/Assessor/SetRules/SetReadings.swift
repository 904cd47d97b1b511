public import Model

/// The result of a set rule under one reading of the law.
public struct SetReadingResult: Sendable {
    /// The interpretation, by name.
    public let interpretation: String
    /// The choice.
    public let choice: String
    /// Whether it is the choice of this run.
    public let isChosen: Bool
    /// The verdict under it.
    public let verdict: Verdict
    /// The clock under it.
    public let timing: Timing
    /// The share as counted under it; nil where nothing was counted.
    public let count: QuotaCount?
}

extension SetFinding {
    /// These findings of one rule with what it comes to under another reading, where that differs in verdict, clock or numbers.
    ///
    /// Each is held against the finding of the same window, or, where the reading moves the windows, against the one as near to
    /// the as-of day. History has no second reading.
    /// - Parameters:
    ///   - findings: The findings of the run.
    ///   - others: Those of the same rule under the other choice.
    ///   - interpretation: The point on which the law is silent, by name.
    ///   - chosen: The choice of the run.
    ///   - other: The other choice.
    public static func compared(
        _ findings: [SetFinding], with others: [SetFinding], on interpretation: String, chosen: String, other: String
    ) -> [SetFinding] {
        var compared = findings
        for (position, finding) in findings.enumerated() where !finding.isHistory {
            let fromEnd = findings.count - position
            guard others.count >= fromEnd else { continue }
            let counterpart = others[others.count - fromEnd]
            if finding.isSame(as: counterpart) { continue }
            if !finding.readings.contains(where: { $0.interpretation == interpretation && $0.isChosen }) {
                compared[position].readings.append(finding.reading(interpretation, chosen, isChosen: true))
            }
            compared[position].readings.append(counterpart.reading(interpretation, other, isChosen: false))
        }
        return compared
    }

    private func isSame(as other: SetFinding) -> Bool {
        verdict == other.verdict && timing.state == other.timing.state && timing.due == other.timing.due
            && count?.numerator == other.count?.numerator && count?.denominator == other.count?.denominator
    }

    private func reading(_ interpretation: String, _ choice: String, isChosen: Bool) -> SetReadingResult {
        SetReadingResult(
            interpretation: interpretation, choice: choice, isChosen: isChosen, verdict: verdict, timing: timing,
            count: count)
    }
}
