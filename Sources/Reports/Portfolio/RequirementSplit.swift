internal import Assessor
package import Model
package import Portfolio

/// What the requirements that apply come to, in parts that add up to all of them.
package struct RequirementSplit {
    /// One part.
    package struct Part: Sendable {
        /// Its id.
        package let id: String
        /// What it is called.
        package let name: LocalizedText
        /// How many requirements.
        package let count: Int
    }

    /// The parts, each requirement in one of them.
    package let parts: [Part]
    private let applicable: Int
    /// How many could not be evaluated; they are among the open ones.
    private let failed: Int

    package init(_ row: RollUpRow) {
        self.init(row.rules)
    }

    /// Of requirements by verdict; those that do not apply are left out.
    package init(_ rules: [Verdict: Int]) {
        func count(_ verdicts: Verdict...) -> Int { verdicts.map { rules[$0] ?? 0 }.reduce(0, +) }
        parts = [
            Part(id: "conform", name: LocalizedText(vi: "đáp ứng", en: "conform"), count: count(.conform)),
            Part(
                id: "missed",
                name: LocalizedText(
                    vi: "chưa đáp ứng (gồm cả đáp ứng một phần)", en: "do not conform (those met in part among them)"),
                count: count(.nonconform, .partial)),
            Part(id: "pending", name: AxisNames.name(Verdict.pending), count: count(.pending)),
            Part(
                id: "open", name: AxisNames.name(Verdict.undetermined), count: count(.undetermined, .error)),
        ]
        failed = count(.error)
        applicable = parts.map(\.count).reduce(0, +)
    }

    /// The parts in one sentence, as they add up; empty where nothing applies.
    package func sentence(_ language: Language) -> String {
        if applicable == 0 { return "" }
        let numbers = NumberText(language: language)
        var told = parts.map { "\(numbers.text($0.count)) \($0.name[language])" }.joined(separator: " + ")
        if failed > 0 {
            let name = AxisNames.name(Verdict.error)[language]
            switch language {
            case .vi: told += " (trong đó \(numbers.text(failed)) \(name))"
            case .en: told += " (\(numbers.text(failed)) of them: \(name))"
            }
        }
        let all = numbers.text(applicable)
        switch language {
        case .vi: return "\(all) yêu cầu áp dụng = \(told)."
        case .en: return "\(all) applicable requirements = \(told)."
        }
    }
}
