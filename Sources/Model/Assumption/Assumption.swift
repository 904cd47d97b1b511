public import YAMLTree

/// A fact assumed to see what would follow, `FACT=VALUE`: it stands in place of what a statement says, and is never mistaken
/// for it.
public struct Assumption: Sendable {
    /// The path of the fact as it was given: `qms.internal_audits[+]`.
    public let fact: String
    /// The value as it was given, in YAML.
    public let value: String
    /// The assumption as a source of its own, for the places of what it says.
    public let source: SourceText
    let path: FactPathText
    let target: Target
    let node: YAMLNode

    /// What an assumption is about.
    enum Target: Sendable {
        /// The day up to which the statement speaks.
        case statedOn
        /// A field of the vocabulary.
        case field(FieldDefinition)
        /// An item of the list of that name.
        case item(FieldDefinition)
    }

    /// What places in an assumption are said to lie in.
    public static let sourceName = "--assume"

    /// A node's or fact's place in the assumption as it was given.
    func place(_ place: Place) -> Place {
        let start = source.position(atByte: place.range.start.offset)
        let end = source.position(atByte: place.range.end.offset)
        return Place(source: source, range: SourceRange(start: start, end: end))
    }
}

/// An assumption as it entered one statement.
public struct AssumedFact: Sendable {
    /// The fact, items by their positions.
    public let path: FactPath
    /// The path of the fact as it was given.
    public let fact: String
    /// The value as it was given.
    public let value: String

    /// Makes an assumed fact.
    public init(path: FactPath, fact: String, value: String) {
        self.path = path
        self.fact = fact
        self.value = value
    }
}

extension Statement {
    /// Whether what a path leads to was assumed, or holds something that was.
    public func isAssumed(_ path: FactPath) -> Bool {
        assumed.contains { $0.path.contains(path) || path.contains($0.path) }
    }
}
