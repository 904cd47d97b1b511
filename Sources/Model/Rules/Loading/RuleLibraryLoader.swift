internal import CEL
internal import YAMLTree

/// What came of loading a rule library: it can be used only where there is no error.
public struct RuleLibraryReading: Sendable {
    /// The library; nil where an error stands among the diagnostics.
    public let library: RuleLibrary?
    /// Everything that is wrong, file by file.
    public let diagnostics: [Diagnostic]
}

/// Loads rule sets and profiles, links their names, and checks every expression against the vocabulary.
public enum RuleLibraryLoader {
    /// Loads a library from the files of its folders, its profiles and its transitions.
    public static func load(
        _ folders: [RuleFolder], profiles: [RuleFile], transitions: TransitionFiles = TransitionFiles(),
        vocabulary: Vocabulary
    ) -> RuleLibraryReading {
        var collector = DiagnosticCollector()
        let drafts = folders.compactMap { RuleSetDraft.read($0, &collector) }.sorted { $0.id < $1.id }
        let switches = transitions.folders.compactMap { TransitionDraft.read($0, &collector) }
            .sorted { $0.header.id < $1.header.id }
        let editions = EditionReader(vocabulary: vocabulary).read(transitions.editions, &collector)
        var linker = RuleLinker(drafts, beside: switches.map(\.names), vocabulary, &collector)
        let sets = linker.link(&collector)
        let linked = switches.compactMap { linker.link($0, sets, editions, &collector) }
        let rules = sets.flatMap(\.rules)
        let reader = ProfileReader(sets: sets, rules: rules, linker: linker)
        let read = profiles.compactMap { reader.read($0, &collector) }.sorted { $0.id < $1.id }
        guard !collector.hasErrors else { return RuleLibraryReading(library: nil, diagnostics: collector.diagnostics) }
        let library = RuleLibrary(
            vocabulary: vocabulary, environment: linker.environment, sets: sets, sources: linker.sources,
            parameters: linker.parameters, interpretations: linker.interpretations, profiles: read,
            editions: editions, transitions: linked)
        return RuleLibraryReading(library: library, diagnostics: collector.diagnostics)
    }
}

/// Links the names of rule sets: what one set declares and another uses.
struct RuleLinker {
    private let drafts: [RuleSetDraft]
    private let vocabulary: Vocabulary
    private(set) var sources: [String: Source] = [:]
    private(set) var parameters: [String: Parameter] = [:]
    private(set) var interpretations: [String: Interpretation] = [:]
    let environment: RuleEnvironment
    private var definitionsBySet: [String: [Definition]] = [:]
    private var definitionNames = NameTable()

    /// Links rule sets, and what `others` declare beside them.
    init(
        _ drafts: [RuleSetDraft], beside others: [RuleSetDraft], _ vocabulary: Vocabulary,
        _ collector: inout DiagnosticCollector
    ) {
        self.drafts = drafts
        self.vocabulary = vocabulary
        var names = NameTable()
        for draft in drafts + others {
            for source in draft.sources where names.isNew(.source, source.id, source.place, &collector) {
                sources[source.id] = source
            }
            for parameter in draft.parameters
            where names.isNew(.parameter, parameter.name, parameter.place, &collector) {
                parameters[parameter.name] = parameter
            }
            for interpretation in draft.interpretations
            where names.isNew(.interpretation, interpretation.name, interpretation.place, &collector) {
                interpretations[interpretation.name] = interpretation
            }
        }
        let conditions = interpretations.filter { $0.value.kind == .condition }
        environment = RuleEnvironment(vocabulary, parameters: parameters, interpretations: conditions)
        checkSources(&collector)
    }

    private func checkSources(_ collector: inout DiagnosticCollector) {
        for source in sources.values.sorted(by: { $0.id < $1.id }) {
            if let under = source.under, sources[under] == nil {
                unknownSource(under, at: source.place, &collector)
            }
        }
        for parameter in parameters.values.sorted(by: { $0.name < $1.name }) {
            if let source = parameter.source, sources[source] == nil {
                unknownSource(source, at: parameter.place, &collector)
            }
        }
    }

    private func unknownSource(_ id: String, at place: Place, _ collector: inout DiagnosticCollector) {
        let suggestion = Suggestion.nearest(to: id, among: sources.keys)
        collector.error(.unknownName(.source, id, suggestion: suggestion), at: place)
    }

