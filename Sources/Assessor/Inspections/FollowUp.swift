public import CivilTime
public import Model

/// How one record's points stand on a day: what the agency reported on them, how the inspecting unit answered, whether the effect
/// was looked at (Circular 26, Article 37.2.c and d; by file 37.1.a).
public struct FollowUp: Sendable {
    /// The record.
    public let inspection: Inspection
    /// The day; acts after it are left out.
    public let asOf: CivilDate
    /// Whether there is anything to correct at all.
    public let isCalledFor: Truth
    /// The points, each with where it stands; one without a number where the record only says that requirements are not met.
    public let points: [Point]
    /// The term of the corrective report.
    public let term: CorrectionTerm
    /// When the points had all been reported on; nil where they have not been.
    public let reportedOn: CivilDate?
    /// Where the record as a whole stands: where its least advanced point does.
    public let state: State
    /// The day by which the unit's own letters ask for what is open: the one of the record, or of the last refusal.
    public let directedBy: CivilDate?

    /// One point.
    public struct Point: Sendable {
        /// The point of the record; nil where it names none.
        public let point: InspectionPoint?
        /// Where it stands.
        public let state: State
        /// The day of the act that put it there; nil where nothing has been reported on it.
        public let since: CivilDate?
        /// The document of that act.
        public let document: String?
    }

    /// Where a point stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nothing has been reported on it.
        case open
        /// The unit does not accept the action.
        case notAccepted = "not_accepted"
        /// It was looked at again, and the action is not effective.
        case notEffective = "not_effective"
        /// An action is proposed; the unit has not answered.
        case proposed
        /// An action is reported to be taken; the unit has not answered.
        case reported
        /// The unit accepts the action; its effect is looked at in a later inspection.
        case accepted
        /// It was looked at again, and the action is effective.
        case effective
        /// There is nothing to correct.
        case nothing
        /// It is not stated whether there is anything to correct.
        case notKnown = "not_known"
    }

    /// How the term of the report stands.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// There is no term: nothing to correct, or an inspection by file, for which the Circular sets none.
        case noTerm = "no_term"
        /// It is not known whether there is one, or when it ends.
        case notKnown = "not_known"
        /// Not reported, and not due yet.
        case upcoming
        /// Not reported, and past.
        case overdue
        /// Reported by the last day.
        case onTime = "on_time"
        /// Reported after it.
        case late
    }

    /// How the term stands.
    public var standing: Standing {
        guard isCalledFor != .no, term.applies != .no else { return .noTerm }
        guard isCalledFor == .yes, term.applies == .yes, let due = term.due else { return .notKnown }
        if let reportedOn { return reportedOn <= due ? .onTime : .late }
        return due < asOf ? .overdue : .upcoming
    }

    /// Days to the last day of the report, below nought once it is past; nil where it is not open.
    public var daysLeft: Int? {
        switch standing {
        case .upcoming, .overdue: term.due.map { $0 - asOf }
        case .noTerm, .notKnown, .onTime, .late: nil
        }
    }

    /// Whether the unit's own day is past with something still to be reported.
    public var isPastDirected: Bool {
        guard let directedBy, directedBy < asOf else { return false }
        switch state {
        case .open, .notAccepted, .notEffective: return true
        case .proposed, .reported, .accepted, .effective, .nothing, .notKnown: return false
        }
    }
}

extension FollowUp {
    /// Follows a record up to a day.
    public init(_ inspection: Inspection, in context: AssessmentContext, asOf: CivilDate) {
        self.inspection = inspection
        self.asOf = asOf
        isCalledFor =
            switch (inspection.notMet, inspection.result) {
            case (_, .doesNotMeet?): .yes
            case (let points?, _): Truth(!points.isEmpty)
            case (nil, .meets?): .no
            case (nil, nil): .unknown
            }
        term = CorrectionTerm(of: inspection, in: context)
        let history = CorrectionHistory(inspection, upTo: asOf)
        switch isCalledFor {
        case .no: points = []
        case .yes where inspection.notMet?.isEmpty ?? true: points = [history.point(nil)]
        case .yes: points = (inspection.notMet ?? []).map { history.point($0) }
        case .unknown: points = []
        }
        switch isCalledFor {
        case .no: state = .nothing
        case .unknown: state = .notKnown
        case .yes: state = points.map(\.state).min { $0.rank < $1.rank } ?? .open
        }
        reportedOn = isCalledFor == .yes ? history.allReported(points.map(\.point)) : nil
        directedBy = history.lastAgainBy ?? inspection.fixBy
    }
}

extension FollowUp.State {
    /// How far it has come.
    var rank: Int { FollowUp.State.allCases.firstIndex(of: self) ?? 0 }
}

/// The acts on a record's points up to a day.
private struct CorrectionHistory {
    private let inspection: Inspection
    private let reports: [CorrectiveReport]
    private let rechecks: [CorrectionRecheck]
    private let day: CivilDate

    init(_ inspection: Inspection, upTo day: CivilDate) {
        self.inspection = inspection
        self.day = day
        reports = inspection.corrections.filter { $0.reportedOn <= day }
        rechecks = inspection.rechecks.filter { $0.recheckedOn <= day }
    }

    private typealias Act = (day: CivilDate, state: FollowUp.State, document: String?)

    /// Where a point stands: where the last act on it put it; of acts of one day the one that follows in the order of things.
    func point(_ point: InspectionPoint?) -> FollowUp.Point {
        var acts: [Act] = []
        for report in reports where concerns(report.points, point) {
            acts.append((report.reportedOn, report.action == .proposed ? .proposed : .reported, report.report))
            for reply in report.replies where reply.repliedOn <= day && concerns(reply.points, point) {
                acts.append((reply.repliedOn, reply.isAccepted ? .accepted : .notAccepted, reply.letter))
            }
        }
        for recheck in rechecks where concerns(recheck.points, point) {
            acts.append((recheck.recheckedOn, recheck.isEffective ? .effective : .notEffective, recheck.record))
        }
        let last = acts.enumerated().max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element
        return FollowUp.Point(
            point: point, state: last?.state ?? .open, since: last?.day, document: last?.document)
    }

    /// The day by which each of some points had been reported on.
    func allReported(_ points: [InspectionPoint?]) -> CivilDate? {
        var latest: CivilDate?
        for point in points {
            guard let first = reports.filter({ concerns($0.points, point) }).map(\.reportedOn).min() else { return nil }
            latest = latest.map { max($0, first) } ?? first
        }
        return latest
    }

    /// The day by which the last refusal asks for another report.
    var lastAgainBy: CivilDate? {
        let replies = reports.flatMap(\.replies).filter { $0.repliedOn <= day }
        let last = replies.enumerated().max { ($0.element.repliedOn, $0.offset) < ($1.element.repliedOn, $1.offset) }
        return last?.element.isAccepted == false ? last?.element.againBy : nil
    }

    private func concerns(_ ids: [String]?, _ point: InspectionPoint?) -> Bool {
        guard let ids else { return true }
        return point.map { ids.contains($0.id) } ?? false
    }
}
