internal import CEL
internal import Model

/// Which facts rules read, through the definitions they name, as far as the text of their expressions says. What a definition reads is
/// worked out once.
struct RuleReads {
    let library: RuleLibrary
    let numbering: FactNumbering
    private var known: [String: FactSet?] = [:]

    init(_ library: RuleLibrary, _ numbering: FactNumbering) {
        self.library = library
        self.numbering = numbering
    }

    /// The facts a rule reads once it is known that its set binds; nil where that cannot be told.
    mutating func facts(of rule: Rule) -> FactSet? {
        var items: [ItemPattern] = []
        var expressions = rule.ownExpressions.map(\.expression)
        if let each = rule.each { items.append(each) }
        if case .obligation(let obligation) = rule.requirement {
            if case .events(let pattern) = obligation.fulfilment { items.append(pattern.items) }
            for directed in obligation.directed {
                items.append(directed.items)
                expressions += [directed.items.list, directed.date, directed.authority]
                expressions += [directed.ref, directed.sourceClass, directed.condition].compactMap(\.self)
            }
        }
        return facts(of: expressions, items: Set(items.map(\.variable)))
    }

    /// - Parameter items: The names under which items of lists are known, whose lists are among the expressions.
    private mutating func facts(of expressions: [Expression], items: Set<String>) -> FactSet? {
        var set = numbering.none
        for expression in expressions {
            for path in expression.program.references.paths where !items.contains(path.variable) {
                guard let read = facts(of: path) else { return nil }
                set.formUnion(read)
            }
        }
        return set
    }

    private mutating func facts(of path: References.Path) -> FactSet? {
        switch path.variable {
        case RuleEnvironment.Name.asOf, RuleEnvironment.Name.statedOn, RuleEnvironment.Name.parameters,
            RuleEnvironment.Name.readings:
            return numbering.none
        case let name:
            if let read = numbering.read(name, path.fields) { return read }
            if let known = known[name] { return known }
            guard let definition = library.definitionsByName[name] else { return nil }
            let read = facts(of: [definition.expression], items: [])
            known[name] = .some(read)
            return read
        }
    }
}
