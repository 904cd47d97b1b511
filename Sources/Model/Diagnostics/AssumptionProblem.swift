/// What can be wrong with an assumption, `FACT=VALUE`, beyond what any value can have wrong.
public enum AssumptionProblem: Sendable {
    /// What stands before the `=` is no path; the kind of thing that would be expected at the place.
    case path(PathExpectation)
    /// Nothing stands after the `=`.
    case noValue
    /// A name that is no fact, and the whole path that may have been meant.
    case unknownFact(String, suggestion: String?)
    /// A list of which an item must be named to go on.
    case itemNeeded(list: String)
    /// Brackets after a fact that is no list.
    case notAList(String)
    /// A name behind a fact that has no parts.
    case noParts(String)
    /// An added item is given as a whole, and nothing can follow it.
    case partOfAddedItem
    /// The list is not stated, so that none of its items can be named.
    case listNotStated(String)
    /// A position past the end of a list.
    case noSuchPosition(Int, count: Int)
    /// A key that no item of the list has.
    case noSuchKey(String, keys: [String], suggestion: String?)
    /// An item cannot be assumed away; the list as a whole can be given.
    case itemCannotBeAbsent
    /// An item would have a key another item of the list has.
    case keyTaken(String, list: String)

    /// What is expected where a path cannot be read.
    public enum PathExpectation: Sendable, Hashable {
        /// The name of a fact.
        case name
        /// A position, a key in quotes, or `+`.
        case selector
        /// The bracket that closes.
        case closingBracket
        /// The quote that closes.
        case closingQuote
        /// The sign between the path and the value.
        case equalsSign
    }
}
