internal import Model

/// A fact that an answer is of: the way to it, with its field.
struct FactTarget: Sendable {
    let path: FactPath
    let field: FieldDefinition

    /// The fact a JSON Pointer leads to.
    static func of(_ pointer: String, _ vocabulary: Vocabulary) throws(CellProblemThrown) -> FactTarget {
        var record: RecordDefinition? = vocabulary.roots
        var field: FieldDefinition?
        var steps: [FactPath.Step] = []
        for part in pointer.split(separator: "/").map(String.init) {
            if let index = Int(part), case .list? = field?.type, case .field? = steps.last {
                steps.append(.index(index))
                continue
            }
            guard let found = record?.field(part) else {
                let near = record.flatMap { NearestName.nearest(to: part, among: $0.fields.map(\.name)) }
                let suggestion = near.map { FactPath(steps + [.field($0)]).pointer }
                throw CellProblemThrown(.unknownPath(pointer, suggestion: suggestion))
            }
            field = found
            steps.append(.field(part))
            record = vocabulary.record(of: found.type)
        }
        guard let field, pointer.hasPrefix("/"), case .field? = steps.last else {
            throw CellProblemThrown(.unknownPath(pointer, suggestion: nil))
        }
        return FactTarget(path: FactPath(steps), field: field)
    }
}
