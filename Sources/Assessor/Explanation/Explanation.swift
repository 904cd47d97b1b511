public import Model

/// Why a rule says what it says about a statement: its findings, and how each of its expressions came out.
public struct Explanation: Sendable {
    /// The rule.
    public let rule: Rule
    /// Its findings.
    public let findings: [Finding]
    /// The rule's expressions, evaluated once for each item it looks at.
    public let subjects: [Subject]

    /// The expressions for one item of a rule's list, or for the agency.
    public struct Subject: Sendable {
        /// The item; nil where the rule looks at no list.
        public let item: FindingItem?
        /// The expressions in the order of their keys.
        public let parts: [Part]
    }

    /// One expression of a rule.
    public struct Part: Sendable {
        /// The rule's key: `applies`, `conform`, `of`.
        public let key: String
        /// The expression.
        public let expression: Expression
        /// How it came out, from the whole to its parts.
        public let root: Node
    }

    /// A part of an expression that was evaluated.
    public struct Node: Sendable {
        /// Its text.
        public let text: String
        /// What it came to.
        public let result: Result
        /// The fact it read, if it read one.
        public let path: FactPath?
        /// Where that fact stands.
        public let place: Place?
        /// The parts that were evaluated.
        public let children: [Node]
    }

    /// What a part came to.
    public enum Result: Sendable {
        case value(ShownValue)
        /// Not known, because of these facts.
        case unknown([FactPath])
        /// It failed; the words are for the rule's author.
        case failed(String)
    }
}
