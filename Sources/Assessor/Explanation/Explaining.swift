internal import CEL
public import CivilTime
public import Model

extension Assessor {
    /// Explains what one rule says of a statement, whether or not the profile selects it; a rule whose set does not bind the agency
    /// is told not to apply.
    public static func explain(
        _ rule: Rule, _ statement: Statement, in context: AssessmentContext, asOf: CivilDate
    ) -> Explanation {
        let alone = AssessmentContext(context, rules: [rule], leavesOutUnbound: false)
        let assessment = assess(statement, in: alone, asOf: asOf)
        let subject = subject(statement, alone, asOf)
        var dueDates: [String: [DueStep]] = [:]
        for finding in assessment.findings { dueDates[finding.fingerprint] = subject.dueSteps(of: finding) }
        return Explanation(
            rule: rule, assessment: assessment, isSelected: context.rules.contains { $0.id == rule.id },
            subjects: subject.explained(rule), dueDates: dueDates)
    }

    /// Evaluates an expression of the rule language on a statement, with every definition of the library.
    /// - Throws: What is wrong with the expression, positions counted from its start.
    public static func evaluate(
        _ text: String, _ statement: Statement, in context: AssessmentContext, asOf: CivilDate
    ) throws(ExpressionFault) -> Explanation.Node {
        let subject = subject(statement, context, asOf)
        let environment = context.library.expressionEnvironment
        let program: Program
        do throws(CompileErrors) {
            program = try environment.compile(text)
        } catch {
            throw ExpressionFault(error)
        }
        let trace = program.trace(subject.activation(environment))
        return subject.explained(trace.root, trace)
    }

    private static func subject(
        _ statement: Statement, _ context: AssessmentContext, _ asOf: CivilDate
    ) -> Subject {
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf)
        return Subject(view, context, readings: context.readings)
    }
}

/// What is wrong with an expression somebody typed.
public struct ExpressionFault: Error, Sendable {
    /// One thing that is wrong.
    public struct Item: Sendable {
        /// What is wrong.
        public let message: String
        /// The position of its first character, from 1.
        public let column: Int
        /// How many characters it takes.
        public let length: Int
    }

    /// Everything that is wrong.
    public let items: [Item]

    init(_ errors: CompileErrors) {
        items = errors.errors.map { error in
            Item(message: error.message, column: error.range.offset + 1, length: max(1, error.range.length))
        }
    }
}

extension Subject {
    /// A rule's expressions, for each item it looks at.
    func explained(_ rule: Rule) -> [Explanation.Subject] {
        guard let each = rule.each else {
            return [Explanation.Subject(item: nil, parts: parts(rule, activation(rule.environment)))]
        }
        let list = part("each", each.list, activation(rule.environment))
        guard case .list(let elements, _, _) = self.list(each.list, activation(rule.environment)), !elements.isEmpty
        else { return [Explanation.Subject(item: nil, parts: [list])] }
        return elements.enumerated().map { position, element in
            let path = element.origin.map { FactPath($0) }
            let key = itemKey(path, position)
            var activation = activation(rule.environment)
            activation.bind(each.variable, element)
            return Explanation.Subject(item: FindingItem(key: key, path: path), parts: parts(rule, activation))
        }
    }

    private func parts(_ rule: Rule, _ activation: Activation) -> [Explanation.Part] {
        var parts: [Explanation.Part] = []
        if let binds = rule.binds { parts.append(part("binds", binds, activation)) }
        if let applies = rule.applies { parts.append(part("applies", applies, activation)) }
        switch rule.requirement {
        case .condition(let conform, let partial):
            parts.append(part("conform", conform, activation))
            if let partial { parts.append(part("partial", partial, activation)) }
        case .obligation(let obligation):
            switch obligation.kind {
            case .fixed(let date, _): parts.append(part("date", date, activation))
            case .within(let of, let period):
                parts += [part("of", of, activation), part("period", period, activation)]
            case .atLeast(_, _, let since), .monthWindow(_, let since): parts.append(part("since", since, activation))
            case .onEventNoTerm(let of), .beforeStep(let of), .atOnce(let of, _):
                parts.append(part("of", of, activation))
            case .workingDays(let of, let count):
                parts += [part("of", of, activation), part("count", count, activation)]
            case .aheadOf(let of, let period):
                parts += [part("of", of, activation), part("period", period, activation)]
            case .expiry(let expiry):
                parts.append(part("of", expiry.granted, activation))
                if let until = expiry.until { parts.append(part("until", until, activation)) }
                if let period = expiry.period { parts.append(part("period", period, activation)) }
                if let lead = expiry.lead { parts.append(part("renew_ahead", lead, activation)) }
            case .throughout(let throughout):
                parts.append(part("from", throughout.from, activation))
                if let to = throughout.to { parts.append(part("to", to, activation)) }
            }
            switch obligation.fulfilment {
            case .done(let done): parts.append(part("done", done, activation))
            case .events(let pattern): parts.append(events(pattern, activation))
            }
        }
        return parts
    }

