internal import CivilTime
internal import Model

/// The same statement under every other reading of the points on which the law is silent.
///
/// Each interpretation is varied alone, the others stay as chosen.
struct AlternativeReadings {
    private struct Alternative {
        let interpretation: String
        let choice: String
        let subject: Subject
    }

    private let alternatives: [Alternative]
    private let chosen: [String: String]

    init(_ view: FactView, _ context: AssessmentContext) {
        let used = Set(context.rules.flatMap(\.readings))
        var alternatives: [Alternative] = []
        for name in used.sorted() {
            guard let interpretation = context.library.interpretations[name] else { continue }
            for choice in interpretation.choices where choice.id != context.readings[name] {
                var readings = context.readings
                readings[name] = choice.id
                let subject = Subject(view, context, readings: readings, .comparison)
                alternatives.append(Alternative(interpretation: name, choice: choice.id, subject: subject))
            }
        }
        self.alternatives = alternatives
        chosen = context.readings
    }

    /// For each outcome of a rule the results of the readings it depends on, where they differ from it.
    func results(of rule: Rule, beside outcomes: [Outcome]) -> [[ReadingResult]] {
        var results = [[ReadingResult]](repeating: [], count: outcomes.count)
        for name in rule.readings {
            for alternative in alternatives where alternative.interpretation == name {
                let others = alternative.subject.outcomes(of: rule)
                for (position, outcome) in outcomes.enumerated() where !outcome.isHistory {
                    guard let other = counterpart(of: outcome, in: outcomes, among: others) else { continue }
                    if isSame(outcome, other) { continue }
                    if !results[position].contains(where: { $0.interpretation == name && $0.isChosen }) {
                        results[position].append(result(name, chosen[name] ?? "", outcome, isChosen: true))
                    }
                    results[position].append(result(name, alternative.choice, other, isChosen: false))
                }
            }
        }
        return results
    }

    /// The outcome for the same item; of several windows the one as near to as-of.
    private func counterpart(of outcome: Outcome, in own: [Outcome], among others: [Outcome]) -> Outcome? {
        let mine = own.filter { $0.item == outcome.item }
        let theirs = others.filter { $0.item == outcome.item }
        guard let position = mine.firstIndex(where: { $0.occurrence == outcome.occurrence }) else { return nil }
        let fromEnd = mine.count - position
        if theirs.count >= fromEnd { return theirs[theirs.count - fromEnd] }
        return mine.count == 1 ? theirs.last : nil
    }

    private func isSame(_ one: Outcome, _ other: Outcome) -> Bool {
        one.verdict == other.verdict && one.timing.state == other.timing.state && one.timing.due == other.timing.due
    }

    private func result(_ name: String, _ choice: String, _ outcome: Outcome, isChosen: Bool) -> ReadingResult {
        ReadingResult(
            interpretation: name, choice: choice, isChosen: isChosen, verdict: outcome.verdict, timing: outcome.timing)
    }
}
