/// Reads the usual forms of YAML several times as fast as libyaml, into the same tree.
///
/// What is rare (anchors, `?` keys, tabs, CR line breaks, directives, document marks, numbers of depth at blocks) and
/// whatever is wrong is left to libyaml, which alone decides what is an error: the reader gives up and the file is read
/// again. Where it does not give up, its tree is the one libyaml's events make, node for node and place for place;
/// `QuickReaderTests` compares the two.
struct QuickReader {
    /// Where a node of a block stands.
    enum Standing {
        /// After a key on its line: no block collection can begin here.
        case afterKey
        /// After the dash of a sequence.
        case afterDash
        /// First on its line.
        case first
    }

    /// Deeper files are left to libyaml: the functions here call each other.
    private static let maxDepth = 64

    var scalars: QuickScalars
    private(set) var records: [NodeRecord] = []
    private var children: [UInt32] = []
    private var tags: [YAMLTag] = []
    /// The children of all open collections, those of the innermost one last.
    private var pending: [UInt32] = []
    private var depth = 0
    private let limits: YAMLLimits
    private let isProved: Bool

    private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits, isProved: Bool) {
        scalars = QuickScalars(QuickCursor(bytes))
        self.limits = limits
        self.isProved = isProved
        // About what the files of a rule library need.
        scalars.reserve(bytes.count)
        records.reserveCapacity(bytes.count / 16)
        children.reserveCapacity(bytes.count / 16)
    }

    /// The root of the tree; nil for a file that is libyaml's to read.
    /// - Parameter isProved: Whether no mapping of the file is known to have a key that is refused.
    static func read(_ source: SourceText, limits: YAMLLimits, isProved: Bool = false) -> YAMLNode? {
        guard ByteOrderMark.length(in: source.bytes) == 0 else { return nil }
        return source.bytes.withUnsafeBufferPointer { bytes in
            var reader = QuickReader(bytes, limits: limits, isProved: isProved)
            guard let root = try? reader.readRoot() else { return nil }
            let tree = TreeStorage(
                source: source, records: reader.records, children: reader.children, text: reader.scalars.text,
                tags: reader.tags)
            return YAMLNode(tree: tree, index: root)
        }
    }

    /// A file holds one block collection that begins in the first column, and nothing else.
    private mutating func readRoot() throws(Unusual) -> UInt32 {
        try cursor.skipToToken()
        guard cursor.column == 0 else { throw Unusual() }
        let root = try blockNode(indent: -1, .first)
        try cursor.skipToToken()
        guard records[Int(root)].kind != .scalar, cursor.byte == QuickCursor.end else { throw Unusual() }
        return root
    }

    var cursor: QuickCursor {
        get { scalars.cursor }
        set { scalars.cursor = newValue }
    }

    // MARK: Blocks

    /// A node inside the block collection that stands at the column `indent`.
    private mutating func blockNode(indent: Int, _ standing: Standing) throws(Unusual) -> UInt32 {
        if cursor.isDash {
            guard standing != .afterKey else { throw Unusual() }
            return try blockSequence(isInMapping: false)
        }
        if cursor.byte == ASCII.exclamation { return try tagged(indent: indent, standing) }
        if isFlowStart {
            let node = try flowNode()
            try expectLineEnd()
            return node
        }
        let column = cursor.column
        let scalar = try blockScalar(indent: indent)
        if !scalar.isPastLine {
            if cursor.byte == ASCII.colon {
                guard standing != .afterKey else { throw Unusual() }
                return try blockMapping(at: column, firstKey: scalar)
            }
            try expectLineEnd()
        }
        return try append(scalar)
    }

    private mutating func blockScalar(indent: Int) throws(Unusual) -> QuickScalar {
        switch cursor.byte {
        case ASCII.doubleQuote, ASCII.singleQuote: return try scalars.quoted()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return try scalars.block(indent: indent)
        default:
            // In the first column three dashes or points may mark a document.
            let isMark = cursor.column == 0 && (cursor.byte == ASCII.minus || cursor.byte == ASCII.dot)
            guard scalars.isPlainStart, !isMark else { throw Unusual() }
            return try scalars.plain(indent: indent + 1, inFlow: false)
        }
    }

    private mutating func blockMapping(at column: Int, firstKey: QuickScalar) throws(Unusual) -> UInt32 {
        let (node, first) = try open(.mapping, at: firstKey.start)
        var key = firstKey
        while true {
            pending.append(try append(key: key))
            let colon = cursor.place
            pending.append(try blockValue(in: column, after: colon))
            try cursor.skipToToken()
            if cursor.byte == QuickCursor.end || cursor.column < column { break }
            guard cursor.column == column, !cursor.isDash else { throw Unusual() }
            key = try blockScalar(indent: column)
        }
        try close(node, from: first)
        return node
    }

    private mutating func blockValue(in column: Int, after place: PackedPosition) throws(Unusual) -> UInt32 {
        cursor.skipSpaces()
        guard cursor.isLineEnd else { return try blockNode(indent: column, .afterKey) }
        try cursor.skipToToken()
        if cursor.byte != QuickCursor.end {
            if cursor.column > column { return try blockNode(indent: column, .first) }
            // A sequence may stand at the column of its key.
            if cursor.column == column, cursor.isDash { return try blockSequence(isInMapping: true) }
        }
        return try appendEmpty(from: place, to: place)
    }

    private mutating func blockSequence(isInMapping: Bool) throws(Unusual) -> UInt32 {
        let column = cursor.column
        let (node, first) = try open(.sequence, at: cursor.place)
        while true {
            cursor.skip()
            let place = cursor.place
            cursor.skipSpaces()
            if cursor.isLineEnd {
                try cursor.skipToToken()
                let isEmpty = cursor.byte == QuickCursor.end || cursor.column <= column
                pending.append(
                    isEmpty ? try appendEmpty(from: place, to: place) : try blockNode(indent: column, .first))
            } else {
                pending.append(try blockNode(indent: column, .afterDash))
            }
            try cursor.skipToToken()
            if cursor.byte == QuickCursor.end || cursor.column < column { break }
            guard cursor.column == column else { throw Unusual() }
            if cursor.isDash { continue }
            guard isInMapping else { throw Unusual() }
            break
        }
        try close(node, from: first)
        return node
    }

    /// `!name` with a scalar or a flow collection on its line, or with nothing.
    private mutating func tagged(indent: Int, _ standing: Standing) throws(Unusual) -> UInt32 {
        let start = cursor.place
        let tag = try tagName()
        let end = cursor.place
        cursor.skipSpaces()
        if cursor.isLineEnd {
            try cursor.skipToToken()
            let isDeeper =
                cursor.column > indent || (cursor.column == indent && cursor.isDash && standing != .afterDash)
            guard cursor.byte == QuickCursor.end || !isDeeper else { throw Unusual() }
            return mark(try appendEmpty(from: start, to: end), tag, from: start)
        }
        guard !cursor.isDash, cursor.byte != ASCII.exclamation else { throw Unusual() }
        if isFlowStart {
            let node = try flowNode()
            try expectLineEnd()
            return mark(node, tag, from: start)
        }
        let scalar = try blockScalar(indent: indent)
        if !scalar.isPastLine { try expectLineEnd() }
        return mark(try append(scalar), tag, from: start)
    }

    private mutating func expectLineEnd() throws(Unusual) {
        cursor.skipSpaces()
        guard cursor.isLineEnd else { throw Unusual() }
    }

    // MARK: Nodes

    mutating func open(_ kind: NodeRecord.Kind, at start: PackedPosition) throws(Unusual) -> (UInt32, first: Int) {
        guard depth < min(limits.maxDepth, Self.maxDepth) else { throw Unusual() }
        depth += 1
        return (try append(NodeRecord(kind: kind, start: start, end: start)), pending.count)
    }

    /// Ends a collection: with its last child, or where a bracket closes it.
    mutating func close(_ node: UInt32, from first: Int, at end: PackedPosition? = nil) throws(Unusual) {
        depth -= 1
        let index = Int(node)
        if let end {
            records[index].end = end
        } else if let last = pending.last {
            records[index].end = records[Int(last)].end
        }
        if records[index].kind == .mapping, !isProved {
            var keys = KeyCheck(records: records, text: scalars.text)
            keys.check(&pending, from: first)
            guard keys.errors.isEmpty else { throw Unusual() }
        }
        records[index].first = UInt32(children.count)
        records[index].count = UInt32(pending.count - first)
        children.append(contentsOf: pending[first...])
        pending.removeSubrange(first...)
    }

    mutating func addChild(_ node: UInt32) { pending.append(node) }

    private mutating func append(_ record: NodeRecord) throws(Unusual) -> UInt32 {
        guard records.count < limits.maxNodes else { throw Unusual() }
        records.append(record)
        return UInt32(records.count - 1)
    }

    mutating func append(_ scalar: QuickScalar) throws(Unusual) -> UInt32 {
        var record = NodeRecord(kind: .scalar, start: scalar.start, end: scalar.end)
        record.style = scalar.style
        record.first = UInt32(scalar.textStart)
        record.count = UInt32(scalars.text.count - scalar.textStart)
        return try append(record)
    }

    /// Appends a key and steps over its colon.
    mutating func append(key: QuickScalar) throws(Unusual) -> UInt32 {
        guard key.canBeKey, !key.isPastLine, cursor.byte == ASCII.colon, cursor.isSeparated else { throw Unusual() }
        let node = try append(key)
        // On one line, as many columns as bytes.
        records[Int(node)].isASCII = key.end.column - key.start.column == key.end.offset - key.start.offset
        cursor.skip()
        return node
    }

    mutating func appendEmpty(from start: PackedPosition, to end: PackedPosition) throws(Unusual) -> UInt32 {
        var record = NodeRecord(kind: .scalar, start: start, end: end)
        record.first = UInt32(scalars.text.count)
        return try append(record)
    }

    // MARK: Tags

    /// Reads `!name`, of ASCII letters, digits, `-` and `_`.
    mutating func tagName() throws(Unusual) -> YAMLTag {
        let start = cursor.index
        cursor.skip()
        while Self.isInName(cursor.byte) { cursor.skip() }
        let isEnd = cursor.byte == ASCII.space || cursor.byte == ASCII.lineFeed || cursor.byte == QuickCursor.end
        guard cursor.index > start + 1, isEnd else { throw Unusual() }
        return YAMLTag(String(decoding: cursor.slice(from: start, to: cursor.index), as: UTF8.self))
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), ASCII.minus, UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Gives a node its tag; it then begins where the tag does.
    mutating func mark(_ node: UInt32, _ tag: YAMLTag, from start: PackedPosition) -> UInt32 {
        if tags.last != tag { tags.append(tag) }
        records[Int(node)].tag = UInt32(tags.count)
        records[Int(node)].start = start
        return node
    }
}
