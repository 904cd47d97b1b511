import YAMLTree

/// Writes a tree on one line, to compare it with an expectation: `{key: 'text', list: [!unknown '']}`.
///
/// A scalar stands between the signs of its style: `'plain'`, `s'single'`, `d'double'`, `l'literal'`, `f'folded'`.
func dump(_ node: YAMLNode?, places: Bool = false) -> String {
    guard let node else { return "nothing" }
    var result: String = places ? "@\(describe(node.range)) " : ""
    switch node.tag {
    case nil: break
    case .unknown: result += "!unknown "
    case .some(.none): result += "!none "
    case .other(let name): result += "!\(name) "
    }
    switch node.kind {
    case .scalar:
        result += sign(node.style) + "'" + (node.text ?? "").replacing("\n", with: "⏎") + "'"
    case .sequence:
        let items: [String] = node.items.map { dump($0, places: places) }
        result += "[" + items.joined(separator: ", ") + "]"
    case .mapping:
        var entries: [String] = []
        for entry in node.entries {
            let place: String = places ? "@\(describe(entry.keyRange)) " : ""
            entries.append(place + entry.key + ": " + dump(entry.value, places: places))
        }
        result += "{" + entries.joined(separator: ", ") + "}"
    }
    return result
}

/// Lines and columns, without offsets.
func describe(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

private func sign(_ style: YAMLScalarStyle?) -> String {
    switch style {
    case nil, .plain: ""
    case .singleQuoted: "s"
    case .doubleQuoted: "d"
    case .literal: "l"
    case .folded: "f"
    }
}

/// Every node of a tree, depth first, keys included.
func everyNode(_ node: YAMLNode) -> [YAMLNode] {
    var result: [YAMLNode] = [node]
    for item in node.items {
        result += everyNode(item)
    }
    for entry in node.entries {
        result.append(entry.keyNode)
        result += everyNode(entry.value)
    }
    return result
}
