/// The way from a statement's root to a fact: field names and positions in lists.
public struct FactPath: Sendable, Hashable {
    /// One step of the way.
    public enum Step: Sendable, Hashable {
        case field(String)
        /// A position in a list, from 0.
        case index(Int)
    }

    /// The steps from the root.
    public let steps: [Step]

    /// Makes a path of steps.
    public init(_ steps: [Step]) { self.steps = steps }

    /// The path one step further.
    public func appending(_ step: Step) -> FactPath { FactPath(steps + [step]) }

    /// Whether this path leads to the other one, or to a fact around it.
    public func contains(_ other: FactPath) -> Bool { other.steps.starts(with: steps) }

    /// The path without positions: the field of the vocabulary it names.
    public var fieldNames: [String] {
        var names: [String] = []
        for case .field(let name) in steps { names.append(name) }
        return names
    }

    /// The path as expressions write it: `qms.declarations[0].date`.
    public var dotted: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// The path as a JSON Pointer (RFC 6901): `/qms/declarations/0/date`.
    public var pointer: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name):
                text += "/"
                text += Self.escaped(name)
            case .index(let index):
                text += "/"
                text += String(index)
            }
        }
        return text
    }

    private static func escaped(_ name: String) -> String {
        // Names of the vocabulary have neither.
        let isPlain = !name.utf8.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
        return isPlain ? name : name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
