/// Why a pattern is not a regular expression.
public enum RegexError: Error, Sendable, Hashable {
    /// It ends inside something, such as a group.
    case unexpectedEnd(String)
    /// A sign stands where it has no meaning.
    case misplaced(String)
    /// A range whose end comes before its start.
    case badRange(String)
    /// An escape that is not known.
    case badEscape(String)
    /// A repetition that is out of bounds or repeats another.
    case badRepetition(String)
    /// A group that is not known, or whose name occurs twice.
    case badGroup(String)
    /// A class that is not known.
    case unknownClass(String)
    /// The automaton would be larger than the bound, or the pattern nests deeper.
    case tooLarge

    /// The reason as words, to be put after "… is not a regular expression:".
    public var description: String {
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
