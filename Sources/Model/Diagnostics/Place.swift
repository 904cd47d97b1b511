public import YAMLTree

/// Where something stands in a file: the range and the file it lies in.
///
/// The file's name is kept as it was given; the text is kept for code frames.
public struct Place: Sendable {
    /// The file, with its text.
    public let source: SourceText
    /// The range, lines and columns counted from 1 in Unicode scalars.
    public let range: SourceRange

    /// Makes a place.
    public init(source: SourceText, range: SourceRange) {
        self.source = source
        self.range = range
    }

    /// The place a node of a tree takes up.
    public init(_ node: YAMLNode) {
        self.init(source: node.source, range: node.range)
    }

    /// The file's name as given.
    public var file: String { source.name }
}

extension Place: Hashable {
    /// Two places are the same where file name and range agree.
    public static func == (left: Place, right: Place) -> Bool {
        left.range == right.range && left.source.name == right.source.name
    }

    /// Hashes the file name and the range.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source.name)
        hasher.combine(range)
    }
}
