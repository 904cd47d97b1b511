internal import CivilTime
public import Model

/// The papers of one inspection as the law lists them (Circular 26, Article 39), each with whether it is kept.
public struct InspectionFile: Sendable {
    /// The record.
    public let inspection: Inspection
    /// The papers in the order of the source.
    public let rows: [Row]

    /// One kind of paper.
    public struct Row: Sendable {
        /// The kind, and where the source names it.
        public let kind: InspectionScheme.Paper
        /// The papers of the kind that are kept.
        public let kept: [InspectionPaper]
        /// How it stands.
        public let standing: Standing
    }

    /// How a kind of paper stands.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// It is kept.
        case kept
        /// There ought to be one, and the list does not have it.
        case missing
        /// There may be one; the list does not have it, and does not have to.
        case none
        /// There was none, the file says.
        case didNotArise = "did_not_arise"
        /// There will be one, and its time has not come.
        case notYet = "not_yet"
        /// Nothing is stated of the papers.
        case notStated = "not_stated"
        /// It depends on the form, or on points, of which nothing is stated.
        case notKnown = "not_known"
    }

    /// Holds the papers of a record against the scheme on a day; nil where the rule sets have no scheme.
    public init?(_ followUp: FollowUp, in context: AssessmentContext) {
        guard let scheme = context.library.inspectionScheme else { return nil }
        let inspection = followUp.inspection
        self.inspection = inspection
        let asOf = followUp.asOf
        let rollUp = InspectionFile.rollUp(of: inspection, scheme, context)
        rows = scheme.papers.map { kind in
            let named = (inspection.papers ?? []).filter { $0.paper == kind.paper }
            // A paper of a later day is not there yet.
            let kept = named.filter { $0.arose && ($0.dated.map { $0.interval.first <= asOf } ?? true) }
            let standing: Standing
            if !kept.isEmpty {
                standing = .kept
            } else if named.contains(where: { !$0.arose }) {
                standing = .didNotArise
            } else {
                standing = InspectionFile.absent(kind.need, followUp, rollUp: rollUp)
            }
            return Row(kind: kind, kept: kept, standing: standing)
        }
    }

    /// How a paper stands that the list does not have.
    private static func absent(
        _ need: InspectionScheme.Need, _ followUp: FollowUp, rollUp: CivilDate?
    ) -> Standing {
        let inspection = followUp.inspection
        let isNeeded: Truth
        switch need {
        case .planned: isNeeded = inspection.isPlanned.map { Truth($0) } ?? .unknown
        case .onSite: isNeeded = inspection.form.map { Truth($0 == .onSite) } ?? .unknown
        case .byFileNotMet:
            let byFile: Truth = inspection.form.map { Truth($0 == .byFile) } ?? .unknown
            isNeeded = byFile.and(followUp.isCalledFor)
        case .notMet:
            isNeeded = followUp.isCalledFor
            if isNeeded == .yes, followUp.reportedOn == nil, followUp.standing != .overdue { return .notYet }
        case .rolledUp:
            isNeeded = .yes
            if let rollUp, followUp.asOf <= rollUp { return .notYet }
        case .ifAny: isNeeded = .no
        }
        switch isNeeded {
        case .no: return .none
        case .unknown: return .notKnown
        case .yes: return inspection.papers == nil ? .notStated : .missing
        }
    }

    /// The last day of the month in which the results of the record's year are rolled up.
    private static func rollUp(
        of inspection: Inspection, _ scheme: InspectionScheme, _ context: AssessmentContext
    ) -> CivilDate? {
        guard let rule = context.library.rule(scheme.rollUp), case .obligation(let obligation) = rule.requirement,
            case .monthWindow(let month, _) = obligation.kind,
            let first = CivilDate(year: inspection.signedOn.year, month: month, day: 1)
        else { return nil }
        let last = StatedDate.month(of: first).interval.last
        // What was signed after that month is rolled up with the next year's results.
        return inspection.signedOn <= last ? last : last.adding(.years(1))
    }
}
