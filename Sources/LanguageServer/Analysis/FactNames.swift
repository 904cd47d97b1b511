internal import Model
internal import YAMLTree

/// Where documents give facts as a statement does, and where they name facts by dotted paths.
enum FactNames {
    /// The fact that a way through a document gives; nil where it gives none.
    static func cursor(_ steps: [NodeCursor.Step], in kind: DocumentKind?, _ vocabulary: Vocabulary) -> FactCursor? {
        switch kind {
        case .statement: return FactCursor(steps, in: vocabulary)
        case .register: return FactCursor(steps, from: vocabulary.register, field: nil, in: vocabulary)
        case .roadmap:
            guard steps.first == .key("plan"), let list = vocabulary.field(at: roadmapList),
                let record = vocabulary.record(of: list.type)
            else { return nil }
            return FactCursor(Array(steps.dropFirst()), from: record, field: list, in: vocabulary)
        case .tests:
            if steps.first == .key("base") { return FactCursor(Array(steps.dropFirst()), in: vocabulary) }
            if steps.first == .key("register") {
                return FactCursor(Array(steps.dropFirst()), from: vocabulary.register, field: nil, in: vocabulary)
            }
            if steps.count > 1, steps[0] == .key("statements") {
                return FactCursor(Array(steps.dropFirst(2)), in: vocabulary)
            }
            guard steps.count >= 4, steps[0] == .key("cases"), steps[2] == .key("set"), case .key(let path) = steps[3]
            else {
                return nil
            }
            let names = path.split(separator: ".").map { NodeCursor.Step.key(String($0)) }
            return FactCursor(names + steps.dropFirst(4), in: vocabulary)
        case .vocabulary, .rules, .mutants, .profile, .inspection, .editions, .transition, .waivers, .config, .holidays,
            .campaign, nil:
            return nil
        }
    }

    /// The fact that a text of a document names, as the names of a dotted path.
    static func path(at cursor: NodeCursor, in kind: DocumentKind?) -> [String]? {
        guard namesFact(cursor.steps, isKey: cursor.isKey, in: kind), let text = cursor.node.text else { return nil }
        return text.split(separator: ".").map(String.init)
    }

    /// Whether the scalar a way leads to names a fact.
    static func namesFact(_ steps: [NodeCursor.Step], isKey: Bool, in kind: DocumentKind?) -> Bool {
        guard let last = steps.last else { return false }
        switch kind {
        case .inspection: return !isKey && last == .key("fact")
        case .statement: return !isKey && steps.first == .key("reported") && last == .key("about")
        case .tests:
            if isKey { return steps.count == 4 && steps[0] == .key("cases") && steps[2] == .key("set") }
            return steps.count == 4 && steps[0] == .key("cases") && steps[2] == .key("unset")
        case .roadmap, .vocabulary, .rules, .mutants, .profile, .editions, .transition, .waivers, .register, .config,
            .holidays, .campaign, nil:
            return false
        }
    }

    /// The list of which a roadmap holds one item.
    private static let roadmapList = ["qms", "conversion_plans"]
}
