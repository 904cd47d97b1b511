internal import CEL
internal import CivilTime
internal import YAMLTree

/// Makes a transition of a draft once every name it may use is known.
struct TransitionReader {
    let draft: TransitionDraft
    let scope: ExpressionScope
    let definitions: [Definition]
    let sets: [RuleSet]
    let sources: [String: Source]
    let editions: [String: Edition]
    let vocabulary: Vocabulary

    static let date = CELType.nullable(.opaque(DateValue.type))

    func read(_ collector: inout DiagnosticCollector) -> Transition? {
        let header = draft.header
        let leaves = edition(header.leaves, &collector)
        let enters = edition(header.enters, &collector)
        let counts = header.countsAsEntered.compactMap { name($0, .edition, among: editionNames, &collector) }
        let rules = sets.flatMap(\.rules)
        let due = header.due.flatMap { name($0, .rule, among: rules.map(\.id), &collector) }
        let basis = header.basis.compactMap { citation($0, &collector) }
        let steps = readSteps(&collector)
        let declaredBy = name(header.declaredBy, .step, among: steps.map(\.id), &collector)
        let work = draft.items("work", &collector).compactMap { readWork($0, &collector) }
        let gates = readGates(rules, &collector)
        let checks = draft.items("checks", &collector).compactMap {
            name($0, .rule, among: rules.map(\.id), &collector)
        }
        let milestones = draft.items("milestones", &collector).compactMap { readMilestone($0, &collector) }
        let roadmap = draft.single["roadmap"].flatMap { readRoadmap($0, steps, &collector) }
        let declarable = draft.single["declarable"].flatMap { readDeclarable($0, &collector) }
        guard let leaves, let enters else { return nil }
        let tables = ClauseTables(draft, leaves: leaves, enters: enters, sources: sources, &collector)
        let documents = readDocuments(leaves, enters, &collector)
        guard let facts = readFacts(header, &collector), let declaredBy else { return nil }
        return Transition(
            id: header.id, version: draft.names.version, title: draft.names.title, leaves: leaves.id,
            enters: enters.id, countsAsEntered: counts, uses: draft.names.uses.map(\.name), status: draft.names.status,
            dispositions: header.dispositions, durations: header.durations, due: due, declaredBy: declaredBy,
            basis: basis, note: header.note, leaving: tables.ordered(.leaving), entering: tables.ordered(.entering),
            documents: documents, steps: steps, work: work, gates: gates, checks: checks, milestones: milestones,
            roadmap: roadmap, declarable: declarable, definitions: definitions, facts: facts,
            environment: scope.environment, inputs: draft.names.inputs,
            place: Place(header.node))
    }

    // MARK: Names

    var editionNames: [String] { vocabulary.choices["edition"]?.choices.map(\.id) ?? [] }

    private func edition(
        _ named: (id: String, node: YAMLNode), _ collector: inout DiagnosticCollector
    ) -> Edition? {
        if let edition = editions[named.id] { return edition }
        if editions.isEmpty {
            collector.error(.transition(.noEditions), at: Place(named.node))
        } else {
            unknown(.edition, named.id, among: editions.keys, at: named.node, &collector)
        }
        return nil
    }

    func name(
        _ node: YAMLNode, _ kind: NameKind, among known: some Collection<String>,
        _ collector: inout DiagnosticCollector
    ) -> String? {
        guard let text = node.readText(&collector) else { return nil }
        if known.contains(text) { return text }
        unknown(kind, text, among: known, at: node, &collector)
        return nil
    }

    func unknown(
        _ kind: NameKind, _ text: String, among known: some Sequence<String>, at node: YAMLNode,
        _ collector: inout DiagnosticCollector
    ) {
        let suggestion = collector.suggestion(for: text, among: known)
        collector.error(.unknownName(kind, text, suggestion: suggestion), at: Place(node))
    }

    func named(
        _ key: String, _ kind: NameKind, among known: some Collection<String>, _ reader: inout MappingReader,
        _ collector: inout DiagnosticCollector
    ) -> String? {
        reader.requiredNode(key, &collector).flatMap { name($0, kind, among: known, &collector) }
    }

