/// One thing wrong with a YAML file, and where.
public struct YAMLError: Error, Hashable, Sendable {
    /// What is wrong.
    public let problem: YAMLProblem
    /// Where it is.
    public let range: SourceRange
    /// Other places that explain it.
    public let related: [YAMLRelatedPlace]

    /// Makes an error of its parts.
    public init(_ problem: YAMLProblem, at range: SourceRange, related: [YAMLRelatedPlace] = []) {
        self.problem = problem
        self.range = range
        self.related = related
    }
}

/// A second place that an error speaks of.
public struct YAMLRelatedPlace: Hashable, Sendable {
    /// What stands at a related place.
    public enum Role: Hashable, Sendable {
        /// The key that was there first.
        case firstKey
        /// The node that the alias stands for.
        case anchor
        /// The start of the construct that went wrong.
        case construct
        /// Where the parser noticed.
        case noticed
    }

    /// What stands here.
    public let role: Role
    /// Where it is.
    public let range: SourceRange

    /// Makes a related place of its parts.
    public init(_ role: Role, at range: SourceRange) {
        self.role = role
        self.range = range
    }
}
