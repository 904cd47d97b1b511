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
        var parts = InspectionParts()
        parts.form = reader.choice("form", InspectionForm.self, &collector)
        parts.isPlanned = reader.boolean("planned", &collector)
        parts.heldOn = reader.date("held_on", &collector)
        parts.period = reader.node("period").flatMap { self.period($0, &collector) }
        let signedOn = filledIn("signed_on", root, &reader, &collector).flatMap { $0.readDay(&collector) }
        parts.record = reader.text("record", &collector)
        parts.inspectingUnit = reader.text("inspecting_unit", &collector)
        parts.teamLeader = reader.text("team_leader", &collector)
        parts.decision = reader.text("decision", &collector)
        parts.result = reader.choice("result", InspectionResult.self, &collector)
        parts.rating = reader.text("rating", &collector)
        readConclusions(&reader, &parts, &collector)
        readCorrections(&reader, &parts, signedOn: signedOn, &collector)
        if reader.node("papers") != nil { parts.papers = papers(reader.items("papers", &collector), &collector) }
        parts.verifies = reader.items("verifies", &collector).compactMap { verified($0, &collector) }
        parts.contradicts = reader.items("contradicts", &collector).compactMap { contradiction($0, &collector) }
        reader.finish(&collector)
        if let held = parts.heldOn, let signedOn, held.interval.first > signedOn {
            collector.error(
                .inspection(.beforeSigning("signed_on", signedOn, held: held)), at: Place(root["signed_on"] ?? root))
        }
        guard let agency, let signedOn else { return Loaded(nil, collector.diagnostics) }
        let inspection = Inspection(
            source: reading.source, agency: agency, signedOn: signedOn, place: Place(root), parts)
        return Loaded(inspection, collector.diagnostics)
    }

    /// The value of a key that must be there. A draft has it and leaves it open: then it is not missing, but empty.
    private func filledIn(
        _ key: String, _ root: YAMLNode, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> YAMLNode? {
        guard let entry = root.entry(key), entry.value.isNull else { return reader.requiredNode(key, &collector) }
        reader.ignore([key])
        collector.error(.inspection(.empty(key)), at: entry.place)
        return nil
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

    // MARK: Papers

    private func papers(_ nodes: [YAMLNode], _ collector: inout DiagnosticCollector) -> [InspectionPaper] {
        var papers: [InspectionPaper] = []
        for node in nodes {
            guard let paper = paper(node, &collector) else { continue }
            if let first = papers.first(where: { $0.paper == paper.paper && (!$0.arose || !paper.arose) }) {
                collector.error(.duplicateName(.paper, paper.paper), at: paper.place, related: [first.place])
            }
            papers.append(paper)
        }
        return papers
    }

    private func paper(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectionPaper? {
        guard var reader = MappingReader(node, "papers", &collector) else { return nil }
        let nameNode = reader.requiredNode("paper", &collector)
        let name = nameNode?.readText(&collector)
        let ref = reader.text("ref", &collector)
        let dated = reader.date("dated", &collector)
        let file = reader.text("file", &collector)
        let arose = reader.boolean("arose", &collector) ?? true
        reader.finish(&collector)
        guard let name, let nameNode else { return nil }
        if let list = vocabulary.choices[InspectionNames.papers], list.label(of: name) == nil {
            let ids = list.choices.map(\.id)
            let suggestion = collector.suggestion(for: name, among: ids)
            collector.error(
                .choice(found: name, list: "paper", allowed: ids, suggestion: suggestion), at: Place(nameNode))
            return nil
        }
        return InspectionPaper(paper: name, ref: ref, dated: dated, file: file, arose: arose, place: Place(node))
    }

    // MARK: Facts

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
        let head = reader.text("head", &collector)
        reader.finish(&collector)
        return fact.map { Contradiction(fact: $0, found: found, says: says, head: head) }
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

/// The names of the vocabulary that inspections are read by.
public enum InspectionNames {
    /// The papers of an inspection file.
    public static let papers = "inspection_paper"
    /// The contents of a plan.
    public static let contents = "plan_content"
    /// The forms of an inspection.
    public static let forms = "inspection_form"
    /// The conclusions of an inspection.
    public static let results = "inspection_result"
}
