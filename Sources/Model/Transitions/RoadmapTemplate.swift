/// The roadmap (*lộ trình*) a transition proposes: its milestones in order, without dates. Every step belongs to one of them.
public struct RoadmapTemplate: Sendable {
    /// What the plan of an agency is called.
    public let title: LocalizedText
    /// The source the milestones follow, by id.
    public let basis: String
    /// How it was read.
    public let confidence: Confidence
    /// The milestones in order.
    public let milestones: [Milestone]

    /// One milestone.
    public struct Milestone: Sendable {
        /// The steps it serves, by id.
        public let steps: [String]
        /// Its work, as a plan would put it.
        public let title: LocalizedText
        /// Who does it, a respondent of the vocabulary: a proposal.
        public let owner: String
        /// Where it stands.
        public let place: Place
    }
}
