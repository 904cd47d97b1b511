internal import CEL
internal import YAMLTree

/// Reads the rules of one set, once the names they may use are known.
struct RuleReader: Sendable {
    let set: RuleSetDraft
    let binds: Expression?
    let scope: ExpressionScope
    let sources: [String: Source]
    let interpretations: Set<String>
    let documents: Set<String>

    /// Reads one rule; nil where it has no whole.
    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Rule? {
        guard var reader = MappingReader(node, "rule", &collector) else { return nil }
        defer { reader.finish(&collector) }
        var scope = scope
        let id = reader.requiredText("id", &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { readCitation($0, &collector) }
        let further = reader.items("also", &collector).compactMap { readCitation($0, &collector) }
        let title = reader.requiredLocalized("title", &collector)
        let text = reader.requiredLocalized("text", &collector)
        let each = reader.node("each").flatMap { scope.itemPattern($0, &collector) }
        let applies = condition("applies", scope, &reader, &collector)
        let grading = reader.node("grade").flatMap { Grading.read($0, &collector) }
        let requirement = readRequirement(scope, &reader, &collector)
        let force = reader.choice("force", Force.self, &collector)
        let gate = reader.choice("gate", Gate.self, &collector)
        let evidence = reader.items("evidence", &collector).compactMap { readDocument($0, &collector) }
        let remedy = reader.requiredLocalized("remedy", &collector)
        let because = readTemplates(scope, &reader, &collector)
        let readings = reader.items("readings", &collector).compactMap { readReading($0, &collector) }
        let identity = reader.items("identity", &collector).compactMap { node in
            scope.compile(node, expecting: nil, &collector)
        }
        let window = reader.window("in_force", &collector)
        if reader.node("provenance") == nil { collector.error(.missingKey("provenance", in: "rule"), at: Place(node)) }
        let provenance = reader.choice("provenance", Provenance.self, &collector)
        let status = reader.choice("status", RuleStatus.self, &collector) ?? set.status
        let isWaivable = reader.boolean("waivable", &collector) ?? set.isWaivable
        let tags = reader.texts("tags", &collector)
        guard let id, let citation, let title, let text, let requirement, let remedy, let provenance else { return nil }
        let source = sources[citation.source]
        let standardForce: Force = source?.sourceClass == .recommendation ? .recommended : .binding
        return Rule(
            id: id, set: set.id, citation: citation, furtherCitations: further, title: title, text: text,
            binds: binds, applies: applies, each: each, requirement: requirement, grading: grading,
            force: force ?? standardForce,
            gate: gate, evidence: evidence, remedy: remedy, because: because, readings: readings, identity: identity,
            inForce: window ?? source?.inForce ?? ValidityWindow(), provenance: provenance, status: status,
            isWaivable: isWaivable, tags: tags, place: Place(node), environment: scope.environment)
    }

    private func condition(
        _ key: String, _ scope: ExpressionScope, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        reader.node(key).flatMap { scope.compile($0, expecting: .nullable(.bool), &collector) }
    }

    private func readRequirement(
        _ scope: ExpressionScope, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Requirement? {
        let late = reader.choice("late", LateTreatment.self, &collector)
        let obligation = reader.node("obligation")
        let conformNode = reader.node("conform")
        guard (obligation == nil) != (conformNode == nil) else {
            reader.ignore(["partial"])
            let keys = ["conform", "obligation"]
            collector.error(.rules(.exactlyOne(of: keys, in: "rule")), at: Place(reader.node))
            return nil
        }
        if let obligation {
            return ObligationReader(scope: scope, late: late).read(obligation, &collector).map { .obligation($0) }
        }
        let partial = condition("partial", scope, &reader, &collector)
        return condition("conform", scope, &reader, &collector).map { .condition(conform: $0, partial: partial) }
    }

    private func readTemplates(
        _ scope: ExpressionScope, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [Verdict: Template] {
        guard let node = reader.node("because"), var templates = MappingReader(node, "because", &collector) else {
            return [:]
        }
        var result: [Verdict: Template] = [:]
        for verdict in Verdict.allCases {
            guard let node = templates.node(verdict.rawValue) else { continue }
            if let template = Template.read(node, scope, &collector) { result[verdict] = template }
        }
        templates.finish(&collector)
        return result
    }

    func readCitation(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Citation? {
        guard let citation = Citation.read(node, &collector) else { return nil }
        guard sources[citation.source] == nil else { return citation }
        let suggestion = Suggestion.nearest(to: citation.source, among: sources.keys)
        collector.error(
            .unknownName(.source, citation.source, suggestion: suggestion), at: Place(node["source"] ?? node))
        return nil
    }

    private func readDocument(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> String? {
        name(node, of: .document, among: documents, &collector)
    }

    func readReading(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> String? {
        name(node, of: .interpretation, among: interpretations, &collector)
    }

    private func name(
        _ node: YAMLNode, of kind: NameKind, among names: Set<String>, _ collector: inout DiagnosticCollector
    ) -> String? {
        guard let text = node.readText(&collector) else { return nil }
        if names.contains(text) { return text }
        let suggestion = Suggestion.nearest(to: text, among: names)
        collector.error(.unknownName(kind, text, suggestion: suggestion), at: Place(node))
        return nil
    }
}

extension Grading {
    /// `none`, or the grades by verdict.
    static func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Grading? {
        if node.kind == .scalar {
            guard let text = node.readText(&collector) else { return nil }
            if text != "none" {
                collector.error(
                    .choice(found: text, list: "grade", allowed: ["none"], suggestion: nil), at: Place(node))
            }
            return nil
        }
        guard var reader = MappingReader(node, "grade", &collector) else { return nil }
        let nonconform = reader.choice("nonconform", Grade.self, &collector)
        let partial = reader.choice("partial", Grade.self, &collector)
        let isCandidate = reader.boolean("candidate", &collector) ?? false
        reader.finish(&collector)
        return Grading(nonconform: nonconform, partial: partial, isCandidate: isCandidate)
    }
}
