internal import CEL
internal import CivilTime

extension RuleLibrary {
    /// The library as the plans of a register bind it: a set that a plan names binds those whose own plans name it, where its header
    /// lets it; what it asks of a portfolio as a whole counts those units alone. Whoever a set binds is looked at as ever, so that
    /// silence of a unit about its plans leaves the rules undetermined.
    ///
    /// A set that no plan names binds as its header says. A name of a set that there is none of is an error at its place.
    public func bound(by register: Register) -> Loaded<RuleLibrary> {
        var collector = DiagnosticCollector()
        let ids = sets.map(\.id)
        var plans: [String: [RegisterPlan]] = [:]
        for plan in register.plans ?? [] {
            for (id, place) in plan.ruleSets {
                guard ids.contains(id) else {
                    let suggestion = collector.suggestion(for: id, among: ids)
                    collector.error(.unknownName(.ruleSet, id, suggestion: suggestion), at: place)
                    continue
                }
                plans[id, default: []].append(plan)
            }
        }
        if plans.isEmpty { return Loaded(collector.hasErrors ? nil : self, collector.diagnostics) }
        let changed = sets.map { set -> RuleSet in
            guard let own = plans[set.id] else { return set }
            guard let bound = BoundSet(plans: own).bound(set) else {
                collector.error(.register(.plansCannotBind(set.id)), at: own.first?.place)
                return set
            }
            return bound
        }
        return Loaded(collector.hasErrors ? nil : replacing(sets: changed), collector.diagnostics)
    }
}

extension Profile {
    /// The profile with the sets that plans of a register name. One that it selects some rules of stays as it selected them.
    public func adding(setsOf register: Register, in library: RuleLibrary) -> Profile {
        let named = Set((register.plans ?? []).flatMap { $0.ruleSets.map(\.id) })
        if named.isEmpty { return self }
        let selected = Set(rules + setRules)
        var rules = Set(rules)
        var setRules = Set(setRules)
        for set in library.sets where named.contains(set.id) {
            let own = set.rules.map(\.id) + set.setRules.map(\.id)
            if own.contains(where: selected.contains) { continue }
            rules.formUnion(set.rules.map(\.id))
            setRules.formUnion(set.setRules.map(\.id))
        }
        return Profile(
            id: id, title: title, isStandard: isStandard,
            rules: library.rules.map(\.id).filter(rules.contains), grades: grades, parameters: parameters,
            interpretations: interpretations, place: place, isForPortfolios: isForPortfolios,
            setRules: library.setRules.map(\.id).filter(setRules.contains))
    }
}

/// Binds one set to those whose plans name it.
private struct BoundSet {
    /// The plans that name the set.
    let plans: [RegisterPlan]

    /// The set, so bound; nil where the vocabulary has no plans that could be looked at.
    func bound(_ set: RuleSet) -> RuleSet? {
        var binds = set.binds
        if let rule = set.rules.first {
            let condition = self.condition(on: "agency.plans")
            guard let changed = joined(set.binds, condition, at: rule.place, rule.environment) else { return nil }
            binds = changed
        }
        var setRules: [SetRule] = []
        for rule in set.setRules {
            guard let counted = counted(rule.counted, rule.over, at: rule.place, rule.environment) else { return nil }
            setRules.append(rule.replacing(counted: .some(counted)))
        }
        var figures: [Figure] = []
        for figure in set.figures {
            guard let counted = counted(figure.counted, figure.over, at: figure.place, figure.environment) else {
                return nil
            }
            figures.append(figure.counting(counted))
        }
        return set.replacing(binds: .some(binds), setRules: setRules, figures: figures)
    }

    /// A plan binds from the day it was issued; a draft binds nobody.
    private func condition(on list: String) -> String {
        let terms = plans.map { plan -> String in
            if plan.isDraft { return "false" }
            let isNamed = "\(Value.string(plan.key)) in \(list)"
            return plan.issuedOn.map { "(\(isNamed) && as_of >= date(\(Value.string($0.description))))" } ?? isNamed
        }
        return terms.joined(separator: " || ")
    }

    private func counted(
        _ own: Expression?, _ over: SetRuleSubject, at place: Place, _ environment: Environment
    ) -> Expression? {
        switch over {
        case .units: joined(own, condition(on: "unit.plans"), at: place, environment)
        case .systems: joined(own, condition(on: "agency.plans"), at: place, environment)
        }
    }

    private func joined(
        _ own: Expression?, _ condition: String, at place: Place, _ environment: Environment
    ) -> Expression? {
        let text = own.map { "(\($0.text)) && (\(condition))" } ?? condition
        guard let program = try? environment.compile(text, expecting: .nullable(.bool)) else { return nil }
        return Expression(text: text, place: own?.place ?? place, program: program)
    }
}
