internal import CEL
public import CivilTime
public import Model

extension Assessor {
    /// Explains one rule of an assessment; a rule the profile does not select has no findings, one whose set does not bind the
    /// agency is told not to apply.
    public static func explain(_ rule: Rule, in assessment: Assessment, context: AssessmentContext) -> Explanation {
        let subject = subject(assessment.statement, context, assessment.asOf)
        var findings = assessment.findings.filter { $0.rule.id == rule.id }
        if assessment.unboundSets.contains(rule.set) {
            let alone = AssessmentContext(context, rules: [rule], leavesOutUnbound: false)
            findings = assess(assessment.statement, in: alone, asOf: assessment.asOf).findings
        }
        return Explanation(rule: rule, findings: findings, subjects: subject.explained(rule))
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
        let view = FactView(
            statement, asOf: asOf, environment: library.environment, vocabulary: library.vocabulary)
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
            let key = path.flatMap { view.statement.itemKey(of: $0) } ?? "#\(position + 1)"
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
            case .events(let pattern): parts.append(part("events", pattern.items.list, activation))
            }
        }
        return parts
    }

    private func part(_ key: String, _ expression: Expression, _ activation: Activation) -> Explanation.Part {
        let trace = expression.program.trace(activation)
        return Explanation.Part(key: key, expression: expression, root: explained(trace.root, trace))
    }

    /// A node of a trace, its values as they are shown and its reads with their places.
    func explained(_ node: TraceNode, _ trace: Trace) -> Explanation.Node {
        let path = node.path.map { FactPath($0) }
        let result: Explanation.Result
        switch node.result {
        case .value(.unknown(let leaves)): result = .unknown(leaves.leaves.map { FactPath($0) })
        case .value(let value): result = .value(shown(value, at: path))
        case .error(let error): result = .failed(error.message)
        }
        var children = node.children.map { explained($0, trace) }
        if case .variable(let name) = node.kind, let inside = definition(name) { children.append(inside) }
        return Explanation.Node(
            text: trace.text(node.range), result: result, path: path,
            place: path.flatMap { view.statement.fact(at: $0)?.place }, children: children)
    }

    /// The expression of a definition; definitions never read one another in a circle.
    private func definition(_ name: String) -> Explanation.Node? {
        guard let definition = context.library.definitions.first(where: { $0.name == name }) else { return nil }
        let trace = definition.expression.program.trace(activation(definition.environment))
        return explained(trace.root, trace)
    }
}
