internal import CEL
internal import CivilTime
internal import Model

/// Evaluating one rule: whether it is in force, its items, whether it applies, and its test.
extension Subject {
    /// What a rule comes to: one outcome, or one for each item and occurrence.
    /// - Parameters:
    ///   - rule: The rule.
    ///   - only: Where it is given, items at other paths are passed over.
    func outcomes(of rule: Rule, itemAt only: FactPath? = nil) -> [Outcome] {
        outcomes(of: rule, binding: rule.binds.map { judge($0, activation(rule.environment)) }, itemAt: only)
    }

    /// The same where it is known whether the rule's set binds.
    func outcomes(of rule: Rule, binding: Judgement?, itemAt only: FactPath? = nil) -> [Outcome] {
        guard rule.inForce.contains(asOf) else {
            return [Outcome(verdict: .notInForce, reason: .notInForce(rule.inForce))]
        }
        if let binding, binding.answer != .yes { return [conditionOutcome(applies: binding)] }
        let base = activation(rule.environment)
        guard let each = rule.each else { return outcomes(of: rule, item: nil, [], base) }
        if let early = applicabilityWithoutItems(of: rule, base) { return [early] }
        switch list(each.list, base) {
        case .failed(let message):
            return [Outcome(verdict: .error, reason: .failure(message))]
        case .unknown(let leaves):
            let path = leaves.first.map { FactPath($0) }
            return [Outcome(verdict: .undetermined, reason: .itemsUnknown(path), missing: leaves)]
        case .list(let elements, let openLeaves, let origin):
            return items(elements, openLeaves, origin, each, rule, only, base)
        }
    }

    /// Where it does not depend on the item whether a rule applies, its items need not be known.
    private func applicabilityWithoutItems(of rule: Rule, _ activation: Activation) -> Outcome? {
        guard let applies = rule.applies, !rule.appliesItemwise else { return nil }
        let judgement = judge(applies, activation)
        return judgement.answer == .yes ? nil : conditionOutcome(applies: judgement)
    }

    private func items(
        _ elements: [Value], _ openLeaves: [DataPath], _ origin: DataPath?, _ each: ItemPattern, _ rule: Rule,
        _ only: FactPath?, _ base: Activation
    ) -> [Outcome] {
        let path = origin.map { FactPath($0) }
        if elements.isEmpty && openLeaves.isEmpty {
            var outcome = Outcome(verdict: .notApplicable, reason: .noItems(path))
            outcome.reads = [origin].compactMap(\.self)
            return [outcome]
        }
        var outcomes: [Outcome] = []
        // One activation for all the items: what it holds beside them is copied once.
        var activation = base
        let slot = activation.slot(of: each.variable)
        let memory = elements.count > 1 ? EvaluationMemory() : nil
        for (position, element) in elements.enumerated() {
            let item = detail == .verdicts ? nil : item(element, position: position)
            if let only, item?.path != only { continue }
            activation.bind(slot: slot, element)
            outcomes += self.outcomes(of: rule, item: item, [(each.variable, element)], activation, memory)
        }
        if !openLeaves.isEmpty {
            outcomes.append(Outcome(verdict: .undetermined, reason: .itemsUnknown(path), missing: openLeaves))
        }
        return outcomes
    }

    /// The item an element is, under the key the statement knows it by.
    func item(_ element: Value, position: Int) -> FindingItem {
        if let path = element.origin.map({ FactPath($0) }) {
            return FindingItem(key: view.statement.itemKey(of: path) ?? path.dotted, path: path)
        }
        if case .string(let text) = element { return FindingItem(key: text, path: nil) }
        return FindingItem(key: "#\(position + 1)", path: nil)
    }

