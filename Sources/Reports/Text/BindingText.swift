internal import Assessor
internal import Model

/// What is said of rule sets that do not bind an agency, or of which that is not known.
struct BindingText {
    let phrasing: Phrasing
    let wrapping: LineWrapping

    /// How many rules of a run belong to some of its sets.
    func rules(of sets: [String], _ context: AssessmentContext) -> Int {
        sets.isEmpty ? 0 : context.rules.count { sets.contains($0.set) }
    }

    /// The sets of which it is not known whether they bind the agency, told once for all their rules.
    func undecided(_ assessment: Assessment, _ context: AssessmentContext) -> String {
        let sets = assessment.undecidedSets
        if sets.isEmpty { return "" }
        let findings = assessment.findings.filter { sets.contains($0.rule.set) }
        var facts: [String] = []
        for path in findings.flatMap(\.undeterminedBy).map(\.path) {
            let label = phrasing.label(of: path, in: assessment.statement, item: nil)
            let fact = "\(label) (\(path.dotted))"
            if !facts.contains(fact) { facts.append(fact) }
        }
        let rules = rules(of: sets, context)
        let wanted = facts.joined(separator: ", ")
        let text = phrasing.pick(
            "Chưa rõ \(sets.count) bộ yêu cầu (\(rules) yêu cầu) có ràng buộc cơ quan hay không, vì bản khai chưa nêu: \(wanted). "
                + "Xem từng yêu cầu: --verbose.",
            "It is not known whether \(sets.count) rule sets (\(rules) rules) bind the agency; the statement does not give: "
                + "\(wanted). Each rule: --verbose.")
        return "\n" + wrapping.lines(text, lead: "", indent: 2).map { $0 + "\n" }.joined()
    }

    /// The sets that do not bind the agency, by id.
    func unbound(_ assessment: Assessment) -> String {
        if assessment.unboundSets.isEmpty { return "" }
        let text =
            phrasing.pick("Không ràng buộc cơ quan này, không xét: ", "Not binding on this agency, left out: ")
            + assessment.unboundSets.joined(separator: ", ")
        return "\n" + wrapping.lines(text, lead: "", indent: 2).map { $0 + "\n" }.joined()
    }
}
