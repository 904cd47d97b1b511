public import YAMLTree

/// The way from a document's root to a node.
public struct YAMLPath: Hashable, Sendable {
    /// One step from a node to one inside it.
    public enum Step: Hashable, Sendable {
        /// The value of a key.
        case key(String)
        /// An item of a list, from 0.
        case item(Int)
    }

    /// The steps from the root.
    public let steps: [Step]

    /// Makes a path of steps.
    public init(_ steps: [Step]) { self.steps = steps }

    /// The root.
    public static let root = YAMLPath([])

    /// The path one step further.
    public func appending(_ step: Step) -> YAMLPath { YAMLPath(steps + [step]) }

    /// The path one step less far; nil for the root.
    public var parent: YAMLPath? { steps.isEmpty ? nil : YAMLPath(steps.dropLast()) }

    /// The node the path leads to; nil where there is none, and past an alias, whose parts are written elsewhere.
    public func node(from root: YAMLNode) -> YAMLNode? {
        var node = root
        for step in steps {
            guard !node.isAlias else { return nil }
            switch step {
            case .key(let name):
                guard let value = node[name] else { return nil }
                node = value
            case .item(let index):
                guard node.items.indices.contains(index) else { return nil }
                node = node.items[index]
            }
        }
        return node
    }
}
