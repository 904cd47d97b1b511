public import Assessor
public import CivilTime
public import Model
internal import YAMLTree

/// The first day on which a run that passes would fail though nobody writes a word.
///
/// After the day a statement speaks to, what was not said to be done is undetermined and never overdue; so a duty that comes due
/// does not turn a build red by itself. What does: a waiver that ends, a rule that comes into force, a validity that runs out, a state
/// that is no longer allowed, and with lower thresholds what is due soon or becomes undetermined.
public enum NextFailure: Sendable {
    /// One finding that would be enough.
    public struct Cause: Sendable {
        /// The agency's code, if its statement gives one.
        public let agency: String?
        /// The statement's path.
        public let path: String
        /// The rule.
        public let rule: Rule
        /// The item's key.
        public let item: String?
        /// The finding's fingerprint.
        public let fingerprint: String
        /// The level it would have.
        public let level: Level
    }

    /// The run fails already.
    case now
    /// It would fail on this day, for these.
    case on(CivilDate, [Cause])
    /// It would not up to and with this day, the last that was looked at.
    case notThrough(CivilDate)
}

/// Looks for the next failure by assessing statements on the days on which something can turn.
public struct NextFailureSearch {
    /// How far it looks: a year.
    public static let horizon = Period.years(1)

    private let run: ReportRun
    private let last: CivilDate
    private var day: CivilDate?
    private var causes: [NextFailure.Cause] = []
    private var hasFailed = false

    /// A search over no statement yet.
    public init(_ run: ReportRun) {
        self.run = run
        last = run.asOf.adding(Self.horizon) ?? run.asOf
    }

    /// Looks at one statement of the run.
    public mutating func add(_ assessment: Assessment) {
        if isFailure(assessment) { hasFailed = true }
        if hasFailed { return }
        let candidates = TurningDays.after(assessment, in: run.context, through: day ?? last)
        var before = run.asOf
        for candidate in candidates {
            let then = assess(assessment.statement, candidate)
            guard isFailure(then) else {
                before = candidate
                continue
            }
            keep(firstFailure(assessment.statement, after: before, through: then))
            return
        }
    }

    /// What was found.
    public var result: NextFailure {
        if hasFailed { return .now }
        return day.map { .on($0, causes) } ?? .notThrough(last)
    }

    /// The first day that fails between one that passes and one that fails: halved, since what turns stays.
    private func firstFailure(
        _ statement: Statement, after passing: CivilDate, through failing: Assessment
    ) -> Assessment {
        var passing = passing
        var failing = failing
        while failing.asOf - passing > 1, let middle = passing.adding(days: (failing.asOf - passing) / 2) {
            let there = assess(statement, middle)
            if isFailure(there) { failing = there } else { passing = middle }
        }
        return failing
    }

    private mutating func keep(_ failing: Assessment) {
        let found = failing.findings.filter { run.threshold.isReached(by: $0, comparedWith: run.baseline) }
        let more = found.compactMap { finding in
            finding.level.map { level in
                NextFailure.Cause(
                    agency: failing.statement.agencyCode, path: failing.statement.source.name, rule: finding.rule,
                    item: finding.item?.key, fingerprint: finding.fingerprint, level: level)
            }
        }
        if let day, day == failing.asOf { causes += more } else { causes = more }
        day = failing.asOf
    }

    private func assess(_ statement: Statement, _ day: CivilDate) -> Assessment {
        Assessor.assess(statement, in: run.context, asOf: day)
    }

    private func isFailure(_ assessment: Assessment) -> Bool {
        assessment.findings.contains { run.threshold.isReached(by: $0, comparedWith: run.baseline) }
    }
}
