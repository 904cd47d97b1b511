internal import CLibYAML

/// Makes the flat arrays of a tree from libyaml's events, with a stack of its own instead of recursion.
struct TreeBuilder {
    /// A sequence or mapping whose end has not come yet.
    private struct Frame {
        let node: Int
        let firstChild: Int
        let isMapping: Bool
        let isFlow: Bool
        let anchor: String?
        /// The nodes in it, aliases followed.
        var expandedCount: Int = 1
        /// The collections inside each other in it, itself included, aliases followed.
        var height: Int = 1
    }

    private struct Anchor {
        let node: UInt32
        /// Nil while the node's end has not come.
        let size: (expandedCount: Int, height: Int)?
    }

    var marks: MarkCursor
    private(set) var root: UInt32?
    private(set) var errors: [YAMLError] = []

    private let limits: YAMLLimits
    private var records: [NodeRecord] = []
    private var children: [UInt32] = []
    private var text: [UInt8] = []
    private var tags: [YAMLTag] = []
    private var frames: [Frame] = []
    /// The children of all open collections, those of the innermost one last.
    private var pending: [UInt32] = []
    private var anchors: [String: Anchor] = [:]
    private var aliasNodes: Int = 0

    init(marks: MarkCursor, limits: YAMLLimits) {
        self.marks = marks
        self.limits = limits
    }

    /// Whether the document is there but nothing is written in it.
    var isEmptyDocument: Bool {
        guard let root else { return true }
        let record: NodeRecord = records[Int(root)]
        let isBlank: Bool = record.start.offset == record.end.offset
        return record.kind == .scalar && isBlank
    }

    mutating func report(_ error: YAMLError) {
        errors.append(error)
    }

    consuming func finish(source: SourceText) -> TreeStorage {
        TreeStorage(source: source, records: records, children: children, text: text, tags: tags)
    }

