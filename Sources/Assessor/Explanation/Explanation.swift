public import Model

/// Why a rule says what it says about a statement: its findings, and how each of its expressions came out.
public struct Explanation: Sendable {
    /// The rule.
    public let rule: Rule
    /// The rule's own assessment: its findings and no others.
    public let assessment: Assessment
    /// Whether the profile of the run selects the rule; one that it does not select is explained all the same.
    public let isSelected: Bool
    /// The rule's expressions, evaluated once for each item it looks at.
    public let subjects: [Subject]
    /// How the dates of its findings came about, by fingerprint.
    public let dueDates: [String: [DueStep]]

    /// Its findings.
    public var findings: [Finding] { assessment.findings }

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
        /// What sort of part it is.
        public let role: Role
        /// Its text.
        public let text: String
        /// What it came to.
        public let result: Result
        /// The fact it read, if it read one.
        public let path: FactPath?
        /// Where that fact stands.
        public let place: Place?
        /// Whether it is among what decided the part around it: of a conjunction that is false what is false, of a list
        /// of which something holds for one item that item.
        public let isDecisive: Bool
        /// The parts that were evaluated.
        public let children: [Node]
    }

    /// What sort of part of an expression a node is.
    public enum Role: Sendable, Hashable {
        /// A part with a text of its own.
        case part
        /// What a named expression of the rule set stands for.
        case definition
        /// One item of a list, by its key; the text is that of what is asked of each item.
        case item(String)
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
