public import Model

/// A question whose answer is not stated, and what answering it would settle.
///
/// What an answer settles was tried: it was put into the statement and the rules were evaluated again. The answers tried
/// are every choice of a closed list, both truth values, "none" where a fact can be that, and for dates, numbers and
/// lists a few that lie far apart; ``settledByAny`` therefore says "by every answer that was tried".
public struct OpenQuestion: Sendable {
    /// What is asked.
    public enum Subject: Sendable, Hashable {
        /// A field of the vocabulary, by its names from the root.
        case field([String])
        /// What happened after the day the statement speaks up to.
        case statedOn
    }

    /// One fact that the question is about.
    public struct Item: Sendable {
        /// Where it would stand.
        public let path: FactPath
        /// Why it is not known.
        public let state: MissingFact.State
        /// The nearest place that exists.
        public let place: Place
        /// The key of the list item it belongs to.
        public let key: String?
    }

    /// One answer that was tried.
    public struct Answer: Sendable {
        /// What was stated in every place the question is about.
        public let value: ShownValue
        /// How many of the findings are no longer undetermined then.
        public let settled: Int
    }

    /// What is asked.
    public let subject: Subject
    /// The facts it is about: one, or the same field of several items.
    public let items: [Item]
    /// The undetermined findings that wait for it, perhaps among other facts.
    public let findings: [Finding]
    /// The answers that were tried.
    public let answers: [Answer]
    /// How many findings every answer tried would settle, whatever else is known.
    public let settledByAny: Int
    /// How many findings some answer tried would settle.
    public let settledBySome: Int
}
