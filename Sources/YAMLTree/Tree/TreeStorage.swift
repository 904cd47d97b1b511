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

    /// Whether a scalar's text equals `key` as Swift strings do, by canonical equivalence.
    func text(of record: NodeRecord, equals key: String) -> Bool {
        if hasBytes(of: record, key) {
            return true
        }
        return record.isASCII ? false : String(decoding: bytes(of: record), as: UTF8.self) == key
    }

    private func hasBytes(of record: NodeRecord, _ key: String) -> Bool {
        let count = Int(record.count)
        var key = key
        return key.withUTF8 { key in
            guard key.count == count else { return false }
            return text.withUnsafeBufferPointer { text in
                let start = Int(record.first)
                for index in 0..<count where text[start + index] != key[index] { return false }
                return true
            }
        }
    }
}
