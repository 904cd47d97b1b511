public import CivilTime
public import Model

/// A single change of one fact that would change a finding's verdict; it was tried.
public struct WouldChange: Sendable {
    /// What the fact would have to be.
    public enum Need: Sendable, Hashable {
        /// In this relation to a value: `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`.
        case relation(String, ShownValue)
        /// Stated; which value decides depends on the value.
        case stated
        /// Asserted to be none.
        case none
        /// A list with one more item whose date, in this field, lies on these days.
        case item(field: String, within: CivilInterval)
    }

    /// The fact; for a further item the list.
    public let path: FactPath
    /// What it would have to be.
    public let need: Need
    /// The verdict then.
    public let verdict: Verdict
    /// A fact that fulfils the need; for a further item the item.
    public let example: Fact

    /// Where the example goes: the fact's own path, or just past the end of its list.
    public func exampleTarget(in statement: Statement) -> FactPath {
        guard case .item = need, case .stated(.list(let list))? = statement.fact(at: path)?.state else { return path }
        return path.appending(.index(list.items.count))
    }
}
