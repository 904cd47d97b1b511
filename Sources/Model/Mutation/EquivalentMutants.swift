/// A mutant that means the same as the rule, with the reason why no case can tell them apart.
public struct EquivalentMutant: Sendable {
    /// The mutant's id.
    public let id: String
    /// Why it is the same.
    public let reason: String
    /// Where it is listed.
    public let place: Place
}

/// Reads the files that list equivalent mutants (`*.mutants.yaml`, beside the rules).
public enum EquivalentMutantLoader {
    /// The mutants one file lists.
    public static func load(_ file: RuleFile) -> Loaded<[EquivalentMutant]> {
        var collector = DiagnosticCollector()
        guard let root = file.readDocument(.mutants, &collector),
            var reader = MappingReader(root, "mutants", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        var listed: [EquivalentMutant] = []
        for node in reader.items("equivalent", &collector) {
            guard var item = MappingReader(node, "equivalent", &collector) else { continue }
            let id = item.requiredText("id", &collector)
            let reason = item.requiredText("reason", &collector)
            item.finish(&collector)
            if let id, let reason { listed.append(EquivalentMutant(id: id, reason: reason, place: Place(node))) }
        }
        reader.finish(&collector)
        return Loaded(collector.hasErrors ? nil : listed, collector.diagnostics)
    }
}
