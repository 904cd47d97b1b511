internal import YAMLTree

/// The roadmap a transition proposes, held against its steps.
extension TransitionReader {
    func readRoadmap(
        _ node: YAMLNode, _ steps: [TransitionStep], _ collector: inout DiagnosticCollector
    ) -> RoadmapTemplate? {
        guard var reader = MappingReader(node, "roadmap", &collector) else { return nil }
        let title = reader.requiredLocalized("title", &collector)
        let basis = named("basis", .source, among: sources.keys, &reader, &collector)
        let confidence = reader.requiredChoice("confidence", Confidence.self, &collector)
        let nodes = reader.items("milestones", &collector)
        let milestones = nodes.compactMap { readTemplateMilestone($0, &collector) }
        reader.finish(&collector)
        prove(nodes, steps, at: Place(node), &collector)
        guard let title, let basis, let confidence else { return nil }
        return RoadmapTemplate(title: title, basis: basis, confidence: confidence, milestones: milestones)
    }

    private func readTemplateMilestone(
        _ node: YAMLNode, _ collector: inout DiagnosticCollector
    ) -> RoadmapTemplate.Milestone? {
        guard var reader = MappingReader(node, "milestone", &collector) else { return nil }
        // A faulty step is told of once: it is a step all the same.
        let known = draft.steps.compactMap { $0["id"]?.text }
        let served = reader.items("steps", &collector).compactMap { name($0, .step, among: known, &collector) }
        let title = reader.requiredLocalized("title", &collector)
        let owner = named("owner", .respondent, among: vocabulary.respondents.keys, &reader, &collector)
        reader.finish(&collector)
        guard let title, let owner else { return nil }
        return RoadmapTemplate.Milestone(steps: served, title: title, owner: owner, place: Place(node))
    }

    /// Every step belongs to one milestone, and none to a milestone above that of a step it follows.
    private func prove(
        _ milestones: [YAMLNode], _ steps: [TransitionStep], at place: Place,
        _ collector: inout DiagnosticCollector
    ) {
        var positions: [String: Int] = [:]
        for (position, milestone) in milestones.enumerated() {
            for node in milestone["steps"].map({ Array($0.items) }) ?? [] {
                guard let step = node.text else { continue }
                if positions[step] != nil {
                    collector.error(.duplicateName(.step, step), at: Place(node))
                } else {
                    positions[step] = position
                }
            }
        }
        for step in steps {
            guard let position = positions[step.id] else {
                collector.error(.transition(.stepWithoutMilestone(step.id)), at: place, related: [step.place])
                continue
            }
            for before in step.after {
                guard let earlier = positions[before], earlier > position else { continue }
                collector.error(
                    .transition(.milestoneBeforeStep(step: step.id, before: before)), at: Place(milestones[position]))
            }
        }
    }
}
