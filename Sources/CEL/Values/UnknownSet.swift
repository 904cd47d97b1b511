/// The leaves of the data on which an undecided answer depends.
///
/// A set is built as a tree of its parts, which costs one object per union whatever the sizes, and is flattened,
/// ordered and freed of repetitions when its ``leaves`` are asked for.
public struct UnknownSet: Sendable {
    private let node: Node

    private final class Node: Sendable {
        let leaf: DataPath?
        let parts: [UnknownSet]
        init(leaf: DataPath?, parts: [UnknownSet]) {
            self.leaf = leaf
            self.parts = parts
        }
    }

    /// The set of one leaf.
    public init(leaf: DataPath) { node = Node(leaf: leaf, parts: []) }

    /// The set of several leaves; none, where an answer is undecided without a leaf of the data to blame.
    public init(leaves: some Sequence<DataPath>) {
        node = Node(leaf: nil, parts: leaves.map { UnknownSet(leaf: $0) })
    }

    /// The union of several sets.
    public init(union sets: [UnknownSet]) {
        if sets.count == 1 {
            node = sets[0].node
        } else {
            node = Node(leaf: nil, parts: sets)
        }
    }

    /// The union with another set.
    public func union(_ other: UnknownSet) -> UnknownSet {
        node === other.node ? self : UnknownSet(union: [self, other])
    }

    /// Whether it is the same set by identity, which costs nothing to see.
    func isIdentical(to other: UnknownSet) -> Bool { node === other.node }

    /// A leaf of the set, the one that is found first; nil where it has none. It costs less than ``leaves``, for those who only
    /// need to know whether there is one.
    public var someLeaf: DataPath? {
        var next = node
        while next.leaf == nil {
            guard let part = next.parts.first else { return leaves.first }
            next = part.node
        }
        return next.leaf
    }

    /// The leaves without repetition, in the order of ``DataPath``. Complexity: O(n log n) in the parts of the set.
    public var leaves: [DataPath] {
        if let leaf = node.leaf { return [leaf] }
        var seenNodes: Set<ObjectIdentifier> = []
        var found: Set<DataPath> = []
        var pending: [Node] = [node]
        while let next = pending.popLast() {
            guard seenNodes.insert(ObjectIdentifier(next)).inserted else { continue }
            if let leaf = next.leaf { found.insert(leaf) }
            for part in next.parts { pending.append(part.node) }
        }
        return found.sorted()
    }
}

extension UnknownSet {
    /// Sets that are to become one. Most often there is one or none, and no list is made.
    public struct Gathering: Sendable {
        private var first: UnknownSet?
        private var further: [UnknownSet] = []

        /// No set yet.
        public init() {}

        /// Adds a set. What is not known of one thing is often the same for its neighbour: the last one again is not added.
        public mutating func add(_ set: UnknownSet) {
            guard let last = further.last ?? first else {
                first = set
                return
            }
            if !last.isIdentical(to: set) { further.append(set) }
        }

        /// The union of the sets; nil where there is none.
        public var union: UnknownSet? {
            guard let first else { return nil }
            return further.isEmpty ? first : UnknownSet(union: [first] + further)
        }
    }
}

extension UnknownSet: Hashable {
    /// Whether two sets hold the same leaves.
    public static func == (left: UnknownSet, right: UnknownSet) -> Bool {
        left.node === right.node || left.leaves == right.leaves
    }

    /// Feeds the ordered leaves.
    public func hash(into hasher: inout Hasher) { hasher.combine(leaves) }
}

extension UnknownSet: CustomStringConvertible {
    /// The leaves between braces.
    public var description: String { "{" + leaves.map(\.description).joined(separator: ", ") + "}" }
}
