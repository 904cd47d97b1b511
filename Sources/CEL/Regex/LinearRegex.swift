/// A regular expression of RE2's syntax, matched in time linear in the text for a given pattern.
///
/// The pattern becomes a nondeterministic automaton whose states are followed side by side (Thompson; Pike for
/// groups), so no pattern can make a match explode. Matching is by Unicode scalars.
struct LinearRegex: Sendable {
    let program: RegexProgram

    /// Reads a pattern.
    init(_ pattern: String) throws(RegexError) {
        var parser = RegexParser(pattern)
        let node = try parser.parse()
        program = try RegexCompiler.compile(node, groupNames: parser.groupNames)
    }

    /// The number of groups, without the whole match.
    var groupCount: Int { program.groupNames.count }

    /// Whether the pattern occurs anywhere in a text.
    func matches(_ text: String) -> Bool {
        var matcher = RegexMatcher(program)
        return matcher.occurs(in: text.unicodeScalars)
    }

    /// The leftmost match from a position on, preferring what the pattern names first: the ranges of the whole and of
    /// each group that took part.
    func firstMatch(in scalars: [Unicode.Scalar], from start: Int) -> [Range<Int>?]? {
        RegexGroupMatcher(program, scalars).firstMatch(from: start)
    }
}

/// Why a pattern is not a regular expression.
enum RegexError: Error, Sendable, Hashable {
    case unexpectedEnd(String)
    case misplaced(String)
    case badRange(String)
    case badEscape(String)
    case badRepetition(String)
    case badGroup(String)
    case unknownClass(String)
    case tooLarge

    var description: String {
        switch self {
        case .unexpectedEnd(let what): "it ends inside \(what)"
        case .misplaced(let what): "`\(what)` is out of place"
        case .badRange(let what): "the range \(what) runs backwards"
        case .badEscape(let what): "the escape `\(what)` is not known"
        case .badRepetition(let what): "the repetition `\(what)` is not possible"
        case .badGroup(let what): "the group `\(what)` is not possible"
        case .unknownClass(let what): "the class `\(what)` is not known"
        case .tooLarge: "it is too large"
        }
    }
}
