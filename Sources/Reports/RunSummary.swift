public import Assessor
public import Model

/// The counts of a run over several statements: numerators and denominators are added, never averaged.
public struct RunSummary: Sendable, Hashable {
    /// The statements assessed.
    public private(set) var subjects = 0
    /// Rules by verdict, over all statements.
    public private(set) var rules: [Verdict: Int] = [:]
    /// Findings by verdict, over all statements, history left out.
    public private(set) var findings: [Verdict: Int] = [:]
    /// Findings by level, over all statements, history left out.
    public private(set) var levels: [Level: Int] = [:]
    /// Findings that a waiver in force accepts, by verdict, over all statements: part of ``findings``, without a level.
    public private(set) var waived: [Verdict: Int] = [:]
    /// Findings by level that an earlier run did not have or had at a lower level, reminders left out; all of them where none was
    /// given.
    public private(set) var worse: [Level: Int] = [:]
    /// Findings by how they stand to an earlier run; empty where none was given. What is resolved is counted by
    /// ``BaselineComparison``.
    public private(set) var states: [BaselineState: Int] = [:]
    /// Rules that apply: the denominator of coverage and of conformity.
    public private(set) var applicable = 0
    /// Rules that apply and whose verdict is known.
    public private(set) var decided = 0
    /// Conforming rules if every undetermined one fails.
    public private(set) var conformAtLeast = 0
    /// Conforming rules if every undetermined one conforms.
    public private(set) var conformAtMost = 0

    /// Findings whose waiver has expired, history left out.
    public private(set) var expiredWaivers = 0
    /// Findings of past periods, which nothing else counts.
    public private(set) var history = 0
    /// Rules of sets that do not bind an agency, over all statements; no finding is of them.
    public private(set) var leftOut = 0

    /// Findings that a waiver in force accepts.
    public var waivedFindings: Int { waived.values.reduce(0, +) }

    /// Undetermined findings that no waiver accepts.
    public var undetermined: Int { (findings[.undetermined] ?? 0) - (waived[.undetermined] ?? 0) }

    /// Counts of nothing.
    public init() {}

    /// The counts of an assessment that is compared with no earlier run.
    public init(_ summary: Summary) {
        addCounts(summary)
        addAllAsWorse(summary)
    }

    /// The counts of one assessment, and how it stands to an earlier run.
    public init(_ assessment: Assessment, comparedWith baseline: Baseline? = nil) {
        add(assessment, comparedWith: baseline)
    }

    /// Adds the counts of one more statement, and how it stands to an earlier run.
    public mutating func add(_ assessment: Assessment, comparedWith baseline: Baseline? = nil) {
        addCounts(assessment.summary)
        leftOut += assessment.rulesLeftOut
        for finding in assessment.findings {
            if finding.isHistory { history += 1 }
            if case .expired = finding.waiver { expiredWaivers += 1 }
        }
        guard let baseline else {
            return addAllAsWorse(assessment.summary)
        }
        for finding in assessment.findings {
            guard let state = baseline.toldState(of: finding) else { continue }
            states[state, default: 0] += 1
            if let level = finding.level, !finding.isReminder, baseline.isWorse(finding) {
                worse[level, default: 0] += 1
            }
        }
    }

    private mutating func addAllAsWorse(_ summary: Summary) {
        worse.merge(summary.levels) { $0 + $1 }
        worse[.warning, default: 0] -= summary.reminders
    }

    private mutating func addCounts(_ summary: Summary) {
        subjects += 1
        rules.merge(summary.rules) { $0 + $1 }
        findings.merge(summary.findings) { $0 + $1 }
        levels.merge(summary.levels) { $0 + $1 }
        waived.merge(summary.waived) { $0 + $1 }
        applicable += summary.applicable
        decided += summary.decided
        conformAtLeast += summary.conformAtLeast
        conformAtMost += summary.conformAtMost
    }
}
