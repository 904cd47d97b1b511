internal import Model
internal import YAMLTree

/// The outline of a document.
extension Session {
    func documentSymbols(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        guard let root = document.reading.root else { return [] }
        return .array(SymbolTree(document.text, encoding).symbols(root, depth: 0))
    }
}

/// Keys and items of lists as symbols.
private struct SymbolTree {
    /// The protocol's numbers of the kinds in use here.
    private enum Kind: Int64 {
        case module = 2
        case property = 7
        case array = 18
        case object = 19
    }

    /// How deep the outline goes: an item's own facts are the last that help to find one's way.
    private static let maxDepth = 6

    /// The keys by which items of lists are told apart, the best first.
    private static let names = [
        "id", "rule", "code", "decision", "ref", "name", "title", "held_on", "date", "fact", "from",
    ]

    private let text: DocumentText
    private let encoding: PositionEncoding

    init(_ text: DocumentText, _ encoding: PositionEncoding) {
        self.text = text
        self.encoding = encoding
    }

    func symbols(_ node: YAMLNode, depth: Int) -> [JSONValue] {
        guard depth < SymbolTree.maxDepth, !node.isAlias else { return [] }
        switch node.kind {
        case .scalar: return []
        case .mapping:
            return node.entries.map { entry in
                let range = SourceRange(
                    start: entry.keyRange.start, end: max(entry.keyRange.end, entry.value.range.end))
                return symbol(entry.key, entry.value, range: range, selection: entry.keyRange, depth)
            }
        case .sequence:
            return node.items.enumerated().filter { $1.kind != .scalar }.map { index, item in
                let start = SourceRange(at: item.range.start)
                return symbol(name(of: item) ?? "\(index + 1)", item, range: item.range, selection: start, depth)
            }
        }
    }

    private func symbol(
        _ name: String, _ value: YAMLNode, range: SourceRange, selection: SourceRange, _ depth: Int
    ) -> JSONValue {
        let kind: Kind
        switch value.kind {
        case .scalar: kind = .property
        case .sequence: kind = .array
        case .mapping: kind = depth == 0 ? .module : .object
        }
        return .object([
            "name": .string(name.isEmpty ? "\"\"" : name), "kind": .integer(kind.rawValue),
            "range": PlaceRange.whole(range, in: text, encoding).json,
            "selectionRange": PlaceRange.whole(selection, in: text, encoding).json,
            "children": .array(symbols(value, depth: depth + 1)),
        ])
    }

    private func name(of item: YAMLNode) -> String? {
        for key in SymbolTree.names {
            if let text = item[key]?.text, !text.isEmpty { return text }
        }
        return nil
    }
}
