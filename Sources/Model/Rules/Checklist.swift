internal import YAMLTree

/// The heads by which an inspection is made, as a source lays them down; each is answered by the rules that bear its tag.
public struct Checklist: Sendable {
    /// The id reports name it by.
    public let id: String
    /// Its title.
    public let title: LocalizedText
    /// Where it stands in its source.
    public let citation: Citation
    /// The heads in the order of the source.
    public let heads: [InspectionHead]
}

/// One head of a checklist (*nội dung kiểm tra*).
public struct InspectionHead: Sendable {
    /// The id reports name it by.
    public let id: String
    /// What is looked at.
    public let title: LocalizedText
    /// Where it stands in its source.
    public let citation: Citation
    /// The tag of the rules that answer it.
    public let tag: String
}

/// Reads checklists, once the rules that may answer their heads are known.
struct ChecklistReader {
    let rules: RuleReader
    /// The tags of the set's rules, and of those of the sets it uses.
    let tags: Set<String>

    func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> Checklist? {
        guard var reader = MappingReader(entry.value, "checklist", &collector) else { return nil }
        let title = reader.requiredLocalized("title", &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        let nodes = reader.requiredNode("heads", &collector).map { $0.readItems(&collector) } ?? []
        reader.finish(&collector)
        var heads: [InspectionHead] = []
        for node in nodes {
            guard let head = readHead(node, &collector) else { continue }
            if heads.contains(where: { $0.id == head.id }) {
                collector.error(.duplicateName(.head, head.id), at: Place(node))
            }
            heads.append(head)
        }
        guard let title, let citation else { return nil }
        return Checklist(id: entry.key, title: title, citation: citation, heads: heads)
    }

    private func readHead(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> InspectionHead? {
        guard var reader = MappingReader(node, "head", &collector) else { return nil }
        let id = reader.requiredText("id", &collector)
        let title = reader.requiredLocalized("title", &collector)
        let citation = reader.requiredNode("ref", &collector).flatMap { rules.readCitation($0, &collector) }
        let tagNode = reader.requiredNode("tag", &collector)
        let tag = tagNode.flatMap { $0.readText(&collector) }
        reader.finish(&collector)
        if let tag, let tagNode, !tags.contains(tag) {
            let suggestion = Suggestion.nearest(to: tag, among: tags)
            collector.error(.rules(.tagOfNoRule(tag, suggestion: suggestion)), at: Place(tagNode))
        }
        guard let id, let title, let citation, let tag else { return nil }
        return InspectionHead(id: id, title: title, citation: citation, tag: tag)
    }
}
