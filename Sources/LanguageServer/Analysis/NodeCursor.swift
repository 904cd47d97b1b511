internal import Model
internal import YAMLTree

/// What stands at a place of a tree: the way to it, and the innermost node.
struct NodeCursor {
    /// One step from a node to one inside it.
    enum Step: Hashable {
        case key(String)
        case item(Int)
    }

    /// The steps to `node`; for a key those to its value.
    let steps: [Step]
    /// The innermost node: a key, or a value.
    let node: YAMLNode
    /// Whether the place is on a key.
    let isKey: Bool
    /// The nodes on the way, from the root to the value.
    let path: [YAMLNode]

    /// The innermost node at a byte; nil outside of the root.
    static func find(_ root: YAMLNode, at offset: Int) -> NodeCursor? {
        guard contains(root, offset) else { return nil }
        var steps: [Step] = []
        var path: [YAMLNode] = [root]
        var node = root
        descent: while true {
            // What an alias stands for lies elsewhere.
            if node.isAlias { break }
            switch node.kind {
            case .scalar: break descent
            case .sequence:
                guard let index = node.items.firstIndex(where: { contains($0, offset) }) else { break descent }
                steps.append(.item(index))
                node = node.items[index]
            case .mapping:
                guard
                    let entry = node.entries.first(where: { contains($0.keyNode, offset) || contains($0.value, offset) }
                    )
                else { break descent }
                steps.append(.key(entry.key))
                if contains(entry.keyNode, offset) {
                    return NodeCursor(steps: steps, node: entry.keyNode, isKey: true, path: path + [entry.value])
                }
                node = entry.value
            }
            path.append(node)
        }
        return NodeCursor(steps: steps, node: node, isKey: false, path: path)
    }

    /// The innermost mapping around the place, the value of a key left out.
    var mapping: YAMLNode? {
        let around = isKey ? path.dropLast() : path[...]
        return around.last { $0.kind == .mapping }
    }

    private static func contains(_ node: YAMLNode, _ offset: Int) -> Bool {
        node.range.start.offset <= offset && offset <= node.range.end.offset
    }
}
