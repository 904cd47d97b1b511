/// A place in twelve bytes; files are bounded far below 4 GiB.
struct PackedPosition {
    let line: UInt32
    let column: UInt32
    let offset: UInt32

    init(line: Int, column: Int, offset: Int) {
        self.line = UInt32(truncatingIfNeeded: line)
        self.column = UInt32(truncatingIfNeeded: column)
        self.offset = UInt32(truncatingIfNeeded: offset)
    }

    var position: SourcePosition {
        SourcePosition(line: Int(line), column: Int(column), offset: Int(offset))
    }
}

/// One node in the flat array of a tree.
struct NodeRecord {
    enum Kind: UInt8 {
        case scalar
        case sequence
        case mapping
        /// Stands for the node at `first`.
        case alias
        /// An alias without an anchor, read as an empty scalar.
        case missing
    }

    let kind: Kind
    var style: YAMLScalarStyle = .plain
    /// Whether the text is known to be ASCII; set for keys only.
    var isASCII: Bool = false
    /// 0 for no tag, else one more than the index in `TreeStorage.tags`.
    var tag: UInt32 = 0
    /// A scalar's first byte in `text`, a collection's first index in `children`, an alias's target.
    var first: UInt32 = 0
    /// A scalar's bytes, a collection's children (two for each entry of a mapping).
    var count: UInt32 = 0
    var start: PackedPosition
    var end: PackedPosition

    var range: SourceRange {
        SourceRange(start: start.position, end: end.position)
    }
}

/// A whole tree in four flat arrays, never changed once built.
final class TreeStorage: Sendable {
    let source: SourceText
    let records: [NodeRecord]
    let children: [UInt32]
    let text: [UInt8]
    let tags: [YAMLTag]

    init(source: SourceText, records: [NodeRecord], children: [UInt32], text: [UInt8], tags: [YAMLTag]) {
        self.source = source
        self.records = records
        self.children = children
        self.text = text
        self.tags = tags
    }

    /// The node a record stands for: itself, or an alias's target.
    func content(of index: UInt32) -> UInt32 {
        let record: NodeRecord = records[Int(index)]
        return record.kind == .alias ? record.first : index
    }

    func bytes(of record: NodeRecord) -> ArraySlice<UInt8> {
        let start = Int(record.first)
        return text[start..<(start + Int(record.count))]
    }

    /// Which entry of a mapping has a key, compared as Swift strings are, by canonical equivalence.
    /// - Parameter entries: Where the mapping's keys and values stand in `children`.
    func position(of key: String, amongKeysAt entries: Range<Int>) -> Int? {
        var wanted = key
        let (found, isCertain) = wanted.withUTF8 { position(ofBytes: $0, amongKeysAt: entries) }
        if isCertain { return found }
        // A key beyond ASCII may be the same text in other bytes.
        for place in stride(from: entries.lowerBound, to: entries.upperBound, by: 2) {
            let record = records[Int(content(of: children[place]))]
            if String(decoding: bytes(of: record), as: UTF8.self) == key { return (place - entries.lowerBound) / 2 }
        }
        return nil
    }

    /// The entry whose key has these bytes, and whether no other spelling of the key has to be looked for.
    private func position(
        ofBytes wanted: UnsafeBufferPointer<UInt8>, amongKeysAt entries: Range<Int>
    ) -> (Int?, isCertain: Bool) {
        // Every file is read by asking mappings for keys: nothing is copied on the way.
        records.withUnsafeBufferPointer { records in
            text.withUnsafeBufferPointer { text in
                var isASCII = true
                for place in stride(from: entries.lowerBound, to: entries.upperBound, by: 2) {
                    var index = Int(children[place])
                    if records[index].kind == .alias { index = Int(records[index].first) }
                    isASCII = isASCII && records[index].isASCII
                    guard Int(records[index].count) == wanted.count else { continue }
                    let start = Int(records[index].first)
                    if Self.isEqual(text, from: start, wanted) { return ((place - entries.lowerBound) / 2, true) }
                }
                return (nil, isASCII)
            }
        }
    }

    private static func isEqual(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ wanted: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for index in 0..<wanted.count where text[start + index] != wanted[index] { return false }
        return true
    }
}
