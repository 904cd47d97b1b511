internal import CEL
internal import ConcurrentMap
internal import YAMLTree

/// Links the names of rule sets: what one set declares and another uses.
struct RuleLinker {
    private let drafts: [RuleSetDraft]
    private let vocabulary: Vocabulary
    private(set) var sources: [String: Source] = [:]
    private(set) var parameters: [String: Parameter] = [:]
    private(set) var interpretations: [String: Interpretation] = [:]
    let environment: RuleEnvironment
    private let isProved: Bool
    /// The definitions that are visible in a set, its own and those of the sets it uses.
    private var namesBySet: [String: [DefinitionCompiler.Name]] = [:]
    private var definitionNames = NameTable()

    /// Links rule sets, and what `others` declare beside them.
    init(
        _ drafts: [RuleSetDraft], beside others: [RuleSetDraft], _ vocabulary: Vocabulary, isProved: Bool,
        _ collector: inout DiagnosticCollector
    ) {
        self.drafts = drafts
        self.isProved = isProved
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
    ///
    /// Names go from set to set in order of use; what they name is then compiled for all sets together, on as many cores
    /// as are free.
    mutating func link(_ collector: inout DiagnosticCollector) -> [RuleSet] {
        let ids = Set(drafts.map(\.id))
        var linking: [SetLinking] = []
        for draft in inOrderOfUse(ids, &collector) {
            var set = SetLinking(draft: draft, compiler: compiler(for: draft))
            set.compiler.declare(draft.definitions, &definitionNames, &set.collector)
            let own = set.compiler.drafts.map { DefinitionCompiler.Name(name: $0.name, type: $0.type) }
            namesBySet[draft.id] = visibleNames(draft) + own
            linking.append(set)
        }
        compileDefinitions(&linking)
        readRules(&linking)
        var names = NameTable()
        var sets: [RuleSet] = []
        for set in linking {
            collector.append(set.collector.diagnostics)
            sets.append(finish(set, beside: sets, &names, &collector))
        }
        RetiredRule.check(sets, &collector)
        return sets.sorted { $0.id < $1.id }
    }

    /// The definitions a set sees besides its own.
    private func visibleNames(_ draft: RuleSetDraft) -> [DefinitionCompiler.Name] {
        draft.uses.flatMap { namesBySet[$0.name] ?? [] }
    }

    private func compiler(for draft: RuleSetDraft) -> DefinitionCompiler {
        let scope = ExpressionScope(environment: environment.base, isProved: isProved)
        var compiler = DefinitionCompiler(set: draft.id, scope: scope, vocabulary: vocabulary, sources: sources)
        compiler.adopt(visibleNames(draft))
        return compiler
    }

    private func compileDefinitions(_ linking: inout [SetLinking]) {
        let drafts = linking.indices.flatMap { index in linking[index].compiler.drafts.map { (index, $0) } }
        let compilers = linking.map(\.compiler)
        let compiled = drafts.concurrentMap { index, draft in
            var collector = DiagnosticCollector()
            let definition = compilers[index].compile(draft, &collector)
            return (index: index, definition: definition, diagnostics: collector.diagnostics)
        }
        for (index, definition, diagnostics) in compiled {
            linking[index].collector.append(diagnostics)
            if let definition { linking[index].definitions.append(definition) }
        }
        for index in linking.indices {
            linking[index].definitions = compilers[index].ordered(
                linking[index].definitions, &linking[index].collector)
        }
    }

    private func readRules(_ linking: inout [SetLinking]) {
        let known = Set(interpretations.keys)
        let documents = Set(vocabulary.documents.keys)
        for index in linking.indices {
            guard let node = linking[index].draft.binds else { continue }
            linking[index].binds = linking[index].compiler.scope.compile(
                node, expecting: .nullable(.bool), &linking[index].collector)
        }
        let readers = linking.map { set in
            RuleReader(
                set: set.draft, binds: set.binds, scope: set.compiler.scope, sources: sources, interpretations: known,
                documents: documents)
        }
        let nodes = linking.indices.flatMap { index in linking[index].draft.rules.map { (index, $0) } }
        let read = nodes.concurrentMap { index, node in
            var collector = DiagnosticCollector()
            let rule = readers[index].read(node, &collector)
            return (index: index, rule: rule, diagnostics: collector.diagnostics)
        }
        for (index, rule, diagnostics) in read {
            linking[index].rules.append((rule, diagnostics))
        }
        for (index, reader) in readers.enumerated() { linking[index].reader = reader }
    }

    /// A set whose parts are compiled; its rules are named and its coverage is read.
    private func finish(
        _ set: SetLinking, beside sets: [RuleSet], _ names: inout NameTable, _ collector: inout DiagnosticCollector
    ) -> RuleSet {
        let draft = set.draft
        var rules: [Rule] = []
        for (rule, diagnostics) in set.rules {
            collector.append(diagnostics)
            guard let rule else { continue }
            if names.isNew(.rule, rule.id, rule.place, &collector) { rules.append(rule) }
        }
        // A point that repeats another text may be answered by a rule of a set in use.
        let inUse = sets.filter { other in draft.uses.contains { $0.name == other.id } }
        let ruled = SetParts(set, rules: rules, inUse: inUse, vocabulary, environment.types)
        var setRules: [SetRule] = []
        for rule in ruled.setRules(&collector) where names.isNew(.rule, rule.id, rule.place, &collector) {
            setRules.append(rule)
        }
        var figures: [Figure] = []
        for figure in ruled.figures(&collector) where names.isNew(.rule, figure.id, figure.place, &collector) {
            figures.append(figure)
        }
        let named = (setRules + inUse.flatMap(\.setRules)).map(\.id) + visibleNames(draft).map(\.name)
        let checklists = ruled.checklists(&collector)
        let scheme = ruled.inspection(checklists, (setRules + inUse.flatMap(\.setRules)).map(\.id), named, &collector)
        return RuleSet(
            id: draft.id, version: draft.version, title: draft.title, uses: draft.uses.map(\.name),
            status: draft.status, binds: set.binds, checklists: checklists, inspection: scheme,
            retired: draft.retired, rules: rules, setRules: setRules, figures: figures, definitions: set.definitions,
            coverage: ruled.coverage(naming: named, &collector), inputs: draft.inputs,
            longestWaiver: draft.longestWaiver, waiverLead: draft.waiverLead)
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
        var compiler = compiler(for: draft.names)
        compiler.declare(draft.names.definitions, &definitionNames, &collector)
        let compiled = compiler.drafts.compactMap { compiler.compile($0, &collector) }
        let definitions = compiler.ordered(compiled, &collector)
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

/// One set on its way from names to rules.
private struct SetLinking: Sendable {
    let draft: RuleSetDraft
    var compiler: DefinitionCompiler
    var definitions: [Definition] = []
    /// Whom the set binds.
    var binds: Expression?
    var rules: [(rule: Rule?, diagnostics: [Diagnostic])] = []
    var reader: RuleReader?
    /// What is wrong with its definitions.
    var collector = DiagnosticCollector()

    init(draft: RuleSetDraft, compiler: DefinitionCompiler) {
        self.draft = draft
        self.compiler = compiler
    }
}

/// What a set has besides its rules and definitions, read once those are known.
private struct SetParts {
    private let set: SetLinking
    private let rules: [Rule]
    private let types: FactTypes
    private let vocabulary: Vocabulary

    /// - Parameters:
    ///   - rules: The rules of the set.
    ///   - inUse: The sets it uses.
    init(_ set: SetLinking, rules: [Rule], inUse: [RuleSet], _ vocabulary: Vocabulary, _ types: FactTypes) {
        self.set = set
        self.rules = rules + inUse.flatMap(\.rules)
        self.types = types
        self.vocabulary = vocabulary
    }

    private func reader(_ rules: RuleReader) -> SetRuleReader {
        SetRuleReader(rules: rules, vocabulary: vocabulary, types: types, known: Set(self.rules.map(\.id)))
    }

    func setRules(_ collector: inout DiagnosticCollector) -> [SetRule] {
        guard let rules = set.reader, !set.draft.setRules.isEmpty else { return [] }
        let reader = reader(rules)
        return set.draft.setRules.compactMap { reader.read($0, &collector) }
    }

    func figures(_ collector: inout DiagnosticCollector) -> [Figure] {
        guard let rules = set.reader, !set.draft.figures.isEmpty else { return [] }
        let reader = reader(rules)
        return set.draft.figures.compactMap { reader.readFigure($0, &collector) }
    }

    func checklists(_ collector: inout DiagnosticCollector) -> [Checklist] {
        guard let reader = set.reader, !set.draft.checklists.isEmpty else { return [] }
        let heads = ChecklistReader(rules: reader, tags: Set(rules.flatMap(\.tags)))
        return set.draft.checklists.compactMap { heads.read($0, &collector) }
    }

    func inspection(
        _ checklists: [Checklist], _ setRules: [String], _ names: [String], _ collector: inout DiagnosticCollector
    ) -> InspectionScheme? {
        guard let node = set.draft.inspection, let reader = set.reader else { return nil }
        let scheme = InspectionSchemeReader(
            rules: reader, vocabulary: vocabulary, set: set.draft.id, ruleIDs: rules.map(\.id), setRuleIDs: setRules,
            definitions: set.definitions.map(\.name) + names, checklists: checklists.map(\.id))
        return scheme.read(node, &collector)
    }

    /// - Parameter names: What may be named besides the rules and the definitions of the set.
    func coverage(naming names: [String], _ collector: inout DiagnosticCollector) -> [CoverageRow] {
        guard let reader = set.reader, !set.draft.coverage.isEmpty else { return [] }
        let known = Set(rules.map(\.id) + set.definitions.map(\.name) + names)
        return set.draft.coverage.compactMap { CoverageRow.read($0, reader, known: known, &collector) }
    }
}
