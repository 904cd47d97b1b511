/// A node of a YAML tree: a light handle that keeps the whole tree alive.
///
/// Nothing is typed: a scalar is the text the person wrote. An alias reads as the node it stands for, except that its
/// `range` is where the alias is written.
public struct YAMLNode: Sendable {
    /// The three kinds of node.
    public enum Kind: Hashable, Sendable {
        /// A text.
        case scalar
        /// A list.
        case sequence
        /// A list of keys with values.
        case mapping
    }

    /// The length of `null`.
    private static let longestNull = 4

    let tree: TreeStorage
    let place: UInt32
    private let content: UInt32
    private let showsTag: Bool

    init(tree: TreeStorage, index: UInt32) {
        self.tree = tree
        self.place = index
        self.content = tree.content(of: index)
        self.showsTag = true
    }

    private init(hidingTagOf node: YAMLNode) {
        self.tree = node.tree
        self.place = node.place
        self.content = node.content
        self.showsTag = false
    }

    /// The same node as if no tag had been written.
    var untagged: YAMLNode { YAMLNode(hidingTagOf: self) }

    var record: NodeRecord { tree.records[Int(content)] }

    /// Which kind of node this is.
    public var kind: Kind {
        switch record.kind {
        case .scalar, .missing, .alias: .scalar
        case .sequence: .sequence
        case .mapping: .mapping
        }
    }

    /// Where the node is written, from its tag or anchor if it has one.
    ///
    /// A block sequence or mapping ends where its last value ends; a `|` or `>` block ends with its last line break;
    /// an absent value is the empty range after its colon or dash.
    public var range: SourceRange { tree.records[Int(place)].range }

    /// The tag before the node, if any.
    public var tag: YAMLTag? {
        let index: UInt32 = record.tag
        return showsTag && index > 0 ? tree.tags[Int(index) - 1] : nil
    }

    /// The text of a scalar; nil for other kinds.
    public var text: String? {
        let record: NodeRecord = record
        switch record.kind {
        case .scalar, .missing, .alias: return String(decoding: tree.bytes(of: record), as: UTF8.self)
        case .sequence, .mapping: return nil
        }
    }

    /// Whether this is a scalar without text.
    public var isEmptyText: Bool { kind == .scalar && record.count == 0 }

    /// How a scalar is written; nil for other kinds.
    public var style: YAMLScalarStyle? {
        kind == .scalar ? record.style : nil
    }

    /// Whether this is a null of YAML's core schema: a plain scalar that is empty, `~`, `null`, `Null` or `NULL`.
    ///
    /// A scalar with a tag is not null (`!unknown` states something, `!!str` makes a text), save with `!!null`.
    public var isNull: Bool {
        let record: NodeRecord = record
        guard record.style == .plain, record.count <= Self.longestNull, kind == .scalar else { return false }
        if record.count > 0 {
            let first: UInt8 = tree.text[Int(record.first)]
            guard first == ASCII.tilde || first | 0x20 == ASCII.smallN else { return false }
        }
        switch tag {
        case nil, .other("tag:yaml.org,2002:null"): break
        case .unknown, .some(.none), .other: return false
        }
        switch text {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }

    /// The file the node is written in.
    public var source: SourceText { tree.source }
}
