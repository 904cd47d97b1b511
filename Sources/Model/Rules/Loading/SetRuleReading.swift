internal import CEL
internal import CivilTime
internal import YAMLTree

/// Reads the rules on a portfolio of one set, once the names they may use are known.
struct SetRuleReader {
    /// What the set's rules on statements are read with.
    let rules: RuleReader
    let vocabulary: Vocabulary
    let types: FactTypes
    /// The rules whose verdicts may be read: those of this set and of the sets it uses.
    let known: Set<String>

    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> SetRule? {
        guard var reader = MappingReader(node, "set rule", &collector) else { return nil }
        defer { reader.finish(&collector) }
        let id = reader.requiredText("id", &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        let further = reader.items("also", &collector).compactMap { rules.readCitation($0, &collector) }
        let title = reader.requiredLocalized("title", &collector)
        let text = reader.requiredLocalized("text", &collector)
        if reader.node("over") == nil { collector.error(.missingKey("over", in: "set rule"), at: Place(node)) }
        let over = reader.choice("over", SetRuleSubject.self, &collector)
        let portfolio = portfolioScope
        var scope = over.map { memberScope($0) } ?? portfolio
        let verdicts = readVerdicts(&scope, &reader, &collector)
        let each = reader.node("each").flatMap { scope.itemPattern($0, &collector) }
        let counts = reader.requiredLocalized("counts", &collector)
        let applies = reader.node("applies").flatMap { portfolio.condition($0, &collector) }
        let counted = reader.node("of").flatMap { scope.condition($0, &collector) }
        let quota = reader.requiredNode("obligation", &collector).flatMap { obligation in
            QuotaReader(scope: scope, portfolio: portfolio).read(obligation, &collector)
        }
        let force = reader.choice("force", Force.self, &collector)
        let remedy = reader.requiredLocalized("remedy", &collector)
        let readings = reader.items("readings", &collector).compactMap { rules.readReading($0, &collector) }
        let window = reader.window("in_force", &collector)
        if reader.node("provenance") == nil {
            collector.error(.missingKey("provenance", in: "set rule"), at: Place(node))
        }
        let provenance = reader.choice("provenance", Provenance.self, &collector)
        let status = reader.choice("status", RuleStatus.self, &collector) ?? rules.set.status
        let tags = reader.texts("tags", &collector)
        guard let id, let citation, let title, let text, let over, let counts, let quota, let remedy, let provenance
        else { return nil }
        let source = rules.sources[citation.source]
        let standardForce: Force = source?.sourceClass == .recommendation ? .recommended : .binding
        return SetRule(
            id: id, set: rules.set.id, citation: citation, furtherCitations: further, title: title, text: text,
            over: over, each: each, counts: counts, applies: applies, counted: counted, verdicts: verdicts,
            quota: quota, force: force ?? standardForce, remedy: remedy, readings: readings,
            inForce: window ?? source?.inForce ?? ValidityWindow(), provenance: provenance, status: status, tags: tags,
            place: Place(node), environment: scope.environment)
    }

    /// Reads a count that asks for nothing.
    func readFigure(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Figure? {
        guard var reader = MappingReader(node, "figure", &collector) else { return nil }
        defer { reader.finish(&collector) }
        let id = reader.requiredText("id", &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        let title = reader.requiredLocalized("title", &collector)
        if reader.node("over") == nil { collector.error(.missingKey("over", in: "figure"), at: Place(node)) }
        let over = reader.choice("over", SetRuleSubject.self, &collector)
        var scope = over.map { memberScope($0) } ?? portfolioScope
        let each = reader.node("each").flatMap { scope.itemPattern($0, &collector) }
        let isOfYear = reader.choice("per", FigurePeriod.self, &collector) == .year
        let counts = reader.requiredLocalized("counts", &collector)
        let counted = reader.node("of").flatMap { scope.condition($0, &collector) }
        let by = reader.requiredNode("by", &collector).flatMap { scope.compile($0, expecting: nil, &collector) }
        if reader.node("provenance") == nil {
            collector.error(.missingKey("provenance", in: "figure"), at: Place(node))
        }
        let provenance = reader.choice("provenance", Provenance.self, &collector)
        guard let id, let citation, let title, let over, let counts, let by, let provenance else { return nil }
        return Figure(
            id: id, set: rules.set.id, citation: citation, title: title, over: over, isOfYear: isOfYear,
            each: each, counts: counts, counted: counted, by: by, provenance: provenance, place: Place(node),
            environment: scope.environment)
    }

    /// What is known of the portfolio as a whole.
    private var portfolioScope: ExpressionScope {
        var scope = rules.scope
        if let field = vocabulary.register.field(RegisterNames.portfolio) {
            scope.environment.declare(variable: field.name, types.type(of: field.type))
        }
        return scope
    }

    /// What is known of one unit or system: its record, and the items of the register's other lists that name it.
    private func memberScope(_ over: SetRuleSubject) -> ExpressionScope {
        var scope = portfolioScope
        for field in vocabulary.register.fields where field.name != RegisterNames.portfolio {
            let type = types.type(of: field.type)
            switch field.name {
            case RegisterNames.units:
                if over == .units, case .list(let item) = type {
                    scope.environment.declare(variable: RegisterNames.unit, item)
                }
            case RegisterNames.systems:
                if over == .systems, case .list(let item) = type {
                    scope.environment.declare(variable: RegisterNames.system, item)
                }
            case _: scope.environment.declare(variable: field.name, type)
            }
        }
        return scope
    }

    /// Names for verdicts: a misspelt rule is an error here, a misspelt verdict one where it is compared.
    private func readVerdicts(
        _ scope: inout ExpressionScope, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [VerdictReference] {
        var references: [VerdictReference] = []
        let verdict = CELType.choice(CEL.Choice(name: "verdict", values: Verdict.allCases.map(\.rawValue)))
        for entry in reader.entries("verdicts", &collector) {
            guard let rule = entry.value.readText(&collector) else { continue }
            guard ExpressionScope.isIdentifier(entry.key) else {
                collector.error(.value(found: entry.key, expected: .identifier), at: entry.place)
                continue
            }
            guard known.contains(rule) else {
                let suggestion = collector.suggestion(for: rule, among: known)
                collector.error(.unknownName(.rule, rule, suggestion: suggestion), at: Place(entry.value))
                continue
            }
            guard !scope.environment.isDeclared(variable: entry.key) else {
                collector.error(.rules(.itemNameTaken(entry.key)), at: entry.place)
                continue
            }
            scope.environment.declare(variable: entry.key, verdict)
            references.append(VerdictReference(name: entry.key, rule: rule))
        }
        return references
    }
}

extension ExpressionScope {
    /// An expression of truth, or null.
    fileprivate func condition(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Expression? {
        compile(node, expecting: .nullable(.bool), &collector)
    }
}

/// Reads the share a set rule asks for, and its clock.
struct QuotaReader {
    /// The names of what is counted.
    let scope: ExpressionScope
    /// The names of the portfolio: its dates belong to no unit.
    let portfolio: ExpressionScope

    private enum KindName: String, CaseIterable {
        case quota
    }

    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> QuotaDuty? {
        guard var reader = MappingReader(node, "obligation", &collector) else { return nil }
        defer { reader.finish(&collector) }
        if reader.node("kind") == nil { collector.error(.missingKey("kind", in: "obligation"), at: Place(node)) }
        let kind = reader.choice("kind", KindName.self, &collector)
        let share = reader.requiredNode("share", &collector).flatMap { readShare($0, &collector) }
        let clock = readClock(&reader, &collector)
        let leads = reader.items("leads", &collector).compactMap { $0.readPeriod(&collector) }
        guard kind != nil, let share, let clock else { return nil }
        return QuotaDuty(share: share, clock: clock, leads: leads, place: Place(node))
    }

    private func readShare(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Share? {
        guard let text = node.readText(&collector) else { return nil }
        if let share = Share(text) { return share }
        collector.error(.rules(.share(text)), at: Place(node))
        return nil
    }

    private func readClock(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> QuotaClock? {
        let keys = ["met", "before", "by", "per"]
        let given = keys.filter { reader.node($0) != nil }
        guard given.count == 1, let key = given.first, let node = reader.node(key) else {
            reader.ignore(["since", "done", "events", "on", "where"])
            collector.error(.rules(.exactlyOne(of: keys, in: "obligation")), at: Place(reader.node))
            return nil
        }
        if key == "met" {
            return scope.compile(node, expecting: .nullable(.bool), &collector).map { .state(met: $0) }
        }
        let acts = ObligationReader(scope: scope, late: nil).readFulfilment(&reader, &collector)
        let dates = ObligationReader(scope: portfolio, late: nil)
        if key == "per" {
            let unit = reader.windowUnit("per", &collector)
            let since = dates.readDate("since", &reader, &collector)
            guard let unit, let since, let acts else { return nil }
            return .perWindow(unit, since: since, acts.fulfilment)
        }
        let date = dates.date(node, portfolio, &collector)
        guard let date, let acts else { return nil }
        return .fixed(date: date, isInclusive: key == "by", acts.fulfilment)
    }
}
