/// A place in the data that an expression reads: a root variable and the steps taken from it.
///
/// Paths form a linked structure that shares parents, so that naming every leaf of a document costs one small object
/// each; the text is made when asked for. Order and equality are those of the steps from the root on.
public final class DataPath: Sendable {
    /// One step of a path.
    public enum Step: Sendable, Hashable {
        /// The variable the path starts at.
        case root(String)
        /// A declared field of a structure.
        case field(String)
        /// A position in a list, from 0.
        case index(Int)
        /// A key of a map, as text.
        case key(String)
    }

    /// The path without its last step; `nil` at a root.
    public let parent: DataPath?
    /// The last step.
    public let step: Step
    /// The number of steps, the root included.
    public let depth: Int

    private init(parent: DataPath?, step: Step) {
        self.parent = parent
        self.step = step
        depth = (parent?.depth ?? 0) + 1
    }

    /// A path that consists of a variable.
    public convenience init(root name: String) { self.init(parent: nil, step: .root(name)) }

    /// The path of a field of the structure at this path.
    public func field(_ name: String) -> DataPath { DataPath(parent: self, step: .field(name)) }

    /// The path of an element of the list at this path, counted from 0.
    public func index(_ position: Int) -> DataPath { DataPath(parent: self, step: .index(position)) }

    /// The path of an entry of the map at this path.
    public func key(_ name: String) -> DataPath { DataPath(parent: self, step: .key(name)) }

    /// The path with a further step.
    func appending(_ step: Step) -> DataPath { DataPath(parent: self, step: step) }

    /// All steps, the root first.
    public var steps: [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(depth)
        var current: DataPath? = self
        while let path = current {
            steps.append(path.step)
            current = path.parent
        }
        return steps.reversed()
    }

    /// The name of the variable the path starts at.
    public var rootName: String {
        var current = self
        while let parent = current.parent { current = parent }
        if case .root(let name) = current.step { return name }
        return ""
    }

    /// Whether `other` lies at this path or below it.
    public func isPrefix(of other: DataPath) -> Bool {
        guard depth <= other.depth else { return false }
        var current = other
        while current.depth > depth, let parent = current.parent { current = parent }
        return current == self
    }
}

extension DataPath: Hashable {
    /// Whether two paths take the same steps.
    public static func == (left: DataPath, right: DataPath) -> Bool {
        if left === right { return true }
        guard left.depth == right.depth else { return false }
        var pair: (DataPath, DataPath)? = (left, right)
        while let (first, second) = pair {
            if first === second { return true }
            guard first.step == second.step else { return false }
            pair = nil
            if let firstParent = first.parent, let secondParent = second.parent { pair = (firstParent, secondParent) }
        }
        return true
    }

    /// Feeds the steps, the last one first.
    public func hash(into hasher: inout Hasher) {
        var current: DataPath? = self
        while let path = current {
            hasher.combine(path.step)
            current = path.parent
        }
    }
}

extension DataPath: Comparable {
    /// Orders by the steps from the root on: a parent before its children, indices as numbers, names by scalars.
    public static func < (left: DataPath, right: DataPath) -> Bool {
        if left === right { return false }
        let first = left.steps
        let second = right.steps
        for (one, other) in zip(first, second) where one != other { return one < other }
        return first.count < second.count
    }
}

extension DataPath.Step: Comparable {
    private var rank: Int {
        switch self {
        case .root: 0
        case .field: 1
        case .index: 2
        case .key: 3
        }
    }

    /// Orders indices as numbers and names by scalars; kinds of step in a fixed order.
    public static func < (left: DataPath.Step, right: DataPath.Step) -> Bool {
        switch (left, right) {
        case (.index(let one), .index(let other)): one < other
        case (.root(let one), .root(let other)), (.field(let one), .field(let other)), (.key(let one), .key(let other)):
            scalarsPrecede(one, other)
        default: left.rank < right.rank
        }
    }
}

extension DataPath: CustomStringConvertible {
    /// The path as it would be written in an expression, such as `qms.audits[2].date`.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .root(let name): text += name
            case .field(let name): text += "." + name
            case .index(let position): text += "[\(position)]"
            case .key(let name): text += "[" + quoted(name) + "]"
            }
        }
        return text
    }
}