    /// The sets with their definitions and rules compiled, in order of id.
    mutating func link(_ collector: inout DiagnosticCollector) -> [RuleSet] {
        let ids = Set(drafts.map(\.id))
        var names = NameTable()
        var sets: [RuleSet] = []
        for draft in inOrderOfUse(ids, &collector) {
            let inherited = draft.uses.flatMap { definitionsBySet[$0.name] ?? [] }
            var compiler = DefinitionCompiler(
                set: draft.id, scope: ExpressionScope(environment: environment.base), vocabulary: vocabulary,
                sources: sources)
            compiler.adopt(inherited)
            let definitions = compiler.compile(draft.definitions, &definitionNames, &collector)
            definitionsBySet[draft.id] = inherited + definitions
            let reader = RuleReader(
                set: draft, scope: compiler.scope, sources: sources, interpretations: Set(interpretations.keys),
                documents: Set(vocabulary.documents.keys))
            var rules: [Rule] = []
            for (rule, diagnostics) in reader.readConcurrently(draft.rules) {
                collector.append(diagnostics)
                guard let rule else { continue }
                if names.isNew(.rule, rule.id, rule.place, &collector) { rules.append(rule) }
            }
            // A point that repeats another text may be answered by a rule of a set in use.
            let known = Set(rules.map(\.id)).union(definitions.map(\.name))
                .union(inherited.map(\.name))
                .union(sets.filter { set in draft.uses.contains { $0.name == set.id } }.flatMap { $0.rules.map(\.id) })
            let coverage = draft.coverage.compactMap { CoverageRow.read($0, reader, known: known, &collector) }
            sets.append(
                RuleSet(
                    id: draft.id, version: draft.version, title: draft.title, uses: draft.uses.map(\.name),
                    status: draft.status, rules: rules, definitions: definitions, coverage: coverage,
                    inputs: draft.inputs, longestWaiver: draft.longestWaiver, waiverLead: draft.waiverLead))
        }
        return sets.sorted { $0.id < $1.id }
    }

    /// A transition with its definitions and expressions compiled, and its tables proved.
    mutating func link(
        _ draft: TransitionDraft, _ sets: [RuleSet], _ editions: [String: Edition],
        _ collector: inout DiagnosticCollector
    ) -> Transition? {
        let ids = sets.map(\.id)
        for use in draft.names.uses where !ids.contains(use.name) {
            let suggestion = Suggestion.nearest(to: use.name, among: ids)
            collector.error(.unknownName(.ruleSet, use.name, suggestion: suggestion), at: use.place)
        }
        var compiler = DefinitionCompiler(
            set: draft.names.id, scope: ExpressionScope(environment: environment.base), vocabulary: vocabulary,
            sources: sources)
        compiler.adopt(draft.names.uses.flatMap { definitionsBySet[$0.name] ?? [] })
        let definitions = compiler.compile(draft.names.definitions, &definitionNames, &collector)
        let reader = TransitionReader(
            draft: draft, scope: compiler.scope, definitions: definitions, sets: sets, sources: sources,
            editions: editions, vocabulary: vocabulary)
        return reader.read(&collector)
    }

    /// The sets so that each follows those it uses; a circle is reported and broken.
    private func inOrderOfUse(_ ids: Set<String>, _ collector: inout DiagnosticCollector) -> [RuleSetDraft] {
        var ordered: [RuleSetDraft] = []
        var done: Set<String> = []
        var rest = drafts
        while !rest.isEmpty {
            let ready = rest.filter { draft in
                draft.uses.allSatisfy { done.contains($0.name) || !ids.contains($0.name) }
            }
            guard !ready.isEmpty else {
                collector.error(.rules(.cyclicDefinitions(rest.map(\.id))), at: rest[0].uses.first?.place)
                return ordered
            }
            for draft in ready {
                for use in draft.uses where !ids.contains(use.name) {
                    let suggestion = Suggestion.nearest(to: use.name, among: ids)
                    collector.error(.unknownName(.ruleSet, use.name, suggestion: suggestion), at: use.place)
                }
                ordered.append(draft)
                done.insert(draft.id)
            }
            rest.removeAll { done.contains($0.id) }
        }
        return ordered
    }
}

/// Notices when a name is given twice.
struct NameTable {
    private struct Name: Hashable {
        let kind: NameKind
        let name: String
    }

    private var places: [Name: Place] = [:]

    mutating func isNew(
        _ kind: NameKind, _ name: String, _ place: Place, _ collector: inout DiagnosticCollector
    ) -> Bool {
        let key = Name(kind: kind, name: name)
        if let first = places[key] {
            collector.error(.duplicateName(kind, name), at: place, related: [first])
            return false
        }
        places[key] = place
        return true
    }
}

extension CoverageRow {
    static func read(
        _ node: YAMLNode, _ rules: RuleReader, known: Set<String>, _ collector: inout DiagnosticCollector
    ) -> CoverageRow? {
        guard var reader = MappingReader(node, "coverage", &collector) else { return nil }
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        if reader.node("disposition") == nil {
            collector.error(.missingKey("disposition", in: "coverage"), at: Place(node))
        }
        let disposition = reader.choice("disposition", CoverageDisposition.self, &collector)
        let by = reader.items("by", &collector)
        let note = reader.localized("note", &collector)
        reader.finish(&collector)
        var names: [String] = []
        for item in by {
            guard let name = item.readText(&collector) else { continue }
            names.append(name)
            if known.contains(name) { continue }
            let suggestion = Suggestion.nearest(to: name, among: known)
            collector.error(.unknownName(.rule, name, suggestion: suggestion), at: Place(item))
        }
        guard let citation, let disposition else { return nil }
        return CoverageRow(citation: citation, disposition: disposition, by: names, note: note, place: Place(node))
    }
}
