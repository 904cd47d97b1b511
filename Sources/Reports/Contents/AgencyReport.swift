public import CivilTime
public import Model

/// What is said of one agency by the heads of an inspection, as texts in one language: what every printed layout shares.
public struct AgencyReport: Sendable {
    /// The language of the texts.
    public let language: Language
    /// The day assessed.
    public let day: CivilDate
    /// That day as papers write it.
    public let asOf: String
    /// The agency's name; its code or the statement's file where it has none.
    public let agencyName: String
    /// The agency's code; empty where it is not stated.
    public let agencyCode: String
    /// The statement's file.
    public let statement: String
    /// The day up to which the statement speaks.
    public let statedOn: String
    /// What the profile is called.
    public let profile: String
    /// What the checklist is called; empty where no set of the run has one.
    public let checklist: String
    /// The heads in the order of the source.
    public let heads: [Head]
    /// What inspectors found otherwise than stated and that lies behind none of the heads.
    public let unplaced: [String]
    /// The requirements under no head.
    public let others: Requirements
    /// Rules by verdict, those there are of.
    public let counts: [Count]
    /// How many requirements apply, and how many of them are decided and conform, in sentences.
    public let standing: [String]
    /// What comes due or is overdue, in order of date.
    public let deadlines: [Due]
    /// What there is to do, the worst first.
    public let actions: [Action]
    /// What is not stated, that on which most depends first.
    public let questions: [Question]
    /// The sources of the rules that were looked at, in the order of the library.
    public let sources: [String]
    /// The program and its version.
    public let tool: String

    /// One head with what the rules under it come to.
    public struct Head: Sendable {
        /// Its id: `36.1.a`.
        public let id: String
        /// What is looked at.
        public let title: String
        /// Where it stands in its source.
        public let citation: String
        /// The worst of its rules, or that none was looked at.
        public let verdict: String
        /// Whether something is asked for: it is neither met nor outside.
        public let isOpen: Bool
        /// Its rules by verdict, in words.
        public let tally: String
        /// What the inspection records say of it, the oldest first.
        public let inspected: [Inspected]
        /// The requirements under it.
        public let requirements: Requirements
    }

    /// What one inspection record says of one head. It stands beside the verdict and never changes it.
    public struct Inspected: Sendable {
        /// The record by its number and day.
        public let record: String
        /// What it concludes on the head, or that it leaves it open.
        public let conclusion: String
        /// What else it says of the head: its words, points not met and to note, what was found otherwise than stated.
        public let remarks: [String]
        /// Whether its conclusion differs from the verdict on what the agency states.
        public let differs: Bool
        /// Whether facts behind the head were found otherwise than stated.
        public let contradicts: Bool
    }

    /// Requirements, those that ask for something one by one, the rest by their titles.
    public struct Requirements: Sendable {
        /// How many rules there are.
        public let count: Int
        /// Findings told one by one, the worst first.
        public let findings: [Told]
        /// What conforms or does not apply, by verdict.
        public let quiet: [Quiet]
    }

    /// Requirements of one verdict that ask for nothing.
    public struct Quiet: Sendable {
        /// The verdict.
        public let verdict: String
        /// Whether they are met, and so worth naming; what does not apply is only counted.
        public let isNamed: Bool
        /// The requirements.
        public internal(set) var titles: [String]
    }

    /// One finding.
    public struct Told: Sendable {
        /// The rule's id.
        public let rule: String
        /// The rule's title with the item or period.
        public let title: String
        /// The verdict with its grade and what accepts it.
        public let verdict: String
        /// The last day; empty without one.
        public let due: String
        /// How the clock stands; empty without one.
        public let standing: String
        /// Why.
        public let because: String
        /// Where the rule stands.
        public let basis: String
        /// What to do; empty where nothing is to be done.
        public let remedy: String
        /// What is not stated, as questions.
        public let missing: [String]
    }

    /// Rules of one verdict.
    public struct Count: Sendable {
        /// The verdict.
        public let verdict: String
        /// How many rules.
        public let rules: String
        /// How many findings.
        public let findings: String
    }

    /// One date.
    public struct Due: Sendable {
        /// The last day.
        public let day: String
        /// What is to be done.
        public let title: String
        /// How it stands.
        public let standing: String
        /// Who set the date.
        public let authority: String
        /// Where the rule stands.
        public let basis: String
        /// Who in the agency can say whether it is done; empty where the vocabulary does not say.
        public let owner: String
    }

    /// One thing to do.
    public struct Action: Sendable {
        /// What is to be done.
        public let remedy: String
        /// The requirement.
        public let title: String
        /// The items and periods it concerns; empty where it is the agency as a whole.
        public let items: String
        /// Who answers for the facts in question; empty where the vocabulary does not say.
        public let owner: String
        /// By when, where the law says; else that the agency sets the day.
        public let due: String
        /// Where the rule stands.
        public let basis: String
    }

    /// One fact that is not stated.
    public struct Question: Sendable {
        /// What is asked.
        public let question: String
        /// Who can answer; empty where the vocabulary does not say.
        public let owner: String
        /// Where in the statement it goes, as a JSON Pointer.
        public let place: String
        /// On how many requirements it bears.
        public let requirements: String
        /// Of those, some by their titles.
        public let titles: String
    }
}