    func citation(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Citation? {
        guard let citation = Citation.read(node, &collector) else { return nil }
        if sources[citation.source] != nil { return citation }
        unknown(.source, citation.source, among: sources.keys, at: node["source"] ?? node, &collector)
        return nil
    }

    // MARK: Parts

    /// What the engine reads of an agency, compiled for this vocabulary.
    private func readFacts(
        _ header: TransitionDraft.Header, _ collector: inout DiagnosticCollector
    ) -> TransitionFacts? {
        let declared = "qms.declarations.exists(d, d.edition == \"\(header.leaves.id)\")"
        let hasDeclared = scope.compile(made: declared, for: header.node, expecting: .bool, &collector)
        let documents = scope.compile("qms.documents", of: header.node, offset: 0, expecting: nil, &collector)
        let plans =
            if let node = draft.single["plans"] {
                scope.compile(node, expecting: planList, &collector)
            } else {
                scope.compile("qms.conversion_plans", of: header.node, offset: 0, expecting: nil, &collector)
            }
        guard let hasDeclared, let documents, let plans else { return nil }
        return TransitionFacts(hasDeclaredLeft: hasDeclared, documents: documents, plans: plans)
    }

    /// The type of a list of conversion plans.
    private var planList: CELType? {
        vocabulary.field(at: Roadmap.listPath).flatMap { vocabulary.record(of: $0.type) }
            .map { .list(.structure($0.id)) }
    }

    private func readSteps(_ collector: inout DiagnosticCollector) -> [TransitionStep] {
        var steps: [TransitionStep] = []
        var names = NameTable()
        for (index, node) in draft.steps.enumerated() {
            // A faulty step stands where it stands all the same.
            let above = draft.steps.prefix(index).compactMap { $0["id"]?.text }
            guard let step = readStep(node, above: above, &collector) else { continue }
            if names.isNew(.step, step.id, step.place, &collector) { steps.append(step) }
        }
        return steps
    }

    private func readStep(
        _ node: YAMLNode, above: [String], _ collector: inout DiagnosticCollector
    ) -> TransitionStep? {
        guard var reader = MappingReader(node, "step", &collector) else { return nil }
        let id = reader.requiredNode("id", &collector).flatMap { readStepID($0, &collector) }
        let label = reader.requiredLocalized("label", &collector)
        let done = reader.requiredNode("done", &collector).flatMap {
            scope.compile($0, expecting: TransitionReader.date, &collector)
        }
        let needed = reader.node("needed").flatMap { scope.compile($0, expecting: .nullable(.bool), &collector) }
        let isContinuing = reader.boolean("continuing", &collector) ?? false
        var after: [String] = []
        for item in reader.items("after", &collector) {
            guard let name = item.readText(&collector) else { continue }
            if above.contains(name) {
                after.append(name)
            } else {
                collector.error(.transition(.stepBelow(name)), at: Place(item))
            }
        }
        let order = reader.requiredChoice("order", Provenance.self, &collector)
        let takesNode = reader.node("takes")
        if (takesNode != nil) == isContinuing {
            collector.error(.transition(.takes(isContinuing: isContinuing)), at: Place(takesNode ?? node))
        }
        let takes = reader.period("takes", &collector)
        let owner = named("owner", .respondent, among: vocabulary.respondents.keys, &reader, &collector)
        let evidence = reader.items("evidence", &collector).compactMap {
            name($0, .document, among: vocabulary.documents.keys, &collector)
        }
        let refNode = reader.node("ref")
        let citation = refNode.flatMap { self.citation($0, &collector) }
        let provenance = reader.requiredChoice("provenance", Provenance.self, &collector)
        if provenance == .text && refNode == nil {
            collector.error(.transition(.textWithoutCitation), at: Place(reader.node("provenance") ?? node))
        }
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        guard let id, let label, let done, let order, let owner, let provenance else { return nil }
        return TransitionStep(
            id: id, label: label, done: done, needed: needed, isContinuing: isContinuing, after: after, order: order,
            takes: takes, owner: owner, evidence: evidence, citation: citation, provenance: provenance, note: note,
            place: Place(node))
    }

    /// The id of a step: one of the choices by which the milestones of an agency's plan name steps.
    private func readStepID(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> String? {
        guard let choices = vocabulary.choices["switch_step"] else { return node.readText(&collector) }
        return name(node, .step, among: choices.choices.map(\.id), &collector)
    }

    private func readWork(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> WorkClass? {
        guard var reader = MappingReader(node, "work", &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let label = reader.requiredLocalized("label", &collector)
        let text = reader.requiredLocalized("text", &collector)
        let condition = reader.requiredNode("when", &collector).flatMap {
            scope.compile($0, expecting: .nullable(.bool), &collector)
        }
        let basis = named("basis", .source, among: sources.keys, &reader, &collector)
        let confidence = reader.requiredChoice("confidence", Confidence.self, &collector)
        reader.finish(&collector)
        guard let id, let label, let text, let condition, let basis, let confidence else { return nil }
        return WorkClass(id: id, label: label, text: text, condition: condition, basis: basis, confidence: confidence)
    }

    private func readMilestone(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> TransitionMilestone? {
        guard var reader = MappingReader(node, "milestone", &collector) else { return nil }
        let date = reader.requiredNode("date", &collector).flatMap { $0.readDay(&collector) }
        let label = reader.requiredLocalized("label", &collector)
        let binds = reader.requiredChoice("binds", MilestoneScope.self, &collector)
        let basis = named("basis", .source, among: sources.keys, &reader, &collector)
        let confidence = reader.requiredChoice("confidence", Confidence.self, &collector)
        reader.finish(&collector)
        guard let date, let label, let binds, let basis, let confidence else { return nil }
        return TransitionMilestone(date: date, label: label, binds: binds, basis: basis, confidence: confidence)
    }

    /// The gates, held against what the rules say of themselves.
    private func readGates(_ rules: [Rule], _ collector: inout DiagnosticCollector) -> [Gate: [String]] {
        guard let node = draft.single["gates"], var reader = MappingReader(node, "gates", &collector) else {
            return [:]
        }
        var gates: [Gate: [String]] = [:]
        for gate in Gate.allCases {
            for item in reader.items(gate.rawValue, &collector) {
                guard let id = name(item, .rule, among: rules.map(\.id), &collector) else { continue }
                gates[gate, default: []].append(id)
                let says = rules.first { $0.id == id }?.gate
                if says != gate {
                    collector.error(.transition(.gate(rule: id, listed: gate, says: says)), at: Place(item))
                }
            }
        }
        reader.finish(&collector)
        guard draft.names.status != .provisional else { return gates }
        let uses = Set(draft.names.uses.map(\.name))
        for rule in rules where uses.contains(rule.set) {
            guard let gate = rule.gate, gates[gate]?.contains(rule.id) != true else { continue }
            collector.error(
                .transition(.gateNotListed(rule: rule.id, gate)), at: Place(node), related: [rule.place])
        }
        return gates
    }
}

extension YAMLNode {
    /// A clause that is listed in an edition.
    func readClause(of edition: Edition, _ collector: inout DiagnosticCollector) -> ClauseID? {
        guard let text = readText(&collector) else { return nil }
        guard let clause = ClauseID(text), clause.edition == edition.id else {
            collector.error(.transition(.clauseOfOtherEdition(found: text, edition: edition.id)), at: Place(self))
            return nil
        }
        if edition.clause(clause.number) != nil { return clause }
        let known = edition.clauses.map { "\(edition.id)/\($0.number)" }
        let suggestion = collector.suggestion(for: text, among: known)
        collector.error(.unknownName(.clause, text, suggestion: suggestion), at: Place(self))
        return nil
    }
}

extension Edition {
    /// Whether a clause has sub-clauses and so asks nothing itself.
    public func isHeading(_ number: String) -> Bool { clauses.contains { $0.number.hasPrefix(number + ".") } }
}
