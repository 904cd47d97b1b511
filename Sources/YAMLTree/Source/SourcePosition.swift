/// A place in a source file.
///
/// Lines and columns count from 1, the byte offset from 0. A column counts Unicode scalars (SARIF's
/// `unicodeCodePoints`), so a letter typed with a separate tone mark is two columns. A byte order mark at the start
/// of the file has no column of its own, but its three bytes do count in `offset`.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, from 1. CR, LF and CRLF each end a line.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
    /// The offset in bytes from the start of the file, from 0.
    public let offset: Int

    /// Makes a position from its three coordinates, which the caller keeps in step.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// Orders places of one file from its start to its end.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a source file, from `start` up to but not including `end`.
public struct SourceRange: Hashable, Sendable {
    /// The place of the first character.
    public let start: SourcePosition
    /// The place just after the last character.
    public let end: SourcePosition

    /// Makes a range from its two ends.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// Makes the empty range at one place.
    public init(at place: SourcePosition) {
        self.init(start: place, end: place)
    }
}
