/// The items of a sequence, in order.
public struct YAMLItems: RandomAccessCollection, Sendable {
    let tree: TreeStorage
    let children: Range<Int>

    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of items.
    public var endIndex: Int { children.count }

    /// The item at an index from 0.
    public subscript(position: Int) -> YAMLNode {
        YAMLNode(tree: tree, index: tree.children[children.lowerBound + position])
    }
}

/// The entries of a mapping, in the order of the file. No two keys are equal.
public struct YAMLEntries: RandomAccessCollection, Sendable {
    let tree: TreeStorage
    let children: Range<Int>

    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of entries.
    public var endIndex: Int { children.count / 2 }

    /// The entry at an index from 0.
    public subscript(position: Int) -> YAMLEntry {
        let key: Int = children.lowerBound + 2 * position
        return YAMLEntry(
            keyNode: YAMLNode(tree: tree, index: tree.children[key]),
            value: YAMLNode(tree: tree, index: tree.children[key + 1]))
    }
}

extension YAMLEntries {
    /// The value of the entry at an index from 0, for readers that know its key.
    public func value(at position: Int) -> YAMLNode {
        YAMLNode(tree: tree, index: tree.children[children.lowerBound + 2 * position + 1])
    }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
    /// The key as a node, which is always a scalar.
    public let keyNode: YAMLNode
    /// The value.
    public let value: YAMLNode

    /// The text of the key.
    public var key: String { keyNode.text ?? "" }
    /// Where the key is written.
    public var keyRange: SourceRange { keyNode.range }
}

extension YAMLNode {
    /// The items of a sequence; empty for other kinds.
    public var items: YAMLItems {
        YAMLItems(tree: tree, children: children(of: .sequence))
    }

    /// The entries of a mapping; empty for other kinds.
    public var entries: YAMLEntries {
        YAMLEntries(tree: tree, children: children(of: .mapping))
    }

    /// The value of a key of a mapping; nil where there is no such key, and for other kinds.
    ///
    /// Keys are compared as Swift strings, so that composed and decomposed spellings are equal.
    public subscript(_ key: String) -> YAMLNode? {
        position(of: key).map { entries.value(at: $0) }
    }

    /// The entry of a key of a mapping; nil where there is no such key, and for other kinds.
    public func entry(_ key: String) -> YAMLEntry? {
        position(of: key).map { entries[$0] }
    }

    /// The position of a key among the entries of a mapping; nil where there is no such key, and for other kinds.
    public func position(of key: String) -> Int? {
        tree.position(of: key, amongKeysAt: children(of: .mapping))
    }

    private func children(of wanted: NodeRecord.Kind) -> Range<Int> {
        let record: NodeRecord = record
        guard record.kind == wanted else { return 0..<0 }
        let first = Int(record.first)
        return first..<(first + Int(record.count))
    }
}