    private func part(_ key: String, _ expression: Expression, _ activation: Activation) -> Explanation.Part {
        let trace = expression.program.trace(activation)
        return Explanation.Part(key: key, expression: expression, root: explained(trace.root, trace))
    }

    /// The acts of a duty: each with its date, and whether it counts.
    private func events(_ pattern: EventPattern, _ activation: Activation) -> Explanation.Part {
        let trace = pattern.items.list.program.trace(activation)
        let list = explained(trace.root, trace)
        var acts: [Explanation.Node] = []
        if case .list(let elements, _, _) = self.list(pattern.items.list, activation) {
            for (position, element) in elements.enumerated() {
                var inner = self.activation(pattern.environment)
                inner.bind(pattern.items.variable, element)
                acts.append(act(pattern, element, position, inner))
            }
        }
        let root = Explanation.Node(
            role: list.role, text: list.text, result: list.result, path: list.path, place: list.place,
            isDecisive: true, children: list.children + acts)
        return Explanation.Part(key: "events", expression: pattern.items.list, root: root)
    }

    private func act(
        _ pattern: EventPattern, _ element: Value, _ position: Int, _ activation: Activation
    ) -> Explanation.Node {
        let on = pattern.on.program.trace(activation)
        var children = [explained(on.root, on)]
        var counts = true
        if let condition = pattern.condition {
            let trace = condition.program.trace(activation)
            if case .value(.bool(let answer)) = trace.result { counts = answer }
            children.append(explained(trace.root, trace))
        }
        let path = element.origin.map { FactPath($0) }
        return Explanation.Node(
            role: .item(itemKey(path, position)), text: pattern.on.text, result: children[0].result, path: path,
            place: path.flatMap { view.statement.fact(at: $0)?.place }, isDecisive: counts, children: children)
    }

    private func itemKey(_ path: FactPath?, _ position: Int) -> String {
        path.flatMap { view.statement.itemKey(of: $0) } ?? "#\(position + 1)"
    }

    /// A node of a trace, its values as they are shown and its reads with their places.
    func explained(_ node: TraceNode, _ trace: Trace, isDecisive: Bool = true) -> Explanation.Node {
        let path = node.path.map { FactPath($0) }
        let parts = node.children
        let deciding = node.deciding(parts)
        var children = zip(parts, deciding).map { explained($0, trace, isDecisive: $1) }
        var role = Explanation.Role.part
        switch node.kind {
        case .iteration(let turn):
            role = .item(itemKey(path, turn.index))
            // The body is the iteration itself, once more.
            if children.count == 1 { children = children[0].children }
        case .variable(let name): if let inside = definition(name) { children.append(inside) }
        case .literal, .local, .select, .index, .has, .operator, .call, .macro, .collection: break
        }
        return Explanation.Node(
            role: role, text: trace.text(node.range), result: result(node.result, at: path), path: path,
            place: path.flatMap { view.statement.fact(at: $0)?.place }, isDecisive: isDecisive, children: children)
    }

    private func result(_ result: Evaluation, at path: FactPath?) -> Explanation.Result {
        switch result {
        case .value(.unknown(let leaves)): .unknown(leaves.leaves.map { FactPath($0) })
        case .value(let value): .value(shown(value, at: path))
        case .error(let error): .failed(error.message)
        }
    }

    /// The expression of a definition; definitions never read one another in a circle.
    private func definition(_ name: String) -> Explanation.Node? {
        guard let definition = context.library.definitions.first(where: { $0.name == name }) else { return nil }
        let trace = definition.expression.program.trace(activation(definition.environment))
        let inside = explained(trace.root, trace)
        return Explanation.Node(
            role: .definition, text: inside.text, result: inside.result, path: inside.path, place: inside.place,
            isDecisive: true, children: inside.children)
    }
}
