internal import CivilTime
public import YAMLTree

/// Reads roadmaps, `tuanthu: roadmap/1`, their plan typed by the vocabulary.
public struct RoadmapLoader: Sendable {
    /// The vocabulary that types the plan.
    public let vocabulary: Vocabulary

    /// Makes a loader.
    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Loads a roadmap from its file.
    public func load(_ file: SourceText) -> Loaded<Roadmap> {
        var collector = DiagnosticCollector()
        let reading = YAMLReader.read(file.bytes, name: file.name)
        collector.append(reading)
        guard let root = reading.root, DocumentKind.roadmap.isKind(of: root, &collector),
            var reader = MappingReader(root, "roadmap", &collector)
        else { return Loaded(nil, collector.diagnostics) }
        reader.ignore([DocumentKind.key])
        let agencyNode = reader.node("agency")
        let agency = agencyNode?.readText(&collector)
        let transitionNode = reader.requiredNode("transition", &collector)
        let transition = transitionNode?.readText(&collector)
        let draftedOn = reader.requiredNode("drafted_on", &collector).flatMap { $0.readDay(&collector) }
        let planNode = reader.requiredNode("plan", &collector)
        reader.finish(&collector)
        var plan: Fact?
        if let planNode, let field = planField {
            let loaded = StatementLoader(vocabulary: vocabulary)
                .fact(planNode, of: field, statedOn: draftedOn ?? .max)
            collector.append(loaded.diagnostics)
            plan = loaded.value
            switch plan?.state {
            case .stated, nil: break
            case .unknown, .some(.none): collector.error(.missingKey("plan", in: "roadmap"), at: Place(planNode))
            }
        }
        guard let transition, let transitionNode, let draftedOn, let plan, !collector.hasErrors else {
            return Loaded(nil, collector.diagnostics)
        }
        let roadmap = Roadmap(
            source: reading.source, agency: agency, transition: transition, draftedOn: draftedOn, plan: plan,
            agencyPlace: Place(agencyNode ?? root), transitionPlace: Place(transitionNode))
        return Loaded(roadmap, collector.diagnostics)
    }

    /// One conversion plan, as if it were a field of its own.
    private var planField: FieldDefinition? {
        guard let list = vocabulary.field(at: Roadmap.listPath), case .list(let item) = list.type else { return nil }
        return FieldDefinition(
            name: list.name, type: item, label: vocabulary.record(of: item)?.label ?? list.label,
            question: list.question, respondent: list.respondent, evidence: list.evidence, isRequired: false,
            varies: false, staleAfter: nil)
    }
}
