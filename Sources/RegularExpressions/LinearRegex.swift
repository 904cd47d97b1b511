/// A regular expression of RE2's syntax, matched in time linear in the text for a given pattern.
///
/// The pattern becomes a nondeterministic automaton whose states are followed side by side (Thompson; Pike for
/// groups), so no pattern can make a match explode. To say whether it occurs, a deterministic one is made of it as texts
/// need it, within bounds. Matching is by Unicode scalars.
public struct LinearRegex: Sendable {
    let program: RegexProgram
    private let searcher: Searcher

    /// Reads a pattern.
    ///
    /// Complexity: linear in the pattern with its counted repetitions written out, of which there is a bound.
    /// - Throws: Why it is not one.
    public init(_ pattern: String) throws(RegexError) {
        var parser = RegexParser(pattern)
        let node = try parser.parse()
        program = try RegexCompiler.compile(node, groupNames: parser.groupNames)
        searcher = Searcher(program)
    }

    /// The number of groups, without the whole match.
    public var groupCount: Int { program.groupNames.count }

    /// Whether the pattern occurs anywhere in a text.
    ///
    /// Complexity: linear in the text, for each state of the automaton at most. Free to be called from any number of
    /// threads at once.
    public func matches(_ text: String) -> Bool {
        searcher.occurs(in: text)
    }

    /// The leftmost match from a position on, preferring what the pattern names first: the ranges of the whole and of
    /// each group that took part.
    ///
    /// Complexity: linear in the text after the position, for each state of the automaton at most.
    public func firstMatch(in scalars: [Unicode.Scalar], from start: Int) -> [Range<Int>?]? {
        RegexGroupMatcher(program, scalars).firstMatch(from: start)
    }
}
