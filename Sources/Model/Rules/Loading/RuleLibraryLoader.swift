internal import ConcurrentMap
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
    /// - Parameters:
    ///   - folders: The rule sets.
    ///   - profiles: The profiles.
    ///   - transitions: The lists of clauses and the transitions.
    ///   - vocabulary: What the expressions are checked against.
    ///   - isProved: Whether these very files have been loaded before without an error, as those inside the program
    ///     have by its tests. Their expressions are then compiled when they are first evaluated. It is a programmer's
    ///     error to say so of files with a fault.
    public static func load(
        _ folders: [RuleFolder], profiles: [RuleFile], transitions: TransitionFiles = TransitionFiles(),
        vocabulary: Vocabulary, isProved: Bool = false
    ) -> RuleLibraryReading {
        var collector = DiagnosticCollector()
        let read = folders.concurrentMap { folder in
            var own = DiagnosticCollector()
            let draft = RuleSetDraft.read(folder, &own)
            return (draft: draft, diagnostics: own.diagnostics)
        }
        for (_, diagnostics) in read { collector.append(diagnostics) }
        let drafts = read.compactMap(\.draft).sorted { $0.id < $1.id }
        let switches = transitions.folders.compactMap { TransitionDraft.read($0, &collector) }
            .sorted { $0.header.id < $1.header.id }
        let editions = EditionReader(vocabulary: vocabulary).read(transitions.editions, &collector)
        var linker = RuleLinker(drafts, beside: switches.map(\.names), vocabulary, isProved: isProved, &collector)
        let sets = linker.link(&collector)
        let linked = switches.compactMap { linker.link($0, sets, editions, &collector) }
        let rules = sets.flatMap(\.rules)
        let reader = ProfileReader(sets: sets, rules: rules, linker: linker)
        let chosen = profiles.compactMap { reader.read($0, &collector) }.sorted { $0.id < $1.id }
        guard !collector.hasErrors else { return RuleLibraryReading(library: nil, diagnostics: collector.diagnostics) }
        let library = RuleLibrary(
            vocabulary: vocabulary, environment: linker.environment, sets: sets, sources: linker.sources,
            parameters: linker.parameters, interpretations: linker.interpretations, profiles: chosen,
            editions: editions, transitions: linked)
        return RuleLibraryReading(library: library, diagnostics: collector.diagnostics)
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
