internal import YAMLTree

/// What a document says, without how it is laid out: two documents with the same value say the same to every reader, those
/// included that read `4.10` as a number and `"4.10"` as a text.
indirect enum TreeValue: Sendable {
    case scalar(Scalar)
    case sequence([TreeValue], tag: YAMLTag?)
    case mapping([Entry], tag: YAMLTag?)

    struct Scalar: Sendable {
        let text: [UInt8]
        let tag: YAMLTag?
        let isNull: Bool
        /// Whether it stands without quotes; nil where that is left open.
        let isPlain: Bool?
    }

    struct Entry: Sendable {
        let key: [UInt8]
        var value: TreeValue
    }

    init(_ node: YAMLNode) {
        switch node.kind {
        case .scalar:
            let scalar = Scalar(
                text: Array((node.text ?? "").utf8), tag: node.tag, isNull: node.isNull, isPlain: node.style == .plain)
            self = .scalar(scalar)
        case .sequence: self = .sequence(node.items.map { TreeValue($0) }, tag: node.tag)
        case .mapping:
            let entries = node.entries.map { Entry(key: Array($0.key.utf8), value: TreeValue($0.value)) }
            self = .mapping(entries, tag: node.tag)
        }
    }

    /// A text in whatever style it comes to be written.
    static func text(_ text: String, tag: YAMLTag? = nil) -> TreeValue {
        .scalar(Scalar(text: Array(text.utf8), tag: tag, isNull: false, isPlain: nil))
    }

    /// Whether another value is this one.
    func matches(_ other: TreeValue) -> Bool {
        switch (self, other) {
        case (.scalar(let one), .scalar(let two)):
            let stylesAgree = one.isPlain == nil || two.isPlain == nil || one.isPlain == two.isPlain
            return stylesAgree && one.text == two.text && one.tag == two.tag && one.isNull == two.isNull
        case (.sequence(let one, let tag), .sequence(let two, let otherTag)):
            return tag == otherTag && one.count == two.count && zip(one, two).allSatisfy { $0.matches($1) }
        case (.mapping(let one, let tag), .mapping(let two, let otherTag)):
            return tag == otherTag && one.count == two.count
                && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.matches($1.value) }
        case (.scalar, _), (.sequence, _), (.mapping, _): return false
        }
    }

    // MARK: Changes

    /// The value with the part changed that a path leads to; nil where it leads nowhere or the change is not possible there.
    func changing(_ steps: ArraySlice<YAMLPath.Step>, _ change: (TreeValue) -> TreeValue?) -> TreeValue? {
        guard let step = steps.first else { return change(self) }
        switch (self, step) {
        case (.mapping(var entries, let tag), .key(let name)):
            guard let index = entries.firstIndex(where: { $0.isNamed(name) }),
                let changed = entries[index].value.changing(steps.dropFirst(), change)
            else { return nil }
            entries[index].value = changed
            return .mapping(entries, tag: tag)
        case (.sequence(var items, let tag), .item(let index)):
            guard items.indices.contains(index),
                let changed = items[index].changing(steps.dropFirst(), change)
            else { return nil }
            items[index] = changed
            return .sequence(items, tag: tag)
        case (.scalar, _), (.sequence, .key), (.mapping, .item): return nil
        }
    }
}

extension TreeValue.Entry {
    /// Whether the key is a name, compared as the reader of trees compares.
    func isNamed(_ name: String) -> Bool { String(decoding: key, as: UTF8.self) == name }
}
