public import CivilTime
public import Model

/// The agency's own plans of the switch, beside what was done.
public struct PlanAnswer: Sendable {
    /// Whether the plans are known: the facts that would tell; empty where they are.
    public let missing: [MissingFact]
    /// The plans in order.
    public let plans: [AgencyPlan]
}

/// One plan.
public struct AgencyPlan: Sendable {
    /// The key it is known by.
    public let key: String
    /// Its title.
    public let title: String?
    /// The day it was issued; nil where it was not, or that is not known.
    public let issuedOn: StatedDate?
    /// Whether it is known not to have been issued.
    public let isDraft: Bool
    /// Its milestones in order; nil where they are not stated.
    public let milestones: [PlanMilestone]?
    /// The steps of the switch that no milestone names; nil where that is not known.
    public let unnamedSteps: [String]?
}

/// One milestone of a plan.
public struct PlanMilestone: Sendable {
    /// Where it stands against the plan.
    public enum State: Sendable, Hashable {
        /// Done on that date, in the planned time or not; unknown where that depends on the day.
        case done(StatedDate, inTime: Truth)
        /// Known not to be done, and its time is not over.
        case ahead
        /// Known not to be done by the day the statement speaks to, and its time was over then.
        case behind
        /// Goes on, without a time of its own.
        case continuing
        /// Not known.
        case notKnown
    }

    /// Its work as stated.
    public let title: String
    /// When it is planned now; nil where no time is stated.
    public let planned: StatedDate?
    /// When it was planned first, where that differs.
    public let baseline: StatedDate?
    /// Who does it.
    public let owner: String?
    /// The steps of the switch it serves, by id; nil where that is not stated.
    public let steps: [String]?
    /// Where it stands.
    public let state: State
    /// Where it is written.
    public let path: FactPath?
}
