internal import Model

/// What fact of the vocabulary a way through a statement leads to.
struct FactCursor {
    /// The fact, without the keys of its long form.
    let path: FactPath
    /// The field; nil for the root.
    let field: FieldDefinition?
    /// The record whose fields can stand there; nil for what has none.
    let record: RecordDefinition?
    /// The keys beyond the fact, such as `evidence`.
    let rest: [NodeCursor.Step]

    /// Follows steps from the vocabulary's roots.
    init(_ steps: [NodeCursor.Step], in vocabulary: Vocabulary) {
        self.init(steps, from: vocabulary.roots, field: nil, in: vocabulary)
    }

    /// Follows steps from a record, which is the item of a list where `field` is one.
    init(
        _ steps: [NodeCursor.Step], from root: RecordDefinition, field rootField: FieldDefinition?,
        in vocabulary: Vocabulary
    ) {
        var path: [FactPath.Step] = []
        var record: RecordDefinition? = root
        var field = rootField
        var isItem = rootField != nil
        var index = 0
        while index < steps.count {
            switch steps[index] {
            case .key(let name):
                if let current = record, isItem || field == nil || !FactCursor.isList(field),
                    let next = current.field(name)
                {
                    path.append(.field(name))
                    field = next
                    record = vocabulary.record(of: next.type)
                    isItem = false
                } else if name == "value", field != nil {
                    break
                } else {
                    self.init(path: FactPath(path), field: field, record: nil, rest: Array(steps[index...]))
                    return
                }
            case .item(let position):
                guard let current = field else {
                    self.init(path: FactPath(path), field: nil, record: nil, rest: Array(steps[index...]))
                    return
                }
                if FactCursor.isList(current), !isItem {
                    path.append(.index(position))
                    isItem = true
                } else if !current.varies {
                    self.init(path: FactPath(path), field: field, record: nil, rest: Array(steps[index...]))
                    return
                }
            }
            index += 1
        }
        let takesItems = FactCursor.isList(field) && !isItem
        self.init(path: FactPath(path), field: field, record: takesItems ? nil : record, rest: [])
    }

    private init(path: FactPath, field: FieldDefinition?, record: RecordDefinition?, rest: [NodeCursor.Step]) {
        self.path = path
        self.field = field
        self.record = record
        self.rest = rest
    }

    private static func isList(_ field: FieldDefinition?) -> Bool {
        if case .list? = field?.type { true } else { false }
    }
}
