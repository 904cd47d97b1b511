/// How a node is laid out in the file, for what writes files rather than reads them.
extension YAMLNode {
    /// Whether an alias stands here; all else is then said of the node that it stands for.
    public var isAlias: Bool {
        switch tree.records[Int(place)].kind {
        case .alias, .missing: true
        case .scalar, .sequence, .mapping: false
        }
    }

    /// The byte at which the content begins, after a tag and an anchor; of an alias the alias itself.
    public var contentStart: Int {
        if isAlias { return range.start.offset }
        var cursor = SourceCursor(source.bytes, range: range)
        NodeProperties.skip(&cursor)
        return cursor.position.offset
    }

    /// Whether a list or mapping is written in brackets; false for other kinds.
    public var isInBrackets: Bool {
        guard kind != .scalar, !isAlias else { return false }
        let start: Int = contentStart
        guard start < range.end.offset else { return false }
        let byte: UInt8 = source.bytes[start]
        return byte == (kind == .sequence ? ASCII.openBracket : ASCII.openBrace)
    }
}