    private func outcomes(
        of rule: Rule, item: FindingItem?, _ locals: Locals, _ activation: Activation,
        _ memory: EvaluationMemory? = nil
    ) -> [Outcome] {
        let applies = rule.applies.map { judge($0, activation, with: memory) } ?? .given(.yes)
        var outcomes: [Outcome]
        switch applies.answer {
        case .yes: outcomes = tested(rule, applies, activation, locals, memory)
        case .no, .failed: outcomes = [conditionOutcome(applies: applies)]
        case .unknown:
            // Once it is known to apply, the test's own facts are asked for: name them at once.
            var outcome = conditionOutcome(applies: applies)
            if explains { outcome.missing += tested(rule, applies, activation, locals, memory).flatMap(\.missing) }
            outcomes = [outcome]
        }
        // Verdicts alone are of no item.
        if detail == .verdicts { return outcomes }
        let identity = explains ? rule.identity.map { identityText($0, activation) } : []
        for index in outcomes.indices {
            outcomes[index].item = item
            outcomes[index].identity = identity
            outcomes[index].locals = locals
        }
        return outcomes
    }

    /// The outcomes of a rule's test, whether or not it applies.
    private func tested(
        _ rule: Rule, _ applies: Judgement, _ activation: Activation, _ locals: Locals, _ memory: EvaluationMemory?
    ) -> [Outcome] {
        switch rule.requirement {
        case .condition(let conform, let partial):
            return [conditionOutcome(applies, conform, partial, activation, memory)]
        case .obligation(let obligation):
            switch obligation.kind {
            case .atLeast, .monthWindow: return recurringDuty(obligation, rule, locals, activation)
            case .fixed, .within, .onEventNoTerm, .beforeStep, .atOnce, .workingDays, .aheadOf, .expiry, .throughout:
                return [singleDuty(obligation, rule, locals, activation)]
            }
        }
    }

    private func identityText(_ expression: Expression, _ activation: Activation) -> String {
        switch expression.evaluate(activation) {
        case .value(.string(let text)): text
        case .value(.opaque(let value)): value.description
        case .value(.int(let value)): String(value)
        case .value, .error: ""
        }
    }

    private func conditionOutcome(applies: Judgement) -> Outcome {
        let verdict = VerdictRules.condition(applies: applies.answer, conform: .no, partial: .no)
        if let failure = applies.failure { return Outcome(verdict: verdict, reason: .failure(failure)) }
        return Outcome(
            verdict: verdict, reason: .applicability(operands(applies)), reads: applies.reads,
            missing: applies.unknowns)
    }

    private func conditionOutcome(
        _ applies: Judgement, _ conform: Expression, _ partial: Expression?, _ activation: Activation,
        _ memory: EvaluationMemory?
    ) -> Outcome {
        let conformity = judge(conform, activation, with: memory)
        var decisive = conformity
        var partiality = Judgement.given(.no)
        if conformity.answer == .no, let partial {
            partiality = judge(partial, activation, with: memory)
            // What is only partly so is explained by what it falls short of.
            if partiality.answer == .unknown || partiality.answer == .failed { decisive = partiality }
        }
        let verdict = VerdictRules.condition(
            applies: applies.answer, conform: conformity.answer, partial: partiality.answer)
        if let failure = decisive.failure { return Outcome(verdict: verdict, reason: .failure(failure)) }
        return Outcome(
            verdict: verdict, reason: .condition(operands(decisive)), reads: decisive.reads,
            missing: decisive.unknowns)
    }

    /// The operands that decided, as they are shown.
    private func operands(_ judgement: Judgement) -> [Operand] {
        var seen: Set<String> = []
        var operands: [Operand] = []
        for read in judgement.operands {
            let path = read.path.map { FactPath($0) }
            let key = "\(path?.dotted ?? "")\u{1F}\(read.text)\u{1F}\(read.relation?.comparison.rawValue ?? "")"
            guard seen.insert(key).inserted else { continue }
            let relation = read.relation.map { relation in
                let other = relation.path.map { FactPath($0) }
                return Operand.Relation(
                    symbol: relation.comparison.symbol, value: shown(relation.value, at: other ?? path), path: other)
            }
            operands.append(
                Operand(
                    path: path, text: read.text, value: shown(read.result, at: path), relation: relation,
                    place: path.flatMap { view.statement.fact(at: $0)?.place }))
        }
        return operands
    }
}
