internal import CivilTime
public import YAMLTree

/// Reads inspection records, their facts checked by the vocabulary.
public struct InspectionLoader: Sendable {
    /// The vocabulary whose facts an inspection can speak of.
    public let vocabulary: Vocabulary

    /// Makes a loader.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Loads an inspection from its file.
    public func load(_ file: SourceText) -> Loaded<Inspection> {
        load(YAMLReader.read(file.bytes, name: file.name))
    }

    /// Loads an inspection from a file that has been read as YAML.
    public func load(_ reading: YAMLReading) -> Loaded<Inspection> {
        var collector = DiagnosticCollector()
        collector.append(reading)
        guard let root = reading.root, DocumentKind.inspection.isKind(of: root, &collector),
            var reader = MappingReader(root, "inspection", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        let agency = reader.requiredText("agency", &collector)
        let period = reader.node("period").flatMap { self.period($0, &collector) }
        let signedOn = reader.requiredNode("signed_on", &collector).flatMap { $0.readDay(&collector) }
        let record = reader.text("record", &collector)
        let teamLeader = reader.text("team_leader", &collector)
        let verifies = reader.items("verifies", &collector).compactMap { verified($0, &collector) }
        let contradicts = reader.items("contradicts", &collector).compactMap { contradiction($0, &collector) }
        reader.finish(&collector)
        guard let agency, let signedOn else { return Loaded(nil, collector.diagnostics) }
        let inspection = Inspection(
            source: reading.source, agency: agency, period: period, signedOn: signedOn, record: record,
            teamLeader: teamLeader, verifies: verifies, contradicts: contradicts)
        return Loaded(inspection, collector.diagnostics)
    }

    private func period(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> CivilInterval? {
        guard var reader = MappingReader(node, "period", &collector) else { return nil }
        let from = reader.requiredNode("from", &collector).flatMap { $0.readDay(&collector) }
        let to = reader.requiredNode("to", &collector).flatMap { $0.readDay(&collector) }
        reader.finish(&collector)
        guard let from, let to else { return nil }
        if let interval = CivilInterval(first: from, last: to) { return interval }
        collector.error(.statement(.periodReversed(from: from, to: to)), at: Place(node))
        return nil
    }

    private func verified(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectedFact? {
        guard var reader = MappingReader(node, "verifies", &collector) else { return nil }
        let fact = fact(node, &reader, &collector)
        reader.finish(&collector)
        return fact
    }

    private func contradiction(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Contradiction? {
        guard var reader = MappingReader(node, "contradicts", &collector) else { return nil }
        let fact = fact(node, &reader, &collector)
        let found = reader.text("found", &collector)
        let says = reader.text("says", &collector)
        reader.finish(&collector)
        return fact.map { Contradiction(fact: $0, found: found, says: says) }
    }

    private func fact(
        _ node: YAMLNode, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> InspectedFact? {
        let path = reader.requiredNode("fact", &collector).flatMap { vocabulary.path($0, &collector) }
        let item = reader.text("item", &collector)
        guard let path else { return nil }
        if item != nil, !hasList(path) {
            let place = Place(node["item"] ?? node)
            collector.error(.statement(.itemOfNoList(fact: path.dotted)), at: place)
        }
        return InspectedFact(fact: path, item: item, place: Place(node))
    }

    /// Whether a path leads to a list or through one.
    private func hasList(_ path: FactPath) -> Bool {
        let names = path.fieldNames
        return names.indices.contains { last in
            if case .list? = vocabulary.field(at: Array(names[...last]))?.type { true } else { false }
        }
    }
}
