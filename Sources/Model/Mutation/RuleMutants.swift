internal import CEL
internal import CivilTime

extension RuleSet {
    /// Every mutant of whom it binds, its rules, those on a portfolio, and definitions, in the order of the files.
    public var mutants: [RuleMutant] {
        bindingMutants + rules.flatMap { RuleMutator(rule: $0, set: id).mutants } + setRules.flatMap(\.mutants)
            + definitions.flatMap(\.mutants)
    }
}

extension RuleSet {
    private var bindingMutants: [RuleMutant] {
        guard let binds, let environment = rules.first?.environment else { return [] }
        func mutant(_ mutation: MutationOperator, _ changed: Expression?) -> RuleMutant {
            RuleMutant(
                mutation: mutation, set: id, subject: id, key: "binds", before: binds.text,
                after: changed?.text ?? "", replacement: .binds(changed))
        }
        let never = binds.replacing(text: "false", environment)
        return binds.mutants(environment).map { mutant($0.mutation, $0.expression) }
            + [mutant(.dropGuard, nil)] + (never.map { [mutant(.forceGuard, $0)] } ?? [])
    }
}

extension Definition {
    fileprivate var mutants: [RuleMutant] {
        expression.mutants(environment).map { mutated in
            let changed = Definition(
                name: name, set: set, label: label, citation: citation, expression: mutated.expression, uses: uses,
                type: type, environment: environment)
            return RuleMutant(
                mutation: mutated.mutation, set: set, subject: name, key: "is", before: expression.text,
                after: mutated.expression.text, replacement: .definition(changed))
        }
    }
}

/// Makes the mutants of one rule.
private struct RuleMutator {
    let rule: Rule
    let set: String

    var mutants: [RuleMutant] {
        guardMutants + requirementMutants + gradeMutants + windowMutants + citationMutants
    }

    private func mutant(
        _ mutation: MutationOperator, _ key: String, _ before: String, _ after: String, _ changed: Rule
    ) -> RuleMutant {
        RuleMutant(
            mutation: mutation, set: set, subject: rule.id, key: key, before: before, after: after,
            replacement: .rule(changed))
    }

    private var guardMutants: [RuleMutant] {
        guard let applies = rule.applies else { return [] }
        var found = applies.mutants(rule.environment).map { mutated in
            mutant(
                mutated.mutation, "applies", applies.text, mutated.expression.text,
                rule.replacing(applies: .some(mutated.expression)))
        }
        found.append(mutant(.dropGuard, "applies", applies.text, "", rule.replacing(applies: .some(nil))))
        if let never = applies.replacing(text: "false", rule.environment) {
            found.append(mutant(.forceGuard, "applies", applies.text, "false", rule.replacing(applies: .some(never))))
        }
        return found
    }

    private var requirementMutants: [RuleMutant] {
        switch rule.requirement {
        case .condition(let conform, let partial):
            let whole = conform.mutants(rule.environment).map { mutated in
                mutant(
                    mutated.mutation, "conform", conform.text, mutated.expression.text,
                    rule.replacing(requirement: .condition(conform: mutated.expression, partial: partial)))
            }
            let part = partial?.mutants(rule.environment).map { mutated in
                mutant(
                    mutated.mutation, "partial", partial?.text ?? "", mutated.expression.text,
                    rule.replacing(requirement: .condition(conform: conform, partial: mutated.expression)))
            }
            return whole + (part ?? [])
        case .obligation(let obligation):
            return ObligationMutator(obligation: obligation, environment: rule.environment).changes.map { change in
                mutant(
                    change.mutation, "obligation.\(change.key)", change.before, change.after,
                    rule.replacing(requirement: .obligation(change.obligation)))
            }
        }
    }

    private var gradeMutants: [RuleMutant] {
        guard let grading = rule.grading else { return [] }
        func mutant(_ key: String, _ grade: Grade?, _ changed: (Grade) -> Grading) -> RuleMutant? {
            grade.map { grade in
                self.mutant(
                    .changeGrade, key, grade.rawValue, grade.other.rawValue,
                    rule.replacing(grading: changed(grade.other)))
            }
        }
        return [
            mutant("grade.nonconform", grading.nonconform) {
                Grading(nonconform: $0, partial: grading.partial, isCandidate: grading.isCandidate)
            },
            mutant("grade.partial", grading.partial) {
                Grading(nonconform: grading.nonconform, partial: $0, isCandidate: grading.isCandidate)
            },
        ].compactMap(\.self)
    }

    private var windowMutants: [RuleMutant] {
        rule.inForce.movedInwards.map { moved in
            mutant(
                .moveWindow, "in_force.\(moved.key)", moved.before, moved.after, rule.replacing(inForce: moved.window))
        }
    }

    private var citationMutants: [RuleMutant] {
        let elsewhere = rule.citation.elsewhere
        return [
            mutant(
                .moveCitation, "ref", rule.citation.compact, elsewhere.compact, rule.replacing(citation: elsewhere))
        ]
    }
}

extension Rule {
    /// The same rule with other parts; nil leaves a part as it is.
    func replacing(
        citation: Citation? = nil, binds: Expression?? = nil, applies: Expression?? = nil,
        requirement: Requirement? = nil,
        grading: Grading? = nil, inForce: ValidityWindow? = nil
    ) -> Rule {
        Rule(
            id: id, set: set, citation: citation ?? self.citation, furtherCitations: furtherCitations, title: title,
            text: text, binds: binds ?? self.binds, applies: applies ?? self.applies, each: each,
            requirement: requirement ?? self.requirement,
            grading: grading ?? self.grading, force: force, gate: gate, evidence: evidence, remedy: remedy,
            because: because, readings: readings, identity: identity, inForce: inForce ?? self.inForce,
            provenance: provenance, status: status, isWaivable: isWaivable, tags: tags, place: place,
            environment: environment)
    }
}

extension Grade {
    /// The grade next to it.
    fileprivate var other: Grade {
        switch self {
        case .major: .minor
        case .minor: .observation
        case .observation: .minor
        }
    }
}

extension ValidityWindow {
    /// The first day and the last one, each moved inwards by a day.
    var movedInwards: [(key: String, before: String, after: String, window: ValidityWindow)] {
        var found: [(key: String, before: String, after: String, window: ValidityWindow)] = []
        if let from, let later = from.adding(days: 1) {
            found.append(("from", from.description, later.description, ValidityWindow(from: later, to: to)))
        }
        if let to, let earlier = to.adding(days: -1) {
            found.append(("to", to.description, earlier.description, ValidityWindow(from: from, to: earlier)))
        }
        return found
    }
}

extension Citation {
    /// Another place in the same source.
    var elsewhere: Citation {
        Citation(
            source: source, article: article.map { $0 + "x" } ?? "x", clause: clause, point: point,
            paragraph: paragraph)
    }
}
