public import CivilTime
public import Model

/// What comes due, what is overdue, and what would be overdue if it is not done, over any number of agencies: a pure
/// function of their assessments.
public struct DeadlineList: Sendable {
    /// The day from which it looks.
    public let asOf: CivilDate
    /// How far it looks.
    public let within: Period
    /// The last day it looks at.
    public let until: CivilDate
    /// The statements it was made of, in the order in which they came.
    public private(set) var statements: [Statement] = []

    private let horizon: DeadlineHorizon
    private var collected: [Deadline] = []

    /// An empty list.
    /// - Parameters:
    ///   - asOf: The day of the assessments that will be added.
    ///   - within: How far ahead to look, and how far back for what is done.
    public init(asOf: CivilDate, within: Period) {
        self.asOf = asOf
        self.within = within
        horizon = DeadlineHorizon(asOf, within: within)
        until = horizon.until
    }

    /// Adds the deadlines of one assessment, which is of the list's own day.
    public mutating func add(_ assessment: Assessment) {
        precondition(assessment.asOf == asOf, "a list of deadlines is of one day")
        statements.append(assessment.statement)
        for finding in assessment.findings {
            let dates = FindingDeadlines(
                finding: finding, statement: assessment.statement, asOf: asOf, horizon: horizon)
            collected += dates.all
        }
    }

    /// Every deadline there is, listed or not, in order of date; those of one day as they came.
    public var all: [Deadline] {
        collected.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
    }

    /// What is to be shown: everything open up to ``until``, and what was done about as-of.
    public var listed: [Deadline] { all.filter(\.isListed) }

    /// What is still to be done, or may be.
    public var open: [Deadline] { listed.filter { !$0.standing.isDone } }

    /// A code under which more than one statement came: such deadlines cannot be told apart in a calendar.
    public var repeatedAgency: String? {
        var seen: Set<String> = []
        return statements.map { $0.agencyCode ?? "" }.first { !seen.insert($0).inserted }
    }
}
