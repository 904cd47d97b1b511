internal import Model

extension LibraryLint {
    /// What became of the ids of an earlier list of the library's content (`docs/rule-content.md`): rules that are gone without
    /// having been retired, and rules that are cited elsewhere now.
    public func changes(since content: String) -> [LintFinding] {
        let retired = Set(library.sets.flatMap(\.retired).map(\.id))
        return RuleContent.citations(in: content).compactMap { id, was in
            let now: String
            let place: Place
            if let rule = library.rule(id) {
                (now, place) = (RuleContent.citations(of: rule), rule.place)
            } else if let rule = library.setRules.first(where: { $0.id == id }) {
                (now, place) = (RuleContent.citations(of: rule), rule.place)
            } else {
                guard !retired.contains(id), let place = library.rules.first?.place else { return nil }
                return LintFinding(problem: .vanished(rule: id), place: place)
            }
            if now == was { return nil }
            return LintFinding(problem: .cited(rule: id, was: was, now: now), place: place)
        }
    }
}
