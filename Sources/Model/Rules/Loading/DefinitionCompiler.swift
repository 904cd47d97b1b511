internal import CEL
internal import YAMLTree

/// Compiles the definitions of a set, each after those it reads.
struct DefinitionCompiler: Sendable {
    let set: String
    private(set) var scope: ExpressionScope
    private var definitionNames: Set<String> = []
    let vocabulary: Vocabulary
    let sources: [String: Source]
    /// The definitions of the set, whose names are declared and whose expressions are still to be compiled.
    private(set) var drafts: [Draft] = []

    struct Draft: Sendable {
        let name: String
        let namePlace: Place
        let label: LocalizedText
        let citation: Citation?
        let type: FieldType
        let node: YAMLNode
    }

    /// What other sets need to know of a definition.
    struct Name: Sendable {
        let name: String
        let type: FieldType
    }

    init(set: String, scope: ExpressionScope, vocabulary: Vocabulary, sources: [String: Source]) {
        self.set = set
        self.scope = scope
        self.vocabulary = vocabulary
        self.sources = sources
    }

    /// Makes the definitions of the sets this one uses visible.
    mutating func adopt(_ names: [Name]) {
        for name in names { declare(name.name, name.type) }
    }

    private mutating func declare(_ name: String, _ type: FieldType) {
        scope.environment.declare(variable: name, celType(type))
        definitionNames.insert(name)
    }

    private func celType(_ type: FieldType) -> CELType {
        let plain = FactTypes.plainType(type, vocabulary)
        if case .list = type { return plain }
        return .nullable(plain)
    }

    /// Reads the definitions of the set and makes their names visible, to each other too.
    mutating func declare(
        _ entries: [YAMLEntry], _ names: inout NameTable, _ collector: inout DiagnosticCollector
    ) {
        for entry in entries {
            guard let draft = read(entry, &collector) else { continue }
            if names.isNew(.definition, draft.name, draft.namePlace, &collector) { drafts.append(draft) }
        }
        for draft in drafts { declare(draft.name, draft.type) }
    }

    /// Compiles one definition, once all names are declared.
    func compile(_ draft: Draft, _ collector: inout DiagnosticCollector) -> Definition? {
        guard let expression = scope.compile(draft.node, expecting: celType(draft.type), &collector) else { return nil }
        return Definition(
            name: draft.name, set: set, label: draft.label, citation: draft.citation, expression: expression,
            visible: definitionNames, type: draft.type, environment: scope.environment)
    }

    private func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Draft? {
        guard var reader = MappingReader(entry.value, "definition", &collector) else { return nil }
        let place = Place(source: entry.value.source, range: entry.keyRange)
        let label = reader.requiredLocalized("label", &collector)
        let citation = reader.node("ref").flatMap { Citation.read($0, &collector) }
        let type = reader.requiredNode("type", &collector).flatMap { readType($0, &collector) }
        let node = reader.requiredNode("is", &collector)
        reader.finish(&collector)
        if !ExpressionScope.isIdentifier(entry.key) {
            collector.error(.value(found: entry.key, expected: .identifier), at: place)
            return nil
        }
        if let citation, sources[citation.source] == nil {
            let suggestion = Suggestion.nearest(to: citation.source, among: sources.keys)
            collector.error(.unknownName(.source, citation.source, suggestion: suggestion), at: place)
        }
        guard let label, let type, let node else { return nil }
        return Draft(name: entry.key, namePlace: place, label: label, citation: citation, type: type, node: node)
    }

    /// `boolean`, a choice list, a record, or `{list: …}` of one of them.
    private func readType(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> FieldType? {
        if node.kind == .mapping {
            guard var reader = MappingReader(node, "type", &collector) else { return nil }
            let item = reader.requiredNode("list", &collector).flatMap { readType($0, &collector) }
            reader.finish(&collector)
            return item.map { .list($0) }
        }
        guard let name = node.readText(&collector) else { return nil }
        switch name {
        case "text": return .text
        case "boolean": return .boolean
        case "integer": return .integer
        case "date": return .date(.act)
        default:
            if vocabulary.choices[name] != nil { return .choice(name) }
            if vocabulary.records[name] != nil { return .record(name) }
            let known = ["text", "boolean", "integer", "date"] + vocabulary.choices.keys + vocabulary.records.keys
            let suggestion = Suggestion.nearest(to: name, among: known)
            collector.error(.unknownName(.record, name, suggestion: suggestion), at: Place(node))
            return nil
        }
    }

    /// The definitions so that each follows those it reads; a circle is an error. Proved ones have no circle, and are left as they are:
    /// to order them, each would have to be compiled.
    func ordered(_ definitions: [Definition], _ collector: inout DiagnosticCollector) -> [Definition] {
        if scope.isProved { return definitions }
        let own = Set(definitions.map(\.name))
        var result: [Definition] = []
        var done: Set<String> = []
        var rest = definitions
        while !rest.isEmpty {
            let ready = rest.filter { definition in
                definition.uses.allSatisfy { done.contains($0) || !own.contains($0) }
            }
            guard !ready.isEmpty else {
                collector.error(.rules(.cyclicDefinitions(rest.map(\.name))), at: rest[0].expression.place)
                return result
            }
            for definition in ready {
                result.append(definition)
                done.insert(definition.name)
            }
            rest.removeAll { done.contains($0.name) }
        }
        return result
    }
}