    /// Takes in one event; throws when a limit is passed.
    mutating func add(_ event: yaml_event_t) throws(YAMLError) {
        switch event.type {
        case YAML_SCALAR_EVENT:
            try addScalar(event)
        case YAML_ALIAS_EVENT:
            try addAlias(event)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            try open(
                .sequence, event, anchor: data.anchor, tag: data.tag, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            try open(
                .mapping, event, anchor: data.anchor, tag: data.tag, isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            close(event)
        default:
            break
        }
    }

    // MARK: Nodes

    private mutating func addScalar(_ event: yaml_event_t) throws(YAMLError) {
        let data = event.data.scalar
        var record = NodeRecord(kind: .scalar, start: marks.place(event.start_mark), end: marks.place(event.end_mark))
        if data.length == 0 {
            moveBackIfAbsent(&record)
        }
        record.style = Self.style(data.style)
        record.tag = intern(data.tag)
        record.first = UInt32(text.count)
        record.count = UInt32(data.length)
        let value = UnsafeBufferPointer(start: data.value, count: data.length)
        if expectsKey {
            record.isASCII = value.allSatisfy { $0 < 0x80 }
        }
        text.append(contentsOf: value)
        let index: UInt32 = try append(record)
        if let anchor = data.anchor {
            anchors[String(cString: anchor)] = Anchor(node: index, size: (expandedCount: 1, height: 0))
        }
        attach(index, expandedCount: 1, height: 0)
    }

    private mutating func addAlias(_ event: yaml_event_t) throws(YAMLError) {
        let name = String(cString: event.data.alias.anchor)
        let start: PackedPosition = marks.place(event.start_mark)
        let end: PackedPosition = marks.place(event.end_mark)
        let range = SourceRange(start: start.position, end: end.position)
        guard let anchor: Anchor = anchors[name], let size = anchor.size else {
            let isOpen: Bool = anchors[name] != nil
            errors.append(YAMLError(isOpen ? .recursiveAlias(name) : .unknownAlias(name), at: range))
            let index: UInt32 = try append(NodeRecord(kind: .missing, start: start, end: end))
            attach(index, expandedCount: 1, height: 0)
            return
        }
        let anchored = [YAMLRelatedPlace(.anchor, at: records[Int(anchor.node)].range)]
        aliasNodes += size.expandedCount
        if aliasNodes > limits.maxAliasNodes {
            throw YAMLError(.aliasExpansion(limit: limits.maxAliasNodes), at: range, related: anchored)
        }
        if frames.count + size.height > limits.maxDepth {
            throw YAMLError(.tooDeep(limit: limits.maxDepth), at: range, related: anchored)
        }
        var record = NodeRecord(kind: .alias, start: start, end: end)
        record.first = anchor.node
        let index: UInt32 = try append(record)
        attach(index, expandedCount: size.expandedCount, height: size.height)
    }

    private mutating func open(
        _ kind: NodeRecord.Kind, _ event: yaml_event_t, anchor: UnsafeMutablePointer<UInt8>?,
        tag: UnsafeMutablePointer<UInt8>?, isFlow: Bool
    ) throws(YAMLError) {
        let start: PackedPosition = marks.place(event.start_mark)
        if frames.count >= limits.maxDepth {
            throw YAMLError(.tooDeep(limit: limits.maxDepth), at: SourceRange(at: start.position))
        }
        var record = NodeRecord(kind: kind, start: start, end: marks.place(event.end_mark))
        record.tag = intern(tag)
        let index: UInt32 = try append(record)
        let name: String? = anchor.map { String(cString: $0) }
        if let name {
            anchors[name] = Anchor(node: index, size: nil)
        }
        frames.append(
            Frame(
                node: Int(index), firstChild: pending.count, isMapping: kind == .mapping, isFlow: isFlow, anchor: name))
    }

    private mutating func close(_ event: yaml_event_t) {
        guard let frame: Frame = frames.popLast() else { return }
        if frame.isFlow {
            records[frame.node].end = marks.place(event.end_mark)
        } else if let last: UInt32 = pending.last, pending.count > frame.firstChild {
            // libyaml ends a block collection where the next thing begins, lines further down.
            records[frame.node].end = records[Int(last)].end
        }
        if frame.isMapping {
            checkKeys(from: frame.firstChild)
        }
        records[frame.node].first = UInt32(children.count)
        records[frame.node].count = UInt32(pending.count - frame.firstChild)
        children.append(contentsOf: pending[frame.firstChild...])
        pending.removeSubrange(frame.firstChild...)
        let index = UInt32(frame.node)
        // A later anchor of the same name inside this node has taken the name over.
        if let name: String = frame.anchor, anchors[name]?.node == index {
            anchors[name] = Anchor(node: index, size: (frame.expandedCount, frame.height))
        }
        attach(index, expandedCount: frame.expandedCount, height: frame.height)
    }

    private mutating func append(_ record: NodeRecord) throws(YAMLError) -> UInt32 {
        guard records.count < limits.maxNodes else {
            throw YAMLError(.tooManyNodes(limit: limits.maxNodes), at: SourceRange(at: record.start.position))
        }
        records.append(record)
        return UInt32(records.count - 1)
    }

    /// Makes a finished node the next child of the innermost open collection, or the root.
    private mutating func attach(_ index: UInt32, expandedCount: Int, height: Int) {
        guard let last: Int = frames.indices.last else {
            root = index
            return
        }
        frames[last].expandedCount += expandedCount
        frames[last].height = max(frames[last].height, height + 1)
        pending.append(index)
    }

    private var expectsKey: Bool {
        let last: Int = frames.count - 1
        return last >= 0 && frames[last].isMapping && (pending.count - frames[last].firstChild).isMultiple(of: 2)
    }

    /// libyaml puts the value of `? key` without a colon at the next thing it reads, lines further down; it belongs to
    /// the key.
    private func moveBackIfAbsent(_ record: inout NodeRecord) {
        guard record.start.offset == record.end.offset, let key: UInt32 = pending.last, !expectsKey,
            let frame: Frame = frames.last, frame.isMapping
        else { return }
        let keyEnd: PackedPosition = records[Int(key)].end
        if record.start.line > keyEnd.line, marks.byte(before: record.start) != ASCII.colon {
            record.start = keyEnd
            record.end = keyEnd
        }
    }

    // MARK: Keys

    private mutating func checkKeys(from first: Int) {
        var keys = KeyCheck(records: records, text: text)
        keys.check(&pending, from: first)
        errors.append(contentsOf: keys.errors)
    }

    // MARK: libyaml's data

    private mutating func intern(_ name: UnsafeMutablePointer<UInt8>?) -> UInt32 {
        guard let name else { return 0 }
        let tag = YAMLTag(String(cString: name))
        // Files use a few tags many times; a repeat of the last one is shared.
        if tags.last != tag {
            tags.append(tag)
        }
        return UInt32(tags.count)
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
